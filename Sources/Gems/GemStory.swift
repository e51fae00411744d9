package import Ground

/// A gem with everything that happened to it.
package struct GemStory: Sendable, Equatable {
    package let gem: Gem
    /// Oldest first; the last one stands.
    package let answers: [Answer]
    package let design: Design?
    /// Oldest first.
    package let verdicts: [Verdict]
    /// Oldest first, by the day they are about.
    package let adoptions: [Adoption]

    package init(
        gem: Gem, answers: [Answer] = [], design: Design? = nil, verdicts: [Verdict] = [], adoptions: [Adoption] = []
    ) {
        (self.gem, self.answers, self.design) = (gem, answers, design)
        (self.verdicts, self.adoptions) = (verdicts, adoptions)
    }
}

extension Gem {
    /// How far a gem has come. It follows from what happened to it and is stored nowhere.
    package enum Stage: String, CaseIterable, Sendable {
        /// Waits for the leaders' answer.
        case nominated
        /// The leaders want to see more first.
        case testing
        /// Not now.
        case setAside = "set-aside"
        /// To be spread; nobody has said yet how.
        case chosen
        /// How it is to spread has been written down.
        case designed
        /// It has reached another place than the one that found it.
        case spreading
        /// It spreads, and the last look at its effect says keep or adapt.
        case checked
        /// The last look at its effect says stop. It is kept, and can be found.
        case stopped
    }
}

extension GemStory {
    package var stage: Gem.Stage {
        if isStopped { return .stopped }
        switch answers.last?.kind {
        case nil: return .nominated
        case .testMore: return .testing
        case .notNow: return .setAside
        case .spread: break
        }
        if let verdict = verdicts.last, verdict.kind == .keep || verdict.kind == .adapt { return .checked }
        if adoptions.contains(where: { $0.organisation != gem.organisation }) { return .spreading }
        return design == nil ? .chosen : .designed
    }

    /// A stop holds until the leaders answer the gem anew.
    private var isStopped: Bool {
        guard let verdict = verdicts.last, verdict.kind == .stop else { return false }
        return answers.last.map { $0.at <= verdict.at } ?? true
    }

    /// Since how many days it has been waiting for an answer; `nil` once it has one.
    package func daysWaiting(on day: Day) -> Int? {
        guard stage == .nominated else { return nil }
        return max(0, day.daysSince1970 - gem.nominated.daysSince1970)
    }

    /// Where it had got to on a day: the last word of each organisation.
    package func reached(on day: Day) -> [OrganisationID: Adoption] {
        adoptions.filter { $0.day <= day }.reduce(into: [:]) { $0[$1.organisation] = $1 }
    }

    /// Whether anybody has ever tried it: before that there is no effect to look at.
    package var hasBeenTried: Bool { adoptions.contains { $0.state.isInUse } }

    /// Whether it belongs on the board of a day: somebody is to take it up, or somebody has.
    package func isOnBoard(on day: Day) -> Bool {
        guard gem.nominated <= day else { return false }
        switch stage {
        case .testing, .chosen, .designed, .spreading, .checked: return true
        case .nominated, .setAside, .stopped: return reached(on: day).values.contains { $0.state.isInUse }
        }
    }

    /// Whether the public may know of it where a community shows itself.
    package var isPublic: Bool { stage == .spreading || stage == .checked }
}
