package import Gems
package import Ground
import Programmes

/// A look at what changed beside a gem: on some sides something was seen, and a verdict follows for the gem.
///
/// Several over time; the last one that looked at a side tells of that side.
package struct ImpactCheck: Sendable, Equatable {
    /// What was seen on one side.
    package struct Finding: Sendable, Equatable {
        /// The side, by the key of the outcome in the pack.
        package let outcome: String
        package let evidence: Evidence

        package init(outcome: String, evidence: Evidence) { (self.outcome, self.evidence) = (outcome, evidence) }
    }

    package let verdict: Verdict
    package let findings: [Finding]

    package init(verdict: Verdict, findings: [Finding]) { (self.verdict, self.findings) = (verdict, findings) }
}

/// What somebody saw, in words, and where it can be looked up: a picture of results, a document, a film.
package struct Evidence: Sendable, Equatable {
    package let text: String
    /// A web address, or a way of this program's own that begins with a slash.
    package let link: String?

    package init(_ text: String, link: String? = nil) { (self.text, self.link) = (text, link) }

    /// Whether a link leads somewhere a reader can be sent: to the web, or to a page here.
    static func isUsable(link: String) -> Bool {
        guard link.count <= 2000, !link.contains(where: \.isWhitespace) else { return false }
        let lower = link.lowercased()
        return lower.hasPrefix("https://") || lower.hasPrefix("http://")
            || (link.hasPrefix("/") && !link.hasPrefix("//") && !link.hasPrefix("/\\"))
    }
}

/// A side on which effects are looked for, as the programme names it.
package struct Side: Sendable, Equatable {
    package let key: String
    package let title: String
    package let question: String

    static func asked(by pack: Pack) -> [Side] {
        pack.outcomes.map { Side(key: $0.key, title: $0.title, question: $0.question) }
    }
}

extension ImpactCheck {
    /// Before anybody has tried a gem there is no effect to look at.
    static func mayBeMade(of story: GemStory) -> Bool { story.hasBeenTried && story.stage != .stopped }

    /// Refuses a check of what nobody tried, of what was stopped, or without anything seen; only leaders stop a gem.
    static func require(
        _ kind: Verdict.Kind, of story: GemStory, findings: [Finding], because reason: String, mayStop: Bool
    ) throws(ImpactRefusal) {
        guard story.stage != .stopped else { throw .stopped }
        guard story.hasBeenTried else { throw .notTried }
        guard !findings.isEmpty else { throw .nothingSeen }
        guard kind != .stop || mayStop else { throw .notYoursToStop }
        guard !reason.isEmpty else { throw .reasonMissing }
    }
}

package enum ImpactRefusal: Refusal {
    case stopped
    case notTried
    case nothingSeen
    case notYoursToStop
    case reasonMissing

    package var words: Words {
        switch self {
        case .stopped: ImpactWords.refusedStopped
        case .notTried: ImpactWords.refusedNotTried
        case .nothingSeen: ImpactWords.refusedNothingSeen
        case .notYoursToStop: ImpactWords.refusedNotYoursToStop
        case .reasonMissing: ImpactWords.refusedReasonMissing
        }
    }
}

/// What is known of a gem's effect: the last word on each side, and the sides nobody has looked at.
package struct ImpactPicture: Sendable, Equatable {
    /// The last finding on each side, with the check it comes from.
    package let latest: [String: (finding: ImpactCheck.Finding, verdict: Verdict)]
    package let gaps: [Side]
    package let verdict: Verdict?

    /// Checks in the order in which they were made.
    package init(_ checks: [ImpactCheck], sides: [Side]) {
        var latest: [String: (finding: ImpactCheck.Finding, verdict: Verdict)] = [:]
        for check in checks {
            for finding in check.findings { latest[finding.outcome] = (finding, check.verdict) }
        }
        self.latest = latest
        gaps = sides.filter { latest[$0.key] == nil }
        verdict = checks.last?.verdict
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.gaps == right.gaps && left.verdict == right.verdict
            && left.latest.mapValues(\.finding) == right.latest.mapValues(\.finding)
    }

    package var isComplete: Bool { gaps.isEmpty && verdict != nil }
}
