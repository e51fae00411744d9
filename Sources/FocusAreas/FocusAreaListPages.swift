import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// What the community puts its work into, how far each of it has come, and who carries it.
struct FocusAreaListPage: Page {
    let of: Community
    let pack: Pack
    let areas: [FocusArea]
    let schools: [Member]
    let today: Day
    let mayDecide: Bool

    var title: Words { FocusAreaWords.focusAreas }
    var community: CommunityName? { of.pageName }

    private var noun: Pack.NounForms { pack.noun(.focusArea) }
    private var open: [FocusArea] { areas.filter(\.isOpen) }
    private var ended: [FocusArea] { areas.filter { !$0.isOpen } }
    private var mayBegin: Bool { mayDecide && of.state != .closed && of.state != .paused }

    var body: HTML {
        guard !areas.isEmpty else {
            return headline(FocusAreaWords.focusAreas)
                + emptyPage(
                    FocusAreaWords.emptyWhat(noun), why: FocusAreaWords.emptyWhy,
                    begin: mayBegin ? buttonLink(FocusAreaWords.begin, to: FocusAreaPath.new(of.id)) : HTML())
        }
        return """
            \(headline(open.isEmpty
                ? FocusAreaWords.listEnded(noun) : FocusAreaWords.listSentence(open.count, noun, phases)))
            \(if: mayBegin, next)
            \(if: !open.isEmpty, table(open))
            \(if: mayBegin, "<p>\(buttonLink(FocusAreaWords.begin, to: FocusAreaPath.new(of.id), .quiet))</p>")
            \(if: !ended.isEmpty, section(FocusAreaWords.ended, id: "ended", table(ended)))
            """
    }

    /// The furthest first: "two are being embedded, three are being introduced".
    private var phases: [Words] {
        let begun = open.filter { $0.hasBegun(on: today) }
        let counts = FocusArea.Phase.allCases.reversed().compactMap { phase -> Words? in
            let count = begun.count { $0.phase == phase }
            return count > 0 ? FocusAreaWords.phaseCount(phase, count) : nil
        }
        let ahead = open.count - begun.count
        return ahead > 0 ? counts + [FocusAreaWords.aheadCount(ahead)] : counts
    }

    /// The first one that nobody leads, else the first that rests on one person.
    private var next: HTML {
        if let area = open.first(where: { $0.leadPrincipal == nil }) {
            return nextStep("\(FocusAreaWords.nextLead(area.title))", action: link(to: area))
        }
        if let area = open.first(where: { $0.carriers.count < FocusArea.fewestCarriers }) {
            return nextStep("\(FocusAreaWords.nextCarriers(area.title))", action: link(to: area))
        }
        return HTML()
    }

    private func link(to area: FocusArea) -> HTML {
        buttonLink(FocusAreaWords.open, to: FocusAreaPath.one(of.id, area.id))
    }

    private func table(_ areas: [FocusArea]) -> HTML {
        DataTable(
            FocusAreaWords.focusAreas,
            columns: [
                .text(FocusAreaWords.area), .text(FocusAreaWords.phase), .text(FocusAreaWords.ledBy),
                .text(FocusAreaWords.leadTeachers), .text(FocusAreaWords.since),
            ],
            rows: areas.map(row), showsCaption: false
        ).html
    }

    private func row(_ area: FocusArea) -> [HTML] {
        let led = schools.count { !area.leadTeachers(in: $0.organisation.id).isEmpty }
        return [
            "<a href=\"\(FocusAreaPath.one(of.id, area.id))\">\(area.title)</a>",
            area.ended.map { "\(FocusAreaWords.endedOn($0))" }
                ?? (area.hasBegun(on: today)
                    ? "\(FocusAreaWords.phaseNow(area.phase))" : "\(FocusAreaWords.beginsOn(area.started))"),
            area.leadPrincipal.map { "\($0.name)" } ?? "\(FocusAreaWords.nobody)",
            "\(FocusAreaWords.inSchools(led, of: schools.count))", "\(area.started)",
        ]
    }
}

/// Beginning a focus area: one of the programme's suggestions by one click, or one's own.
struct NewFocusAreaPage: Page {
    let of: Community
    let suggestions: [Pack.FocusArea]
    var form = FormData()
    var problems = Problems()

    var title: Words { FocusAreaWords.begin }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([Link(FocusAreaWords.focusAreas, to: FocusAreaPath.list(of.id))]))
        \(problemSummary(problems))\(headline(FocusAreaWords.begin))\(lead(FocusAreaWords.beginLead))
        \(if: !suggestions.isEmpty, section(FocusAreaWords.suggestions, id: "suggestions", offers))
        \(section(FocusAreaWords.own, id: "own", ownForm))
        """
    }

    private var offers: HTML { "<ul class=\"plain-list\">\(suggestions, offer)</ul>" }

    private func offer(_ suggestion: Pack.FocusArea) -> HTML {
        """
        <li><strong>\(suggestion.title)</strong><p>\(suggestion.text)</p>
        \(postButton(
            FocusAreaWords.takeUp(suggestion.title), to: FocusAreaPath.list(of.id), .quiet,
            fields: [("suggestion", suggestion.key)]))</li>
        """
    }

    private var ownForm: HTML {
        Form(
            to: FocusAreaPath.list(of.id),
            """
            \(focusAreaFields(title: form.text("title"), text: form.text("text"), problems))
            \(dateField(
                "started", FocusAreaWords.startedField, hint: FocusAreaWords.startedHint, value: form.text("started"),
                problems: problems, isRequired: false))
            \(actions(button(FocusAreaWords.beginIt)))
            """
        ).html
    }
}

/// The words of a focus area, wherever they are typed.
func focusAreaFields(title: String, text: String, _ problems: Problems) -> HTML {
    """
    \(textField("title", FocusAreaWords.titleField, value: title, problems: problems))
    \(textArea(
        "text", FocusAreaWords.textField, hint: FocusAreaWords.textHint, value: text, problems: problems, rows: 3))
    """
}
