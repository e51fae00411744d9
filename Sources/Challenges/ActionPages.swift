import Communities
import FocusAreas
import Ground
import HTML
import Interface
import Web

/// Everything that is to be done: the reader's own first, then that of others, then what is finished.
struct ActionListPage: Page {
    let of: Community
    let planned: [PlannedAction]
    /// Those of them that are the reader's to see to.
    let own: Set<Identifier<PlannedAction>>
    /// How many members could have a version of their own.
    let members: Int
    let today: Day
    let mayContribute: Bool
    /// Whether there is anything that an action could serve.
    let hasPurposes: Bool

    var title: Words { ActionWords.actions }
    var community: CommunityName? { of.pageName }

    private var open: [PlannedAction] { planned.filter(\.state.isOpen) }
    private var mayAdd: Bool { mayContribute && of.isAtWork && hasPurposes }

    var body: HTML {
        guard !planned.isEmpty else {
            return planParts(of, isActions: true) + headline(ActionWords.actions)
                + emptyPage(
                    ActionWords.emptyWhat, why: hasPurposes ? ActionWords.emptyWhy : ActionWords.emptyNothingToServe,
                    begin: mayAdd ? buttonLink(ActionWords.add, to: ActionPath.new(of.id)) : HTML())
        }
        let (mine, others) = (open.filter { own.contains($0.id) }, open.filter { !own.contains($0.id) })
        return """
            \(planParts(of, isActions: true))
            \(headline(sentence))
            \(next(mine))
            \(if: !mine.isEmpty, section(ActionWords.mine, id: "mine", table(mine)))
            \(if: !others.isEmpty, section(
                mine.isEmpty ? ActionWords.actions : ActionWords.others, id: "others", table(others)))
            \(if: mayAdd, quietLink(ActionWords.add, to: ActionPath.new(of.id)))
            \(if: open.count < planned.count, section(
                ActionWords.finished, id: "finished", table(planned.filter { !$0.state.isOpen })))
            """
    }

    private var sentence: Words {
        open.isEmpty
            ? ActionWords.listDone
            : ActionWords.listSentence(open.count, overdue: open.count { $0.isOverdue(on: today) })
    }

    private func next(_ mine: [PlannedAction]) -> HTML {
        guard of.isAtWork, let late = mine.first(where: { $0.isOverdue(on: today) }) else { return HTML() }
        return nextStep(
            "\(ActionWords.nextOverdue(late.what, late.daysOverdue(on: today) ?? 0))",
            action: buttonLink(ActionWords.open, to: ActionPath.one(of.id, late.id)))
    }

    private func table(_ planned: [PlannedAction]) -> HTML {
        ActionTable(of: of, planned: planned, members: members, today: today, showsPurpose: true).html
    }
}

/// Actions in rows: what, who, when, how it stands, and how many schools have their own version.
struct ActionTable {
    let of: Community
    let planned: [PlannedAction]
    /// How many members could have a version of their own.
    let members: Int
    let today: Day
    let showsPurpose: Bool

    var html: HTML {
        DataTable(
            ActionWords.actions,
            columns: [.text(ActionWords.what)] + (showsPurpose ? [.text(ActionWords.serves)] : [])
                + [
                    .text(ActionWords.owner), .text(ActionWords.when), .text(ActionWords.stateHeading),
                    .text(ActionWords.versionsHeading),
                ],
            rows: planned.map(row), showsCaption: false
        ).html
    }

    private func row(_ action: PlannedAction) -> [HTML] {
        let late: HTML? = action.daysOverdue(on: today).map { ", <strong>\(ActionWords.overdue($0))</strong>" }
        return ["<a href=\"\(ActionPath.one(of.id, action.id))\">\(action.what)</a>"]
            + (showsPurpose ? ["\(action.purposeTitle)"] : [])
            + [
                "\(action.ownerName)", "\(action.when)", "\(ActionWords.state(action.state))\(late)",
                "\(ActionWords.versionCount(action.versions.count, of: members))",
            ]
    }
}

extension PlannedAction {
    /// From when to when, in words.
    fileprivate var when: Words {
        switch (begins, due) {
        case (let begins?, let due?): ActionWords.fromTo(begins, due)
        case (nil, let due?): ActionWords.by(due)
        case (let begins?, nil): ActionWords.from(begins)
        case (nil, nil): ActionWords.noDay
        }
    }
}

/// Planning an action, or changing its course.
struct ActionTextPage: Page {
    let of: Community
    let choices: ActionChoices
    /// The action whose course is changed; `nil` for a new one.
    let action: PlannedAction?
    /// What it is to serve, if the reader came from there.
    var purpose: String?
    var form = FormData()
    var problems = Problems()

    var title: Words { action == nil ? ActionWords.add : ActionWords.change }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    /// What was typed comes back as it was; else what the action says now.
    private func value(_ field: String, _ now: String?) -> String { hasProblems ? form.text(field) : now ?? "" }

    var body: HTML {
        """
        \(breadcrumb([Link(ActionWords.actions, to: ActionPath.list(of.id))]))
        \(problemSummary(problems))\(headline(title))\(if: action == nil, lead(ActionWords.addLead))
        \(Form(to: action.map { ActionPath.one(of.id, $0.id) } ?? ActionPath.list(of.id), """
            \(textField("what", ActionWords.whatField, value: value("what", action?.what), problems: problems))
            \(serves)
            \(selectField(
                "owner", ActionWords.ownerField, hint: ActionWords.ownerHint,
                choices: choices.owners.map { Choice($0.value, Words(verbatim: $0.name)) },
                chosen: value("owner", action?.owner.formValue), problems: problems))
            \(dateField(
                "begins", ActionWords.beginsField, value: value("begins", action?.begins?.inWords), problems: problems,
                isRequired: false))
            \(dateField(
                "due", ActionWords.dueField, value: value("due", action?.due?.inWords), problems: problems,
                isRequired: false))
            \(actions(button(action == nil ? ActionWords.plan : ActionWords.save)))
            """).html)
        """
    }

    /// What an action serves is chosen once; it stays with it.
    private var serves: HTML {
        if let action { return hiddenField("purpose", action.purpose.formValue) }
        return selectField(
            "purpose", ActionWords.purposeField, choices: choices.purposes.map(choice),
            chosen: hasProblems ? form.text("purpose") : purpose, problems: problems)
    }

    private func choice(_ choice: ActionChoices.PurposeChoice) -> Choice {
        switch choice.purpose {
        case .challenge: Choice(choice.value, ActionWords.challengeChoice(choice.title))
        case .focusArea: Choice(choice.value, ActionWords.focusAreaChoice(choice.title))
        }
    }
}

/// One action: who sees to it, how it stands, and how each school does it its own way.
struct ActionPage: Page {
    let of: Community
    let action: PlannedAction
    /// Those that may have their own version.
    let members: [Member]
    let happenings: [Happened]
    let today: Day
    let mayContribute: Bool
    /// The organisations for which the reader is asked to write.
    let mayWriteFor: Set<OrganisationID>
    /// Whose version came back with problems.
    var writingFor: OrganisationID?
    var form = FormData()
    var problems = Problems()

    var title: Words { Words(verbatim: action.what) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var mayAct: Bool { mayContribute && of.isAtWork }

    var body: HTML {
        """
        \(breadcrumb([Link(ActionWords.actions, to: ActionPath.list(of.id)), purposeLink]))
        \(problemSummary(problems))
        \(headline(sentence))
        \(lead(ActionWords.seesToIt(action.ownerName, action.when)))
        \(if: mayAct, moveForm)
        \(section(ActionWords.versions, id: "versions", versions))
        \(section(ActionWords.history, id: "history", timeline(happenings.reversed().map(\.happening))))
        \(if: mayAct, quietLink(ActionWords.change, to: ActionPath.words(of.id, action.id)))
        """
    }

    private var purposeLink: Link {
        let title = Words(verbatim: action.purposeTitle)
        return switch action.purpose {
        case .challenge(let id): Link(title, to: ChallengePath.one(of.id, id))
        case .focusArea(let id): Link(title, to: FocusAreaPath.one(of.id, id))
        }
    }

    private var sentence: Words {
        let state = ActionWords.state(action.state)
        return action.daysOverdue(on: today).map { ActionWords.headlineOverdue(action.what, state, $0) }
            ?? ActionWords.headline(action.what, state)
    }

    private var moveForm: HTML {
        let others = PlannedAction.State.allCases.filter { $0 != action.state }
        let isOpened = problems.words(for: "state") != nil || problems.words(for: "reason") != nil
        return """
            <details class="fold"\(if: isOpened, " open")><summary>\(ActionWords.move)</summary>
            \(Form(to: ActionPath.state(of.id, action.id), guardsChanges: false, """
                \(radioGroup(
                    "state", ActionWords.moveTo,
                    choices: others.map { Choice($0.rawValue, ActionWords.state($0)) },
                    chosen: form.optional("state"), problems: problems))
                \(textField(
                    "reason", ActionWords.reason, hint: ActionWords.reasonHint, value: form.text("reason"),
                    problems: problems, isRequired: false))
                \(actions(button(ActionWords.moveIt, .quiet)))
                """).html)
            </details>
            """
    }

    // MARK: Own versions

    private var versions: HTML {
        """
        <p>\(action.versions.isEmpty
            ? ActionWords.versionsNone
            : ActionWords.versionsSentence(
                action.versions.count, of: members.count, done: action.versions.count { $0.state == .done }))</p>
        \(if: !action.versions.isEmpty, DataTable(
            ActionWords.versions,
            columns: [
                .text(ActionWords.member), .text(ActionWords.version), .text(ActionWords.stateHeading),
                .text(ActionWords.written),
            ], rows: action.versions.map(row), showsCaption: false).html)
        \(if: of.isAtWork && action.state != .dropped, "\(writable, writeForm)")
        """
    }

    private func row(_ version: SchoolVersion) -> [HTML] {
        [
            "\(version.organisationName)", "\(version.text)", "\(ActionWords.state(version.state))",
            "\(version.written)",
        ]
    }

    private var writable: [Member] { members.filter { mayWriteFor.contains($0.organisation.id) } }

    private func writeForm(_ member: Member) -> HTML {
        let id = member.organisation.id
        let isThis = id == writingFor
        let now = action.versions.first { $0.organisation == id }
        // Each form has its own names, so that labels and problems lead to the right one.
        let (text, state) = ("text-\(id)", "state-\(id)")
        return """
            <details class="fold"\(if: isThis || writable.count == 1, " open")><summary>\(
                ActionWords.writeFor(member.organisation.name))</summary>
            \(Form(to: ActionPath.version(of.id, action.id, of: id), guardsChanges: false, """
                \(textArea(
                    text, ActionWords.textField, hint: ActionWords.textHint,
                    value: isThis ? form.text(text) : now?.text ?? "", problems: problems, rows: 3))
                \(radioGroup(
                    state, ActionWords.moveTo,
                    choices: PlannedAction.State.allCases.map { Choice($0.rawValue, ActionWords.state($0)) },
                    chosen: isThis ? form.optional(state) : (now?.state ?? .planned).rawValue, problems: problems))
                \(actions(button(ActionWords.save, writable.count == 1 ? .primary : .quiet)))
                """).html)
            </details>
            """
    }
}
