import Ground

/// How many of the learners whom a measure is about have a result, at one school in one term. No word of how they did.
package struct Coverage: Sendable, Hashable {
    package let assessed: Int
    /// Learners on the roll in the measure's year levels; `nil` where neither records nor the school say.
    package let expected: Int?

    package init(assessed: Int, expected: Int?) { (self.assessed, self.expected) = (assessed, expected) }

    /// Some learners are always away: nine in ten is whole enough to be looked at.
    package var isComplete: Bool { expected.map { assessed * 10 >= $0 * 9 } ?? (assessed > 0) }

    /// Whole percent, rounded down so that what is not all never reads as all; `nil` where it would say of too few.
    package var percent: Int? {
        guard let expected, expected >= Coverage.fewestForPercent else { return nil }
        return min(assessed * 100 / expected, 100)
    }

    /// No percentage of fewer than ten learners, here as everywhere.
    static let fewestForPercent = 10
}

/// What those who do not belong to a school may know of its coverage: a word, and on which side of half it is where a
/// half is made of learners enough. See the decision "Others see coverage in halves".
package enum CoverageSeen: Sendable, Hashable {
    case none, partly, lessThanHalf, halfOrMore, complete

    /// - Parameter floor: of the circle that looks; what is told must fit at least so many numbers of learners.
    package init(_ coverage: Coverage, floor: Int) {
        guard coverage.assessed > 0 else {
            self = .none
            return
        }
        guard !coverage.isComplete, let expected = coverage.expected else {
            self = .complete
            return
        }
        // From half to nine in ten is the narrower side: four tenths of the learners.
        guard expected >= floor * 3 else {
            self = .partly
            return
        }
        self = coverage.assessed * 2 < expected ? .lessThanHalf : .halfOrMore
    }
}
