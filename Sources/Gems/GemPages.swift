import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// Every gem, by how far it has come: those that wait for an answer first.
struct GemsPage: Page {
    let of: Community
    let stories: [GemStory]
    let members: [Member]
    let today: Day
    let mayDecide: Bool
    let mayNominate: Bool

    var title: Words { GemWords.gems }
    var community: CommunityName? { of.pageName }
    var about: HTML { Provenance(source: "\(GemWords.source)", asOf: today).html }

    private var waiting: [GemStory] { stories.filter { $0.stage == .nominated } }
    private var longest: GemStory? {
        waiting.max { ($0.daysWaiting(on: today) ?? 0) < ($1.daysWaiting(on: today) ?? 0) }
    }

    var body: HTML {
        """
        \(headline(sentence))
        \(next)
        \(if: stories.isEmpty, emptyPage(GemWords.emptyWhat, why: GemWords.emptyWhy))
        \(Gem.Stage.inOrder, stage)
        """
    }

    private var sentence: Words {
        guard !stories.isEmpty else { return GemWords.noneSentence }
        return GemWords.sentence(
            waiting: waiting.count, longest: longest?.daysWaiting(on: today) ?? 0,
            spreading: stories.count { $0.isPublic })
    }

    private var next: HTML {
        if mayDecide, let longest {
            return nextStep(
                "\(GemWords.answerNext(longest.gem.title, days: longest.daysWaiting(on: today) ?? 0))",
                action: buttonLink(GemWords.answerIt, to: GemPath.gem(of.id, longest.gem.id)),
                takes: GemWords.fiveMinutes) + nominate(.quiet)
        }
        if mayDecide, let chosen = stories.first(where: { $0.stage == .chosen }) {
            return nextStep(
                "\(GemWords.designNext(chosen.gem.title))",
                action: buttonLink(GemWords.designIt, to: GemPath.design(of.id, chosen.gem.id)),
                takes: GemWords.fiveMinutes) + nominate(.quiet)
        }
        return nominate(.primary)
    }

    private func nominate(_ kind: ButtonKind) -> HTML {
        mayNominate ? "<p>\(buttonLink(GemWords.nominate, to: GemPath.new(of.id), kind))</p>" : ""
    }

    private func stage(_ stage: Gem.Stage) -> HTML {
        let here = stories.filter { $0.stage == stage }
        guard !here.isEmpty else { return HTML() }
        return section(
            GemWords.heading(stage), id: stage.rawValue, "<ul class=\"plain-list\">\(here.reversed(), item)</ul>")
    }

    private func item(_ story: GemStory) -> HTML {
        let name = members.first { $0.organisation.id == story.gem.organisation }?.organisation.name ?? ""
        let using = story.reached(on: today).values.count { $0.state.isInUse }
        return """
            <li><a href="\(GemPath.gem(of.id, story.gem.id))">\(story.gem.title)</a>\
            \(story.daysWaiting(on: today).map { " \(tag(GemWords.waitingFor($0), .strong))" })
            <p>\(story.gem.text)</p>
            <p><small>\(GemWords.foundBy(story.gem.finder, at: name))\
            \(if: using > 0, " · \(GemWords.usedBy(using))")</small></p></li>
            """
    }
}

extension Gem.Stage {
    /// As the list tells them: what waits for somebody first, what is over last.
    static let inOrder: [Gem.Stage] = [
        .nominated, .chosen, .spreading, .checked, .designed, .testing, .setAside, .stopped,
    ]
}

/// Nominating a gem: what it is, who found it, and what they saw.
struct NominationPage: Page {
    let of: Community
    let bar: [EvidenceQuestion]
    let own: [Member]
    let focuses: [Focus]
    let activities: [Activity]
    var form: FormData
    var problems = Problems()

    var title: Words { GemWords.nominate }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([Link(GemWords.gems, to: GemPath.gems(of.id))]))
        \(problemSummary(problems))\(headline(GemWords.nominate))\(lead(GemWords.nominateLead))
        \(Form(to: GemPath.gems(of.id), """
            \(textField(
                "title", GemWords.name, hint: GemWords.nameHint, value: form.text("title"), problems: problems))
            \(textArea("text", GemWords.text, value: form.text("text"), problems: problems, rows: 3))
            \(textField(
                "finder", GemWords.whoFound, hint: GemWords.whoFoundHint, value: form.text("finder"),
                problems: problems))
            \(if: own.count > 1, selectField(
                "organisation", GemWords.whereFound,
                choices: own.map { Choice($0.organisation.id.rawValue, Words(verbatim: $0.organisation.name)) },
                chosen: form.optional("organisation"), problems: problems))
            \(focusField(focuses, form, problems))
            <h2>\(GemWords.bar)</h2>
            \(bar, question)
            \(if: !activities.isEmpty, checkboxGroup(
                "activity", GemWords.cameFrom, choices: activities.map(choice), chosen: Set(form.all("activity")),
                problems: problems, isRequired: false))
            \(actions(button(GemWords.nominateIt)))
            """).html)
        """
    }

    private func question(_ question: EvidenceQuestion) -> HTML {
        textArea(
            Nomination.field(question.key), Words(verbatim: question.text),
            value: form.text(Nomination.field(question.key)), problems: problems, rows: 3,
            isRequired: question.isRequired)
    }

    private func choice(_ activity: Activity) -> Choice {
        Choice(
            activity.id.rawValue, Words(verbatim: activity.text),
            hint: Words(verbatim: Language.spoken.day(activity.day)))
    }
}

/// How a chosen gem is to spread.
struct DesignPage: Page {
    let of: Community
    let gem: Gem
    var form: FormData
    var problems = Problems()

    var title: Words { GemWords.howItSpreads }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([
            Link(GemWords.gems, to: GemPath.gems(of.id)),
            Link(Words(verbatim: gem.title), to: GemPath.gem(of.id, gem.id)),
        ]))
        \(problemSummary(problems))\(headline(GemWords.designTitle(gem.title)))\(lead(GemWords.designLead))
        \(Form(to: GemPath.design(of.id, gem.id), """
            \(textField("audience", GemWords.audienceField, value: form.text("audience"), problems: problems))
            \(textArea(
                "core", GemWords.coreField, hint: GemWords.coreHint, value: form.text("core"), problems: problems))
            \(textArea(
                "adaptable", GemWords.adaptableField, hint: GemWords.coreHint, value: form.text("adaptable"),
                problems: problems, isRequired: false))
            \(textArea(
                "help", GemWords.helpField, hint: GemWords.helpHint, value: form.text("help"), problems: problems,
                rows: 2, isRequired: false))
            \(dateField("due", GemWords.dueField, value: form.text("due"), problems: problems, isRequired: false))
            \(actions(button(GemWords.saveDesign)))
            """).html)
        """
    }
}
