package import Ground
package import HTML

/// Bars from zero, one for each name, against a dashed line with its label on it.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package let label: Words
        /// `nil` where the words stand in its place.
        package let value: Double?
        /// The value in words, at the end of the bar: "12 of 14 teachers".
        package let words: Words

        package init(_ label: Words, _ value: Double?, _ words: Words) {
            (self.label, self.value, self.words) = (label, value, words)
        }
    }

    package let finding: Finding
    package let bars: [Bar]
    package let goal: Goal?
    /// Where the scale ends. Without one, at the largest of what is shown.
    package let top: Double?
    package let rowHeading: Words?
    package let valueHeading: Words?

    package init(
        _ finding: Finding, bars: [Bar], goal: Goal? = nil, top: Double? = nil, rowHeading: Words? = nil,
        valueHeading: Words? = nil
    ) {
        (self.finding, self.bars, self.goal, self.top) = (finding, bars, goal, top)
        (self.rowHeading, self.valueHeading) = (rowHeading, valueHeading)
    }

    package var figure: HTML { composed.html }
    package var picture: HTML { composed.picture }

    private var composed: ChartFigure {
        ChartFigure(
            finding: finding, description: describing(ChartsWords.describeBars, goal), reading: [],
            table: ChartTable(
                columns: [rowHeading ?? ChartsWords.row, valueHeading ?? ChartsWords.value],
                rows: bars.map { Array([$0.label, $0.words]) }),
            draw: { $0 == .wide ? wide : narrow })
    }

    private var end: Double {
        let shown = bars.compactMap(\.value) + [goal?.value ?? 0]
        return max(top ?? shown.filter(\.isFinite).max() ?? 0, .leastNonzeroMagnitude)
    }

    private func length(_ value: Double, of full: Double) -> Double {
        value.isFinite ? min(max(value / end, 0), 1) * full : 0
    }

    private var wide: Drawing {
        let (left, full) = (250.0, 480.0)
        let upper = goal == nil ? 6.0 : 36.0
        let rowHeight = 42.0
        var pen = Pen()
        for (index, bar) in bars.enumerated() {
            let middle = upper + (Double(index) + 0.5) * rowHeight
            let label = TextMeasure.lines(bar.label.text, width: 232, size: 17, atMost: 2)
            pen.lines(label, 0, middle + 6 - Double(label.count - 1) * 10, leading: 20, "c-label")
            draw(bar, from: left, full: full, at: middle, &pen)
        }
        let bottom = upper + Double(bars.count) * rowHeight
        pen.line(left, upper, left, bottom, "c-base")
        drawGoal(at: left + length(goal?.value ?? 0, of: full), from: upper, to: bottom, width: 900, &pen)
        for (index, bar) in bars.enumerated() {
            write(bar, from: left, full: full, at: upper + (Double(index) + 0.5) * rowHeight, limit: 900, &pen)
        }
        return Drawing(width: 900, height: bottom + 6, content: pen.svg)
    }

    private var narrow: Drawing {
        let upper = goal == nil ? 0.0 : 32.0
        let rowHeight = 60.0
        var pen = Pen()
        for (index, bar) in bars.enumerated() {
            let y = upper + Double(index) * rowHeight
            pen.lines(
                TextMeasure.lines(bar.label.text, width: 336, size: 17, atMost: 1), 0, y + 18, leading: 20, "c-label")
            draw(bar, from: 1, full: 225, at: y + 38, &pen)
            pen.line(1, y + 26, 1, y + 50, "c-base")
        }
        let bottom = upper + Double(bars.count) * rowHeight
        drawGoal(at: 1 + length(goal?.value ?? 0, of: 225), from: upper, to: bottom - 6, width: 340, &pen)
        for (index, bar) in bars.enumerated() {
            write(bar, from: 1, full: 225, at: upper + Double(index) * rowHeight + 38, limit: 340, &pen)
        }
        return Drawing(width: 340, height: bottom, content: pen.svg)
    }

    private func draw(_ bar: Bar, from left: Double, full: Double, at middle: Double, _ pen: inout Pen) {
        guard let value = bar.value else { return }
        pen.rectangle(left, middle - 10, width: length(value, of: full), height: 20, "c-bar")
    }

    /// The words come last, so that no line crosses them.
    private func write(
        _ bar: Bar, from left: Double, full: Double, at middle: Double, limit: Double, _ pen: inout Pen
    ) {
        guard let value = bar.value else {
            let lines = TextMeasure.lines(bar.words.text, width: limit - left - 10, size: 15, atMost: 2)
            pen.lines(lines, left + 10, middle + 5, leading: 18, "c-note c-said")
            return
        }
        let length = length(value, of: full)
        var x = left + length + 10
        // Where the goal line would cross the words, they stand behind it.
        let line = left + self.length(goal?.value ?? 0, of: full)
        if goal != nil, line > x - 8, line < x + TextMeasure.width(bar.words.text, size: 17) { x = line + 10 }
        let lines = TextMeasure.lines(bar.words.text, width: limit - x, size: 17, atMost: 1)
        pen.lines(lines, x, middle + 6, leading: 18, "c-value")
    }

    private func drawGoal(at x: Double, from top: Double, to bottom: Double, width: Double, _ pen: inout Pen) {
        guard let goal else { return }
        pen.line(x, top - 4, x, bottom, "c-goal")
        let half = TextMeasure.width(goal.words.text, size: 15) / 2
        pen.text(goal.words.text, min(max(x, half), width - half), top - 12, "c-goal-label", anchor: .middle)
    }
}
