import Statistics
import Testing

@Suite struct `A proportion` {
    /// Successes, trials, Wilson's and Clopper & Pearson's 95 % intervals, made in R 4.2.2 (`prop.test`, `binom.test`).
    static let reference: [(Int, Int, wilson: (Double, Double), exact: (Double, Double))] = [
        (81, 263, (0.25528851987827, 0.366209576983), (0.25273674558527, 0.367621922601)),
        (15, 148, (0.06238639953074, 0.160487241723), (0.05784401008345, 0.161650490349)),
        (0, 20, (0, 0.161125158053), (0, 0.168433470983)),
        (1, 29, (0.00611321429276, 0.171755218793), (0.00087264688358, 0.177644295489)),
        (17, 20, (0.63958113525924, 0.947631254104), (0.62107317345469, 0.967929062815)),
        (85, 100, (0.76716440409168, 0.906940147163), (0.76469249985105, 0.913545614358)),
        (2550, 3000, (0.83677533146627, 0.862329474426), (0.83671528594793, 0.862598100830)),
        (12, 12, (0.75750599334476, 1), (0.73535153060295, 1)),
    ]

    @Test(arguments: reference.indices) func `has the intervals that R gives`(row: Int) throws {
        let (successes, trials, wilson, exact) = Self.reference[row]
        let proportion = try #require(Proportion(successes: successes, of: trials))
        #expect(proportion.value == Double(successes) / Double(trials))
        #expect(isClose(proportion.wilsonInterval(level: 0.95), wilson))
        #expect(isClose(proportion.clopperPearsonInterval(level: 0.95), exact))
    }

    @Test func `has the intervals that Newcombe printed in 1998`() throws {
        let first = try #require(Proportion(successes: 81, of: 263)).wilsonInterval(level: 0.95)
        #expect(isClose(first, (0.2553, 0.3662), within: 0.00005))
        let none = try #require(Proportion(successes: 0, of: 20)).wilsonInterval(level: 0.95)
        #expect(isClose(none, (0, 0.1611), within: 0.00005))
    }

    @Test(arguments: [0.5, 0.8, 0.95, 0.99]) func `lies in its intervals, which lie in 0 to 1`(level: Double) throws {
        for trials in [1, 2, 5, 10, 74, 3000] {
            for successes in stride(from: 0, through: trials, by: max(1, trials / 10)) {
                let proportion = try #require(Proportion(successes: successes, of: trials))
                let complement = proportion.complement
                for (interval, mirrored) in [
                    (proportion.wilsonInterval(level: level), complement.wilsonInterval(level: level)),
                    (proportion.clopperPearsonInterval(level: level), complement.clopperPearsonInterval(level: level)),
                ] {
                    #expect(interval.contains(proportion.value))
                    #expect(interval.lower >= 0 && interval.upper <= 1)
                    #expect(isClose(interval, (1 - mirrored.upper, 1 - mirrored.lower), within: 1e-12))
                }
            }
        }
    }

    @Test func `has a narrower interval at 80 than at 95 per cent, inside it`() throws {
        let proportion = try #require(Proportion(successes: 58, of: 74))
        let (likely, wide) = (proportion.wilsonInterval(level: 0.8), proportion.wilsonInterval(level: 0.95))
        #expect(wide.lower < likely.lower && likely.upper < wide.upper)
    }

    @Test func `is bounded at 80 per cent where the score test says so`() throws {
        // Wilson's ends are by definition the p at which |p̂ − p| is z standard errors of p.
        let proportion = try #require(Proportion(successes: 58, of: 74))
        let interval = proportion.wilsonInterval(level: 0.8)
        for end in [interval.lower, interval.upper] {
            let z = abs(proportion.value - end) / (end * (1 - end) / 74).squareRoot()
            #expect(abs(z - 1.2815515655446004) < 1e-9)
        }
    }

    @Test func `does not exist without trials or with impossible successes`() {
        #expect(Proportion(successes: 0, of: 0) == nil)
        #expect(Proportion(successes: -1, of: 5) == nil)
        #expect(Proportion(successes: 6, of: 5) == nil)
    }

    @Test func `is estimated with its uncertainty and case count`() throws {
        let estimate = try #require(Proportion(successes: 85, of: 100)).estimate(level: 0.95)
        #expect(estimate.value == 0.85)
        #expect(estimate.caseCount == 100)
        #expect(abs(estimate.standardError - 0.035707142142714) < 1e-12)
        #expect(isClose(estimate.interval, (0.76716440409168, 0.906940147163)))
    }
}

@Suite struct `The difference of two proportions` {
    /// Made in R 4.2.2 after Newcombe (1998), method 10, at 95 %.
    static let reference: [(Int, Int, Int, Int, (Double, Double))] = [
        (56, 70, 48, 80, (0.0524314724024, 0.333872654037)),
        (9, 10, 3, 10, (0.1705227239345, 0.809017973535)),
        (6, 7, 2, 7, (0.0582279274823, 0.806249637524)),
        (5, 56, 0, 29, (-0.0381371479035, 0.192560013855)),
        (0, 10, 0, 20, (-0.1611251580528, 0.277532799863)),
        (0, 10, 0, 10, (-0.2775327998629, 0.277532799863)),
        (10, 10, 0, 20, (0.6790860371419, 1)),
        (10, 10, 0, 10, (0.6075093504305, 1)),
    ]

    @Test(arguments: reference.indices) func `has the interval that R gives`(row: Int) throws {
        let (a, m, b, n, expected) = Self.reference[row]
        let first = try #require(Proportion(successes: a, of: m))
        let second = try #require(Proportion(successes: b, of: n))
        let difference = first.difference(from: second)
        #expect(isClose(difference.interval(level: 0.95), expected))
        #expect(difference.estimate(level: 0.95).caseCount == m + n)
    }

    @Test func `turns its sign when the two are exchanged`() throws {
        let first = try #require(Proportion(successes: 5, of: 56))
        let second = try #require(Proportion(successes: 9, of: 29))
        let (there, back) = (first.difference(from: second), second.difference(from: first))
        #expect(there.value == -back.value)
        let mirrored = back.interval(level: 0.8)
        #expect(isClose(there.interval(level: 0.8), (-mirrored.upper, -mirrored.lower), within: 1e-12))
    }
}

func isClose(_ interval: Interval, _ ends: (Double, Double), within tolerance: Double = 1e-9) -> Bool {
    abs(interval.lower - ends.0) < tolerance && abs(interval.upper - ends.1) < tolerance
}
