import Communities
import Ground
import HTML
import Interface
import Web

/// The room in which a school brings in what its tools know, and sees what it brought in so far.
struct IntakeRoomPage: Page {
    let of: Community
    /// The organisations the reader may bring in results of.
    let own: [Organisation]
    let intakes: [Intake]
    /// Whether none of them has a list of learners yet.
    let lacksLearners: Bool
    /// The privacy statement named last, which most likely covers this file too.
    let statement: String
    var form = FormData()
    var problems = Problems()

    var title: Words { IntakeWords.room }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        guard !own.isEmpty else {
            return headline(IntakeWords.room) + emptyPage(IntakeWords.notYours, why: IntakeWords.notYoursWhy)
        }
        return """
            \(problemSummary(problems))
            \(headline(sentence))\(lead(IntakeWords.roomLead))
            \(if: lacksLearners, noteNotice("\(IntakeWords.listFirst)"))
            \(Form(to: IntakePath.room(of.id), carriesFiles: true, guardsChanges: false, fields).html)
            <p>\(SignOffWords.byHand) <a href="\(PicturePath.counts(of.id))">\(PictureWords.enterAction)</a></p>
            \(if: !intakes.isEmpty, section(IntakeWords.history, id: "history", history))
            """
    }

    private var sentence: Words {
        guard let last = intakes.first(where: { $0.state == .applied }), let school = owner(of: last) else {
            return IntakeWords.roomQuestion
        }
        return IntakeWords.lastSentence(school.name, school.day(last.applied ?? last.created))
    }

    private func owner(of intake: Intake) -> Organisation? { own.first { $0.id == intake.organisation } }

    private var fields: HTML {
        """
        \(if: own.count > 1, selectField(
            "organisation", IntakeWords.organisation,
            choices: own.map { Choice($0.id.rawValue, Words(verbatim: $0.name)) },
            chosen: form.optional("organisation"), problems: problems))
        \(fileField("file", IntakeWords.file, hint: IntakeWords.fileHint, accepts: ".csv,.txt,.tsv,.xlsx,.zip,text/csv", problems: problems))
        <details\(if: form.isChecked("add-learners") || form.isChecked("ask-again"), " open")>\
        <summary>\(IntakeWords.options)</summary>
        \(radioGroup(
            "kind", IntakeWords.kind,
            choices: [
                Choice("", IntakeWords.kindGuess), Choice("learners", IntakeWords.kind(.learners)),
                Choice("results", IntakeWords.kind(.results)),
            ], chosen: form.text("kind")))
        \(checkbox(
            "add-learners", IntakeWords.addLearners, hint: IntakeWords.addLearnersHint,
            isChecked: form.isChecked("add-learners")))
        \(checkbox("ask-again", IntakeWords.askAgain, isChecked: form.isChecked("ask-again")))
        \(textField(
            "statement", IntakeWords.statement, hint: IntakeWords.statementHint,
            value: form.optional("statement") ?? statement, isRequired: false))
        </details>
        \(actions(button(IntakeWords.lookAtIt)))
        """
    }

    private var history: HTML {
        DataTable(
            IntakeWords.history,
            columns: [
                .text(IntakeWords.source), .text(IntakeWords.day), .text(IntakeWords.kind), .text(IntakeWords.state),
                .number(IntakeWords.rows),
            ]
                + (own.count > 1 ? [.text(IntakeWords.organisation)] : []),
            rows: intakes.map(row), showsCaption: false
        ).html
    }

    private func row(_ intake: Intake) -> [HTML] {
        let counts: HTML = intake.state == .applied ? "\(intake.counts.written)" : "–"
        let cells: [HTML] = [
            "<a href=\"\(IntakePath.intake(of.id, intake.id))\">\(intake.source)</a>",
            owner(of: intake).map { "\($0.day(intake.created))" } ?? "–",
            "\(IntakeWords.kind(intake.kind))", "\(IntakeWords.state(intake.state))", counts,
        ]
        return own.count > 1 ? cells + ["\(owner(of: intake)?.name ?? "–")"] : cells
    }
}

/// What the columns of a file hold, as the file suggests, beside its first rows.
struct MappingPage: Page {
    let of: Community
    let file: IntakeFile
    let kind: Intake.Kind
    let headings: [String]
    let rows: [[String]]
    let mapping: Mapping
    /// What may be chosen, in the words of the programme.
    let choices: MappingChoices
    let template: String
    var isShared = true
    var problems = Problems()

    var title: Words { IntakeWords.columns }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))
        \(headline(IntakeWords.columnsSentence(file.name)))\(lead(IntakeWords.columnsLead))
        \(Form(to: IntakePath.file(of.id, file.id), fields).html)
        <div class="actions">
        <a href="\(IntakePath.file(of.id, file.id))?kind=\(other.rawValue)">\(IntakeWords.isOther(kind))</a>
        <a href="\(IntakePath.room(of.id))">\(IntakeWords.otherFile)</a>
        </div>
        """
    }

    private var other: Intake.Kind { kind == .learners ? .results : .learners }

    private var fields: HTML {
        """
        \(hiddenField("kind", kind.rawValue))
        \(if: kind == .results, selectField(
            "instrument", IntakeWords.whichInstrument, choices: choices.instruments,
            chosen: mapping.instrument ?? "", problems: problems))
        \(if: kind == .results, selectField(
            "construct", IntakeWords.whichConstruct, choices: choices.constructs,
            chosen: mapping.construct ?? "", problems: problems))
        \(if: kind == .results && mapping.heading(of: .day) == nil, dateField(
            "day", IntakeWords.whichDay, hint: IntakeWords.whichDayHint, value: mapping.day?.description ?? "",
            problems: problems, isRequired: false))
        <fieldset id="field-columns" class="field"><legend>\(IntakeWords.columns)</legend>
        \(problems.words(for: "columns").map { "<p class=\"problem\">\($0)</p>" })
        \(headings.enumerated().filter { !$0.element.isEmpty }, { column($0.offset, $0.element) })
        </fieldset>
        \(textField(
            "template", IntakeWords.templateName, hint: IntakeWords.templateHint, value: template, problems: problems))
        \(checkbox("share", IntakeWords.share, hint: IntakeWords.shareHint, isChecked: isShared))
        \(actions(button(IntakeWords.preview)))
        """
    }

    private func column(_ index: Int, _ heading: String) -> HTML {
        var seen: [String] = []
        for row in rows where !row[index].isEmpty && !seen.contains(row[index]) && seen.count < 4 {
            seen.append(row[index].count <= 30 ? row[index] : row[index].prefix(29) + "…")
        }
        return selectField(
            "column-\(index)", Words(verbatim: heading), hint: Words(verbatim: seen.joined(separator: " · ")),
            choices: choices.uses, chosen: mapping.use(of: heading)?.rawValue ?? "")
    }
}

/// What a reader may choose from while saying what columns hold.
struct MappingChoices: Sendable {
    let uses: [Choice]
    let instruments: [Choice]
    let constructs: [Choice]
}
