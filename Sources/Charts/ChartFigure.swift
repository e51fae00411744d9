import Ground
import HTML

/// One arrangement of a picture: how high it is for its width, and what is drawn in it.
struct Drawing {
    let width: Double
    let height: Double
    let content: HTML
}

/// A picture is arranged anew for narrow screens, not shrunk.
enum Arrangement: String {
    case wide, narrow

    var width: Double { self == .wide ? 900 : 340 }
}

/// The table a picture was drawn from. The first cell names the row.
struct ChartTable {
    struct Cell {
        let words: Words
        /// How many columns it takes: words in the place of numbers take all of theirs.
        var span = 1
    }

    let columns: [Words]
    let rows: [[Cell]]
}

extension [ChartTable.Cell] {
    init(_ words: [Words]) { self = words.map { ChartTable.Cell(words: $0) } }
}

/// The picture in both arrangements, the table it was drawn from, and the way to the numbers.
struct ChartFigure {
    let finding: Finding
    /// How it is built, for those who do not see it.
    let description: Words
    /// How to read it, in a line under it.
    let reading: [Words]
    let table: ChartTable
    /// Pictures with links in them are groups, for an image hides what is inside it.
    var hasLinks = false
    /// A picture that is nearly a table itself keeps its table folded everywhere.
    var foldsTable = false
    /// A legend of marks, in HTML, under the picture.
    var key = HTML()
    let draw: (Arrangement) -> Drawing

    var html: HTML {
        """
        <figure class="chart" id="\(finding.id)">
        <figcaption>\(finding.title)</figcaption>
        \(key)\(picture)
        \(if: !reading.isEmpty, "<p class=\"reading\">\(reading, { "\($0) " })</p>")
        <details class="fold\(if: !foldsTable, " when-narrow")"><summary>\(ChartsWords.table)</summary>
        \(tableRegion)
        </details>
        \(finding.csv.map { "<p class=\"csv\"><a href=\"\($0)\" download>\(ChartsWords.csv)</a>\(workbook)</p>" })
        </figure>

        """
    }

    private var workbook: HTML? {
        finding.workbook.map { " <a href=\"\($0)\" download>\(ChartsWords.workbook)</a>" }
    }

    var picture: HTML { "<div class=\"plate\">\(svg(.wide))\n\(svg(.narrow))</div>" }

    var tableRegion: HTML {
        """
        <div class="table-region" role="region" aria-label="\(ChartsWords.scrolls(finding.title))" tabindex="0">
        <table>
        <caption class="visually-hidden">\(finding.title)</caption>
        <thead><tr>\(table.columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
        <tbody>
        \(table.rows, { "<tr>\(line($0))</tr>\n" })</tbody>
        </table>
        </div>
        """
    }

    private func line(_ cells: [ChartTable.Cell]) -> HTML {
        "\(cells.enumerated(), { $0.offset == 0 ? "<th scope=\"row\">\($0.element.words)</th>" : datum($0.element) })"
    }

    private func datum(_ cell: ChartTable.Cell) -> HTML {
        cell.span == 1 ? "<td>\(cell.words)</td>" : "<td colspan=\"\(cell.span)\">\(cell.words)</td>"
    }

    private func svg(_ arrangement: Arrangement) -> HTML {
        let drawing = draw(arrangement)
        let id = "\(finding.id)-\(arrangement.rawValue)"
        return """
            <svg class="picture \(arrangement.rawValue)" viewBox="0 0 \(Pen.unit(drawing.width)) \
            \(Pen.unit(drawing.height))" role="\(hasLinks ? "group" : "img")" \
            aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\(finding.title)</title>\
            <desc id="\(id)-desc">\(finding.description ?? description)</desc>\(drawing.content)</svg>
            """
    }
}
