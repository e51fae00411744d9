import Ground
import Programmes

enum TargetWords {
    // The sentence.
    static func aim(_ percent: String) -> Words { Words("targets.aim", "Aim \(percent)\u{00A0}%") }
    static func now(_ counted: Int, of all: Int, _ who: Words, _ percent: String, _ measure: String) -> Words {
        Words("targets.now", "\(counted) of \(all) \(who) (\(percent) %) are at or above in \(measure).")
    }
    static func nowCounted(_ counted: Int, of all: Int, _ who: Words, _ percent: String, _ measure: String) -> Words {
        Words("targets.now-counted", "\(counted) of \(all) \(who) (\(percent) %) count in \(measure).")
    }
    static func nowHidden(_ who: Words, _ measure: String) -> Words {
        Words(
            "targets.now-hidden",
            "Where \(who) stand in \(measure) is not shown, to protect learners: it would tell of every one.")
    }
    static func aim(_ goal: String, _ due: Day, more learners: Int) -> Words {
        Words(
            "targets.aim-more",
            "The aim is \(goal) % by \(due): \(learners, "more learner", "more learners").")
    }
    static func aim(_ goal: String, _ due: Day, fewer learners: Int) -> Words {
        Words(
            "targets.aim-fewer",
            "The aim is \(goal) % by \(due): \(learners, "learner fewer", "learners fewer").")
    }
    static func aimHidden(_ goal: String, _ due: Day) -> Words {
        Words("targets.aim-hidden", "The aim is \(goal) % by \(due).")
    }
    static func aimWas(_ goal: String, _ due: Day) -> Words {
        Words("targets.aim-was", "The aim was \(goal) % by \(due). That day has passed.")
    }
    static func source(_ source: String) -> Words { Words("targets.source", "Where they stood comes from: \(source)") }

    // For whom.
    static func everyone(_ years: ClosedRange<Int>, _ learners: String) -> Words {
        years.count == 1
            ? Words("targets.who-year", "Year \(years.lowerBound) \(learners)")
            : Words("targets.who-years", "Year \(years.lowerBound)–\(years.upperBound) \(learners)")
    }
    static func group(_ group: String, _ years: ClosedRange<Int>) -> Words {
        years.count == 1
            ? Words("targets.who-group-year", "\(group) in Year \(years.lowerBound)")
            : Words("targets.who-group-years", "\(group) in Years \(years.lowerBound)–\(years.upperBound)")
    }

    // The picture.
    static func pictureTitle(_ measure: String, _ who: Words) -> Words {
        Words("targets.picture-title", "\(measure): where \(who) stood, and the aim")
    }
    static let stood = Words("targets.stood", "When it was set")
    static func share(_ percent: String) -> Words { Words("targets.share", "\(percent) %") }
    static func goal(_ goal: String) -> Words { Words("targets.goal", "Aim \(goal) %") }
    static let valueHeading = Words("targets.value-heading", "Share of learners")
    static let rowHeading = Words("targets.row-heading", "When")

    // Setting one.
    static let targets = Words("targets.title", "Targets")
    static let add = Words("targets.add", "Set a target")
    static func setLead(_ title: String) -> Words {
        Words("targets.set-lead", "For “\(title)”: a measure, for whom, from where to where, by when.")
    }
    static let measure = Words("targets.measure", "What is counted?")
    static let firstYear = Words("targets.first-year", "From which year level?")
    static let lastYear = Words("targets.last-year", "To which year level?")
    static let lastYearHint = Words("targets.last-year-hint", "The same for one year level only.")
    static let group = Words("targets.group", "Which learners?")
    static let groupAll = Words("targets.group-all", "All of them")
    static let baseline = Words("targets.baseline", "Where do they stand now?")
    static let baselineHint = Words(
        "targets.baseline-hint", "The share at or above what is expected, such as 78. Across all schools together.")
    static let learners = Words("targets.learners", "Of how many learners?")
    static func learnersHint(_ floor: Int) -> Words {
        Words("targets.learners-hint", "Those who were assessed; at least \(floor), so that nobody can be recognised.")
    }
    static let goalField = Words("targets.goal-field", "What is the aim?")
    static let due = Words("targets.due", "By when?")
    static let direction = Words("targets.direction", "Which way is better?")
    static let more = Words("targets.more", "More learners")
    static let moreHint = Words("targets.more-hint", "As when the measure counts who is at or above what is expected.")
    static let fewer = Words("targets.fewer", "Fewer learners")
    static let fewerHint = Words("targets.fewer-hint", "As when the measure counts who is often away.")
    static let sourceField = Words("targets.source-field", "Where does that come from?")
    static let sourceHint = Words("targets.source-hint", "Such as: teacher judgement, Term 4 2026, all seven schools.")
    static let percent = Words("targets.percent", "%")
    static let set = Words("targets.set", "Set the target")
    static func remove(_ measure: String, _ who: Words) -> Words {
        Words("targets.remove", "Take away the target in \(measure) for \(who)")
    }
    static func eventText(_ measure: String, _ goal: String) -> Words {
        Words("targets.event-text", "\(measure), \(goal) %")
    }

    // What cannot be used.
    static let measureMissing = Words("targets.measure-missing", "Choose one of the measures.")
    static let yearMissing = Words("targets.year-missing", "Choose a year level.")
    static let yearsBackwards = Words(
        "targets.years-backwards", "Choose the year level it goes up to: the first one or a later one.")
    static let groupUnknown = Words("targets.group-unknown", "Choose one of the groups, or all learners.")
    static let baselineWrong = Words(
        "targets.baseline-wrong", "Type how many percent it is now, such as 61 or 61.5.")
    static let goalWrong = Words("targets.goal-wrong", "Type how many percent it is to be, such as 78 or 78.5.")
    static let learnersWrong = Words("targets.learners-wrong", "Type a whole number of learners, such as 80.")
    static let dayWrong = Words("targets.day-wrong", "Type a date like 11 December 2027.")
    static let sourceTooLong = Words("targets.source-too-long", "That is too long. Use at most 500 letters.")

    // Refusals.
    static let refusedWithoutTargets = Words(
        "targets.refused-without",
        "The programme of this community works without targets. Say in the challenge how you will know instead.")
    static func refusedYearsOutside(_ first: Int, _ last: Int) -> Words {
        Words(
            "targets.refused-years-outside", "This measure is for Years \(first) to \(last). Choose years within these."
        )
    }
    static let refusedPercentOutside = Words(
        "targets.refused-percent-outside", "A percentage lies between 0 and 100. Type where they stand and the aim so.")
    static func refusedTooFew(_ floor: Int) -> Words {
        Words(
            "targets.refused-too-few",
            """
            Fewer than \(floor) learners could be recognised, so a target needs at least that many. Take more year \
            levels together, or all learners.
            """)
    }
    static func refusedGoalNotAbove(_ baseline: String) -> Words {
        Words(
            "targets.refused-goal-not-above",
            """
            The aim is not above where they stand now, \(baseline) %, by even one learner. Aim higher, or choose that \
            fewer learners are better.
            """)
    }
    static func refusedGoalNotBelow(_ baseline: String) -> Words {
        Words(
            "targets.refused-goal-not-below",
            """
            The aim is not below where they stand now, \(baseline) %, by even one learner. Aim lower, or choose that \
            more learners are better.
            """)
    }
    static let refusedDueBehind = Words(
        "targets.refused-due-behind", "That day has passed. Type today or a later day.")
}
