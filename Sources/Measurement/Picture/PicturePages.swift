import Statistics
package import Charts
import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// A page whose parts were written before and kept: nothing in them depends on who exactly is looking, or on a session.
struct PicturePage: Page {
    let of: CommunityName
    let body: HTML
    let about: HTML

    var title: Words { PictureWords.title }
    var community: CommunityName? { of }
}

/// What a picture says and draws.
struct PictureParts {
    let of: CommunityName
    let view: PictureView
    let goal: Goal?

    private var picture: Picture { view.picture }

    var body: HTML {
        """
        \(headline(view.headline))
        \(if: view.term != nil, leads)
        \(next)
        \(if: view.term == nil, emptyPage(PictureWords.emptyWhat, why: PictureWords.emptyWhy))
        \(filter)
        \(view.term.map(numbers))
        \(view.changed, { "<p>\(PictureWords.changed($0.name))</p>" })
        \(unjudged)
        """
    }

    var about: HTML {
        Provenance(
            source: "\(view.source)", asOf: picture.latest, coverage: "\(view.coverage)",
            definition: view.definition.map { "\($0)" }, protection: view.protection
        ).html
    }

    private var leads: HTML {
        guard let term = view.term else { return HTML() }
        let severalTools: HTML? = view.tools.count > 1 ? " \(PictureWords.severalTools(view.tools.count))" : nil
        let signed = PictureWords.whichTerm(
            term.words, signed: view.signedSchools.count, of: picture.schools.count)
        let who: HTML =
            picture.sight.belongs
            ? " <a href=\"\(PicturePath.signOffs(of.id, term: term))\">\(PictureWords.whoSigned)</a>" : ""
        return lead("\(signed)\(who)\(severalTools)")
    }

    /// At most one thing to do: sign off what is there, or bring in what is not.
    private var next: HTML {
        if let school = picture.schools.first(where: { picture.sight.signing.contains($0.id) && !$0.ownOnly.isEmpty }),
            let term = school.ownOnly.max()
        {
            return nextStep(
                "\(PictureWords.signNext(school.name, term.words))",
                action: buttonLink(PictureWords.signAction, to: PicturePath.signOffs(of.id, term: term)))
        }
        if view.silent.contains(where: { picture.sight.entering.contains($0.id) }) {
            return nextStep(
                "\(PictureWords.enterNext)",
                action: buttonLink(PictureWords.enterAction, to: PicturePath.counts(of.id), .quiet))
        }
        return HTML()
    }

    private var filter: HTML {
        let measures = picture.pack.measures.map { Choice($0.key, Words(verbatim: $0.title)) }
        let years =
            [Choice("", PictureWords.allYears)]
            + picture.measure.years.map { Choice(String($0), PictureWords.year($0)) }
        let terms = picture.terms.reversed().map { Choice($0.description, $0.words) }
        let rows = PictureFilter.Rows.allCases.filter { $0 != .group || !picture.pack.groups.isEmpty }
        return SentenceFilter(
            to: PicturePath.picture(of.id), terms.isEmpty ? PictureWords.filterWithoutTerm : PictureWords.filter,
            controls: [
                .init("measure", PictureWords.measure, choices: measures, chosen: picture.measure.key),
                .init(
                    "years", PictureWords.years, choices: view.filter.rows == .school ? years : [years[0]],
                    chosen: view.filter.yearLevel.map(String.init) ?? ""),
                .init(
                    "by", PictureWords.by, choices: rows.map { Choice($0.rawValue, PictureWords.rows($0)) },
                    chosen: view.filter.rows.rawValue),
            ]
                + (terms.isEmpty
                    ? []
                    : [
                        .init(
                            "term", PictureWords.term, choices: Array(terms), chosen: view.term?.description)
                    ])
        ).html
    }

    private func numbers(in term: Term) -> HTML {
        """
        \(view.tools.enumerated(), { index, tool in dots(term, tool, isFirst: index == 0) })
        \(notes(term))
        \(if: picture.terms.count > 1, section(PictureWords.overTermsTitle, id: "over-terms", courses))
        """
    }

    private func dots(_ term: Term, _ tool: Tool, isFirst: Bool) -> HTML {
        let file = isFirst ? PicturePath.export(of.id, view.filter) : nil
        let workbook = isFirst ? PicturePath.workbook(of.id, view.filter) : nil
        return PictureChart(view: view, goal: goal, csv: file, workbook: workbook).dots(term, tool).figure
    }

    private func notes(_ term: Term) -> HTML {
        let silent = view.silent.map(\.name).joined(separator: ", ")
        let overlaps = picture.schools.filter { $0.overlaps.contains(term) }.map(\.name).joined(separator: ", ")
        let own = picture.schools.filter { $0.ownOnly.contains(term) }.map(\.name).joined(separator: ", ")
        return """
            \(if: !silent.isEmpty, "<p>\(PictureWords.silent(silent))</p>")
            \(if: !overlaps.isEmpty, "<p>\(PictureWords.overlaps(overlaps))</p>")
            \(if: !own.isEmpty, "<p>\(PictureWords.ownOnly(own))</p>")
            """
    }

    /// What is kept and cannot be seen, and where that is mended.
    private var unjudged: HTML {
        let found = view.unjudged
        guard !found.isEmpty else { return HTML() }
        return """
            \(found, { tool, schools in
                let names = schools.map(\.name).joined(separator: ", ")
                return "<p>\(PictureWords.unjudged(view.words(for: tool), names, view.subjectName))</p>"
            })
            <p>\(IntakeWords.unjudgedMend)\(if: picture.sight.manages, " \(settings)")</p>
            """
    }

    private var settings: HTML {
        "<a href=\"\(CommunityPath.settings(of.id))\">\(IntakeWords.toSettings)</a>"
    }

    private var courses: HTML { PictureChart(view: view, goal: goal).courses.figure }
}

/// A view as charts. Nothing that is not in the view can get into them.
package struct PictureChart {
    let view: PictureView
    let goal: Goal?
    let csv: String?
    let workbook: String?

    package init(view: PictureView, goal: Goal? = nil, csv: String? = nil, workbook: String? = nil) {
        (self.view, self.goal, self.csv, self.workbook) = (view, goal, csv, workbook)
    }

    /// The rows of one tool in one term, each with how sure it is.
    package func dots(_ term: Term, _ tool: Tool) -> DotIntervalChart {
        let lines = view.lines(in: term, by: tool)
        let rows = lines.filter { $0.subject != .community }
        let whole = lines.filter { $0.subject == .community && (rows.count > 1 || view.filter.rows != .school) }
        return DotIntervalChart(
            Finding(
                finding(tool, rows.count), id: "dots-\(view.tools.firstIndex(of: tool) ?? 0)", csv: csv,
                workbook: workbook),
            rows: (rows + whole).map { line in
                .init(view.words(for: line), share(line), isWhole: line.subject == .community)
            },
            goal: goal, rowHeading: PictureWords.heading(view.filter.rows))
    }

    private func finding(_ tool: Tool, _ rows: Int) -> Words {
        switch view.filter.rows {
        case .school: PictureWords.bySchools(view.words(for: tool), rows)
        case .year: PictureWords.byYears(view.words(for: tool))
        case .group: PictureWords.byGroups(view.words(for: tool))
        }
    }

    private func share(_ line: PictureView.Line) -> Share {
        let words = line.roll.map { PictureWords.count(line.shown.words, roll: $0) }
        return share(line.shown, words ?? line.shown.words)
    }

    private func share(_ shown: CellShown, _ words: Words) -> Share {
        guard let proportion = shown.proportion else { return .words(words) }
        let likely = proportion.wilsonInterval(level: 0.8)
        let veryLikely = proportion.wilsonInterval(level: 0.95)
        return .of(
            proportion.value, likely: likely.lower...likely.upper, veryLikely: veryLikely.lower...veryLikely.upper,
            cases: proportion.trials, count: words)
    }

    /// Every row over the terms, broken where before and after cannot be compared.
    package var courses: SmallMultiples {
        let courseList = view.courses
        return SmallMultiples(
            Finding(
                PictureWords.overTerms(view.filter.rows), id: "courses", description: PictureWords.overTermsDescription),
            terms: view.picture.terms.map(\.words),
            panels: courseList.map { course in
                let name = view.words(for: course.subject)
                // Where all is by one tool, the filter has said so already.
                let tool = courseList.contains { $0.tool != course.tool } ? course.tool : nil
                return .init(
                    tool.map { PictureWords.withTool(name, view.words(for: $0)) } ?? name,
                    course.values.map { $0.map { .share(share($0, $0.words)) } ?? .none },
                    breaks: course.changes.map { SeriesBreak(beforeTerm: $0.before, view.words(for: $0.change)) })
            },
            goal: goal, rowHeading: PictureWords.heading(view.filter.rows))
    }
}

extension PictureParts {
    static var withoutMeasures: HTML { "\(headline(PictureWords.title))\(lead(PictureWords.emptyMeasures))" }
}
