import Foundation

/// The beta distribution on 0…1 with two positive shapes, as far as exact binomial intervals need it.
public struct BetaDistribution: Sendable, Hashable {
    public let first: Double
    public let second: Double

    public init(_ first: Double, _ second: Double) {
        precondition(first > 0 && second > 0, "the shapes of a beta distribution are positive")
        (self.first, self.second) = (first, second)
    }

    /// The probability of a value of at most `x`: the regularised incomplete beta function Iₓ(a, b).
    ///
    /// By its continued fraction, on the side of the mean where that converges fast (*NIST Handbook of Mathematical
    /// Functions*, 8.17.22). Good to about 12 digits for shapes up to 10⁵.
    public func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let mirrors = x > (first + 1) / (first + second + 2)
        return mirrors ? 1 - BetaDistribution(second, first).lowerTail(1 - x) : lowerTail(x)
    }

    /// The value that lies above a share `probability` of the distribution.
    public func quantile(_ probability: Double) -> Double {
        precondition(0 <= probability && probability <= 1, "a probability lies between 0 and 1")
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return 1 }
        var (low, high) = (0.0, 1.0)
        var x = first / (first + second)
        // Newton's steps as long as they stay inside what halving has left; halving otherwise.
        for _ in 0..<200 {
            let excess = cumulative(x) - probability
            if excess == 0 { return x }
            if excess > 0 { high = x } else { low = x }
            let step = excess / density(x)
            let next = (x - step) > low && (x - step) < high ? x - step : (low + high) / 2
            if abs(next - x) <= 1e-15 * x || next == low || next == high { return next }
            x = next
        }
        return x
    }

    func density(_ x: Double) -> Double {
        exp((first - 1) * log(x) + (second - 1) * log1p(-x) - logBeta)
    }

    private var logBeta: Double { logGamma(first) + logGamma(second) - logGamma(first + second) }

    /// Iₓ(a, b) by Lentz's evaluation of the continued fraction.
    private func lowerTail(_ x: Double) -> Double {
        let (a, b) = (first, second)
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var fraction = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for term in [even, odd] {
                d = 1 / away(1 + term * d)
                c = away(1 + term / c)
                change = c * d
                fraction *= change
            }
            if abs(change - 1) < 1e-16 { break }
        }
        return exp(a * log(x) + b * log1p(-x) - logBeta) / a * fraction
    }
}

/// ln Γ(x) for positive x.
func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
}
