import Communities
import Ground
import HTML
package import Interface
import Web

/// A gem, told so that a reader wants to try it.
struct GemPage: Page {
    let of: Community
    let story: GemStory
    let origins: [Activity]
    let members: [Member]
    let today: Day
    let mayDecide: Bool
    /// Members for which the reader may say how far it has come.
    let own: [Member]
    /// The reader's own place, if they have one.
    let home: Member?
    let chapters: [@Sendable () -> HTML]
    var form = FormData()
    var problems = Problems()

    var title: Words { Words(verbatim: gem.title) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }
    var about: HTML { Provenance(source: "\(GemWords.source)", asOf: today).html }

    private var gem: Gem { story.gem }
    private func name(_ id: OrganisationID) -> String {
        members.first { $0.organisation.id == id }?.organisation.name ?? ""
    }

    var body: HTML {
        """
        \(breadcrumb([Link(GemWords.gems, to: GemPath.gems(of.id))]))
        \(problemSummary(problems))
        \(headline(title))
        \(lead("\(gem.text)"))
        <p>\(GemWords.foundBy(gem.finder, at: name(gem.organisation))). <strong>\(standing)</strong></p>
        \(next)
        \(if: !gem.evidence.isEmpty, section(GemWords.seen, id: "seen", "\(gem.evidence, evidence)"))
        \(story.design.map(design))
        \(section(GemWords.whereItGot, id: "reach", reach))
        \(chapters.map { $0() })
        \(if: mayDecide || story.answers.last != nil, section(GemWords.theAnswer, id: "answer", answer))
        \(if: !origins.isEmpty, section(GemWords.origins, id: "origins", timeline(origins.map(origin))))
        \(section(GemWords.history, id: "history", timeline(history)))
        """
    }

    private var standing: Words {
        if let days = story.daysWaiting(on: today), days > 0 { return GemWords.waitingSentence(days) }
        return GemWords.stageSentence(story.stage)
    }

    private var next: HTML {
        switch story.stage {
        case .nominated where mayDecide:
            return nextStep(
                "\(GemWords.answerNext(gem.title, days: story.daysWaiting(on: today) ?? 0))",
                action: buttonLink(GemWords.toAnswerForm, to: "#answer"), takes: GemWords.fiveMinutes)
        case .chosen where mayDecide:
            return nextStep(
                "\(GemWords.designNext(gem.title))",
                action: buttonLink(GemWords.designIt, to: GemPath.design(of.id, gem.id)), takes: GemWords.fiveMinutes)
        case .designed, .spreading, .checked:
            guard let member = home, story.reached(on: today)[member.organisation.id] == nil else { return HTML() }
            return nextStep(
                "\(GemWords.reachNext(member.organisation.name))",
                action: buttonLink(
                    GemWords.sayHowFar, to: GemPath.adoption(of.id, gem.id, member.organisation.id)),
                takes: GemWords.oneMinute)
        default: return HTML()
        }
    }

    private func evidence(_ evidence: Gem.Evidence) -> HTML {
        "<h3>\(evidence.asked)</h3>\(paragraphs(evidence.text))"
    }

    private func design(_ design: Design) -> HTML {
        section(
            GemWords.howItSpreads, id: "design",
            """
            \(facts([
                (GemWords.audience, "\(design.audience)"), (GemWords.mustStay, parts(design.core)),
                (GemWords.mayChange, parts(design.adaptable)),
                (GemWords.canHelp, design.help.isEmpty ? "\(GemWords.nothingFixed)" : "\(design.help)"),
                (GemWords.byWhen, design.due.map { "\($0)" } ?? "\(GemWords.nothingFixed)"),
            ]))
            \(if: mayDecide && story.stage != .stopped, """
                <p><a href="\(GemPath.design(of.id, gem.id))">\(GemWords.changeDesign)</a></p>
                """)
            """)
    }

    private func parts(_ parts: [String]) -> HTML {
        parts.isEmpty ? "\(GemWords.nothingFixed)" : "<ul>\(parts, { "<li>\($0)</li>" })</ul>"
    }

    /// The board of this one gem: a row for each place it has reached, and a way in for those it has not.
    private var reach: HTML {
        let reached = story.reached(on: today)
        let shown = members.filter { member in
            let id = member.organisation.id
            return reached[id] != nil
                || (member.membership.isOpen(on: today) && own.contains { $0.organisation.id == id })
        }
        guard !shown.isEmpty else { return "<p>\(GemWords.nowhereYet)</p>" }
        return DataTable(
            GemWords.whereItGot,
            columns: [
                .text(BoardWords.member), .text(BoardWords.howFar), .text(BoardWords.since),
                .text(BoardWords.saidBy), .text(BoardWords.noted),
            ],
            rows: shown.map { row($0, reached[$0.organisation.id]) }, showsCaption: false
        ).html
    }

    private func row(_ member: Member, _ adoption: Adoption?) -> [HTML] {
        let path = GemPath.adoption(of.id, gem.id, member.organisation.id)
        return [
            "<a href=\"\(path)\">\(member.organisation.name)</a>",
            adoption.map { adoptionMark($0.state.mark, showsWord: true) } ?? adoptionCell(nil),
            adoption.map { "\($0.day)" } ?? "", "\(adoption?.by ?? "")", "\(adoption?.note ?? "")",
        ]
    }

    private var answer: HTML {
        guard let standing = story.answers.last else { return answerForm }
        return """
            <p><strong>\(standing.kind.words)</strong></p>\(paragraphs(standing.reason))
            \(if: mayDecide, """
                <details class="fold"\(if: hasProblems, " open")><summary>\(GemWords.changeAnswer)</summary>
                \(answerForm)</details>
                """)
            """
    }

    private var answerForm: HTML {
        guard mayDecide else { return "" }
        return Form(
            to: GemPath.answer(of.id, gem.id),
            """
            \(radioGroup(
                "answer", GemWords.answerQuestion,
                choices: Answer.Kind.allCases.map { Choice($0.rawValue, $0.words) },
                chosen: form.optional("answer"), problems: problems))
            \(textArea(
                "reason", GemWords.reason, hint: GemWords.reasonHint, value: form.text("reason"), problems: problems,
                rows: 3))
            \(actions(button(GemWords.giveAnswer, story.answers.isEmpty ? .primary : .quiet)))
            """
        ).html
    }

    private func origin(_ activity: Activity) -> Happening {
        Happening(on: activity.day, "\(activity.text)<br><small>\(name(activity.organisation))</small>")
    }

    /// Newest first.
    private var history: [Happening] {
        var moments: [(at: String, what: Happening)] = [
            (gem.id.rawValue, Happening(on: gem.nominated, "\(GemWords.wasNominated(gem.finder))"))
        ]
        for answer in story.answers {
            let said =
                answer.by.isEmpty
                ? GemWords.answerSaid(answer.kind.words) : GemWords.answerSaid(answer.kind.words, by: answer.by)
            moments.append(
                (answer.id.rawValue, Happening(on: answer.day, "\(said)", reason: "\(answer.reason)")))
        }
        for verdict in story.verdicts {
            let said = GemWords.wasJudged(verdict.kind.words, by: verdict.by)
            moments.append(
                (
                    verdict.id.rawValue,
                    Happening(
                        on: verdict.day, "\(said)", reason: verdict.reason.isEmpty ? nil : "\(verdict.reason)")
                ))
        }
        if let design = story.design {
            moments.append(("", Happening(on: design.day, "\(GemWords.wasDesigned(design.by))")))
        }
        // Identifiers begin with the time at which they were made: within a day they tell what came first.
        return moments.sorted { ($0.what.day, $0.at) > ($1.what.day, $1.at) }.map(\.what)
    }
}

/// Text of several lines as paragraphs.
func paragraphs(_ text: String) -> HTML {
    "\(text.split(whereSeparator: \.isNewline), { "<p>\($0)</p>" })"
}

extension Adoption.State {
    /// How the board draws it.
    package var mark: AdoptionMark {
        switch self {
        case .heard: .heard
        case .trying: .trying
        case .using: .using
        case .adapted: .adapted
        case .embedded: .embedded
        case .dropped: .dropped
        }
    }
}
