import Foundation

/// How far one proportion lies above another, both from separate cases: this year's learners and last year's.
///
/// Not for the same learners measured twice; paired proportions need a paired method.
public struct ProportionDifference: Sendable, Hashable {
    public let first: Proportion
    public let second: Proportion

    /// Between −1 and 1.
    public var value: Double { first.value - second.value }

    /// √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂). It is 0 where both are none or all: use the interval.
    public var standardError: Double {
        let (one, two) = (first.standardError, second.standardError)
        return (one * one + two * two).squareRoot()
    }

    /// Wilson's two intervals squared and added, without continuity correction; always within −1…1.
    ///
    /// Method 10 in Newcombe (1998), *Statistics in Medicine* 17, 873–890.
    public func interval(level: Double) -> Interval {
        let one = first.wilsonInterval(level: level)
        let two = second.wilsonInterval(level: level)
        let below = hypot(first.value - one.lower, two.upper - second.value)
        let above = hypot(one.upper - first.value, second.value - two.lower)
        return Interval(lower: max(-1, value - below), upper: min(1, value + above), level: level)
    }

    /// The value with Newcombe's interval. The cases are those of both.
    public func estimate(level: Double) -> Estimate {
        Estimate(
            value: value,
            standardError: standardError,
            interval: interval(level: level),
            caseCount: first.trials + second.trials
        )
    }
}

extension Proportion {
    /// This proportion less `other`, from separate cases.
    public func difference(from other: Proportion) -> ProportionDifference {
        ProportionDifference(first: self, second: other)
    }
}
