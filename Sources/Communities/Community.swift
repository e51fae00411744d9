package import Ground
package import Programmes

/// Organisations that improve together, by a programme they chose.
package struct Community: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        /// Finding partners and purpose.
        case forming
        /// At work.
        case active
        /// Resting by agreement: everything can be read, nothing is asked of anybody.
        case paused
        /// Wound down. Its record stays; nothing can be added.
        case closed
    }

    package let id: CommunityID
    package var name: String
    /// What it is for, in its own words.
    package var purpose: String
    package var state: State
    /// Whether anybody may read its public page.
    package var isPublic: Bool
    package let started: Day
    /// The packs it works by: its programme, and what it added to it.
    package var packs: [Pack.Name]

    package init(
        id: CommunityID, name: String, purpose: String, state: State, isPublic: Bool, started: Day, packs: [Pack.Name]
    ) {
        (self.id, self.name, self.purpose, self.state) = (id, name, purpose, state)
        (self.isPublic, self.started, self.packs) = (isPublic, started, packs)
    }
}

extension Community.State {
    package var words: Words { CommunityWords.state(self) }
}

extension Community {
    /// The community in another state. Resting and closing need a reason that is kept, closing cannot be taken back.
    package func moved(to state: State, because reason: String) throws(CommunityRefusal) -> Community {
        guard self.state != .closed else { throw .closed }
        guard state != self.state else { throw .already(state) }
        guard state != .forming else { throw .cannotFormAgain }
        guard !reason.isEmpty || state == .active else { throw .reasonMissing }
        var moved = self
        moved.state = state
        return moved
    }

    /// Whether anything may be added: neither resting nor closed.
    package var isOpen: Bool { state == .forming || state == .active }

    /// Refuses work that would change a community which rests or has closed.
    package func requireOpen() throws(CommunityRefusal) {
        switch state {
        case .forming, .active: return
        case .paused: throw .paused
        case .closed: throw .closed
        }
    }
}

package enum CommunityRefusal: Refusal {
    case paused
    case closed
    case already(Community.State)
    case cannotFormAgain
    case reasonMissing

    package var words: Words {
        switch self {
        case .paused: CommunityWords.refusedPaused
        case .closed: CommunityWords.refusedClosed
        case .already(let state): CommunityWords.refusedAlready(CommunityWords.state(state))
        case .cannotFormAgain: CommunityWords.refusedFormAgain
        case .reasonMissing: CommunityWords.refusedReasonMissing
        }
    }
}
