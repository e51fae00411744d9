import Communities
import FocusAreas
import Ground
import HTML
import Interface
import Programmes
import Web

/// One challenge: its aim in a sentence, what comes next, why and what and how known, and who does what for it.
struct ChallengePage: Page {
    let of: Community
    let pack: Pack
    let challenge: Challenge
    let area: FocusArea?
    let planned: [PlannedAction]
    let members: Int
    let happenings: [Happened]
    let today: Day
    let mayContribute: Bool
    let mayDecide: Bool
    var form = FormData()
    var problems = Problems()

    var title: Words { Words(verbatim: challenge.title) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var rule: Pack.Targets { pack.targets ?? .optional }
    private var isOpen: Bool { challenge.state != .closed && of.isAtWork }
    /// Before it is agreed whoever contributes may work on it; what was agreed is changed by who decides.
    private var mayChange: Bool { isOpen && (challenge.state == .proposed ? mayContribute : mayDecide) }

    var body: HTML {
        """
        \(breadcrumb([Link(ChallengeWords.challenges, to: ChallengePath.list(of.id))]))
        \(problemSummary(problems))
        \(headline(sentence))
        \(if: readings.count == 1, lead("\(readings.first?.sentence)"))
        \(if: readings.count == 1, "<p>\(opening)</p>", else: lead(opening))
        \(if: problems.isEmpty, next)
        \(section(TargetWords.targets, id: "targets", targets))
        \(section(ChallengeWords.about, id: "about", story))
        \(section(ActionWords.actions, id: "actions", actionPart))
        \(section(ChallengeWords.history, id: "history", timeline(happenings.reversed().map(\.happening))))
        \(if: mayDecide && of.isAtWork, section(ChallengeWords.change, id: "change", deciding))
        """
    }

    private var readings: [TargetReading] {
        challenge.targets.map { TargetReading(target: $0, pack: pack, today: today) }
    }

    /// The title with what it asks for in learners, where that may be said.
    private var sentence: Words {
        guard let first = challenge.targets.first, first.due >= today else { return title }
        guard challenge.targets.count == 1 else {
            return ChallengeWords.headlineTargets(challenge.title, challenge.targets.count, first.due)
        }
        if first.hidesBaseline { return title }
        return first.direction == .more
            ? ChallengeWords.headlineMore(challenge.title, first.learnersToShift, first.due)
            : ChallengeWords.headlineFewer(challenge.title, first.learnersToShift, first.due)
    }

    private var opening: Words {
        if let closed = challenge.closed { return ChallengeWords.closedOn(closed, challenge.closedBecause) }
        return challenge.agreed.map(ChallengeWords.agreedOn) ?? ChallengeWords.proposedOn(challenge.proposed)
    }

    /// At most one thing: what is missing, agreeing, or a first action.
    private var next: HTML {
        guard isOpen else { return HTML() }
        if challenge.state == .agreed {
            guard planned.isEmpty, mayContribute else { return HTML() }
            return nextStep(
                "\(ChallengeWords.planFirst)",
                action: buttonLink(ActionWords.add, to: ActionPath.new(of.id, for: .challenge(challenge.id))))
        }
        switch challenge.missing(by: rule) {
        case .targetMissing? where mayChange:
            return nextStep(
                "\(ChallengeRefusal.targetMissing.words)",
                action: buttonLink(TargetWords.add, to: ChallengePath.newTarget(of.id, challenge.id)))
        case let missing? where mayChange:
            return nextStep(
                "\(missing.words)",
                action: buttonLink(ChallengeWords.completeIt, to: ChallengePath.words(of.id, challenge.id)))
        case nil where mayDecide:
            return nextStep(
                "\(ChallengeWords.readyToAgree)",
                action: postButton(ChallengeWords.agree, to: ChallengePath.agreement(of.id, challenge.id)))
        default: return HTML()
        }
    }

    // MARK: Targets

    private var targets: HTML {
        """
        \(if: challenge.targets.isEmpty, "<p>\(withoutTargets)</p>")
        \(readings, targetPart)
        \(if: mayChange && rule != .none, quietLink(TargetWords.add, to: ChallengePath.newTarget(of.id, challenge.id)))
        """
    }

    private var withoutTargets: Words {
        switch rule {
        case .none: ChallengeWords.withoutTargets
        case .optional: challenge.state == .proposed ? ChallengeWords.noTargetSoFar : ChallengeWords.noTarget
        case .expected: ChallengeWords.noTargetYet
        }
    }

    private func targetPart(_ reading: TargetReading) -> HTML {
        """
        \(if: challenge.targets.count > 1, "<p>\(reading.sentence)</p>")\(reading.figure)
        \(if: !reading.target.source.isEmpty, "<p>\(TargetWords.source(reading.target.source))</p>")
        \(if: mayChange, postButton(
            TargetWords.remove(reading.measure, reading.who),
            to: ChallengePath.targetEnd(of.id, challenge.id, reading.target.id), .plain))
        """
    }

    // MARK: Why, what, how known

    private var story: HTML {
        """
        \(facts([
            (ChallengeWords.whyName, said(challenge.why)), (ChallengeWords.storyName, said(challenge.story)),
            (ChallengeWords.howKnownName, said(challenge.howKnown)),
        ] + (area.map { [(ChallengeWords.focusAreaName, link(to: $0))] } ?? [])))
        \(if: mayChange, quietLink(
            ChallengeWords.reword, to: ChallengePath.words(of.id, challenge.id)))
        """
    }

    private func said(_ text: String) -> HTML { text.isEmpty ? "\(ChallengeWords.notSaid)" : "\(text)" }

    private func link(to area: FocusArea) -> HTML {
        "<a href=\"\(FocusAreaPath.one(of.id, area.id))\">\(area.title)</a>"
    }

    // MARK: Actions

    private var actionPart: HTML {
        """
        \(if: planned.isEmpty, "<p>\(ChallengeWords.noActions)</p>")
        \(if: !planned.isEmpty, ActionTable(
            of: of, planned: planned, members: members, today: today, showsPurpose: false).html)
        \(if: mayContribute && isOpen && !planned.isEmpty, quietLink(
            ActionWords.add, to: ActionPath.new(of.id, for: .challenge(challenge.id))))
        """
    }

    // MARK: Deciding

    private var deciding: HTML {
        guard challenge.state != .closed else {
            return postButton(
                ChallengeWords.reopen, to: ChallengePath.closingWithdrawal(of.id, challenge.id), .quiet)
        }
        return """
            \(if: challenge.state == .agreed, postButton(
                ChallengeWords.withdraw, to: ChallengePath.agreementWithdrawal(of.id, challenge.id), .quiet))
            <details class="fold"\(if: problems.words(for: "reason") != nil, " open")><summary>\(ChallengeWords.close)</summary>
            \(Form(to: ChallengePath.closing(of.id, challenge.id), guardsChanges: false, """
                \(textField(
                    "reason", ChallengeWords.closeWhy, hint: ChallengeWords.closeHint, value: form.text("reason"),
                    problems: problems))
                \(actions(button(ChallengeWords.closeIt, .danger)))
                """).html)
            </details>
            """
    }
}

extension Challenge {
    /// What is still missing before it can be agreed.
    fileprivate func missing(by rule: Pack.Targets) -> ChallengeRefusal? {
        do {
            _ = try agreed(on: proposed, by: rule)
            return nil
        } catch { return error }
    }
}

/// A way on that is not the one thing to do next.
func quietLink(_ words: Words, to path: String) -> HTML { "<p>\(buttonLink(words, to: path, .quiet))</p>" }

/// Something that happened to a challenge or an action, as its page tells it.
struct Happened: Sendable {
    let day: Day
    let words: Words
    let reason: String

    var happening: Happening { Happening(on: day, "\(words)", reason: reason.isEmpty ? nil : "\(reason)") }
}
