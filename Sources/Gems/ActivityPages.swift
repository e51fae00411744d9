import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// What people did together, newest first, and above it the one line that adds to it.
struct ActivitiesPage: Page {
    static let pageLength = 40
    /// How far back 'lately' goes.
    static let recentDays = 90

    let of: Community
    let activities: [Activity]
    /// The organisations one may write for; nobody who may not write sees the form.
    let own: [Member]
    let members: [Member]
    let kinds: [Pack.Activity]
    let focuses: [Focus]
    let today: Day
    /// Whose lines the reader may change.
    let mayChange: Set<Identifier<Activity>>
    var focus = ""
    var page = 1
    var removed: Identifier<Activity>?
    /// The line that was written just now.
    var written: Identifier<Activity>?
    var form = FormData()
    var problems = Problems()

    var title: Words { ActivityWords.activities }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var shown: [Activity] {
        switch focus {
        case "": activities
        case Self.withoutFocus: activities.filter { $0.focusArea == nil }
        default: activities.filter { $0.focusArea == focus }
        }
    }

    static let withoutFocus = "none"

    var body: HTML {
        """
        \(problemSummary(problems))\(removed.map(notice))\(written.map(thanks))
        \(headline(sentence))
        \(if: !own.isEmpty, lineForm)
        \(if: activities.isEmpty, emptyPage(ActivityWords.emptyWhat, why: ActivityWords.emptyWhy),
            else: section(ActivityWords.latest, id: "latest", list))
        """
    }

    private var sentence: Words {
        let recent = activities.filter { $0.day > today.adding(days: -Self.recentDays) }
        if activities.isEmpty { return ActivityWords.noneSentence }
        if recent.isEmpty { return ActivityWords.restingSentence(activities.count, days: Self.recentDays) }
        return ActivityWords.sentence(recent.count, Set(recent.map(\.organisation)).count, days: Self.recentDays)
    }

    private func notice(_ activity: Identifier<Activity>) -> HTML {
        doneNotice(ActivityWords.takenBack, undo: GemPath.restoration(of.id, activity))
    }

    private func thanks(_ activity: Identifier<Activity>) -> HTML {
        doneNotice(ActivityWords.written, undo: GemPath.removal(of.id, activity))
    }

    private var lineForm: HTML {
        Form(
            to: GemPath.activities(of.id),
            """
            \(activityFields(self.own, members, kinds, focuses, form, problems, folds: true))
            \(actions(button(ActivityWords.write)))
            """
        ).html
    }

    private var list: HTML {
        let pages = (shown.count + Self.pageLength - 1) / Self.pageLength
        let page = min(max(page, 1), max(pages, 1))
        let lines = shown.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength)
        return """
            \(if: !focuses.isEmpty, filter)
            \(if: shown.isEmpty, "<p>\(ActivityWords.noneHere)</p>")
            \(if: !shown.isEmpty, timeline(lines.map(happening)))
            \(pagination(page: page, of: pages, url: { "\(GemPath.activities(of.id))?focus=\(focus)&page=\($0)" }))
            """
    }

    private var filter: HTML {
        SentenceFilter(
            to: GemPath.activities(of.id), ActivityWords.show,
            controls: [
                SentenceFilter.Control(
                    "focus", ActivityWords.focusControl,
                    choices: [Choice("", ActivityWords.everyFocus)]
                        + focuses.map { Choice($0.id, Words(verbatim: $0.title)) }
                        + [Choice(Self.withoutFocus, ActivityWords.withoutFocus)],
                    chosen: focus)
            ]
        ).html
    }

    private func happening(_ activity: Activity) -> Happening {
        let kind = activity.kind.flatMap { kinds[key: $0]?.title }
        let focus = activity.focusArea.flatMap { id in focuses.first { $0.id == id }?.title }
        let about = [names[activity.organisation], activity.by, focus, kind].compactMap { $0 }.filter { !$0.isEmpty }
        return Happening(
            on: activity.day,
            """
            \(activity.text)\(company(of: activity).map { "<br><small>\($0)</small>" })
            <br><small>\(about.joined(separator: " · "))\(links(activity))</small>
            """)
    }

    private var names: [OrganisationID: String] {
        Dictionary(members.map { ($0.organisation.id, $0.organisation.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Who took part: in the writer's words, and the other members by name where they are few.
    private func company(of activity: Activity) -> Words? {
        let partners =
            activity.partners.count > 3
            ? [ActivityWords.others(activity.partners.count).text] : activity.partners.compactMap { names[$0] }
        let company = ([activity.company] + partners).filter { !$0.isEmpty }
        return company.isEmpty ? nil : ActivityWords.with(company.joined(separator: "; "))
    }

    private func links(_ activity: Activity) -> HTML {
        """
        \(if: mayChange.contains(activity.id), """
             · <a href="\(GemPath.activity(of.id, activity.id))">\(ActivityWords.change)</a>
            """)\(if: !own.isEmpty, """
             · <a href="\(GemPath.new(of.id, from: activity.id))">\(ActivityWords.nominate)</a>
            """)
        """
    }
}

/// Changing one line, or taking it back.
struct ActivityPage: Page {
    let of: Community
    let activity: Activity
    let own: [Member]
    let members: [Member]
    let kinds: [Pack.Activity]
    let focuses: [Focus]
    var form: FormData
    var problems = Problems()

    var title: Words { ActivityWords.changeTitle }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([Link(ActivityWords.activities, to: GemPath.activities(of.id))]))
        \(problemSummary(problems))\(headline(ActivityWords.changeTitle))
        \(Form(to: GemPath.activity(of.id, activity.id), """
            \(activityFields(own, members, kinds, focuses, form, problems, folds: false))
            \(actions(button(ActivityWords.save)))
            """).html)
        <p>\(ActivityWords.takeBackWhy)
        \(postButton(ActivityWords.takeBack, to: GemPath.removal(of.id, activity.id), .plain))</p>
        """
    }
}

/// The line and what may be added to it. Folded, only the line and the company stand in sight: that is enough.
private func activityFields(
    _ own: [Member], _ members: [Member], _ kinds: [Pack.Activity], _ focuses: [Focus], _ form: FormData,
    _ problems: Problems, folds: Bool
) -> HTML {
    let others = members.filter { $0.organisation.id != own.first?.organisation.id || own.count > 1 }
    let rest: HTML = """
        \(if: own.count > 1, selectField(
            "organisation", ActivityWords.whose, choices: own.map(choice),
            chosen: form.optional("organisation") ?? own.first?.organisation.id.rawValue, problems: problems))
        \(dateField(
            "day", ActivityWords.day, hint: ActivityWords.dayHint, value: form.text("day"), problems: problems,
            isRequired: false))
        \(focusField(focuses, form, problems))
        \(if: !kinds.isEmpty, selectField(
            "kind", ActivityWords.kind,
            choices: [Choice("", ActivityWords.noKind)] + kinds.map { Choice($0.key, Words(verbatim: $0.title)) },
            chosen: form.optional("kind"), problems: problems, isRequired: false))
        \(if: !others.isEmpty, checkboxGroup(
            "partner", ActivityWords.partners, choices: others.map(choice), chosen: Set(form.all("partner")),
            problems: problems, isRequired: false))
        """
    let isOpen = ["organisation", "day", "focus", "kind", "partner"].contains { name in
        problems.words(for: name) != nil || (name != "organisation" && form.optional(name) != nil)
    }
    return """
        \(textField(
            "text", ActivityWords.what, hint: ActivityWords.whatHint, value: form.text("text"), problems: problems))
        \(textField(
            "company", ActivityWords.company, hint: ActivityWords.companyHint, value: form.text("company"),
            problems: problems, isRequired: false))
        \(if: folds, """
            <details class="fold"\(if: isOpen, " open")><summary>\(ActivityWords.more)</summary>
            \(rest)</details>
            """, else: rest)
        """
}

/// The focus areas that go on, and the one that was chosen already.
func focusField(_ focuses: [Focus], _ form: FormData, _ problems: Problems) -> HTML {
    let chosen = form.optional("focus")
    let offered = focuses.filter { $0.isOpen || $0.id == chosen }
    guard !offered.isEmpty else { return HTML() }
    return selectField(
        "focus", ActivityWords.focus,
        choices: [Choice("", ActivityWords.noFocus)] + offered.map { Choice($0.id, Words(verbatim: $0.title)) },
        chosen: chosen, problems: problems, isRequired: false)
}

private func choice(_ member: Member) -> Choice {
    Choice(member.organisation.id.rawValue, Words(verbatim: member.organisation.name))
}
