import Statistics
import Testing

@Suite struct `The normal distribution` {
    /// Wichura (1988) prints the first three to check an implementation; the others are `qnorm` of R.
    @Test(arguments: [
        (0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408),
        (0.9, 1.2815515655446004), (0.975, 1.959963984540054), (0.5, 0),
    ]) func `has the published quantiles`(probability: Double, expected: Double) {
        #expect(abs(NormalDistribution.quantile(probability) - expected) <= 4e-15 * max(1, abs(expected)))
    }

    @Test func `has quantiles that invert its cumulative probability`() {
        for step in 1..<400 {
            let probability = Double(step) / 400
            let there = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
            #expect(abs(there - probability) < 1e-14)
        }
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
    }

    @Test func `holds 95 per cent within 1.96 standard deviations`() {
        #expect(abs(NormalDistribution.criticalValue(level: 0.95) - 1.959963984540054) < 1e-14)
    }
}

@Suite struct `The beta distribution` {
    @Test func `is the binomial tail`() {
        // P(at least 3 of 5 with p = 0.4) = 10·0.4³·0.6² + 5·0.4⁴·0.6 + 0.4⁵.
        #expect(abs(BetaDistribution(3, 3).cumulative(0.4) - 0.31744) < 1e-12)
    }

    @Test func `has quantiles that invert its cumulative probability`() {
        for (first, second) in [(1.0, 20.0), (0.5, 0.5), (17, 4), (2550, 451), (40_000, 60_001)] {
            let beta = BetaDistribution(first, second)
            for probability in [1e-6, 0.025, 0.1, 0.5, 0.9, 0.975] {
                #expect(abs(beta.cumulative(beta.quantile(probability)) - probability) < 1e-10)
            }
        }
    }
}
