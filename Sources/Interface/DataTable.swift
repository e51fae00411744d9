package import Ground
package import HTML

/// Rows of facts under a caption. On narrow screens it scrolls inside its own region, never the page.
package struct DataTable: Sendable {
    package struct Column: Sendable {
        let heading: Words
        let isNumber: Bool

        /// A column of words.
        package static func text(_ heading: Words) -> Column { Column(heading: heading, isNumber: false) }
        /// A column of numbers: set to the right, digits of one width.
        package static func number(_ heading: Words) -> Column { Column(heading: heading, isNumber: true) }
    }

    /// Whether the table is folded away behind a line that opens it.
    package enum Fold: Sendable {
        case open, whenNarrow, always
    }

    package let caption: Words
    package let columns: [Column]
    /// One cell for each column. The first names the row.
    package let rows: [[HTML]]
    /// The row that sums up the others.
    package let total: [HTML]?
    package let fold: Fold
    package let showsCaption: Bool

    package init(
        _ caption: Words, columns: [Column], rows: [[HTML]], total: [HTML]? = nil, fold: Fold = .open,
        showsCaption: Bool = true
    ) {
        (self.caption, self.columns, self.rows, self.total) = (caption, columns, rows, total)
        (self.fold, self.showsCaption) = (fold, showsCaption)
    }

    package var html: HTML {
        switch fold {
        case .open: region
        case .whenNarrow: folded("fold when-narrow")
        case .always: folded("fold")
        }
    }

    private func folded(_ classes: String) -> HTML {
        "<details class=\"\(classes)\"><summary>\(InterfaceWords.table)</summary>\n\(region)</details>\n"
    }

    private var region: HTML {
        """
        <div class="table-region" role="region" aria-label="\(InterfaceWords.sum(caption))" tabindex="0">
        <table>
        <caption\(if: !showsCaption, " class=\"visually-hidden\"")>\(caption)</caption>
        <thead><tr>\(columns, { "<th scope=\"col\"\(numeric($0))>\($0.heading)</th>" })</tr></thead>
        <tbody>
        \(rows, { "<tr>\(line($0))</tr>\n" })</tbody>
        \(total.map { "<tfoot><tr>\(line($0))</tr></tfoot>\n" })</table>
        </div>

        """
    }

    private func line(_ cells: [HTML]) -> HTML {
        "\(zip(columns, cells).enumerated(), { cell($0.element.1, in: $0.element.0, isFirst: $0.offset == 0) })"
    }

    private func cell(_ content: HTML, in column: Column, isFirst: Bool) -> HTML {
        isFirst ? "<th scope=\"row\"\(numeric(column))>\(content)</th>" : "<td\(numeric(column))>\(content)</td>"
    }

    private func numeric(_ column: Column) -> HTML { column.isNumber ? " class=\"number\"" : "" }
}
