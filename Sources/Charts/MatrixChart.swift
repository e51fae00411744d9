package import Ground
package import HTML

/// A mark for a state: a circle filled by quarters, or a cross, always with a letter beside it.
package struct StateMark: Sendable, Hashable {
    /// From 0 to 4; `nil` is a cross.
    package let quarters: Int?
    package let letter: String
    package let name: String

    package init(quarters: Int?, letter: String, name: Words) {
        (self.quarters, self.letter, self.name) = (quarters, letter, name.text)
    }
}

/// Rows against columns with a mark, a count or nothing in each cell: who has come how far with what.
package struct MatrixChart: Sendable {
    /// A row or a column, with what is to be said at its end: "stands still since March".
    package struct Heading: Sendable {
        package let label: Words
        package let note: Words?

        package init(_ label: Words, note: Words? = nil) { (self.label, self.note) = (label, note) }
    }

    package struct Cell: Sendable {
        package enum Content: Sendable {
            case empty
            case mark(StateMark)
            case count(Int)
            /// A short word in the place of a count, such as "few".
            case words(Words)
        }

        package let content: Content
        package let link: String?

        package init(_ content: Content, link: String? = nil) { (self.content, self.link) = (content, link) }
    }

    package let finding: Finding
    package let rows: [Heading]
    package let columns: [Heading]
    /// For each row, one cell for each column.
    package let cells: [[Cell]]
    package let rowHeading: Words?

    package init(_ finding: Finding, rows: [Heading], columns: [Heading], cells: [[Cell]], rowHeading: Words? = nil) {
        (self.finding, self.rows, self.columns, self.cells) = (finding, rows, columns, cells)
        self.rowHeading = rowHeading
    }

    package var figure: HTML { composed.html }
    package var picture: HTML { composed.picture }

    private var composed: ChartFigure {
        ChartFigure(
            finding: finding, description: ChartsWords.describeMatrix, reading: [], table: table,
            hasLinks: cells.joined().contains { $0.link != nil }, foldsTable: true, key: key,
            draw: { $0 == .wide ? wide : narrow })
    }

    private var table: ChartTable {
        let hasNotes = rows.contains { $0.note != nil }
        return ChartTable(
            columns: [rowHeading ?? ChartsWords.row] + columns.map(\.label) + (hasNotes ? [ChartsWords.note] : []),
            rows: zip(rows, cells).map { row, cells in
                Array([row.label] + cells.map(\.words) + (hasNotes ? [row.note ?? ChartsWords.nothing] : []))
            })
    }

    /// The marks that occur, with their names.
    private var key: HTML {
        let marks = Set(cells.joined().compactMap { if case .mark(let mark) = $0.content { mark } else { nil } })
        guard !marks.isEmpty else { return HTML() }
        let sorted = marks.sorted { ($0.quarters ?? 5, $0.letter) < ($1.quarters ?? 5, $1.letter) }
        return """
            <ul class="adoption-key" aria-hidden="true">\(sorted, { "<li>\($0.named)</li>" })</ul>

            """
    }

    private var wide: Drawing {
        let left = 230.0
        let right = rows.contains { $0.note != nil } ? 730.0 : 900.0
        let step = min((right - left) / Double(max(columns.count, 1)), 110)
        let heads = columns.map { TextMeasure.lines($0.label.text, width: step - 8, size: 15, atMost: 4) }
        let feet = columns.map { TextMeasure.lines($0.note?.text ?? "", width: step - 8, size: 14, atMost: 3) }
        let headHeight = Double(heads.map(\.count).max() ?? 0) * 18
        let top = headHeight + 14
        let rowHeight = 48.0
        var pen = Pen()
        for (index, lines) in heads.enumerated() {
            let x = left + (Double(index) + 0.5) * step
            pen.lines(lines, x, headHeight - Double(lines.count - 1) * 18, leading: 18, "c-head", anchor: .middle)
        }
        for (index, row) in rows.enumerated() {
            let y = top + Double(index) * rowHeight
            pen.line(0, y, 900, y, "c-guide")
            let label = TextMeasure.lines(row.label.text, width: left - 20, size: 17, atMost: 2)
            pen.lines(label, 0, y + 30 - Double(label.count - 1) * 10, leading: 20, "c-label")
            for (column, cell) in cells[index].prefix(columns.count).enumerated() {
                draw(
                    cell, row, columns[column], x: left + Double(column) * step, y: y, width: step, height: rowHeight,
                    &pen)
            }
            if let note = row.note {
                let lines = TextMeasure.lines(
                    note.text, width: 890 - left - step * Double(columns.count) - 16, size: 15, atMost: 2)
                let x = left + step * Double(columns.count) + 16
                pen.lines(lines, x, y + 29 - Double(lines.count - 1) * 9, leading: 18, "c-note")
            }
        }
        let bottom = top + Double(rows.count) * rowHeight
        pen.line(0, bottom, 900, bottom, "c-guide")
        for (index, lines) in feet.enumerated() {
            pen.lines(lines, left + (Double(index) + 0.5) * step, bottom + 22, leading: 17, "c-note", anchor: .middle)
        }
        let feetHeight = Double(feet.map(\.count).max() ?? 0) * 17
        return Drawing(width: 900, height: bottom + (feetHeight > 0 ? feetHeight + 14 : 4), content: pen.svg)
    }

    /// Columns have numbers, and their names stand above as a list; cells wrap under the name of their row.
    private var narrow: Drawing {
        let perLine = 6
        let (step, cellHeight) = (340.0 / Double(perLine), 58.0)
        var y = 0.0
        var pen = Pen()
        for (index, column) in columns.enumerated() {
            let text = column.note.map { "\(column.label.text) · \($0.text)" } ?? column.label.text
            let lines = TextMeasure.lines(text, width: 306, size: 16, atMost: 2)
            pen.text("\(index + 1)", 18, y + 18, "c-value", anchor: .end)
            pen.lines(lines, 30, y + 18, leading: 20, "c-label")
            y += Double(lines.count) * 20 + 6
        }
        y += 10
        for (index, row) in rows.enumerated() {
            pen.line(0, y, 340, y, "c-guide")
            let label = TextMeasure.lines(row.label.text, width: 336, size: 17, atMost: 2)
            pen.lines(label, 0, y + 24, leading: 20, "c-label c-whole")
            y += 32 + Double(label.count - 1) * 20
            if let note = row.note {
                let lines = TextMeasure.lines(note.text, width: 336, size: 15, atMost: 2)
                pen.lines(lines, 0, y + 12, leading: 18, "c-note")
                y += Double(lines.count) * 18
            }
            for (column, cell) in cells[index].prefix(columns.count).enumerated() {
                let (line, place) = column.quotientAndRemainder(dividingBy: perLine)
                let (x, top) = (Double(place) * step, y + Double(line) * cellHeight)
                pen.text("\(column + 1)", x + step / 2, top + 14, "c-tick c-fine", anchor: .middle)
                draw(cell, row, columns[column], x: x, y: top + 14, width: step, height: 44, &pen)
            }
            y += Double((columns.count + perLine - 1) / perLine) * cellHeight + 10
        }
        return Drawing(width: 340, height: max(y, 1), content: pen.svg)
    }

    private func draw(
        _ cell: Cell, _ row: Heading, _ column: Heading, x: Double, y: Double, width: Double, height: Double,
        _ pen: inout Pen
    ) {
        let (middle, centre) = (x + width / 2, y + height / 2)
        var inner = Pen()
        switch cell.content {
        case .empty: inner.circle(middle, centre, radius: 2, "c-empty")
        case .mark(let mark):
            inner.add(mark.shape(mark.quarters == nil ? middle : middle - 8, centre, radius: 10))
            if mark.quarters != nil { inner.text(mark.letter, middle + 8, centre + 5, "c-letter") }
        case .count(let number):
            inner.text(ChartsWords.number(number).text, middle, centre + 6, "c-value", anchor: .middle)
        case .words(let words): inner.text(words.text, middle, centre + 5, "c-note c-said", anchor: .middle)
        }
        guard let link = cell.link else {
            pen.add(inner.svg)
            return
        }
        let name: HTML = "\(row.label), \(column.label): \(cell.words)"
        pen.add("<a class=\"c-link\" href=\"\(link)\" aria-label=\"\(name)\">")
        pen.rectangle(x + 1, y + 1, width: width - 2, height: height - 2, "c-target", radius: 6)
        pen.add(inner.svg)
        pen.add("</a>")
    }
}

extension MatrixChart.Cell {
    var words: Words {
        switch content {
        case .empty: ChartsWords.none
        case .mark(let mark): Words(verbatim: mark.name)
        case .count(let number): ChartsWords.number(number)
        case .words(let words): words
        }
    }
}

extension StateMark {
    /// The mark with its letter and its name, as it stands in the key.
    fileprivate var named: HTML {
        """
        <span class="adoption"><svg class="pie" viewBox="0 0 24 24">\(shape(12, 12, radius: 9))</svg>\
        \(if: quarters != nil, "<b>\(letter)</b>")<span>\(name)</span></span>
        """
    }

    /// A circle, and in it as many quarters as it has, from the top on.
    func shape(_ x: Double, _ y: Double, radius: Double) -> HTML {
        var pen = Pen()
        guard let quarters else {
            let r = radius * 0.6
            pen.line(x - r, y - r, x + r, y + r, "pie-cross")
            pen.line(x + r, y - r, x - r, y + r, "pie-cross")
            return pen.svg
        }
        pen.circle(x, y, radius: radius, quarters < 4 ? "pie-rim" : "pie-rim pie-full")
        guard (1..<4).contains(quarters) else { return pen.svg }
        let end: (x: Double, y: Double) =
            switch quarters {
            case 1: (x + radius, y)
            case 2: (x, y + radius)
            default: (x - radius, y)
            }
        let r = Pen.unit(radius)
        pen.add(
            """
            <path class="pie-slice" d="M\(Pen.unit(x)) \(Pen.unit(y))V\(Pen.unit(y - radius))\
            A\(r) \(r) 0 \(quarters > 2 ? "1" : "0") 1 \(Pen.unit(end.x)) \(Pen.unit(end.y))Z"/>
            """)
        return pen.svg
    }
}
