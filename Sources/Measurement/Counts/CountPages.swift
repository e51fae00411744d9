import DisclosureControl
import Ground
import HTML
import Interface
import Programmes
import Web

/// A small grid: year levels, how many were assessed, how many are at or above.
struct CountPage: Page {
    let of: CommunityName
    let pack: Pack
    let schools: [(id: OrganisationID, name: String)]
    let school: (id: OrganisationID, name: String)
    let measure: Pack.Measure
    let term: Term
    let terms: [Term]
    let tools: [Pack.Instrument]
    let entries: [CountEntry]
    let recorded: Set<Int>
    var form: FormData?
    var problems = Problems()
    var saved: (intake: String, rows: Int)?
    var isWithdrawn = false

    var title: Words { CountWords.title }
    var community: CommunityName? { of }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))
        \(saved.map { doneNotice(CountWords.saved($0.rows), undo: PicturePath.withdrawal(of.id, of: $0.intake)) })
        \(if: isWithdrawn, doneNotice(CountWords.withdrawn))
        \(headline(CountWords.sentence(measure.title, term.words, school.name)))
        \(lead(CountWords.why))
        \(if: saved != nil, nextStep(
            "\(CountWords.signNext)",
            action: buttonLink(PictureWords.signAction, to: PicturePath.signOffs(of.id, term: term))))
        \(chooser)
        \(if: measure.years.allSatisfy(recorded.contains), "<p>\(CountWords.allRecorded)</p>", else: grid)
        """
    }

    private var grid: HTML {
        """
        \(Form(to: PicturePath.counts(of.id), """
            \(hiddenField("organisation", school.id.rawValue))\(hiddenField("measure", measure.key))\
            \(hiddenField("term", term.description))
            \(selectField(
                "tool", CountWords.tool,
                choices: [Choice("", CountWords.tool)] + tools.map { Choice($0.key, Words(verbatim: $0.title)) },
                chosen: form.map { $0.text("tool") } ?? entries.compactMap(\.instrument).first, problems: problems))
            \(DataTable(
                CountWords.title,
                columns: [.text(CountWords.yearLevel), .text(CountWords.assessed), .text(CountWords.atOrAbove)],
                rows: measure.years.map(row), showsCaption: false).html)
            \(actions(button(CountWords.save)))
            """).html)
        """
    }

    private var chooser: HTML {
        SentenceFilter(
            to: PicturePath.counts(of.id), CountWords.filter,
            controls: [
                .init(
                    "measure", CountWords.measure,
                    choices: pack.measures.map { Choice($0.key, Words(verbatim: $0.title)) }, chosen: measure.key),
                .init(
                    "term", CountWords.term, choices: terms.map { Choice($0.description, $0.words) },
                    chosen: term.description),
                .init(
                    "organisation", CountWords.organisation,
                    choices: schools.map { Choice($0.id.rawValue, Words(verbatim: $0.name)) },
                    chosen: school.id.rawValue),
            ]
        ).html
    }

    private func row(_ year: Int) -> [HTML] {
        guard !recorded.contains(year) else {
            return ["\(PictureWords.year(year))", "\(CountWords.recorded)", "\(CountWords.recorded)"]
        }
        let entry = entries.first { $0.yearLevel == year }
        return [
            "\(PictureWords.year(year))",
            input("assessed-\(year)", CountWords.assessed(in: year), entry?.tally.count),
            input("above-\(year)", CountWords.atOrAbove(in: year), entry?.tally.hits),
        ]
    }

    /// The table's headings name the fields for those who see them, and a label of their own for those who do not.
    private func input(_ name: String, _ label: Words, _ value: Int?) -> HTML {
        let text = form.map { $0.text(name) } ?? value.map(String.init) ?? ""
        return """
            <label class="visually-hidden" for="field-\(name)">\(label)</label>\
            <input class="short" id="field-\(name)" name="\(name)" inputmode="numeric" autocomplete="off" \
            value="\(text)"\(if: problems.words(for: name) != nil, " aria-invalid=\"true\"")>
            """
    }
}

/// For those who belong to no school whose counts they might enter.
struct NoCountPage: Page {
    let of: CommunityName

    var title: Words { CountWords.title }
    var community: CommunityName? { of }
    var body: HTML { "\(headline(CountWords.nobody))\(lead(CountWords.nobodyWhy))" }
}
