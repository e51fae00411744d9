/// What was found and how sure we are of it: a result never travels without its uncertainty and its case count.
public struct Estimate: Sendable, Hashable {
    /// The point estimate, in its own unit.
    public let value: Double

    /// The standard deviation of the value over repeated samples, in the same unit.
    public let standardError: Double

    /// Not always `value` ± a multiple of the standard error: near an edge honest intervals are lopsided.
    public let interval: Interval

    /// How many cases the value rests on.
    public let caseCount: Int

    public init(value: Double, standardError: Double, interval: Interval, caseCount: Int) {
        (self.value, self.standardError, self.interval, self.caseCount) = (value, standardError, interval, caseCount)
    }
}
