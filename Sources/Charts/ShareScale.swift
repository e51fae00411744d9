import Ground

/// Shares from 0 to 1 along a line from left to right.
struct ShareScale {
    let low: Double
    let high: Double

    init(from low: Double, to high: Double) { (self.low, self.high) = (low, high) }

    subscript(share: Double) -> Double {
        let share = share.isFinite ? min(1, max(0, share)) : 0
        return low + share * (high - low)
    }

    func drawAxis(at y: Double, _ pen: inout Pen) {
        pen.line(low, y, high, y, "c-axis")
        for step in [0, 25, 50, 75, 100] {
            let x = self[Double(step) / 100]
            pen.line(x, y, x, y + 5, "c-axis")
            guard step != 25, step != 75 else { continue }
            let anchor: Pen.Anchor =
                step == 0 && low < 20 ? .start : step == 100 && high - low > 300 && low < 20 ? .end : .middle
            pen.text(
                ChartsWords.percent(step).text, anchor == .start ? 0 : anchor == .end ? high + 8 : x, y + 23, "c-tick",
                anchor: anchor)
        }
    }

    /// The dashed line, with its label above it.
    func drawGoal(_ goal: Goal?, from top: Double, to bottom: Double, width: Double, _ pen: inout Pen) {
        guard let goal else { return }
        let x = self[goal.value]
        pen.line(x, top, x, bottom, "c-goal")
        let half = TextMeasure.width(goal.words.text, size: 15) / 2
        pen.text(goal.words.text, min(max(x, half), width - half), top - 8, "c-goal-label", anchor: .middle)
    }
}

/// The description with the goal in it, if there is one.
func describing(_ words: Words, _ goal: Goal?) -> Words {
    guard let goal else { return words }
    return ChartsWords.describing(words, ChartsWords.describeGoal(goal.words))
}
