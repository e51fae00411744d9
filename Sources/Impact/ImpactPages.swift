import Communities
import Gems
import Ground
import HTML
import Interface
import Measurement
import Web

/// Every gem in use against every side: what was seen last, what followed, and where nobody has looked.
struct ImpactPage: Page {
    let of: Community
    let sides: [Side]
    /// The gems somebody has tried, with what is known of their effect.
    let gems: [(story: GemStory, picture: ImpactPicture)]
    let today: Day
    let mayCheck: Bool

    var title: Words { ImpactWords.impact }
    var community: CommunityName? { of.pageName }
    var about: HTML { Provenance(source: "\(ImpactWords.source)", asOf: today).html }

    private var open: [(story: GemStory, picture: ImpactPicture)] { gems.filter { $0.story.stage != .stopped } }

    var body: HTML {
        guard !sides.isEmpty else { return headline(ImpactWords.noneSentence) + "<p>\(ImpactWords.noSides)</p>" }
        guard !gems.isEmpty else {
            return headline(ImpactWords.noneSentence)
                + emptyPage(
                    ImpactWords.emptyWhat, why: ImpactWords.emptyWhy,
                    begin: buttonLink(ImpactWords.toBoard, to: GemPath.board(of.id)))
        }
        return """
            \(headline(ImpactWords.sentence(
                complete: open.count { $0.picture.isComplete }, of: open.count, sides: sides.count)))
            \(lead(ImpactWords.honesty))
            \(next)
            \(section(ImpactWords.lastLook, id: "latest", table))
            \(if: open.contains { !$0.picture.gaps.isEmpty }, section(ImpactWords.gaps, id: "gaps", gapList))
            """
    }

    /// The gem that is used in most places and has been looked at least.
    private var next: HTML {
        let waiting = open.filter { !$0.picture.gaps.isEmpty }
        let widest = waiting.max { using($0.story) < using($1.story) }
        guard mayCheck, let widest, let side = widest.picture.gaps.first else { return HTML() }
        return nextStep(
            "\(ImpactWords.checkNext(widest.story.gem.title, side.title))",
            action: buttonLink(ImpactWords.checkIt, to: ImpactPath.checks(of.id, widest.story.gem.id)),
            takes: ImpactWords.tenMinutes)
    }

    private func using(_ story: GemStory) -> Int { story.reached(on: today).values.count { $0.state.isInUse } }

    private var table: HTML {
        DataTable(
            ImpactWords.lastLook,
            columns: [.text(ImpactWords.gem), .text(ImpactWords.verdict)]
                + sides.map { .text(Words(verbatim: $0.title)) },
            rows: gems.map { gem in
                [
                    """
                    <a href="\(GemPath.gem(of.id, gem.story.gem.id))">\(gem.story.gem.title)</a>
                    """,
                    verdict(gem.picture.verdict),
                ] + sides.map { seen(gem.picture, $0) }
            }, showsCaption: false
        ).html
    }

    private func verdict(_ verdict: Verdict?) -> HTML {
        guard let verdict else { return tag(ImpactWords.noVerdict, .quiet) }
        return "\(tag(verdict.kind.words, verdict.kind == .tooEarly ? .quiet : .strong)) <small>\(verdict.day)</small>"
    }

    private func seen(_ picture: ImpactPicture, _ side: Side) -> HTML {
        guard let latest = picture.latest[side.key] else { return tag(ImpactWords.notYet, .quiet) }
        return "\(evidence(latest.finding.evidence))<br><small>\(latest.verdict.day)</small>"
    }

    private var gapList: HTML {
        let gaps = open.filter { !$0.picture.gaps.isEmpty }
        return "<ul>\(gaps, gapLine)</ul>"
    }

    private func gapLine(_ gem: (story: GemStory, picture: ImpactPicture)) -> HTML {
        let sides = gem.picture.gaps.map(\.title).joined(separator: ", ")
        return "<li>\(ImpactWords.gap(gem.story.gem.title, sides))</li>"
    }
}

/// What was seen, with the way to where it can be looked up.
func evidence(_ evidence: Evidence) -> HTML {
    guard let link = evidence.link, Evidence.isUsable(link: link) else { return "\(evidence.text)" }
    return "\(evidence.text) <a href=\"\(link)\" rel=\"noreferrer\">\(ImpactWords.linkRead)</a>"
}

/// The part of a gem's page that tells of its effect.
struct CheckChapter: Sendable {
    let of: Community
    let story: GemStory
    let sides: [Side]
    let checks: [ImpactCheck]
    let mayCheck: Bool

    var html: HTML { sides.isEmpty ? HTML() : section(ImpactWords.chapter, id: "impact", content) }

    private var content: HTML {
        let picture = ImpactPicture(checks, sides: sides)
        let path = ImpactPath.checks(of.id, story.gem.id)
        guard let verdict = picture.verdict else {
            return """
                <p>\(story.hasBeenTried ? ImpactWords.chapterNone : ImpactWords.chapterTooEarly)</p>
                \(if: mayCheck, "<p>\(buttonLink(ImpactWords.checkIt, to: path, .quiet))</p>")
                """
        }
        return """
            <p><strong>\(ImpactWords.chapterVerdict(verdict.kind.words, on: verdict.day, by: verdict.by))</strong>
            \(verdict.reason)</p>
            \(facts(sides.map { ($0.words, seen(picture, $0)) }))
            <p><small>\(ImpactWords.honesty)</small></p>
            <p><a href="\(path)">\(mayCheck ? ImpactWords.look : ImpactWords.allChecks)</a></p>
            """
    }

    private func seen(_ picture: ImpactPicture, _ side: Side) -> HTML {
        picture.latest[side.key].map { evidence($0.finding.evidence) } ?? tag(ImpactWords.notYet, .quiet)
    }
}

extension Side {
    var words: Words { Words(verbatim: title) }
}

/// Every check of one gem, and the form for the next.
struct ChecksPage: Page {
    let of: Community
    let story: GemStory
    let sides: [Side]
    let checks: [ImpactCheck]
    /// What the community measured last: evidence there is, beside what somebody saw.
    var measured: [MeasuredNow] = []
    let mayCheck: Bool
    let mayStop: Bool
    var form = FormData()
    var problems = Problems()

    var title: Words { ImpactWords.impact }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([
            Link(ImpactWords.impact, to: ImpactPath.impact(of.id)),
            Link(Words(verbatim: story.gem.title), to: GemPath.gem(of.id, story.gem.id)),
        ]))
        \(problemSummary(problems))\(headline(ImpactWords.checksTitle(story.gem.title)))
        \(lead("\(if: !checks.isEmpty, "\(ImpactWords.checksSentence(checks.count)) ")\(ImpactWords.honesty)"))
        \(if: !measured.isEmpty, section(ImpactWords.measured, id: "measured", measurements))
        \(if: mayCheck, section(ImpactWords.look, id: "look", lookForm))
        \(if: !story.hasBeenTried, noteNotice("\(ImpactWords.refusedNotTried)"))
        \(if: !checks.isEmpty, section(ImpactWords.history, id: "history", timeline(checks.reversed().map(happening))))
        """
    }

    private var measurements: HTML {
        let rows: [[HTML]] = measured.map { line in
            [
                "<a href=\"\(PicturePath.picture(of.id))?measure=\(line.measure)\">\(line.title)</a>",
                "\(line.term.words), \(line.tool)", line.assessed.map { "\($0)" } ?? "–",
                line.percent.map { "\(ImpactWords.percent($0))" } ?? "–",
                line.interval.map { "\(ImpactWords.interval($0.lowerBound, $0.upperBound))" } ?? "–",
            ]
        }
        return """
            <p>\(ImpactWords.measuredLead)</p>
            \(DataTable(
                ImpactWords.measured,
                columns: [
                    .text(ImpactWords.measure), .text(ImpactWords.termAndTool), .number(ImpactWords.assessed),
                    .number(ImpactWords.atOrAbove), .number(ImpactWords.likely),
                ], rows: rows, showsCaption: false).html)
            """
    }

    private var lookForm: HTML {
        let kinds = Verdict.Kind.allCases.filter { $0 != .stop || mayStop }
        return """
            <p>\(ImpactWords.lookLead)</p>
            \(Form(to: ImpactPath.checks(of.id, story.gem.id), """
                \(sides, side)
                \(radioGroup(
                    "verdict", ImpactWords.verdictQuestion,
                    choices: kinds.map { Choice($0.rawValue, $0.words, hint: hint($0)) },
                    chosen: form.optional("verdict"), problems: problems))
                \(textArea("reason", ImpactWords.reason, value: form.text("reason"), problems: problems, rows: 3))
                \(dateField(
                    "day", ImpactWords.day, hint: ImpactWords.dayHint, value: form.text("day"), problems: problems,
                    isRequired: false))
                \(actions(button(ImpactWords.save)))
                """).html)
            """
    }

    private func side(_ side: Side) -> HTML {
        """
        <h3>\(side.title)</h3>
        \(textArea(
            NewCheck.field(side), Words(verbatim: side.question), value: form.text(NewCheck.field(side)),
            problems: problems, rows: 3, isRequired: false))
        \(textField(
            NewCheck.linkField(side), ImpactWords.link, hint: ImpactWords.linkHint,
            value: form.text(NewCheck.linkField(side)), problems: problems, isRequired: false))
        """
    }

    private func hint(_ kind: Verdict.Kind) -> Words {
        switch kind {
        case .keep: ImpactWords.keepHint
        case .adapt: ImpactWords.adaptHint
        case .stop: ImpactWords.stopHint
        case .tooEarly: ImpactWords.tooEarlyHint
        }
    }

    private func happening(_ check: ImpactCheck) -> Happening {
        let lines = check.findings.map { finding in
            (sides.first { $0.key == finding.outcome }?.title ?? finding.outcome, finding.evidence)
        }
        return Happening(
            on: check.verdict.day,
            """
            <strong>\(ImpactWords.judged(check.verdict.kind.words, by: check.verdict.by))</strong>\
            \(lines, { "<br>\($0.0): \(evidence($0.1))" })
            """, reason: check.verdict.reason.isEmpty ? nil : "\(check.verdict.reason)")
    }
}
