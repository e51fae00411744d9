import FocusAreas
import Ground
import Programmes
import Web

/// What people type to propose a challenge or to reword one. Only the line is needed to begin with: the evidence may
/// follow, and is asked for when it is agreed.
struct ChallengeText: Sendable {
    let title: String
    let why: String
    let story: String
    let howKnown: String
    let focusArea: Identifier<FocusArea>?

    static func read(_ form: FormData, areas: [FocusArea]) throws(Problems) -> ChallengeText {
        var problems = Problems()
        let title = form.text("title")
        if title.isEmpty { problems.add("title", ChallengeWords.titleMissing) }
        if title.count > 160 { problems.add("title", ChallengeWords.titleTooLong) }
        for field in ["why", "story", "how-known"] where form.text(field).count > 8000 {
            problems.add(field, ChallengeWords.textTooLong)
        }
        let area = form.id("focus-area", of: FocusArea.self)
        if let area, !areas.contains(where: { $0.id == area }) {
            problems.add("focus-area", ChallengeWords.focusAreaUnknown)
        }
        guard problems.isEmpty else { throw problems }
        return ChallengeText(
            title: title, why: form.text("why"), story: form.text("story"), howKnown: form.text("how-known"),
            focusArea: area)
    }
}

/// What people type to set a target.
enum TargetForm {
    static func read(
        _ form: FormData, pack: Pack, id: Identifier<Target>
    ) throws(Problems) -> (target: Target, measure: Pack.Measure) {
        var problems = Problems()
        let measure = pack.measures[key: form.text("measure")]
        if measure == nil { problems.add("measure", TargetWords.measureMissing) }
        let first = form.number("first-year")
        let last = form.optional("last-year") == nil ? first : form.number("last-year")
        if first == nil { problems.add("first-year", TargetWords.yearMissing) }
        if last == nil || (first ?? 0) > (last ?? .max) { problems.add("last-year", TargetWords.yearsBackwards) }
        let group = form.optional("group")
        if let group, pack.groups[key: group] == nil { problems.add("group", TargetWords.groupUnknown) }
        let direction = Target.Direction(rawValue: form.text("direction")) ?? .more
        let baseline = Percent(typed: form.text("baseline"))
        if baseline == nil { problems.add("baseline", TargetWords.baselineWrong) }
        if let baseline, !(0...1000).contains(baseline.tenths) {
            problems.add("baseline", TargetWords.refusedPercentOutside)
        }
        let learners = form.number("learners")
        if learners.map({ !(1...1_000_000).contains($0) }) ?? true {
            problems.add("learners", TargetWords.learnersWrong)
        }
        let goal = Percent(typed: form.text("goal"))
        if goal == nil { problems.add("goal", TargetWords.goalWrong) }
        let due = form.day("due")
        if due == nil { problems.add("due", TargetWords.dayWrong) }
        if form.text("source").count > 500 { problems.add("source", TargetWords.sourceTooLong) }
        guard problems.isEmpty, let measure, let first, let last, let baseline, let learners, let goal, let due else {
            throw problems
        }
        let target = Target(
            id: id, measure: measure.key, years: first...last, group: group, direction: direction,
            counted: baseline.nearest(of: learners), of: learners, goal: goal, due: due, source: form.text("source"))
        return (target, measure)
    }
}

extension TargetRefusal {
    /// The field beside which the refusal is read.
    var field: String {
        switch self {
        case .withoutTargets: ""
        case .yearsOutside: "first-year"
        case .percentOutside: "goal"
        case .tooFewLearners, .tooManyLearners: "learners"
        case .goalNotAbove, .goalNotBelow: "goal"
        case .dueBehind: "due"
        }
    }
}
