import Communities
import Ground
import Programmes

/// What one measure says of the whole community in its latest term, for a page that shows it beside something else.
package struct MeasuredNow: Sendable, Equatable {
    /// Its key, to link to its picture.
    package let measure: String
    package let title: String
    package let term: Term
    package let tool: String
    /// Learners assessed; `nil` where not even that may be shown.
    package let assessed: Int?
    /// At or above, with its 95 % interval, in whole percents; `nil` where no percentage is named.
    package let percent: Int?
    package let interval: ClosedRange<Int>?
}

extension Picture {
    /// The latest term, tool by tool: tools are never added up.
    package var now: [MeasuredNow] {
        guard let term = terms.last else { return [] }
        return tools(in: term).compactMap { tool in
            guard let shown = shown(CellKey(Slot(term: term, tool: tool))) else { return nil }
            return MeasuredNow(
                measure: measure.key, title: measure.title, term: term,
                tool: pack.instruments[key: tool.instrument]?.title ?? tool.text, assessed: shown.assessed,
                percent: shown.percent, interval: shown.percents(level: 0.95))
        }
    }
}
