import Challenges
import Ground
import Programmes
import Testing

private let today = Day(daysSince1970: 20_779)

private func target(
    _ direction: Target.Direction = .more, counted: Int = 62, of learners: Int = 80, goal: Percent = Percent(85),
    years: ClosedRange<Int> = 4...6, due: Day = today.adding(days: 384)
) -> Target {
    Target(
        id: .init(rawValue: "t"), measure: "writing", years: years, direction: direction, counted: counted,
        of: learners, goal: goal, due: due)
}

private func set(_ target: Target, by rule: Pack.Targets = .optional) throws -> Target {
    try target.set(on: today, within: 1...8, floor: 10, by: rule)
}

@Suite struct `A percentage` {
    @Test(arguments: [
        ("78", 780), ("78.5", 785), ("78,5", 785), (" 78 % ", 780), ("0", 0), ("100", 1000), ("120", 1200), ("-5", -50),
    ])
    func `is read as people type it`(text: String, tenths: Int) {
        #expect(Percent(typed: text)?.tenths == tenths)
    }

    @Test(arguments: ["", "%", "many", "78.55", "7 8", "1e3", "78.", ".5", "9999999"])
    func `is not read from what it cannot be`(text: String) {
        #expect(Percent(typed: text) == nil)
    }

    @Test func `is written without a needless tenth`() {
        #expect(Percent(85).text == "85")
        #expect(Percent(tenths: 825).text == "82.5")
    }

    @Test func `counts learners exactly where binary fractions would not`() {
        // 0.07 × 100 is 7.000000000000001 in binary floating point, which would ask for 8.
        #expect(Percent(7).fewest(of: 100) == 7)
        #expect(Percent(tenths: 701).fewest(of: 100) == 71)
        #expect(Percent(tenths: 333).most(of: 10) == 3)
        #expect(Percent(78).nearest(of: 80) == 62)
        #expect(Percent(50).nearest(of: 11) == 6, "a half counts as one")
    }

    @Test func `rounds a share once`() {
        #expect(Percent(62, of: 80, inTenths: false).text == "78")
        #expect(Percent(1_245, of: 1_866, inTenths: true).text == "66.7")
        #expect(Percent(0, of: 0, inTenths: true).tenths == 0)
    }
}

@Suite struct `A target` {
    @Test func `asks for the learners that the goal needs`() {
        #expect(target().learnersToShift == 6)
        #expect(target(goal: Percent(tenths: 851)).learnersToShift == 7, "part of a learner is a learner")
        #expect(target(.fewer, goal: Percent(60)).learnersToShift == 14)
    }

    @Test func `hides where none or all or few are counted`() {
        #expect(target(counted: 0).hidesBaseline)
        #expect(target(.fewer, counted: 80).hidesBaseline)
        #expect(target(counted: 5, of: 9).hidesBaseline)
        #expect(!target(counted: 5, of: 10).hidesBaseline)
    }

    @Test func `is set when everything fits`() throws {
        #expect(try set(target()).learnersToShift == 6)
        #expect(try set(target(.fewer, goal: Percent(60))).countedAtGoal == 48)
        #expect(try set(target(due: today)).due == today)
    }

    @Test func `is refused where the goal is not beyond the baseline`() {
        #expect(throws: TargetRefusal.goalNotAbove(Percent(78))) { try set(target(goal: Percent(78))) }
        #expect(throws: TargetRefusal.goalNotAbove(Percent(78))) { try set(target(goal: Percent(70))) }
        #expect(throws: TargetRefusal.goalNotBelow(Percent(78))) { try set(target(.fewer, goal: Percent(85))) }
    }

    @Test func `is refused where it would not shift a single learner`() {
        // 67 of 1,000 are 6.7 %: 6.7 % is what they are, 6.8 % is one more.
        #expect(throws: TargetRefusal.goalNotAbove(Percent(tenths: 67))) {
            try set(target(counted: 67, of: 1_000, goal: Percent(tenths: 67)))
        }
        #expect(throws: Never.self) { try set(target(counted: 67, of: 1_000, goal: Percent(tenths: 68))) }
    }

    @Test(arguments: [-1, 1001, 1200]) func `is refused outside 0 to 100 percent`(tenths: Int) {
        #expect(throws: TargetRefusal.percentOutside) { try set(target(goal: Percent(tenths: tenths))) }
    }

    @Test func `is refused when more are counted than there are`() {
        #expect(throws: TargetRefusal.percentOutside) { try set(target(counted: 81)) }
    }

    @Test func `is refused when its day has passed`() {
        #expect(throws: TargetRefusal.dueBehind) { try set(target(due: today.adding(days: -1))) }
    }

    @Test func `is refused for so few learners that one could be recognised`() {
        #expect(throws: TargetRefusal.tooFewLearners(10)) { try set(target(counted: 5, of: 9)) }
    }

    @Test func `is refused for years that the measure does not know`() {
        #expect(throws: TargetRefusal.yearsOutside(1...8)) { try set(target(years: 7...9)) }
    }

    @Test func `is refused where the programme works without targets`() {
        #expect(throws: TargetRefusal.withoutTargets) { try set(target(), by: .none) }
    }
}
