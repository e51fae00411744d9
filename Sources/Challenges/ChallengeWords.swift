import Ground
import Programmes

enum ChallengeWords {
    static let challenges = Words("challenges.title", "Challenges")
    static func state(_ state: Challenge.State) -> Words {
        switch state {
        case .proposed: Words("challenges.state-proposed", "proposed")
        case .agreed: Words("challenges.state-agreed", "agreed")
        case .closed: Words("challenges.state-closed", "closed")
        }
    }
    static func workNote(_ state: Words) -> Words { Words("challenges.work-note", "A challenge, \(state).") }

    // The list.
    static func listSentence(_ count: Int, _ noun: Pack.NounForms, _ states: [Words]) -> Words {
        Words(
            "challenges.list-sentence",
            "\(count, noun.one, noun.many): \(states.map(\.text).joined(separator: ", ")).")
    }
    static func stateCount(_ state: Challenge.State, _ count: Int) -> Words {
        switch state {
        case .proposed: Words("challenges.count-proposed", "\(count, "is", "are") proposed")
        case .agreed: Words("challenges.count-agreed", "\(count, "is", "are") agreed")
        case .closed: Words("challenges.count-closed", "\(count, "is", "are") closed")
        }
    }
    static func emptyWhat(_ noun: Pack.NounForms) -> Words {
        Words("challenges.empty-what", "Your \(noun.many) will be here.")
    }
    static let emptyWhy = Words(
        "challenges.empty-why",
        """
        Noticing that there is an issue is the first step. Say what you see, what is to be different, and how you will \
        know.
        """)
    static let propose = Words("challenges.propose", "Propose a challenge")
    static let withoutTargets = Words("challenges.without-targets", "This community works without targets, by choice.")
    static let noTarget = Words("challenges.no-target", "No target, by choice.")
    static let noTargetSoFar = Words(
        "challenges.no-target-so-far", "No target so far. The programme leaves the choice.")
    static let noTargetYet = Words(
        "challenges.no-target-yet", "No target yet. The programme expects one before the challenge is agreed.")
    static func nextAgree(_ title: String) -> Words {
        Words("challenges.next-agree", "“\(title)” waits to be agreed. Read it, and say whether it is ours.")
    }
    static func nextAction(_ title: String) -> Words {
        Words(
            "challenges.next-action", "“\(title)” is agreed, and nobody does anything for it yet. Plan a first action.")
    }
    static let open = Words("challenges.open", "Open it")
    static func actionCount(_ open: Int, _ all: Int) -> Words {
        Words("challenges.action-count", "\(all, "action", "actions"), of which \(open) to do.")
    }
    static let noActions = Words("challenges.no-actions", "No action yet.")

    // Proposing and rewording.
    static let proposeLead = Words(
        "challenges.propose-lead",
        "One line is enough to begin. Why and how known are asked for when the community agrees on it.")
    static let reword = Words("challenges.reword", "Change its words")
    static let titleField = Words("challenges.title-field", "The challenge in one line")
    static let titleHint = Words("challenges.title-hint", "Such as: every Year 4 to 6 writer finds a reader.")
    static let why = Words("challenges.why", "Why?")
    static let whyHint = Words("challenges.why-hint", "The evidence: what did you notice, where, for whom most?")
    static let story = Words("challenges.story", "What is to be different?")
    static let storyHint = Words("challenges.story-hint", "As you would tell it to a family. Strengths first.")
    static let howKnown = Words("challenges.how-known", "How will you know?")
    static let howKnownHint = Words(
        "challenges.how-known-hint", "What will be seen or counted, and when you will look.")
    static let focusArea = Words("challenges.focus-area", "Which focus area does it belong to?")
    static let noAreas = Words(
        "challenges.no-areas",
        """
        There is no focus area yet. A challenge serves one, and only then does the home page show the line from it to \
        learners; you can choose it later.
        """)
    static let beginArea = Words("challenges.begin-area", "Begin a focus area")
    static let noFocusArea = Words("challenges.no-focus-area", "None")
    static let proposeIt = Words("challenges.propose-it", "Propose it")
    static let save = Words("challenges.save", "Save")
    static let titleMissing = Words("challenges.title-missing", "Say in one line what the challenge is.")
    static let titleTooLong = Words("challenges.title-too-long", "The line is too long. Use at most 160 letters.")
    static let textTooLong = Words("challenges.text-too-long", "That is too long. Use at most 8,000 letters.")
    static let focusAreaUnknown = Words("challenges.focus-area-unknown", "Choose one of the focus areas, or none.")

    // One of them.
    static func headlineMore(_ title: String, _ learners: Int, _ due: Day) -> Words {
        Words("challenges.headline-more", "\(title): \(learners, "more learner", "more learners") by \(due)")
    }
    static func headlineFewer(_ title: String, _ learners: Int, _ due: Day) -> Words {
        Words("challenges.headline-fewer", "\(title): \(learners, "learner fewer", "learners fewer") by \(due)")
    }
    static func headlineTargets(_ title: String, _ targets: Int, _ due: Day) -> Words {
        Words("challenges.headline-targets", "\(title): \(targets, "target", "targets"), the first by \(due)")
    }
    static func proposedOn(_ day: Day) -> Words {
        Words("challenges.proposed-on", "Proposed on \(day). The community has not agreed on it yet.")
    }
    static func agreedOn(_ day: Day) -> Words { Words("challenges.agreed-on", "Agreed on \(day).") }
    static func closedOn(_ day: Day, _ reason: String) -> Words {
        Words("challenges.closed-on", "Closed on \(day): \(reason)")
    }
    static let whyName = Words("challenges.why-name", "Why")
    static let storyName = Words("challenges.story-name", "What")
    static let howKnownName = Words("challenges.how-known-name", "How known")
    static let focusAreaName = Words("challenges.focus-area-name", "Focus area")
    static let notSaid = Words("challenges.not-said", "not said yet")
    static let about = Words("challenges.about", "What it is about")
    static let readyToAgree = Words(
        "challenges.ready-to-agree", "It says why, what and how known. Is it ours? Then agree on it for the community.")
    static let agree = Words("challenges.agree", "Agree on it")
    static let completeIt = Words("challenges.complete-it", "Complete it")
    static let withdraw = Words("challenges.withdraw", "Take the agreement back")
    static let planFirst = Words("challenges.plan-first", "Nobody does anything for it yet. Plan a first action.")
    static let change = Words("challenges.change", "Changing it")
    static let close = Words("challenges.close", "Close it")
    static let closeWhy = Words("challenges.close-why", "Why?")
    static let closeHint = Words(
        "challenges.close-hint", "That it was reached, or why it was let go. The members will read it.")
    static let closeIt = Words("challenges.close-it", "Close it today")
    static let reopen = Words("challenges.reopen", "Open it again")

    // How it got here.
    static let history = Words("challenges.history", "How it got here")
    static let somebody = Words("challenges.somebody", "Somebody")
    static func happened(_ kind: String, _ actor: String) -> Words? {
        switch kind {
        case "challenge-proposed": Words("challenges.was-proposed", "\(actor) proposes it.")
        case "challenge-reworded": Words("challenges.was-reworded", "\(actor) changes its words.")
        case "challenge-agreed": Words("challenges.was-agreed", "\(actor) notes that the community agrees.")
        case "challenge-agreement-withdrawn":
            Words("challenges.was-withdrawn", "\(actor) takes the agreement back.")
        case "challenge-closed": Words("challenges.was-closed", "\(actor) closes it.")
        case "challenge-reopened": Words("challenges.was-reopened", "\(actor) opens it again.")
        case "target-set": Words("challenges.target-was-set", "\(actor) sets a target.")
        case "target-removed": Words("challenges.target-was-removed", "\(actor) takes a target away.")
        default: nil
        }
    }

    // Refusals.
    static let refusedWhyMissing = Words(
        "challenges.refused-why-missing",
        "It does not say why yet. Write down the evidence first; then the community can agree on it.")
    static let refusedStoryMissing = Words(
        "challenges.refused-story-missing",
        "It does not say yet what is to be different. Write that down first; then the community can agree on it.")
    static let refusedHowKnownMissing = Words(
        "challenges.refused-how-known-missing",
        "It does not say yet how you will know. Write that down first; then the community can agree on it.")
    static let refusedTargetMissing = Words(
        "challenges.refused-target-missing", "The programme expects a target. Set one first; then agree on it.")
    static let refusedLastTarget = Words(
        "challenges.refused-last-target",
        "It was agreed by this target, and the programme expects one. Set another first, or take the agreement back.")
    static let refusedAgreedAlready = Words(
        "challenges.refused-agreed-already", "The community has agreed on it already.")
    static let refusedNotAgreed = Words("challenges.refused-not-agreed", "There is no agreement to take back.")
    static let refusedClosed = Words(
        "challenges.refused-closed", "It has been closed. Open it again first; the button stands on its page.")
    static let refusedNotClosed = Words("challenges.refused-not-closed", "It is open already.")
    static let refusedReasonMissing = Words(
        "challenges.refused-reason-missing", "Say why, in a sentence: the members will read it.")
}
