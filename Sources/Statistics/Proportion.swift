import Foundation

/// How many of a number of cases have a property: 58 of 74.
///
/// The cases count as independent draws from a wider process (this year's learners as one of the years that might have
/// been). Where they come in classes, or where everybody of a fixed list was asked, the intervals say less than they
/// seem.
public struct Proportion: Sendable, Hashable {
    public let successes: Int
    public let trials: Int

    /// `nil` where there is no proportion: without trials, or with successes outside 0…`trials`.
    public init?(successes: Int, of trials: Int) {
        guard trials > 0, (0...trials).contains(successes) else { return nil }
        (self.successes, self.trials) = (successes, trials)
    }

    /// Between 0 and 1.
    public var value: Double { Double(successes) / Double(trials) }

    /// √(p(1 − p)/n). It is 0 where none or all succeed, which says nothing about how sure we are: use an interval.
    public var standardError: Double { (value * (1 - value) / Double(trials)).squareRoot() }

    /// The cases without the property, as a proportion of the same trials.
    public var complement: Proportion { Proportion(trials: trials, successes: trials - successes) }

    /// The value with Wilson's interval.
    public func estimate(level: Double) -> Estimate {
        Estimate(
            value: value,
            standardError: standardError,
            interval: wilsonInterval(level: level),
            caseCount: trials
        )
    }

    private init(trials: Int, successes: Int) { (self.successes, self.trials) = (successes, trials) }
}

extension Proportion {
    /// The proportions that a score test would not reject, without continuity correction.
    ///
    /// Coverage is close to the level on average, and may be a little below it for a particular truth. Always within
    /// 0…1, contains the value, and is exactly 0 (or 1) at its outer end where none (or all) succeed.
    ///
    /// Wilson (1927), *JASA* 22, 209–212; method 3 in Newcombe (1998), *Statistics in Medicine* 17, 857–872.
    public func wilsonInterval(level: Double) -> Interval {
        let z = NormalDistribution.criticalValue(level: level)
        let n = Double(trials)
        let centre = (Double(successes) + z * z / 2) / (n + z * z)
        let half = z / (n + z * z) * (Double(successes) * (1 - value) + z * z / 4).squareRoot()
        return Interval(
            lower: successes == 0 ? 0 : min(value, centre - half),
            upper: successes == trials ? 1 : max(value, centre + half),
            level: level
        )
    }

    /// The 'exact' interval, from inverting two one-sided binomial tests.
    ///
    /// It covers at least the level whatever the truth, and is wider than it need be: the choice where a promise must
    /// never be broken, not for showing. Clopper & Pearson (1934), *Biometrika* 26, 404–413.
    public func clopperPearsonInterval(level: Double) -> Interval {
        precondition(0 < level && level < 1, "a level lies strictly between 0 and 1")
        let tail = (1 - level) / 2
        let (hits, misses) = (Double(successes), Double(trials - successes))
        return Interval(
            lower: successes == 0 ? 0 : BetaDistribution(hits, misses + 1).quantile(tail),
            upper: successes == trials ? 1 : 1 - BetaDistribution(misses, hits + 1).quantile(tail),
            level: level
        )
    }
}
