package import FocusAreas
package import Ground
package import Programmes

/// Something learners here struggle with, that the community takes on together.
package struct Challenge: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        /// Somebody has set it down. It may still be without evidence.
        case proposed
        /// The community has taken it on.
        case agreed
        /// It was reached, or let go; the reason says which.
        case closed
    }

    package let id: Identifier<Challenge>
    /// In one line.
    package var title: String
    /// The evidence that there is an issue.
    package var why: String
    /// What is to be different, as a story.
    package var story: String
    /// How the community will know that it is.
    package var howKnown: String
    package var focusArea: Identifier<FocusArea>?
    package let proposed: Day
    package var agreed: Day?
    package var closed: Day?
    /// Why it was closed; empty while it is open.
    package var closedBecause: String
    /// None by choice, where the programme leaves the choice.
    package var targets: [Target]

    package init(
        id: Identifier<Challenge>, title: String, why: String, story: String, howKnown: String,
        focusArea: Identifier<FocusArea>? = nil, proposed: Day, agreed: Day? = nil, closed: Day? = nil,
        closedBecause: String = "", targets: [Target] = []
    ) {
        (self.id, self.title, self.why, self.story, self.howKnown) = (id, title, why, story, howKnown)
        (self.focusArea, self.proposed, self.agreed, self.closed) = (focusArea, proposed, agreed, closed)
        (self.closedBecause, self.targets) = (closedBecause, targets)
    }

    package var state: State { closed != nil ? .closed : agreed != nil ? .agreed : .proposed }
}

extension Challenge {
    /// The challenge, agreed on a day, once it says why, what and how known, and has targets if the programme expects
    /// them.
    package func agreed(on day: Day, by rule: Pack.Targets) throws(ChallengeRefusal) -> Challenge {
        try requireOpen()
        guard agreed == nil else { throw .agreedAlready }
        guard !why.isEmpty else { throw .whyMissing }
        guard !story.isEmpty else { throw .storyMissing }
        guard !howKnown.isEmpty else { throw .howKnownMissing }
        guard rule != .expected || !targets.isEmpty else { throw .targetMissing }
        var agreed = self
        agreed.agreed = day
        return agreed
    }

    /// Back to being proposed, so that it can be thought over.
    package func agreementWithdrawn() throws(ChallengeRefusal) -> Challenge {
        try requireOpen()
        guard agreed != nil else { throw .notAgreed }
        var withdrawn = self
        withdrawn.agreed = nil
        return withdrawn
    }

    /// Closed on a day with a reason: that it was reached, or why it was let go.
    package func closed(on day: Day, because reason: String) throws(ChallengeRefusal) -> Challenge {
        try requireOpen()
        guard !reason.isEmpty else { throw .reasonMissing }
        var closed = self
        (closed.closed, closed.closedBecause) = (day, reason)
        return closed
    }

    /// Open again, as it was before.
    package func closingWithdrawn() throws(ChallengeRefusal) -> Challenge {
        guard closed != nil else { throw .notClosed }
        var reopened = self
        (reopened.closed, reopened.closedBecause) = (nil, "")
        return reopened
    }

    package func requireOpen() throws(ChallengeRefusal) {
        guard closed == nil else { throw .closed }
    }
}

package enum ChallengeRefusal: Refusal {
    case whyMissing
    case storyMissing
    case howKnownMissing
    case targetMissing
    case lastTarget
    case agreedAlready
    case notAgreed
    case closed
    case notClosed
    case reasonMissing

    package var words: Words {
        switch self {
        case .whyMissing: ChallengeWords.refusedWhyMissing
        case .storyMissing: ChallengeWords.refusedStoryMissing
        case .howKnownMissing: ChallengeWords.refusedHowKnownMissing
        case .targetMissing: ChallengeWords.refusedTargetMissing
        case .lastTarget: ChallengeWords.refusedLastTarget
        case .agreedAlready: ChallengeWords.refusedAgreedAlready
        case .notAgreed: ChallengeWords.refusedNotAgreed
        case .closed: ChallengeWords.refusedClosed
        case .notClosed: ChallengeWords.refusedNotClosed
        case .reasonMissing: ChallengeWords.refusedReasonMissing
        }
    }
}

extension Challenge {
    /// With one target more.
    package func adding(_ target: Target) throws(ChallengeRefusal) -> Challenge {
        try requireOpen()
        var added = self
        added.targets.append(target)
        return added
    }

    /// With one target fewer. What was agreed by its targets keeps at least one where the programme expects them.
    package func removing(_ target: Identifier<Target>, by rule: Pack.Targets) throws(ChallengeRefusal) -> Challenge {
        try requireOpen()
        var removed = self
        removed.targets.removeAll { $0.id == target }
        guard rule != .expected || agreed == nil || !removed.targets.isEmpty else { throw .lastTarget }
        return removed
    }
}
