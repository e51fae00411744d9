import Charts
import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// A target as people read it: in whole learners and percent, with the words of the pack.
struct TargetReading {
    let target: Target
    let pack: Pack
    let today: Day

    var measure: String { pack.measures[key: target.measure]?.title ?? target.measure }

    var who: Words {
        guard let key = target.group else { return TargetWords.everyone(target.years, pack.noun(.learner).many) }
        return TargetWords.group((pack.groups[key: key]?.title ?? key).withinSentence, target.years)
    }

    private var percent: String { target.baseline.text }

    /// "62 of 80 Year 4–6 learners (78 %) are at or above in writing."
    var now: Words {
        let measure = measure.withinSentence
        if target.hidesBaseline { return TargetWords.nowHidden(who, measure) }
        return switch target.direction {
        case .more: TargetWords.now(target.counted, of: target.learners, who, percent, measure)
        case .fewer: TargetWords.nowCounted(target.counted, of: target.learners, who, percent, measure)
        }
    }

    /// "The aim is 85 % by 11 December 2027: 6 more learners."
    var aim: Words {
        if target.due < today { return TargetWords.aimWas(target.goal.text, target.due) }
        if target.hidesBaseline { return TargetWords.aimHidden(target.goal.text, target.due) }
        return switch target.direction {
        case .more: TargetWords.aim(target.goal.text, target.due, more: target.learnersToShift)
        case .fewer: TargetWords.aim(target.goal.text, target.due, fewer: target.learnersToShift)
        }
    }

    var sentence: HTML { "\(now) \(aim)" }

    /// Where they stood, against the line they are to reach; nothing where that is not shown.
    var figure: HTML {
        guard !target.hidesBaseline else { return HTML() }
        return BarChart(
            Finding(TargetWords.pictureTitle(measure, who), id: "target-\(target.id)"),
            bars: [
                BarChart.Bar(
                    TargetWords.stood, Double(target.counted) / Double(target.learners),
                    TargetWords.share(percent))
            ],
            goal: Goal(target.goal.share, TargetWords.goal(target.goal.text)), top: 1,
            rowHeading: TargetWords.rowHeading, valueHeading: TargetWords.valueHeading
        ).figure
    }
}

extension String {
    /// A title as it stands inside a sentence: "Writing" becomes "writing", "PAT" stays.
    fileprivate var withinSentence: String {
        guard let first, dropFirst().first?.isLowercase ?? false else { return self }
        return first.lowercased() + dropFirst()
    }
}

/// Setting a target: what is counted, for whom, from where to where, by when.
struct NewTargetPage: Page {
    let of: Community
    let pack: Pack
    let challenge: Challenge
    var form = FormData()
    var problems = Problems()

    var title: Words { TargetWords.add }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([
            Link(ChallengeWords.challenges, to: ChallengePath.list(of.id)),
            Link(Words(verbatim: challenge.title), to: ChallengePath.one(of.id, challenge.id)),
        ]))
        \(problemSummary(problems))\(headline(TargetWords.add))\(lead(TargetWords.setLead(challenge.title)))
        \(Form(to: ChallengePath.targets(of.id, challenge.id), """
            \(who)\(numbers)
            \(textField(
                "source", TargetWords.sourceField, hint: TargetWords.sourceHint, value: form.text("source"),
                problems: problems, isRequired: false))
            \(actions(button(TargetWords.set)))
            """).html)
        """
    }

    private var who: HTML {
        """
        \(selectField(
            "measure", TargetWords.measure,
            choices: pack.measures.map { Choice($0.key, Words(verbatim: $0.title)) }, chosen: form.optional("measure"),
            problems: problems))
        \(selectField(
            "first-year", TargetWords.firstYear, choices: years, chosen: form.optional("first-year"),
            problems: problems))
        \(selectField(
            "last-year", TargetWords.lastYear, hint: TargetWords.lastYearHint, choices: years,
            chosen: form.optional("last-year") ?? years.last?.value, problems: problems))
        \(selectField(
            "group", TargetWords.group,
            choices: [Choice("", TargetWords.groupAll)]
                + pack.groups.map { Choice($0.key, Words(verbatim: $0.title)) },
            chosen: form.text("group"), problems: problems))
        """
    }

    private var numbers: HTML {
        """
        \(textField(
            "baseline", TargetWords.baseline, hint: TargetWords.baselineHint, value: form.text("baseline"),
            problems: problems, kind: .number, width: .short, suffix: TargetWords.percent))
        \(textField(
            "learners", TargetWords.learners, hint: TargetWords.learnersHint(pack.floors.outside),
            value: form.text("learners"), problems: problems, kind: .number, width: .short))
        \(textField(
            "goal", TargetWords.goalField, value: form.text("goal"), problems: problems, kind: .number, width: .short,
            suffix: TargetWords.percent))
        \(dateField("due", TargetWords.due, value: form.text("due"), problems: problems))
        \(radioGroup(
            "direction", TargetWords.direction,
            choices: [
                Choice(Target.Direction.more.rawValue, TargetWords.more, hint: TargetWords.moreHint),
                Choice(Target.Direction.fewer.rawValue, TargetWords.fewer, hint: TargetWords.fewerHint),
            ], chosen: form.optional("direction") ?? Target.Direction.more.rawValue, problems: problems))
        """
    }

    private var years: [Choice] {
        let first = pack.measures.map(\.years.lowerBound).min() ?? 1
        let last = pack.measures.map(\.years.upperBound).max() ?? 13
        return (first...max(first, last)).map { Choice("\($0)", Words(verbatim: "\($0)")) }
    }
}
