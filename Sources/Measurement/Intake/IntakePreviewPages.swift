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
    /// What differs, field by field.
    let changes: [IntakeChange]
    let builtOn: IntakeBuiltOn
    /// Its file, as long as it is there: cells of it can be corrected here, and its columns named anew.
    let file: Identifier<IntakeFile>?
    /// How many rows have been read so far, while it is being read in the background.
    let rowsRead: Int?
    /// Whether the reader may change the community's settings.
    var mayManage = false
    /// What was just done.
    let done: Words?
    var form = FormData()
    var formProblems = Problems()

    var title: Words { IntakeWords.room }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !formProblems.isEmpty }
    var refreshes: Bool { intake.state == .staging && rowsRead != nil }
    private var counts: IntakeCounts { intake.counts }

    var body: HTML {
        """
        \(problemSummary(formProblems))
        \(done.map { doneNotice($0, undo: intake.state == .applied ? IntakePath.withdrawal(of.id, intake.id) : nil) })
        \(headline(sentence))\(about(results: intake.notes))
        \(next)
        \(if: intake.state != .staging, section(IntakeWords.whatHappens, id: "rows", table))
        \(if: !notes.isEmpty, section(IntakeWords.notes, id: "notes", "<ul>\(notes, { "<li>\($0)</li>" })</ul>\(unjudgedMend)"))
        \(if: counts.refused > 0, section(IntakeWords.refusedTitle(counts.refused), id: "refused", refusals))
        \(if: !changes.isEmpty, section(IntakeWords.changesTitle, id: "changes", differences))
        \(if: intake.state == .applied && done == nil, wayBack)
        <div class="actions">
        \(columnsAgain)
        <a href="\(IntakePath.room(of.id))">\(IntakeWords.otherFile)</a>
        </div>
        """
    }

    /// The way back to the columns, for whoever sees here that one was named wrongly.
    private var columnsAgain: HTML {
        guard intake.state == .staged, let file else { return HTML() }
        return """
            <a href="\(IntakePath.file(of.id, file))?kind=\(intake.kind.rawValue)">\(IntakeWords.changeColumns)</a>
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
            case .discarded: intake.notes.failure.map { Words(verbatim: $0) } ?? IntakeWords.discardedSentence
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
        case .staging where rowsRead != nil:
            return """
                <p class="progress" role="status" data-events="\(IntakePath.progress(of.id, intake.id))">\
                \(IntakeWords.rowsRead(rowsRead ?? 0))</p><p>\(IntakeWords.stays)</p>
                """
        case .staging:
            return nextStep("\(IntakeWords.stagingNext)", action: discard)
        case .staged where counts.written > 0:
            let sentence =
                counts.refused == 0
                ? IntakeWords.nothingCountsYet
                : file == nil ? IntakeWords.applyDespite(counts.refused) : IntakeWords.applyOrMend(counts.refused)
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
        case .undone:
            return nextStep(
                "\(IntakeWords.applyAgainNext)",
                action: postButton(IntakeWords.applyAgain, to: IntakePath.application(of.id, intake.id)))
        case .discarded: return HTML()
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
        if problemCount > 0, counts.refused == notes.rows, problems.allSatisfy({ $0.code == .unknownLearner }) {
            all.append(IntakeWords.allUnknown)
        }
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
        if notes.withoutResult > 0 { all.append(IntakeWords.withoutResult(notes.withoutResult)) }
        if notes.passedOver > 0 { all.append(IntakeWords.passedOver(notes.passedOver, notes.firstPassedOver ?? 0)) }
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
        \(file != nil && isMendable ? Form(to: IntakePath.mending(of.id, intake.id), refusalTable + actions(
            button(IntakeWords.mendAndRead, .quiet))).html : refusalTable)
        \(if: problems.count < problemCount, "<p>\(IntakeWords.firstProblems(problems.count, of: problemCount))</p>")
        \(if: intake.notes.problemsNotListed > 0, "<p>\(IntakeWords.moreProblems(intake.notes.problemsNotListed))</p>")
        <p><a href="\(IntakePath.problems(of.id, intake.id))">\(IntakeWords.downloadProblems)</a></p>
        """
    }

    private var isMendable: Bool { intake.state == .staged || intake.state == .applied }

    private var refusalTable: HTML {
        DataTable(
            IntakeWords.refusedTitle(counts.refused),
            columns: [
                .number(IntakeWords.line), .text(IntakeWords.whatStandsThere), .text(IntakeWords.whyAndMend),
            ],
            rows: problems.map { problem in
                ["\(problem.line)", cell(problem), "<b>\(problem.why)</b> \(problem.mend)"]
            }, showsCaption: false
        ).html
    }

    /// The cell as it stands there, in a field where it can be corrected.
    private func cell(_ problem: IntakeProblem) -> HTML {
        guard file != nil, isMendable, !problem.column.isEmpty else {
            return problem.value.isEmpty
                ? "\(problem.column.isEmpty ? "–" : problem.column)"
                : "\(IntakeWords.cell(problem.column, problem.value))"
        }
        let typed = form.optional(problem.fieldName) ?? problem.value
        return """
            <label>\(problem.column)<br>\
            <input class="medium" name="\(problem.fieldName)" value="\(typed)" autocomplete="off" \
            aria-label="\(IntakeWords.mendCell(problem.column, problem.line))"></label>
            """
    }

    private var differences: HTML {
        """
        \(DataTable(
            IntakeWords.changesTitle,
            columns: [
                .number(IntakeWords.line), .text(IntakeWords.learner), .text(IntakeWords.about),
                .text(IntakeWords.before), .text(IntakeWords.after),
            ],
            rows: changes.map { ["\($0.line)", "\($0.localID)", "\($0.about)", "\($0.before)", "\($0.after)"] },
            showsCaption: false).html)
        \(if: changes.count < counts.changed, "<p>\(IntakeWords.firstChanges(changes.count, of: counts.changed))</p>")
        """
    }

    private var wayBack: HTML {
        """
        \(builtOn.sentences.map { noteNotice("\($0)") })
        <p>\(postButton(IntakeWords.undo, to: IntakePath.withdrawal(of.id, intake.id), .quiet))</p>
        """
    }
}

/// What has since been built on an intake that somebody may want to take back.
struct IntakeBuiltOn: Sendable {
    /// Later files that were compared with it.
    let laterIntakes: Int
    let signOffs: Int
    /// Results of learners whom only this list names.
    let results: Int

    var sentences: [Words] {
        [
            laterIntakes > 0 ? IntakeWords.builtOn(laterIntakes) : nil,
            results > 0 ? IntakeWords.builtOnResults(results) : nil,
            signOffs > 0 ? IntakeWords.builtOnSignOffs(signOffs) : nil,
        ].compactMap { $0 }
    }
}
