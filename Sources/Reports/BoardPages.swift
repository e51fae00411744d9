import Charts
import Communities
import Ground
import HTML
import Interface
import Measurement
import Programmes
import Web

/// One side of A4 for a board: three sentences, one picture, one table, what was decided, what is asked of the board.
///
/// Its numbers are those that may leave the house, whoever prints it.
struct BoardPage: Page {
    let of: Community
    /// One for each measure, the chosen one among them.
    let views: [PictureView]
    let chosen: PictureView
    let notes: BoardNotes
    var goal: Goal?

    var title: Words { BoardWords.title }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(chosen.headline))
        \(chosen.term.map(sentences))
        \(if: views.count > 1, filter)
        \(chosen.term.map(picture))
        \(if: !views.flatMap(rows).isEmpty, section(BoardWords.table, id: "measures", table))
        \(if: !notes.decided.isEmpty, section(BoardWords.decided, id: "decided", list(notes.decided)))
        \(if: !notes.asked.isEmpty, section(BoardWords.asked, id: "asked", list(notes.asked)))
        \(notes.resources.map { section(BoardWords.resources, id: "resources", "<p>\($0)</p>") })
        """
    }

    var about: HTML {
        Provenance(
            source: "\(chosen.source)", asOf: chosen.picture.latest,
            definition: chosen.definitionInShort.map { "\($0)" },
            protection: chosen.protectionInShort
        ).html
    }

    private func sentences(_ term: Term) -> HTML {
        let change: HTML? = main(chosen).map { "\(BoardWords.change(BoardChange(of: $0, in: chosen.picture))) " }
        let tools: HTML = chosen.tools.count > 1 ? " \(BoardWords.severalTools)" : ""
        return lead("\(change)\(chosen.coverage)\(tools)")
    }

    /// The term and the tool that the first sentence is about.
    private func main(_ view: PictureView) -> Slot? {
        guard let term = view.term, let tool = view.tools.first, view.whole(in: term, by: tool) != nil else {
            return nil
        }
        return Slot(term: term, tool: tool)
    }

    /// A choice for the screen; paper has the picture that was chosen.
    private var filter: HTML {
        let filter = SentenceFilter(
            to: ReportPath.board(of.id), BoardWords.filter,
            controls: [
                .init(
                    "measure", BoardWords.measure,
                    choices: views.map { Choice($0.picture.measure.key, Words(verbatim: $0.picture.measure.title)) },
                    chosen: chosen.picture.measure.key)
            ])
        return "<div class=\"actions\">\(filter.html)</div>"
    }

    /// The picture without its table: the numbers stand beside the dots, and a side of paper is short.
    private func picture(_ term: Term) -> HTML {
        guard let tool = chosen.tools.first else { return HTML() }
        let caption = BoardWords.picture(chosen.picture.measure.title, term.words, chosen.words(for: tool))
        let chart = PictureChart(view: chosen, goal: goal).dots(term, tool)
        return "<figure class=\"chart\"><figcaption>\(caption)</figcaption>\(chart.picture)</figure>"
    }

    private var table: HTML {
        DataTable(
            BoardWords.table,
            columns: [
                .text(BoardWords.measure), .text(BoardWords.tool), .text(BoardWords.share), .text(BoardWords.atOrAbove),
                .number(BoardWords.schools), .text(BoardWords.yearAgo),
            ],
            rows: views.flatMap(rows), showsCaption: false
        ).html
    }

    private func rows(_ view: PictureView) -> [[HTML]] {
        guard let term = view.term else { return [] }
        return view.tools.compactMap { tool -> [HTML]? in
            guard let shown = view.whole(in: term, by: tool) else { return nil }
            let slot = Slot(term: term, tool: tool)
            let share: HTML =
                shown.percents(level: 0.95).flatMap { range in
                    shown.percent.map { "\(BoardWords.percent($0, range.lowerBound, range.upperBound))" }
                } ?? "–"
            return [
                "\(view.picture.measure.title)", "\(view.words(for: tool))", share, "\(shown.words)",
                "\(view.picture.schools(behind: slot).count)",
                "\(BoardWords.short(BoardChange(of: slot, in: view.picture)))",
            ]
        }
    }

    private func list(_ items: [BoardNotes.Item]) -> HTML {
        "<ul>\(items, { "<li><b>\($0.text)</b>\(day($0))\(reason($0))</li>" })</ul>"
    }

    private func day(_ item: BoardNotes.Item) -> HTML { item.day.map { " (\($0))" } ?? "" }

    /// What was decided, and why, do not run together: the reason has a line of its own.
    private func reason(_ item: BoardNotes.Item) -> HTML { item.reason.isEmpty ? "" : "<br>\(item.reason)" }
}

/// While the programme measures nothing, there is nothing to put on paper.
struct EmptyBoardPage: Page {
    let of: CommunityName

    var title: Words { BoardWords.title }
    var community: CommunityName? { of }
    var body: HTML { "\(headline(BoardWords.nothing))" }
}
