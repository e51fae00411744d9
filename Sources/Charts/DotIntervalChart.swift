package import Ground
package import HTML

/// Shares as dots with how sure they are, one row for each name, against a goal.
package struct DotIntervalChart: Sendable {
    package struct Row: Sendable {
        package let label: Words
        package let share: Share
        /// The row that holds all the others: drawn as a diamond, in bold.
        package let isWhole: Bool

        package init(_ label: Words, _ share: Share, isWhole: Bool = false) {
            (self.label, self.share, self.isWhole) = (label, share, isWhole)
        }
    }

    package let finding: Finding
    package let rows: [Row]
    package let goal: Goal?
    /// The heading of the first column of the table: "School".
    package let rowHeading: Words?

    package init(_ finding: Finding, rows: [Row], goal: Goal? = nil, rowHeading: Words? = nil) {
        (self.finding, self.rows, self.goal, self.rowHeading) = (finding, rows, goal, rowHeading)
    }

    /// Picture, table and the way to the numbers.
    package var figure: HTML { composed.html }
    /// The picture alone, for a page that prints its table elsewhere.
    package var picture: HTML { composed.picture }

    private var composed: ChartFigure {
        ChartFigure(
            finding: finding,
            description: describing(ChartsWords.describeDots, goal),
            reading: [ChartsWords.readDots],
            table: ChartTable(
                columns: [
                    rowHeading ?? ChartsWords.row, ChartsWords.share, ChartsWords.likely, ChartsWords.veryLikely,
                    ChartsWords.count,
                ],
                rows: rows.map { [ChartTable.Cell(words: $0.label)] + $0.share.cells }),
            draw: { $0 == .wide ? wide : narrow })
    }

    private var wide: Drawing {
        let scale = ShareScale(from: 276, to: 690)
        let rowHeight = 46.0
        let top = goal == nil ? 12.0 : 38.0
        let bottom = top + Double(rows.count) * rowHeight
        var pen = Pen()
        scale.drawGoal(goal, from: top - 6, to: bottom + 4, width: 900, &pen)
        for (index, row) in rows.enumerated() {
            let middle = top + (Double(index) + 0.5) * rowHeight
            let label = TextMeasure.lines(row.label.text, width: 252, size: 17, atMost: 2)
            let first = middle + 6 - Double(label.count - 1) * 10
            pen.lines(label, 0, first, leading: 20, row.isWhole ? "c-label c-whole" : "c-label")
            drawMark(row, scale, middle, &pen, wordsWidth: 600)
            guard case .of(_, _, _, _, let count) = row.share else { continue }
            let lines = TextMeasure.lines(count.text, width: 130, size: 15, atMost: 2)
            if let percent = row.share.percent { pen.text(percent.text, 762, middle + 6, "c-value", anchor: .end) }
            pen.lines(lines, 774, middle + 5 - Double(lines.count - 1) * 9, leading: 18, "c-note")
        }
        scale.drawAxis(at: bottom + 8, &pen)
        return Drawing(width: 900, height: bottom + 36, content: pen.svg)
    }

    /// The name and the share above the line, the count under it: a phone holds one column.
    private var narrow: Drawing {
        let scale = ShareScale(from: 8, to: 332)
        let top = goal == nil ? 4.0 : 32.0
        var y = top
        var pen = Pen()
        for row in rows {
            let label = TextMeasure.lines(row.label.text, width: 262, size: 17, atMost: 2)
            pen.lines(label, 0, y + 18, leading: 21, row.isWhole ? "c-label c-whole" : "c-label")
            if let percent = row.share.percent { pen.text(percent.text, 340, y + 18, "c-value", anchor: .end) }
            let middle = y + 38 + Double(label.count - 1) * 21
            drawMark(row, scale, middle, &pen, wordsWidth: 324)
            if case .of(_, _, _, _, let count) = row.share {
                let line = TextMeasure.lines(count.text, width: 336, size: 15, atMost: 1)
                pen.lines(line, 0, middle + 25, leading: 18, "c-note")
                y = middle + 42
            } else {
                y = middle + 26
            }
        }
        scale.drawAxis(at: y + 6, &pen)
        var behind = Pen()
        scale.drawGoal(goal, from: top - 4, to: y, width: 340, &behind)
        return Drawing(width: 340, height: y + 34, content: behind.svg + pen.svg)
    }

    private func drawMark(_ row: Row, _ scale: ShareScale, _ y: Double, _ pen: inout Pen, wordsWidth: Double) {
        switch row.share {
        case .words(let words):
            let lines = TextMeasure.lines(words.text, width: wordsWidth, size: 15, atMost: 2)
            pen.lines(lines, scale.low, y + 5, leading: 18, "c-note c-said")
        case .of(let value, let likely, let veryLikely, let cases, _):
            pen.line(scale.low, y, scale.high, y, "c-guide")
            if let range = veryLikely {
                pen.line(scale[range.lowerBound], y, scale[range.upperBound], y, "c-thin")
            }
            if let range = likely {
                let left = scale[range.lowerBound]
                pen.rectangle(left, y - 4, width: scale[range.upperBound] - left, height: 8, "c-band", radius: 4)
            }
            if row.isWhole {
                let x = scale[value]
                pen.path([(x, y - 10), (x + 10, y), (x, y + 10), (x - 10, y)], "c-dot", closed: true)
            } else {
                pen.circle(scale[value], y, radius: 7.5, cases < Share.fewestForPercent ? "c-dot c-hollow" : "c-dot")
            }
        }
    }
}
