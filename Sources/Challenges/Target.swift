package import Ground
package import Programmes

/// What a challenge is to reach: a measure, for whom, from where, to where, by when; in percent and in learners.
package struct Target: Sendable, Equatable {
    /// Whether the count of the measure is to grow, as "at or above", or to shrink, as "often away".
    package enum Direction: String, CaseIterable, Sendable {
        case more, fewer
    }

    package let id: Identifier<Target>
    /// The measure, by its key in the pack.
    package let measure: String
    package let years: ClosedRange<Int>
    /// The group of learners, by its key in the pack; `nil` for all.
    package let group: String?
    package let direction: Direction
    /// Learners whom the measure counted when the target was set: 62 of 80.
    package let counted: Int
    /// How many learners that was a share of.
    package let learners: Int
    package let goal: Percent
    package let due: Day
    /// Where the baseline comes from, in words; empty where nobody said.
    package let source: String

    package init(
        id: Identifier<Target>, measure: String, years: ClosedRange<Int>, group: String? = nil,
        direction: Direction = .more, counted: Int, of learners: Int, goal: Percent, due: Day, source: String = ""
    ) {
        (self.id, self.measure, self.years, self.group, self.direction) = (id, measure, years, group, direction)
        (self.counted, self.learners, self.goal) = (counted, learners, goal)
        (self.due, self.source) = (due, source)
    }

    /// Where they stood when it was set. Whole percent below 100 learners: a tenth would pretend to more than so few say.
    package var baseline: Percent { Percent(counted, of: learners, inTenths: learners >= 100) }

    /// Learners whom the measure would count at the goal.
    package var countedAtGoal: Int {
        direction == .more ? goal.fewest(of: learners) : goal.most(of: learners)
    }

    /// How many learners the goal asks to shift: 6 more, or 6 fewer. At least one.
    package var learnersToShift: Int { abs(countedAtGoal - counted) }

    /// None or all tells of every single learner, and few of a few, so neither is shown, nor what could be worked out
    /// from it.
    package var hidesBaseline: Bool {
        counted == 0 || counted == learners || learners < Pack.Floors.lowest.outside
    }
}

extension Target {
    /// The target, once it is one: years that its measure knows, enough learners, percentages that are, a goal beyond
    /// the baseline, a day ahead.
    ///
    /// Everyone who belongs reads it, boards and partners too, so the higher of the two floors holds.
    package func set(
        on today: Day, within years: ClosedRange<Int>, floor: Int, by rule: Pack.Targets
    ) throws(TargetRefusal) -> Target {
        guard rule != .none else { throw .withoutTargets }
        guard years.contains(self.years.lowerBound), years.contains(self.years.upperBound) else {
            throw .yearsOutside(years)
        }
        guard learners >= floor else { throw .tooFewLearners(floor) }
        guard learners <= 1_000_000 else { throw .tooManyLearners }
        guard (0...learners).contains(counted), (0...1000).contains(goal.tenths) else { throw .percentOutside }
        switch direction {
        case .more: guard goal > baseline, countedAtGoal > counted else { throw .goalNotAbove(baseline) }
        case .fewer: guard goal < baseline, countedAtGoal < counted else { throw .goalNotBelow(baseline) }
        }
        guard due >= today else { throw .dueBehind }
        return self
    }
}

package enum TargetRefusal: Refusal {
    case withoutTargets
    case yearsOutside(ClosedRange<Int>)
    case percentOutside
    case tooFewLearners(Int)
    case tooManyLearners
    case goalNotAbove(Percent)
    case goalNotBelow(Percent)
    case dueBehind

    package var words: Words {
        switch self {
        case .withoutTargets: TargetWords.refusedWithoutTargets
        case .yearsOutside(let years): TargetWords.refusedYearsOutside(years.lowerBound, years.upperBound)
        case .percentOutside: TargetWords.refusedPercentOutside
        case .tooFewLearners(let floor): TargetWords.refusedTooFew(floor)
        case .tooManyLearners: TargetWords.learnersWrong
        case .goalNotAbove(let baseline): TargetWords.refusedGoalNotAbove(baseline.text)
        case .goalNotBelow(let baseline): TargetWords.refusedGoalNotBelow(baseline.text)
        case .dueBehind: TargetWords.refusedDueBehind
        }
    }
}
