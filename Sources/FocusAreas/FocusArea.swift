package import Ground

/// One of the few things a community puts its work into.
package struct FocusArea: Sendable, Equatable {
    /// How far it has come in practice. It may step back: people leave, and new ones begin.
    package enum Phase: String, CaseIterable, Sendable {
        /// Lead teachers try it and show it.
        case introduce
        /// It becomes part of how everyone teaches.
        case embed
        /// It goes on where the lead teacher is not in the room.
        case maintain
    }

    package let id: Identifier<FocusArea>
    package var title: String
    /// What it is, in the community's own words.
    package var text: String
    /// The programme's suggestion it was begun from, by its key in the pack.
    package let suggestion: String?
    /// The day on which it is introduced; it may lie ahead, for not everything begins at once.
    package let started: Day
    package var phase: Phase
    /// The day on which the community let it go; `nil` while it goes on.
    package var ended: Day?
    /// Everyone who leads it or ever led it.
    package var leads: [Lead]
    /// Its steps from phase to phase, oldest first.
    package var moves: [PhaseMove]

    package init(
        id: Identifier<FocusArea>, title: String, text: String, suggestion: String? = nil, started: Day,
        phase: Phase = .introduce, ended: Day? = nil, leads: [Lead] = [], moves: [PhaseMove] = []
    ) {
        (self.id, self.title, self.text, self.suggestion, self.started) = (id, title, text, suggestion, started)
        (self.phase, self.ended, self.leads, self.moves) = (phase, ended, leads, moves)
    }

    package func hasBegun(on day: Day) -> Bool { started <= day }
    package var isOpen: Bool { ended == nil }
}

extension FocusArea {
    /// A new focus area. A suggestion of the programme, or a name, is taken up once.
    package static func beginning(
        _ title: String, _ text: String, from suggestion: String?, on day: Day, beside others: [FocusArea],
        id: Identifier<FocusArea>
    ) throws(FocusAreaRefusal) -> FocusArea {
        let sameKey = others.first { $0.suggestion != nil && $0.suggestion == suggestion }
        if let other = sameKey ?? others.first(where: { $0.isOpen && $0.title.sortKey == title.sortKey }) {
            throw .begunAlready(other.title)
        }
        return FocusArea(id: id, title: title, text: text, suggestion: suggestion, started: day)
    }

    /// The step to another phase, forward or back, with the reason that is kept.
    package func moving(
        to phase: Phase, because reason: String, on day: Day, today: Day, by actor: String
    ) throws(FocusAreaRefusal) -> PhaseMove {
        guard isOpen else { throw .ended }
        guard hasBegun(on: today) else { throw .notBegun(started) }
        guard phase != self.phase else { throw .alreadyIn(phase) }
        guard day <= today else { throw .dayAhead }
        let earliest = moves.last?.day ?? started
        guard day >= earliest else { throw .dayTooEarly(earliest) }
        guard !reason.isEmpty else { throw .reasonMissing }
        return PhaseMove(from: self.phase, to: phase, reason: reason, day: day, actor: actor)
    }

    /// Let go on a day, with a reason the members will read.
    package func ended(on day: Day, because reason: String) throws(FocusAreaRefusal) -> FocusArea {
        guard isOpen else { throw .ended }
        guard !reason.isEmpty else { throw .reasonMissing }
        var ended = self
        ended.ended = day
        return ended
    }

    /// Taken up again.
    package func resumed() throws(FocusAreaRefusal) -> FocusArea {
        guard !isOpen else { throw .notEnded }
        var resumed = self
        resumed.ended = nil
        return resumed
    }
}

/// A step of a focus area to another phase.
package struct PhaseMove: Sendable, Equatable {
    package let from: FocusArea.Phase
    package let to: FocusArea.Phase
    package let reason: String
    package let day: Day
    package let actor: String

    package init(from: FocusArea.Phase, to: FocusArea.Phase, reason: String, day: Day, actor: String) {
        (self.from, self.to, self.reason, self.day, self.actor) = (from, to, reason, day, actor)
    }
}

package enum FocusAreaRefusal: Refusal {
    case begunAlready(String)
    case ended
    case notEnded
    case notBegun(Day)
    case alreadyIn(FocusArea.Phase)
    case reasonMissing
    case dayAhead
    case dayTooEarly(Day)
    case notPrincipal
    case notOfThatSchool
    case leadsAlready(String)
    case leadEndedAlready

    package var words: Words {
        switch self {
        case .begunAlready(let title): FocusAreaWords.refusedBegunAlready(title)
        case .ended: FocusAreaWords.refusedEnded
        case .notEnded: FocusAreaWords.refusedNotEnded
        case .notBegun(let day): FocusAreaWords.refusedNotBegun(day)
        case .alreadyIn(let phase): FocusAreaWords.refusedAlreadyIn(FocusAreaWords.phaseNow(phase))
        case .reasonMissing: FocusAreaWords.refusedReasonMissing
        case .dayAhead: FocusAreaWords.refusedDayAhead
        case .dayTooEarly(let day): FocusAreaWords.refusedDayTooEarly(day)
        case .notPrincipal: FocusAreaWords.refusedNotPrincipal
        case .notOfThatSchool: FocusAreaWords.refusedNotOfThatSchool
        case .leadsAlready(let name): FocusAreaWords.refusedLeadsAlready(name)
        case .leadEndedAlready: FocusAreaWords.refusedLeadEndedAlready
        }
    }
}
