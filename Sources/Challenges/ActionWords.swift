import Ground

enum ActionWords {
    static let actions = Words("actions.title", "Actions")
    static func state(_ state: PlannedAction.State) -> Words {
        switch state {
        case .planned: Words("actions.state-planned", "planned")
        case .underWay: Words("actions.state-under-way", "under way")
        case .done: Words("actions.state-done", "done")
        case .dropped: Words("actions.state-dropped", "dropped")
        }
    }
    static func workNote(_ state: Words, _ owner: String) -> Words {
        Words("actions.work-note", "An action, \(state), with \(owner).")
    }

    // The list.
    static func listSentence(_ count: Int, overdue: Int) -> Words {
        overdue > 0
            ? Words(
                "actions.list-overdue",
                "\(count, "action is", "actions are") to be done, of which \(overdue) should have been by now.")
            : Words("actions.list-sentence", "\(count, "action is", "actions are") to be done; none is late.")
    }
    static let listDone = Words("actions.list-done", "Everything that was planned is done.")
    static let emptyWhat = Words("actions.empty-what", "Your actions will be here.")
    static let emptyWhy = Words(
        "actions.empty-why",
        "An action is one thing that somebody does by a day. Each school can write down how it does it its own way.")
    static let emptyNothingToServe = Words(
        "actions.empty-nothing-to-serve",
        "An action serves a challenge or a focus area. Begin with one of these, and come back.")
    static let add = Words("actions.add", "Plan an action")
    static let mine = Words("actions.mine", "Yours")
    static let others = Words("actions.others", "Those of others")
    static let finished = Words("actions.finished", "Done and dropped")
    static let what = Words("actions.what", "What")
    static let serves = Words("actions.serves", "Serves")
    static let owner = Words("actions.owner", "Who sees to it")
    static let when = Words("actions.when", "When")
    static let stateHeading = Words("actions.state-heading", "State")
    static let versionsHeading = Words("actions.versions-heading", "Own versions")
    static func versionCount(_ count: Int, of members: Int) -> Words {
        Words("actions.version-count", "\(count) of \(members)")
    }
    static func from(_ day: Day) -> Words { Words("actions.from", "from \(day)") }
    static func by(_ day: Day) -> Words { Words("actions.by", "by \(day)") }
    static func fromTo(_ first: Day, _ last: Day) -> Words { Words("actions.from-to", "\(first) to \(last)") }
    static let noDay = Words("actions.no-day", "no day agreed")
    static func overdue(_ days: Int) -> Words { Words("actions.overdue", "\(days, "day", "days") late") }
    static func nextOverdue(_ what: String, _ days: Int) -> Words {
        Words(
            "actions.next-overdue",
            "“\(what)” is yours and \(days, "day", "days") late. Say how it stands, or give it a new day.")
    }
    static let open = Words("actions.open", "Open it")

    // Planning and changing course.
    static let addLead = Words("actions.add-lead", "One thing that somebody does by a day.")
    static let change = Words("actions.change", "Change its course")
    static let whatField = Words("actions.what-field", "What will be done?")
    static let purposeField = Words("actions.purpose-field", "What does it serve?")
    static let ownerField = Words("actions.owner-field", "Who sees to it?")
    static let ownerHint = Words("actions.owner-hint", "One person, or one school or organisation.")
    static let beginsField = Words("actions.begins-field", "From when?")
    static let dueField = Words("actions.due-field", "By when?")
    static let plan = Words("actions.plan", "Plan it")
    static let save = Words("actions.save", "Save")
    static func challengeChoice(_ title: String) -> Words { Words("actions.challenge-choice", "Challenge: \(title)") }
    static func focusAreaChoice(_ title: String) -> Words { Words("actions.focus-area-choice", "Focus area: \(title)") }
    static let whatMissing = Words("actions.what-missing", "Say in one line what will be done.")
    static let whatTooLong = Words("actions.what-too-long", "That is too long. Use at most 400 letters.")
    static let purposeMissing = Words("actions.purpose-missing", "Choose the challenge or focus area it serves.")
    static let ownerMissing = Words("actions.owner-missing", "Choose who sees to it.")
    static let dayWrong = Words("actions.day-wrong", "Type a date like 3 March 2027, or leave it empty.")

    // One of them.
    static func headline(_ what: String, _ state: Words) -> Words { Words("actions.headline", "\(what): \(state)") }
    static func headlineOverdue(_ what: String, _ state: Words, _ days: Int) -> Words {
        Words("actions.headline-overdue", "\(what): \(state), \(days, "day", "days") late")
    }
    static func seesToIt(_ name: String, _ when: Words) -> Words {
        Words("actions.sees-to-it", "\(name) sees to it, \(when).")
    }
    static let move = Words("actions.move", "How it stands")
    static let moveTo = Words("actions.move-to", "How does it stand?")
    static let reason = Words("actions.reason", "What happened?")
    static let reasonHint = Words("actions.reason-hint", "A sentence for the others. Needed only where it is dropped.")
    static let moveIt = Words("actions.move-it", "Save")
    static let stateMissing = Words("actions.state-missing", "Choose how it stands.")

    static let versions = Words("actions.versions", "Own versions")
    static let versionsNone = Words(
        "actions.versions-none", "No member has written down yet how it does this its own way.")
    static func versionsSentence(_ count: Int, of members: Int, done: Int) -> Words {
        done == 0
            ? Words("actions.versions-sentence", "Written down by \(count) of \(members, "member", "members").")
            : Words(
                "actions.versions-sentence-done",
                "Written down by \(count) of \(members, "member", "members"), done at \(done).")
    }
    static let member = Words("actions.member", "Member")
    static let version = Words("actions.version", "How we do it")
    static let written = Words("actions.written", "Written")
    static let noVersion = Words("actions.no-version", "nothing yet")
    static func writeFor(_ name: String) -> Words { Words("actions.write-for", "The version of \(name)") }
    static let textField = Words("actions.text-field", "How do you do it?")
    static let textHint = Words("actions.text-hint", "In your own words: what you do, with whom, what you left out.")

    // How it got here.
    static let history = Words("actions.history", "How it got here")
    static func happened(_ kind: String, _ actor: String) -> Words? {
        switch kind {
        case "action-planned": Words("actions.was-planned", "\(actor) plans it.")
        case "action-changed": Words("actions.was-changed", "\(actor) changes its course.")
        case "action-to-do": Words("actions.was-to-do", "\(actor): planned again.")
        case "action-under-way": Words("actions.was-under-way", "\(actor): under way.")
        case "action-done": Words("actions.was-done", "\(actor): done.")
        case "action-dropped": Words("actions.was-dropped", "\(actor): dropped.")
        case "action-version": Words("actions.was-version", "\(actor) writes an own version.")
        default: nil
        }
    }

    // Refusals.
    static func refusedDueBeforeBeginning(_ day: Day) -> Words {
        Words(
            "actions.refused-due-before", "It cannot be due before it begins, on \(day). Type that day or a later one.")
    }
    static func refusedAlreadyIn(_ state: Words) -> Words {
        Words("actions.refused-already-in", "It is \(state) already. Choose another state.")
    }
    static let refusedReasonMissing = Words(
        "actions.refused-reason-missing", "Say why it is dropped, in a sentence: the members will read it.")
    static let refusedDropped = Words(
        "actions.refused-dropped", "It has been dropped. Take it up again before a school writes its version.")
    static let refusedTextMissing = Words(
        "actions.refused-text-missing", "Say in a sentence how you do it: that is what the others learn from.")
}
