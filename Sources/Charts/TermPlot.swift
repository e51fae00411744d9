package import Ground
import HTML

/// Where the tool changed: the line is broken before this term, for what it measured is not what is measured now.
package struct SeriesBreak: Sendable {
    /// The position, in the list of terms, of the first term after the change.
    package let beforeTerm: Int
    package let note: Words

    package init(beforeTerm: Int, _ note: Words) { (self.beforeTerm, self.note) = (beforeTerm, note) }
}

/// What there is for one term.
package enum TermValue: Sendable {
    case share(Share)
    /// Nothing was assessed.
    case none
}

extension TermValue {
    /// The share in short, for a cell among others.
    var words: Words {
        switch self {
        case .none: ChartsWords.none
        case .share(.words(let words)): words
        case .share(let share): share.percent ?? ChartsWords.tooFew
        }
    }

    /// All there is to say, for a row of its own.
    var cells: [ChartTable.Cell] {
        switch self {
        case .none: [ChartTable.Cell(words: ChartsWords.notAssessed, span: 4)]
        case .share(let share): share.cells
        }
    }
}

/// From where to where shares over terms are drawn.
enum TermScale {
    /// Tens of percent around all that is drawn, at least forty apart, so that chance does not look like a change.
    static func around(_ values: [TermValue], _ goal: Goal?, withRanges: Bool) -> ClosedRange<Double> {
        var drawn = goal.map { [$0.value] } ?? []
        for case .share(.of(let value, _, let veryLikely, _, _)) in values where value.isFinite {
            drawn.append(value)
            if withRanges, let veryLikely { drawn += [veryLikely.lowerBound, veryLikely.upperBound] }
        }
        guard let lowest = drawn.min(), let highest = drawn.max() else { return 0...1 }
        var low = max(0, ((lowest - 0.02) * 10).rounded(.down) / 10)
        var high = min(1, ((highest + 0.02) * 10).rounded(.up) / 10)
        if high - low < 0.4 { low = max(0, high - 0.4) }
        if high - low < 0.4 { high = min(1, low + 0.4) }
        return low...high
    }
}

/// A line of shares over terms in a rectangle of a drawing.
struct TermPlot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let terms: Int
    /// The shares at the foot and at the head of the rectangle.
    let range: ClosedRange<Double>

    func x(_ term: Int) -> Double {
        terms <= 1 ? (left + right) / 2 : left + (right - left) * Double(term) / Double(terms - 1)
    }

    func y(_ share: Double) -> Double {
        let share = share.isFinite ? min(max(share, range.lowerBound), range.upperBound) : range.lowerBound
        let part = (share - range.lowerBound) / max(range.upperBound - range.lowerBound, 1e-9)
        return bottom - part * (bottom - top)
    }

    /// The runs of neighbouring terms that may be joined: no gap between them, no change of tool.
    static func runs(of values: [TermValue], breaks: [SeriesBreak]) -> [[(term: Int, share: Double, cases: Int)]] {
        let starts = Set(breaks.map(\.beforeTerm))
        var runs: [[(term: Int, share: Double, cases: Int)]] = [[]]
        for (term, value) in values.enumerated() {
            if starts.contains(term) { runs.append([]) }
            if case .share(.of(let share, _, _, let cases, _)) = value {
                runs[runs.count - 1].append((term, share, cases))
            } else {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// The line and its marks.
    func draw(
        _ values: [TermValue], breaks: [SeriesBreak], look: SeriesLook, radius: Double, _ pen: inout Pen
    ) {
        for run in TermPlot.runs(of: values, breaks: breaks) {
            if run.count > 1 { pen.path(run.map { (x($0.term), y($0.share)) }, "c-line \(look.colour)") }
            for point in run {
                look.mark(x(point.term), y(point.share), radius, isHollow: point.cases < Share.fewestForPercent, &pen)
            }
        }
    }

    /// Hidden is said at its place.
    func drawHidden(_ values: [TermValue], _ pen: inout Pen) {
        for (term, value) in values.enumerated() {
            guard case .share(.words) = value else { continue }
            pen.text(ChartsWords.hidden.text, x(term), bottom - 8, "c-tick c-said", anchor: .middle)
        }
    }

    func drawBreaks(_ breaks: [SeriesBreak], from head: Double, _ pen: inout Pen) {
        for change in breaks where change.beforeTerm > 0 && change.beforeTerm < terms {
            let middle = (x(change.beforeTerm - 1) + x(change.beforeTerm)) / 2
            pen.line(middle, head, middle, bottom, "c-break")
        }
    }

    func drawGoal(_ goal: Goal?, _ pen: inout Pen) {
        guard let goal else { return }
        pen.line(left - 8, y(goal.value), right + 8, y(goal.value), "c-goal")
    }

    /// How sure each point is.
    func drawRanges(_ values: [TermValue], _ pen: inout Pen) {
        for (term, value) in values.enumerated() {
            guard case .share(.of(_, let likely, let veryLikely, _, _)) = value else { continue }
            if let range = veryLikely { pen.line(x(term), y(range.lowerBound), x(term), y(range.upperBound), "c-thin") }
            if let range = likely {
                let high = y(range.upperBound)
                pen.rectangle(x(term) - 4, high, width: 8, height: y(range.lowerBound) - high, "c-band", radius: 4)
            }
        }
    }
}

/// How a series looks: a colour and a shape, always both, in a fixed order (Okabe and Ito, 2008).
struct SeriesLook {
    let index: Int

    /// A series that stands alone needs no telling apart: it has the accent.
    static let alone = SeriesLook(index: -1)

    var colour: HTML {
        switch index {
        case -1: "c-only"
        default: "c-series-\(index % 7 + 1)"
        }
    }

    func mark(_ x: Double, _ y: Double, _ radius: Double, isHollow: Bool, _ pen: inout Pen) {
        let kind: HTML = "c-mark \(colour)\(if: isHollow, " c-hollow")"
        let r = radius
        switch index {
        case -1, 0: pen.circle(x, y, radius: r, kind)
        case 1: pen.path([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], kind, closed: true)
        case 2: pen.path([(x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)], kind, closed: true)
        case 3:
            pen.path(
                [(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)], kind, closed: true)
        case 4: pen.path([(x, y + r * 1.2), (x + r * 1.2, y - r), (x - r * 1.2, y - r)], kind, closed: true)
        case 5:
            pen.path(
                [
                    (x - r * 1.3, y - r * 0.7), (x + r * 1.3, y - r * 0.7), (x + r * 1.3, y + r * 0.7),
                    (x - r * 1.3, y + r * 0.7),
                ], kind, closed: true)
        default:
            pen.path(
                [
                    (x - r * 0.7, y - r * 1.3), (x + r * 0.7, y - r * 1.3), (x + r * 0.7, y + r * 1.3),
                    (x - r * 0.7, y + r * 1.3),
                ], kind, closed: true)
        }
    }
}
