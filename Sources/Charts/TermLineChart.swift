package import Ground
package import HTML

/// Shares over terms as a line, broken where the tool changed, with the reason at the break.
package struct TermLineChart: Sendable {
    package struct Series: Sendable {
        package let name: Words
        /// One for each term.
        package let values: [TermValue]

        package init(_ name: Words, _ values: [TermValue]) { (self.name, self.values) = (name, values) }
    }

    package let finding: Finding
    package let terms: [Words]
    package let series: [Series]
    package let breaks: [SeriesBreak]
    package let goal: Goal?
    /// Where the scale begins and ends; the picture says so when that is not at zero.
    package let range: ClosedRange<Double>

    package init(
        _ finding: Finding, terms: [Words], series: [Series], breaks: [SeriesBreak] = [], goal: Goal? = nil,
        range: ClosedRange<Double>? = nil
    ) {
        (self.finding, self.terms, self.series) = (finding, terms, series)
        (self.breaks, self.goal) = (breaks, goal)
        self.range = range ?? TermScale.around(series.flatMap(\.values), goal, withRanges: series.count == 1)
    }

    package var figure: HTML { composed.html }
    package var picture: HTML { composed.picture }

    private var composed: ChartFigure {
        ChartFigure(
            finding: finding, description: describing(ChartsWords.describeTerms, goal), reading: reading,
            table: table,
            draw: { drawing($0) })
    }

    /// A row for each term: all there is to say of one series, or the shares of several side by side.
    private var table: ChartTable {
        let notes = Dictionary(breaks.map { ($0.beforeTerm, $0.note) }, uniquingKeysWith: { first, _ in first })
        let numbers =
            isAlone
            ? [ChartsWords.share, ChartsWords.likely, ChartsWords.veryLikely, ChartsWords.count] : series.map(\.name)
        let noted = notes.isEmpty ? [] : [ChartsWords.note]
        let rows = terms.enumerated().map { index, term in
            let values = series.map { $0.values.indices.contains(index) ? $0.values[index] : .none }
            let cells = isAlone ? values[0].cells : values.map { ChartTable.Cell(words: $0.words) }
            let note = notes.isEmpty ? [] : [ChartTable.Cell(words: notes[index] ?? ChartsWords.nothing)]
            return [ChartTable.Cell(words: term)] + cells + note
        }
        return ChartTable(columns: [ChartsWords.term] + numbers + noted, rows: rows)
    }

    private var isAlone: Bool { series.count == 1 }

    private var reading: [Words] {
        var words: [Words] = []
        let hasRanges =
            isAlone
            && series.flatMap(\.values).contains { value in
                if case .share(.of(_, .some, _, _, _)) = value { true } else { false }
            }
        if hasRanges { words.append(ChartsWords.readDots) }
        if range.lowerBound > 0 {
            words.append(ChartsWords.startsAt(ChartsWords.percent(Int((range.lowerBound * 100).rounded()))))
        }
        return words
    }

    private func drawing(_ arrangement: Arrangement) -> Drawing {
        let isWide = arrangement == .wide
        let width = arrangement.width
        let notes = breaks.map { note in
            TextMeasure.lines(note.note.text, width: isWide ? 220 : 140, size: 14.5, atMost: 4)
        }
        let head = Double(notes.map(\.count).max() ?? 0) * 17 + (notes.isEmpty ? 8 : 14)
        let height = isWide ? 250.0 : 210.0
        let rightMargin = isAlone ? (isWide ? 96.0 : 22.0) : (isWide ? 170.0 : 22.0)
        let plot = TermPlot(
            left: isWide ? 76 : 62, right: width - rightMargin, top: head + 10, bottom: head + 10 + height,
            terms: terms.count, range: range)
        var pen = Pen()
        drawScale(plot, &pen)
        let named = drawTerms(plot, &pen)
        plot.drawBreaks(breaks, from: 4, &pen)
        drawNotes(notes, plot, &pen)
        plot.drawGoal(goal, &pen)
        drawGoalLabel(plot, &pen)
        for (index, series) in series.enumerated() {
            if isAlone { plot.drawRanges(series.values, &pen) }
            plot.draw(
                series.values, breaks: breaks, look: isAlone ? .alone : SeriesLook(index: index),
                radius: isWide ? 7 : 6, &pen)
            plot.drawHidden(series.values, &pen)
        }
        if isAlone { drawValues(plot, isWide: isWide, &pen) } else if isWide { drawNames(plot, &pen) }
        var bottom = plot.bottom + 16 + Double(named) * 17
        if !isAlone, !isWide { bottom = drawNameList(from: bottom + 8, &pen) }
        return Drawing(width: width, height: bottom, content: pen.svg)
    }

    private func drawScale(_ plot: TermPlot, _ pen: inout Pen) {
        let (low, high) = (range.lowerBound, range.upperBound)
        for share in [low, (low + high) / 2, high] {
            let words = ChartsWords.percent(Int((share * 100).rounded()))
            pen.text(words.text, plot.left - 18, plot.y(share) + 5, "c-tick", anchor: .end)
            pen.line(plot.left - 12, plot.y(share), plot.right + 8, plot.y(share), share == low ? "c-axis" : "c-guide")
        }
    }

    /// Names the terms; answers how many lines that took.
    private func drawTerms(_ plot: TermPlot, _ pen: inout Pen) -> Int {
        let room = terms.count > 1 ? plot.x(1) - plot.x(0) : 120
        // Where each label has too little room, every second, third … is named, counted from the last.
        let step = max(1, Int((48 / max(room, 1)).rounded(.up)))
        var most = 0
        for (index, term) in terms.enumerated() where (terms.count - 1 - index) % step == 0 {
            let lines = TextMeasure.lines(term.text, width: max(room * Double(step) - 6, 46), size: 14, atMost: 2)
            pen.line(plot.x(index), plot.bottom, plot.x(index), plot.bottom + 5, "c-axis")
            pen.lines(lines, plot.x(index), plot.bottom + 24, leading: 17, "c-tick", anchor: .middle)
            most = max(most, lines.count)
        }
        return most
    }

    private func drawNotes(_ notes: [[String]], _ plot: TermPlot, _ pen: inout Pen) {
        for (change, lines) in zip(breaks, notes) where change.beforeTerm > 0 && change.beforeTerm < terms.count {
            let middle = (plot.x(change.beforeTerm - 1) + plot.x(change.beforeTerm)) / 2
            let widest = lines.map { TextMeasure.width($0, size: 15) }.max() ?? 0
            let isLeft = middle + 8 + widest < plot.right + 20
            pen.lines(
                lines, isLeft ? middle + 8 : middle - 8, 15, leading: 17, "c-note", anchor: isLeft ? .start : .end)
        }
    }

    private func drawGoalLabel(_ plot: TermPlot, _ pen: inout Pen) {
        guard let goal else { return }
        pen.text(goal.words.text, plot.left - 8, plot.y(goal.value) - 7, "c-goal-label")
    }

    /// The share beside each point of the only series.
    private func drawValues(_ plot: TermPlot, isWide: Bool, _ pen: inout Pen) {
        let values = series[0].values
        let last = values.lastIndex { if case .share(.of) = $0 { true } else { false } }
        for (term, value) in values.enumerated() {
            guard case .share(let share) = value, case .of(let level, _, let veryLikely, _, _) = share,
                let percent = share.percent
            else { continue }
            if term == last, isWide {
                pen.text(percent.text, plot.x(term) + 16, plot.y(level) + 6, "c-value")
            } else if isWide {
                let head = min(plot.y(veryLikely?.upperBound ?? level), plot.y(level) - 8)
                pen.text(percent.text, plot.x(term), head - 8, "c-small", anchor: .middle)
            } else if term == last {
                let head = min(plot.y(veryLikely?.upperBound ?? level), plot.y(level) - 8)
                pen.text(percent.text, plot.x(term) + 18, head - 8, "c-value", anchor: .end)
            }
        }
    }

    /// The names at the ends of their lines, pushed apart where they would lie on each other.
    private func drawNames(_ plot: TermPlot, _ pen: inout Pen) {
        var ends: [(name: String, y: Double)] = series.compactMap { series in
            let runs = TermPlot.runs(of: series.values, breaks: breaks)
            return runs.last?.last.map { (series.name.text, plot.y($0.share)) }
        }
        ends.sort { $0.y < $1.y }
        for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + 20) }
        for end in ends {
            let line = TextMeasure.lines(end.name, width: 145, size: 16, atMost: 1)
            pen.lines(line, plot.right + 20, end.y + 5, leading: 18, "c-label")
        }
    }

    /// On narrow screens the names stand under the picture, each with its mark.
    private func drawNameList(from top: Double, _ pen: inout Pen) -> Double {
        for (index, series) in series.enumerated() {
            let y = top + Double(index) * 26
            SeriesLook(index: index).mark(8, y, 6, isHollow: false, &pen)
            pen.lines(
                TextMeasure.lines(series.name.text, width: 310, size: 16, atMost: 1), 24, y + 5, leading: 18, "c-label")
        }
        return top + Double(series.count) * 26
    }
}
