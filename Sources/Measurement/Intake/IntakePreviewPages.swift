import Communities
import Ground
import HTML
import Interface
import Tables
import Web

/// What a file would change, or changed: the counts first, then what cannot be used and how to mend it.
struct IntakePage: Page {
    let of: Community
    let owner: Organisation
    let intake: Intake
    /// The first problems; the file for download has them all.
    let problems: [IntakeProblem]
    let problemCount: Int
    /// How many later files were compared with this one.
    let builtOn: Int
    /// Whether the reader may change the community's settings.
    var mayManage = false
    /// What was just done.
    let done: Words?

    var title: Words { IntakeWords.room }
    var community: CommunityName? { of.pageName }
    private var counts: IntakeCounts { intake.counts }

    var body: HTML {
        """
        \(done.map { doneNotice($0, undo: intake.state == .applied ? IntakePath.withdrawal(of.id, intake.id) : nil) })
        \(headline(sentence))\(about(results: intake.notes))
        \(next)
        \(if: intake.state != .staging, section(IntakeWords.whatHappens, id: "rows", table))
        \(if: !notes.isEmpty, section(IntakeWords.notes, id: "notes", "<ul>\(notes, { "<li>\($0)</li>" })</ul>\(unjudgedMend)"))
        \(if: counts.refused > 0, section(IntakeWords.refusedTitle(counts.refused), id: "refused", refusals))
        \(if: intake.state == .applied && done == nil, wayBack)
        <p><a href="\(IntakePath.room(of.id))">\(IntakeWords.otherFile)</a></p>
        """
    }

    var about: HTML {
        Provenance(
            source: """
                \(IntakeWords.broughtInBy(intake.source, owner.day(intake.created)))\
                \(intake.template.map { " \(IntakeWords.readBy($0))" })\
                \(if: !intake.statement.isEmpty, " \(IntakeWords.coveredBy(intake.statement))")
                """,
            asOf: intake.notes.days?.last
        ).html
    }

    private var sentence: HTML {
        let words =
            switch intake.state {
            case .staging: IntakeWords.stagingSentence
            case .staged: IntakeWords.previewSentence(counts, intake.kind)
            case .applied: IntakeWords.appliedSentence(counts, intake.kind)
            case .undone: IntakeWords.undoneSentence
            case .discarded: IntakeWords.discardedSentence
            }
        return "\(owner.name): \(words)"
    }

    private func about(results notes: IntakeNotes) -> HTML {
        guard let days = notes.days, !notes.constructs.isEmpty else { return HTML() }
        let (what, tools) = (notes.constructs.joined(separator: ", "), notes.instruments.joined(separator: ", "))
        return lead(
            days.first == days.last
                ? IntakeWords.previewLead(what, tools, on: days.first)
                : IntakeWords.previewLead(what, tools, days.first, days.last))
    }

    private var next: HTML {
        let discard = postButton(IntakeWords.discard, to: IntakePath.removal(of.id, intake.id), .plain)
        switch intake.state {
        case .staging:
            return nextStep("\(IntakeWords.stagingNext)", action: discard)
        case .staged where counts.written > 0:
            let sentence = counts.refused > 0 ? IntakeWords.applyDespite(counts.refused) : IntakeWords.nothingCountsYet
            let apply = postButton(IntakeWords.apply, to: IntakePath.application(of.id, intake.id))
            return nextStep("\(sentence)", action: "\(apply) \(discard)")
        case .staged:
            return nextStep(
                "\(IntakeWords.refusedNothingNew)",
                action: "\(buttonLink(IntakeWords.tryAgain, to: IntakePath.room(of.id))) \(discard)")
        case .applied where intake.kind == .results:
            return nextStep(
                "\(IntakeWords.signOffNext)",
                action: buttonLink(IntakeWords.signOff, to: PicturePath.signOffs(of.id)))
        case .applied:
            return nextStep(
                "\(IntakeWords.resultsNext)",
                action: buttonLink(IntakeWords.tryAgain, to: IntakePath.room(of.id)))
        case .undone, .discarded: return HTML()
        }
    }

    private var table: HTML {
        let rows: [(Words, Int, HTML)] = [
            (IntakeWords.new, counts.new, ""), (IntakeWords.changed, counts.changed, ""),
            (IntakeWords.unchanged, counts.unchanged, ""),
            (IntakeWords.missing, counts.missing, counts.missing > 0 ? ": \(IntakeWords.missingStay)" : ""),
            (IntakeWords.refused, counts.refused, ""),
        ]
        return DataTable(
            IntakeWords.whatHappens, columns: [.text(IntakeWords.rowsAre), .number(IntakeWords.count)],
            rows: rows.map { ["\($0.0)\($0.2)", "\($0.1)"] }, showsCaption: false
        ).html
    }

    private var notes: [Words] {
        let notes = intake.notes
        var all: [Words] = []
        if notes.wasAppliedBefore { all.append(IntakeWords.appliedBefore) }
        all += notes.unjudged.map {
            $0.isInPart
                ? IntakeWords.unjudgedInPart($0.instrument, $0.construct.asWithinSentence, $0.count)
                : IntakeWords.unjudged($0.instrument, $0.construct.asWithinSentence, $0.count)
        }
        if notes.addedLearners > 0 { all.append(IntakeWords.addedLearners(notes.addedLearners)) }
        if notes.hasMonthFirst { all.append(IntakeWords.monthFirst) }
        if !notes.strayWords.isEmpty {
            let words = notes.strayWords.prefix(12).map { IntakeWords.strayWord($0.word, $0.count).text }
            all.append(IntakeWords.strayWords(words.joined(separator: ", ")))
        }
        let personal = intake.dropped.filter(\.isPersonal).map(\.heading)
        if !personal.isEmpty {
            all.append(IntakeWords.droppedPersonal(personal.joined(separator: ", "), personal.count))
        }
        let others = intake.dropped.filter { !$0.isPersonal }.map(\.heading)
        if !others.isEmpty { all.append(IntakeWords.dropped(others.joined(separator: ", "), others.count)) }
        return all + notes.warnings.map(\.words)
    }

    /// Where what is not judged can be mended.
    private var unjudgedMend: HTML {
        guard !intake.notes.unjudged.isEmpty else { return HTML() }
        let settings: HTML = "<a href=\"\(CommunityPath.settings(of.id))\">\(IntakeWords.toSettings)</a>"
        return "<p>\(IntakeWords.unjudgedMend)\(if: mayManage, " \(settings)")</p>"
    }

    private var refusals: HTML {
        """
        \(DataTable(
            IntakeWords.refusedTitle(counts.refused),
            columns: [
                .number(IntakeWords.line), .text(IntakeWords.whatStandsThere), .text(IntakeWords.whyAndMend),
            ],
            rows: problems.map { problem in
                ["\(problem.line)", cell(problem), "<b>\(problem.why)</b> \(problem.mend)"]
            }, showsCaption: false).html)
        \(if: problems.count < problemCount, "<p>\(IntakeWords.firstProblems(problems.count, of: problemCount))</p>")
        \(if: intake.notes.problemsNotListed > 0, "<p>\(IntakeWords.moreProblems(intake.notes.problemsNotListed))</p>")
        <p><a href="\(IntakePath.problems(of.id, intake.id))">\(IntakeWords.downloadProblems)</a></p>
        """
    }

    private func cell(_ problem: IntakeProblem) -> HTML {
        problem.value.isEmpty
            ? "\(problem.column.isEmpty ? "–" : problem.column)"
            : "\(IntakeWords.cell(problem.column, problem.value))"
    }

    private var wayBack: HTML {
        """
        \(if: builtOn > 0, noteNotice("\(IntakeWords.builtOn(builtOn))"))
        <p>\(postButton(IntakeWords.undo, to: IntakePath.withdrawal(of.id, intake.id), .quiet))</p>
        """
    }
}
