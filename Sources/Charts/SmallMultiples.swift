package import Ground
package import HTML

/// The same small picture for each school, all on one scale: the eye compares shapes, not colours.
package struct SmallMultiples: Sendable {
    package struct Panel: Sendable {
        package let name: Words
        package let values: [TermValue]
        package let breaks: [SeriesBreak]

        package init(_ name: Words, _ values: [TermValue], breaks: [SeriesBreak] = []) {
            (self.name, self.values, self.breaks) = (name, values, breaks)
        }

        /// Why there is nothing to draw, if there is nothing.
        var said: Words? {
            let shares = values.compactMap { if case .share(let share) = $0 { share } else { nil } }
            let said = shares.compactMap { if case .words(let words) = $0 { words } else { nil } }
            guard said.count == shares.count else { return nil }
            return said.last ?? ChartsWords.notAssessed
        }

        var hasGaps: Bool {
            said == nil && values.contains { if case .share(.of) = $0 { false } else { true } }
        }
    }

    package let finding: Finding
    package let terms: [Words]
    package let panels: [Panel]
    package let goal: Goal?
    package let range: ClosedRange<Double>
    package let rowHeading: Words?

    package init(
        _ finding: Finding, terms: [Words], panels: [Panel], goal: Goal? = nil,
        range: ClosedRange<Double>? = nil, rowHeading: Words? = nil
    ) {
        (self.finding, self.terms, self.panels, self.rowHeading) = (finding, terms, panels, rowHeading)
        self.goal = goal
        self.range = range ?? TermScale.around(panels.flatMap(\.values), goal, withRanges: false)
    }

    package var figure: HTML { composed.html }
    package var picture: HTML { composed.picture }

    private var composed: ChartFigure {
        ChartFigure(
            finding: finding, description: describing(ChartsWords.describePanels, goal), reading: reading,
            table: panelTable,
            draw: { drawing($0) })
    }

    private var panelTable: ChartTable {
        let rows = panels.map { panel in
            if let said = panel.said {
                return [ChartTable.Cell(words: panel.name), ChartTable.Cell(words: said, span: max(terms.count, 1))]
            }
            return [ChartTable.Cell(words: panel.name)] + panel.values.map { ChartTable.Cell(words: $0.words) }
        }
        return ChartTable(columns: [rowHeading ?? ChartsWords.row] + terms, rows: rows)
    }

    private var reading: [Words] {
        var words = [ChartsWords.sameScale(Share.whole(range.lowerBound), Share.whole(range.upperBound))]
        if panels.contains(where: \.hasGaps) { words.append(ChartsWords.gaps) }
        // A note that several schools share is said once.
        var said = Set<String>()
        for note in panels.flatMap(\.breaks).map(\.note) where said.insert(note.text).inserted {
            words.append(ChartsWords.dotted(note))
        }
        return words
    }

    private func drawing(_ arrangement: Arrangement) -> Drawing {
        let columns = arrangement == .wide ? 4 : 2
        let gap = arrangement == .wide ? 28.0 : 20.0
        let width = (arrangement.width - gap * Double(columns - 1)) / Double(columns)
        let height = 184.0
        var pen = Pen()
        for (index, panel) in panels.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            draw(
                panel, x: Double(column) * (width + gap), y: Double(row) * (height + 20), width: width,
                isFirst: index == 0, &pen)
        }
        let rows = (panels.count + columns - 1) / columns
        return Drawing(width: arrangement.width, height: max(1, Double(rows) * (height + 20) - 20), content: pen.svg)
    }

    private func draw(_ panel: Panel, x: Double, y: Double, width: Double, isFirst: Bool, _ pen: inout Pen) {
        let name = TextMeasure.lines(panel.name.text, width: width, size: 16, atMost: 2)
        pen.lines(name, x, y + 15, leading: 19, "c-label")
        if let said = panel.said {
            let lines = TextMeasure.lines(said.text, width: width, size: 15, atMost: 4)
            return pen.lines(lines, x, y + 66, leading: 19, "c-note c-said")
        }
        let plot = TermPlot(
            left: x + 6, right: x + width - 46, top: y + 54, bottom: y + 148, terms: terms.count, range: range)
        pen.line(x, plot.bottom, x + width - 40, plot.bottom, "c-axis")
        plot.drawBreaks(panel.breaks, from: plot.top - 4, &pen)
        plot.drawGoal(goal, &pen)
        if isFirst, let goal {
            pen.text(goal.words.text, plot.left - 6, plot.y(goal.value) - 6, "c-goal-label c-small")
        }
        plot.draw(panel.values, breaks: panel.breaks, look: .alone, radius: 4.5, &pen)
        let last = panel.values.enumerated().last { if case .share(.of) = $0.element { true } else { false } }
        if let last, case .share(let share) = last.element, case .of(let level, _, _, _, _) = share {
            let words = share.percent?.text ?? ""
            pen.text(words, plot.x(last.offset) + 9, plot.y(level) + 5, "c-value c-small")
        }
        drawEnds(plot, y: y + 166, &pen)
    }

    private func drawEnds(_ plot: TermPlot, y: Double, _ pen: inout Pen) {
        guard let first = terms.first, let last = terms.last else { return }
        let lines = [first, last].map { TextMeasure.lines($0.text, width: 50, size: 13, atMost: 2) }
        pen.lines(lines[0], plot.left - 6, y, leading: 15, "c-tick c-fine")
        guard terms.count > 1 else { return }
        pen.lines(lines[1], plot.right + 6, y, leading: 15, "c-tick c-fine", anchor: .end)
    }
}
