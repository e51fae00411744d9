/// A confidence interval: both ends, in the unit of what is estimated, and the level it was made for.
public struct Interval: Sendable, Hashable {
    public let lower: Double
    public let upper: Double

    /// The share of repeated samples in which such an interval covers the truth: 0.80, 0.95. Strictly between 0 and 1.
    public let level: Double

    public init(lower: Double, upper: Double, level: Double) {
        precondition(lower <= upper, "an interval runs upward")
        precondition(0 < level && level < 1, "a level lies strictly between 0 and 1")
        (self.lower, self.upper, self.level) = (lower, upper, level)
    }

    public var width: Double { upper - lower }

    /// Both ends belong to the interval.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
