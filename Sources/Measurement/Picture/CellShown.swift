package import DisclosureControl
package import Statistics

/// One number as a reader may see it. What cannot be seen is not in here.
package enum CellShown: Sendable, Hashable {
    /// So many assessed; so many of them at or above, `nil` where only the assessed are counted.
    case exact(assessed: Int, atOrAbove: Int?)
    /// So many assessed, and of those at or above only between which numbers they lie.
    case between(assessed: Int, atOrAbove: ClosedRange<Int>)
    /// There are some; how many is not shown.
    case hidden

    /// A count as a pattern prints it.
    package init(_ tally: Tally, as showing: Showing) {
        switch showing {
        case .shown: self = .exact(assessed: tally.count, atOrAbove: tally.hits)
        case .bounded where tally.hits == nil: self = .exact(assessed: tally.count, atOrAbove: nil)
        case .bounded(let range): self = .between(assessed: tally.count, atOrAbove: range)
        case .hidden: self = .hidden
        }
    }

    package var assessed: Int? {
        switch self {
        case .exact(let assessed, _), .between(let assessed, _): assessed
        case .hidden: nil
        }
    }

    /// At or above, where it is shown exactly.
    package var proportion: Proportion? {
        guard case .exact(let assessed, .some(let atOrAbove)) = self else { return nil }
        return Proportion(successes: atOrAbove, of: assessed)
    }

    /// Below ten learners no percentage is named: one learner would move it by ten points or more.
    package static let fewestForPercent = 10

    /// Rounded to whole percents: fewer than a hundred learners support no decimals.
    package var percent: Int? {
        guard let proportion, proportion.trials >= CellShown.fewestForPercent else { return nil }
        return CellShown.whole(proportion.value)
    }

    /// The interval in whole percents; `nil` where there is no percentage.
    package func percents(level: Double) -> ClosedRange<Int>? {
        guard percent != nil, let interval = proportion?.wilsonInterval(level: level) else { return nil }
        return CellShown.whole(interval.lower)...CellShown.whole(interval.upper)
    }

    private static func whole(_ share: Double) -> Int { Int((share * 100).rounded(.toNearestOrAwayFromZero)) }
}
