import Communities
import FocusAreas
import Ground
import HTML
import Interface
import Programmes
import Web

/// What the community has noticed and taken on, each with its aim in a sentence.
struct ChallengeListPage: Page {
    let of: Community
    let pack: Pack
    let challenges: [Challenge]
    let planned: [PlannedAction]
    let today: Day
    let mayContribute: Bool
    let mayDecide: Bool

    var title: Words { ChallengeWords.challenges }
    var community: CommunityName? { of.pageName }

    private var noun: Pack.NounForms { pack.noun(.challenge) }
    private var mayPropose: Bool { mayContribute && of.isAtWork }
    private var rule: Pack.Targets { pack.targets ?? .optional }

    var body: HTML {
        guard !challenges.isEmpty else {
            return planParts(of, isActions: false) + headline(ChallengeWords.challenges)
                + emptyPage(
                    ChallengeWords.emptyWhat(noun), why: ChallengeWords.emptyWhy,
                    begin: mayPropose ? buttonLink(ChallengeWords.propose, to: ChallengePath.new(of.id)) : HTML())
        }
        return """
            \(planParts(of, isActions: false))
            \(headline(ChallengeWords.listSentence(challenges.count, noun, states)))
            \(if: rule == .none, lead(ChallengeWords.withoutTargets))
            \(next)
            <ul class="plain-list">\(challenges, item)</ul>
            \(if: mayPropose, quietLink(ChallengeWords.propose, to: ChallengePath.new(of.id)))
            """
    }

    private var states: [Words] {
        [Challenge.State.agreed, .proposed, .closed].compactMap { state in
            let count = challenges.count { $0.state == state }
            return count > 0 ? ChallengeWords.stateCount(state, count) : nil
        }
    }

    private func actions(of challenge: Challenge) -> [PlannedAction] {
        planned.filter { $0.purpose == .challenge(challenge.id) }
    }

    private var next: HTML {
        guard of.isAtWork else { return HTML() }
        if mayDecide, let waiting = challenges.first(where: { $0.state == .proposed }) {
            return nextStep("\(ChallengeWords.nextAgree(waiting.title))", action: link(to: waiting))
        }
        let idle = challenges.first { $0.state == .agreed && actions(of: $0).isEmpty }
        guard mayContribute, let idle else { return HTML() }
        return nextStep(
            "\(ChallengeWords.nextAction(idle.title))",
            action: buttonLink(ActionWords.add, to: ActionPath.new(of.id, for: .challenge(idle.id))))
    }

    private func link(to challenge: Challenge) -> HTML {
        buttonLink(ChallengeWords.open, to: ChallengePath.one(of.id, challenge.id))
    }

    private func item(_ challenge: Challenge) -> HTML {
        let actions = actions(of: challenge)
        let note =
            actions.isEmpty
            ? ChallengeWords.noActions
            : ChallengeWords.actionCount(actions.count(where: \.state.isOpen), actions.count)
        return """
            <li><a href="\(ChallengePath.one(of.id, challenge.id))">\(challenge.title)</a> \
            \(tag(ChallengeWords.state(challenge.state), challenge.state == .agreed ? .strong : .quiet))
            \(challenge.targets, { "<p>\(TargetReading(target: $0, pack: pack, today: today).sentence)</p>" })
            \(withoutTarget(challenge))<p>\(note)</p></li>
            """
    }

    private func withoutTarget(_ challenge: Challenge) -> HTML {
        guard challenge.targets.isEmpty, rule != .none else { return HTML() }
        guard rule == .optional else { return "<p>\(ChallengeWords.noTargetYet)</p>" }
        return "<p>\(challenge.state == .proposed ? ChallengeWords.noTargetSoFar : ChallengeWords.noTarget)</p>"
    }
}

/// Proposing a challenge, or changing its words.
struct ChallengeTextPage: Page {
    let of: Community
    let areas: [FocusArea]
    /// The challenge whose words are changed; `nil` for a new one.
    let challenge: Challenge?
    var form = FormData()
    var problems = Problems()

    var title: Words { challenge == nil ? ChallengeWords.propose : ChallengeWords.reword }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    /// What was typed comes back as it was; else what the challenge says now.
    private func value(_ field: String, _ now: String?) -> String { hasProblems ? form.text(field) : now ?? "" }

    var body: HTML {
        let path = challenge.map { ChallengePath.one(of.id, $0.id) } ?? ChallengePath.list(of.id)
        return """
            \(breadcrumb([Link(ChallengeWords.challenges, to: ChallengePath.list(of.id))]))
            \(problemSummary(problems))\(headline(title))
            \(if: challenge == nil, lead(ChallengeWords.proposeLead))
            \(Form(to: path, """
                \(textField(
                    "title", ChallengeWords.titleField, hint: ChallengeWords.titleHint,
                    value: value("title", challenge?.title), problems: problems))
                \(areas.isEmpty ? noAreas : focusArea)
                \(textArea(
                    "why", ChallengeWords.why, hint: ChallengeWords.whyHint, value: value("why", challenge?.why),
                    problems: problems, isRequired: false))
                \(textArea(
                    "story", ChallengeWords.story, hint: ChallengeWords.storyHint,
                    value: value("story", challenge?.story), problems: problems, isRequired: false))
                \(textArea(
                    "how-known", ChallengeWords.howKnown, hint: ChallengeWords.howKnownHint,
                    value: value("how-known", challenge?.howKnown), problems: problems, rows: 3, isRequired: false))
                \(actions(button(challenge == nil ? ChallengeWords.proposeIt : ChallengeWords.save)))
                """).html)
            """
    }

    private var focusArea: HTML {
        selectField(
            "focus-area", ChallengeWords.focusArea,
            choices: [Choice("", ChallengeWords.noFocusArea)]
                + areas.map { Choice($0.id.rawValue, Words(verbatim: $0.title)) },
            chosen: value("focus-area", challenge?.focusArea?.rawValue ?? (challenge == nil ? sole : nil)),
            problems: problems, isRequired: false)
    }

    /// Where there is one focus area, a new challenge is about that.
    private var sole: String? { areas.count == 1 ? areas[0].id.rawValue : nil }

    private var noAreas: HTML {
        noteNotice(
            """
            \(ChallengeWords.noAreas) <a href="\(FocusAreaPath.new(of.id))">\(ChallengeWords.beginArea)</a>
            """)
    }
}

/// Challenges and actions: the two parts of one room.
func planParts(_ community: Community, isActions: Bool) -> HTML {
    parts(
        ChallengeWords.challenges,
        [
            Link(ChallengeWords.challenges, to: ChallengePath.list(community.id), isCurrent: !isActions),
            Link(ActionWords.actions, to: ActionPath.list(community.id), isCurrent: isActions),
        ])
}

extension Community {
    /// Whether anything can be added here now.
    var isAtWork: Bool { state == .forming || state == .active }
}
