import Ground

enum IntakeWords {
    // The room.
    static let room = Words("intake.room", "Bring in results")
    static let roomQuestion = Words("intake.room-question", "Bring in what your tools already know.")
    static let roomLead = Words(
        "intake.room-lead",
        """
        Choose a file your student management system or your assessment tool exported. You see what it would change \
        before anything counts, and one click takes it back.
        """)
    static func lastSentence(_ school: String, _ day: Day) -> Words {
        Words("intake.last-sentence", "\(school) last brought in a file on \(day).")
    }
    static let notYours = Words("intake.not-yours", "Each school brings in its own results.")
    static let notYoursWhy = Words(
        "intake.not-yours-why",
        """
        A school's principal or lead teacher does this. What the schools have signed off is in the picture of learning.
        """)
    static let file = Words("intake.file", "Which file?")
    static let fileHint = Words(
        "intake.file-hint",
        """
        A table as CSV or XLSX with the names of the columns above it, or a OneRoster or School Data Sync package (ZIP). \
        Names and addresses in it are not kept.
        """)
    static let organisation = Words("intake.organisation", "Whose is it?")
    static let kind = Words("intake.kind", "What is in it?")
    static let kindGuess = Words("intake.kind-guess", "Find out from its columns")
    static func kind(_ kind: Intake.Kind) -> Words {
        switch kind {
        case .learners: Words("intake.kind.learners", "A list of learners")
        case .results: Words("intake.kind.results", "Results")
        case .counts: Words("intake.kind.counts", "Counts")
        }
    }
    static let addLearners = Words("intake.add-learners", "Also add learners who are not on the list yet")
    static let addLearnersHint = Words(
        "intake.add-learners-hint", "Without a list of learners, their groups are not known.")
    static let askAgain = Words(
        "intake.ask-again", "Show me the columns again, even if I brought in such a file before")
    static let options = Words("intake.options", "More choices")
    static let statement = Words("intake.statement", "Under which privacy statement did you collect it?")
    static let statementHint = Words(
        "intake.statement-hint",
        "As families know it, such as the enrolment form of 2026. It is kept with the file's record.")
    static let lookAtIt = Words("intake.look-at-it", "Look at it")
    static let listFirst = Words(
        "intake.list-first", "Begin with your list of learners: results find their learners by the numbers on it.")
    static let history = Words("intake.history", "Brought in so far")
    static let source = Words("intake.source", "File")
    static let day = Words("intake.day", "Day")
    static let state = Words("intake.state", "State")
    static let rows = Words("intake.rows", "Rows that count")
    static func state(_ state: Intake.State) -> Words {
        switch state {
        case .staging: Words("intake.state.staging", "not finished")
        case .staged: Words("intake.state.staged", "waiting for you")
        case .applied: Words("intake.state.applied", "counts")
        case .undone: Words("intake.state.undone", "taken back")
        case .discarded: Words("intake.state.discarded", "thrown away")
        }
    }

    // Refusals of the form.
    static let fileMissing = Words("intake.file-missing", "Choose a file.")
    static let organisationMissing = Words("intake.organisation-missing", "Choose whose file it is.")
    static let noRoom = Words(
        "intake.no-room", "There is no room on the disk to read this file. Tell whoever runs the installation.")
    static let fileGone = Words(
        "intake.file-gone", "The file is not here any more. Files wait for a day at most; choose it again.")

    // The mapping.
    static let columns = Words("intake.columns", "What is in the columns?")
    static func columnsSentence(_ file: String) -> Words {
        Words("intake.columns-sentence", "Is this what the columns of \(file) hold?")
    }
    static let columnsLead = Words(
        "intake.columns-lead", "You are asked once for each kind of file. What is left out is never stored.")
    static let column = Words("intake.column", "Column")
    static let firstValues = Words("intake.first-values", "First rows")
    static let holds = Words("intake.holds", "Holds")
    static func holdsIn(_ heading: String) -> Words { Words("intake.holds-in", "What does \(heading) hold?") }
    static let leaveOut = Words("intake.leave-out", "Leave out")
    static let groupWords = Words("intake.group-words", "Groups, in words")
    static func isGroup(_ title: String) -> Words { Words("intake.is-group", "\(title): yes or no") }
    static func field(_ field: Mapping.Field) -> Words {
        switch field {
        case .localID: Words("intake.field.local-id", "The school's number of the learner")
        case .idInName: Words("intake.field.id-in-name", "The learner's name with the school's number in it")
        case .nationalID: Words("intake.field.national-id", "National student number")
        case .yearLevel: Words("intake.field.year-level", "Year level")
        case .leavingDay: Words("intake.field.leaving-day", "Day they left")
        case .day: Words("intake.field.day", "Day of the assessment")
        case .construct: Words("intake.field.construct", "What was assessed")
        case .instrument: Words("intake.field.instrument", "Tool")
        case .result: Words("intake.field.result", "Result: score, stanine or level")
        case .version: Words("intake.field.version", "Version of the tool")
        case .norms: Words("intake.field.norms", "Norms")
        case .assessor: Words("intake.field.assessor", "Kind of assessor")
        }
    }
    static let whichInstrument = Words("intake.which-instrument", "Which tool are the results from?")
    static let whichConstruct = Words("intake.which-construct", "What was assessed?")
    static let whichDay = Words("intake.which-day", "When was it assessed?")
    static let whichDayHint = Words(
        "intake.which-day-hint", "No column of the file says so. Leave it empty if you choose a column for it below.")
    static let dayTooLate = Words("intake.day-too-late", "This day has not come yet. Check the day of the assessment.")
    static func resultIn(_ construct: String?, _ instrument: String?, _ day: Day?) -> Words {
        let what = [construct, instrument, day?.description].compactMap { $0 }.joined(separator: ", ")
        return Words("intake.result-in", "A result: \(what)")
    }
    static let fromColumn = Words("intake.from-column", "Choose one, unless a column says so")
    static let templateName = Words("intake.template-name", "Remember this as")
    static let templateHint = Words(
        "intake.template-hint", "The next file with these columns goes straight to the preview.")
    static let share = Words("intake.share", "Other schools of this community may read such files in the same way")
    static let shareHint = Words(
        "intake.share-hint", "Only what the columns hold is shared, never anything that stands in them.")
    static let preview = Words("intake.preview", "Show the preview")
    static let otherFile = Words("intake.other-file", "Choose another file")
    static func isOther(_ kind: Intake.Kind) -> Words {
        kind == .learners
            ? Words("intake.is-results", "These are results, not a list of learners")
            : Words("intake.is-learners", "This is a list of learners, not results")
    }
    static func usedTwice(_ field: Words) -> Words {
        Words("intake.used-twice", "Two columns are said to hold the same: \(field). Leave one of them out.")
    }
    static let localIDNeeded = Words(
        "intake.local-id-needed", "Say which column holds the school's number of the learner.")
    static let someIDNeeded = Words(
        "intake.some-id-needed",
        "Say which column holds the number of the learner: the school's own, or the national one.")
    static let dayNeeded = Words(
        "intake.day-needed", "Say which column holds the day of the assessment, or write the day here.")
    static let resultNeeded = Words("intake.result-needed", "Say which column holds the result.")
    static let instrumentNeeded = Words(
        "intake.instrument-needed", "Choose the tool the results are from, or the column that says so.")
    static let constructNeeded = Words(
        "intake.construct-needed", "Choose what was assessed, or the column that says so.")
    static func noStanines(_ heading: String) -> Words {
        Words(
            "intake.no-stanines",
            """
            \(heading) does not hold scores of this tool: stanines and percentiles shift when a test is normed anew. \
            Choose the column of scale scores.
            """)
    }
    static let changeColumns = Words("intake.change-columns", "Change what the columns are")
    static let allUnknown = Words(
        "intake.all-unknown",
        """
        No row names a learner on the list. Perhaps another column holds the school's number, or the list of learners has \
        yet to be brought in.
        """)
    static let templateNameMissing = Words("intake.template-name-missing", "Give it a name of at most 80 letters.")
    static func templateDefault(_ kind: Intake.Kind) -> Words {
        kind == .learners
            ? Words("intake.template-learners", "List of learners") : Words("intake.template-results", "Results")
    }

    // The preview.
    static func previewSentence(_ counts: IntakeCounts, _ kind: Intake.Kind) -> Words {
        if counts.written == 0, counts.unchanged > 0, counts.refused == 0 {
            return Words("intake.preview.all-there", "Everything in this file is here already.")
        }
        if counts.written == 0, counts.unchanged == 0 {
            return Words("intake.preview.nothing", "Nothing in this file can be used as it is.")
        }
        if counts.written == 0 {
            return Words("intake.preview.nothing-new", "There is nothing new in this file that can be used.")
        }
        let isList = kind == .learners
        switch (counts.new, counts.changed) {
        case (let new, 0):
            return isList
                ? Words("intake.preview.learners-new", "\(new, "learner is", "learners are") new.")
                : Words("intake.preview.results-new", "\(new, "result is", "results are") new.")
        case (0, let changed):
            return isList
                ? Words("intake.preview.learners-changed", "\(changed, "learner has", "learners have") changed.")
                : Words("intake.preview.results-changed", "\(changed, "result has", "results have") changed.")
        case (let new, let changed):
            return isList
                ? Words(
                    "intake.preview.learners",
                    "\(new, "learner is", "learners are") new, \(changed, "has", "have") changed.")
                : Words(
                    "intake.preview.results",
                    "\(new, "result is", "results are") new, \(changed, "has", "have") changed.")
        }
    }
    static func appliedSentence(_ counts: IntakeCounts, _ kind: Intake.Kind) -> Words {
        kind == .learners
            ? Words("intake.applied.learners", "\(counts.written, "learner", "learners") from this file count.")
            : Words("intake.applied.results", "\(counts.written, "result", "results") from this file count.")
    }
    static let undoneSentence = Words("intake.undone-sentence", "This file was taken back. Nothing of it counts.")
    static let discardedSentence = Words(
        "intake.discarded-sentence", "This file was thrown away before anything of it counted.")
    static let stagingSentence = Words(
        "intake.staging-sentence", "This file was not read to its end. Nothing of it counts.")
    static let stagingNext = Words(
        "intake.staging-next", "If it does not finish in a minute, throw it away and choose the file again.")
    static func previewLead(_ what: String, _ tools: String, _ first: Day, _ last: Day) -> Words {
        Words("intake.preview-lead", "\(what), from \(tools), assessed between \(first) and \(last).")
    }
    static func previewLead(_ what: String, _ tools: String, on day: Day) -> Words {
        Words("intake.preview-lead-day", "\(what), from \(tools), assessed on \(day).")
    }
    static let nothingCountsYet = Words("intake.nothing-counts-yet", "Nothing counts yet. You can take it back later.")
    static func applyDespite(_ refused: Int) -> Words {
        Words(
            "intake.apply-despite",
            """
            Nothing counts yet. \(refused, "row is", "rows are") left out: mend the file and choose it again whenever \
            you like; what is here already is not brought in twice.
            """)
    }
    static func applyOrMend(_ refused: Int) -> Words {
        Words(
            "intake.apply-or-mend",
            """
            Nothing counts yet. \(refused, "row is", "rows are") left out: mend them below first, or let the others count \
            and mend them later.
            """)
    }
    static let apply = Words("intake.apply", "Let it count")
    static let discard = Words("intake.discard", "Throw it away")
    static let undo = Words("intake.undo", "Take it back")
    static func builtOn(_ count: Int) -> Words {
        Words(
            "intake.built-on",
            """
            \(count, "later file was", "later files were") compared with this one. Rows that were the same in them go \
            with it when you take it back.
            """)
    }
    static let done = Words("intake.done", "It counts now.")
    static let takenBack = Words("intake.taken-back", "It was taken back.")
    static let mended = Words("intake.mended", "The file was read once more with what you mended.")
    static let nothingMended = Words(
        "intake.nothing-mended", "Nothing was changed. Write what is right into the cells.")
    static let mendAndRead = Words("intake.mend-and-read", "Read it again with these")
    static func mendCell(_ column: String, _ line: Int) -> Words {
        Words("intake.mend-cell", "\(column) on line \(line)")
    }
    static func rowsRead(_ rows: Int) -> Words { Words("intake.rows-read", "\(rows, "row", "rows") read so far.") }
    static let stays = Words("intake.stays", "You may leave this page; the file goes on being read.")
    static let applyAgain = Words("intake.apply-again", "Let it count again")
    static let applyAgainNext = Words(
        "intake.apply-again-next", "It can count again as it is, as long as nothing else has been brought in.")
    static let changesTitle = Words("intake.changes-title", "What changes")
    static let learner = Words("intake.learner", "Learner")
    static let about = Words("intake.about", "What")
    static let before = Words("intake.before", "Now")
    static let after = Words("intake.after", "In the file")
    static func firstChanges(_ shown: Int, of all: Int) -> Words {
        Words("intake.first-changes", "The first \(shown) of \(all) are shown.")
    }
    static func builtOnSignOffs(_ count: Int) -> Words {
        Words(
            "intake.built-on-sign-offs",
            "The school has signed off \(count, "measure", "measures") since. Take it back, and look at them again.")
    }
    static func builtOnResults(_ count: Int) -> Words {
        Words(
            "intake.built-on-results",
            "\(count, "result rests", "results rest") on learners whom only this list names.")
    }
    static func withoutResult(_ count: Int) -> Words {
        Words(
            "intake.without-result", "\(count, "cell has", "cells have") no result, and nothing was taken from there.")
    }
    static func passedOver(_ count: Int, _ line: Int) -> Words {
        Words(
            "intake.passed-over",
            "\(count, "line was", "lines were") passed over as an average or a repeated heading, the first on line \(line)."
        )
    }
    static let whatHappens = Words("intake.what-happens", "The rows of the file")
    static let rowsAre = Words("intake.rows-are", "They are")
    static let new = Words("intake.new", "New")
    static let changed = Words("intake.changed", "Changed")
    static let unchanged = Words("intake.unchanged", "Here already, the same")
    static let missing = Words("intake.missing", "Here, but not in the file")
    static let missingStay = Words("intake.missing-stay", "stay as they are")
    static let refused = Words("intake.refused", "Refused")
    static let count = Words("intake.count", "Rows")
    static func refusedTitle(_ count: Int) -> Words {
        Words("intake.refused-title", "\(count, "row", "rows") that cannot be used")
    }
    static let line = Words("intake.line", "Line")
    static let value = Words("intake.value", "Value")
    static let whatStandsThere = Words("intake.what-stands-there", "What stands there")
    static let whyAndMend = Words("intake.why-and-mend", "Why it cannot be used, and how to mend it")
    static func cell(_ column: String, _ value: String) -> Words { Words("intake.cell", "\(column): \(value)") }
    static let signOffNext = Words(
        "intake.sign-off-next", "The community does not see these results until your school signs them off.")
    static let signOff = Words("intake.sign-off", "Go to sign-off")
    static let resultsNext = Words(
        "intake.results-next", "Results find their learners now. Bring in the first file of them.")
    static let why = Words("intake.why", "Why")
    static let mend = Words("intake.mend", "How to mend it")
    static func moreProblems(_ count: Int) -> Words {
        Words(
            "intake.more-problems",
            "\(count, "more row was", "more rows were") refused and \(count, "is", "are") not listed.")
    }
    static func firstProblems(_ shown: Int, of all: Int) -> Words {
        Words("intake.first-problems", "The first \(shown) of \(all). The file below has them all.")
    }
    static let downloadProblems = Words("intake.download-problems", "All of them as a file (CSV)")
    static func addedLearners(_ count: Int) -> Words {
        Words(
            "intake.added-learners",
            "\(count, "learner is", "learners are") added to the list; their groups are not known.")
    }
    static func dropped(_ headings: String, _ count: Int) -> Words {
        Words("intake.dropped", "\(count, "column", "columns") left out and not stored: \(headings).")
    }
    static func droppedPersonal(_ headings: String, _ count: Int) -> Words {
        Words(
            "intake.dropped-personal",
            "\(count, "personal column", "personal columns") left out and not stored: \(headings).")
    }
    static func strayWords(_ words: String) -> Words {
        Words("intake.stray-words", "These words stand for no group of this programme: \(words).")
    }
    static func unjudged(_ tool: String, _ subject: String, _ count: Int) -> Words {
        count == 1
            ? Words(
                "intake.unjudged-one",
                "The programme does not say what is expected of \(tool) in \(subject), so this 1 result is kept but not shown."
            )
            : Words(
                "intake.unjudged",
                "The programme does not say what is expected of \(tool) in \(subject), so these \(count) results are kept but not shown."
            )
    }
    static func unjudgedInPart(_ tool: String, _ subject: String, _ count: Int) -> Words {
        Words(
            "intake.unjudged-in-part",
            "For some year levels or norms the programme does not say what is expected of \(tool) in \(subject): \(count, "result is", "results are") kept but not shown."
        )
    }
    static let unjudgedMend = Words(
        "intake.unjudged-mend",
        "They are shown as soon as the community adds a programme that says what is expected. Those who lead it do so under Settings."
    )
    static let toSettings = Words("intake.to-settings", "Go to Settings")
    static func strayWord(_ word: String, _ count: Int) -> Words {
        Words("intake.stray-word", "\(word) (\(count))")
    }
    static let monthFirst = Words(
        "intake.month-first", "The dates in this file have the month first, as 11/30/2026. They were read so.")
    static let appliedBefore = Words("intake.applied-before", "This very file was brought in before, and counts.")
    static let notes = Words("intake.notes", "Worth knowing")
    static let tryAgain = Words("intake.try-again", "Choose a file")
    static func readBy(_ template: String) -> Words { Words("intake.read-by", "Columns as remembered in \(template).") }
    static func coveredBy(_ statement: String) -> Words { Words("intake.covered-by", "Collected under: \(statement).") }
    static func broughtInBy(_ source: String, _ day: Day) -> Words {
        Words("intake.brought-in", "\(source), brought in on \(day).")
    }

    // Refusals.
    static let refusedUnfinished = Words(
        "intake.refused.unfinished", "The file has not been read to its end. Choose it again.")
    static let refusedAppliedAlready = Words("intake.refused.applied-already", "This file counts already.")
    static let refusedOver = Words(
        "intake.refused.over", "This file was taken back or thrown away. Choose it again to bring it in.")
    static let refusedNothingNew = Words(
        "intake.refused.nothing-new", "There is nothing new in this file, so there is nothing to let count.")
    static let refusedComparedTooLongAgo = Words(
        "intake.refused.compared-too-long-ago",
        """
        Another file was brought in or taken back since this one was looked at. Choose it again, so that you see what \
        it would change now.
        """)
    static let refusedNotApplied = Words(
        "intake.refused.not-applied", "This file does not count, so it cannot be taken back.")
    static let refusedNotStaged = Words(
        "intake.refused.not-staged", "Only a file that does not count yet can be thrown away.")
    static let refusedNoInstruments = Words(
        "intake.refused.no-instruments",
        "The programme of this community names no tools yet. Add a pack that does, in the settings.")

    static func refusedColumnsMissing(_ headings: String) -> Words {
        Words(
            "intake.refused.columns-missing",
            "The file has no column called \(headings), which the template expects. Choose another template, or none.")
    }

    // The command line.
    static func commandDone(_ counts: IntakeCounts) -> Words {
        Words(
            "intake.command-done",
            """
            \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(counts.missing) missing, \
            \(counts.refused) refused
            """)
    }
    static func commandDropped(_ headings: String) -> Words {
        Words("intake.command-dropped", "left out, not stored: \(headings)")
    }
    static func commandTemplateUnknown(_ name: String) -> Words {
        Words(
            "intake.command-template-unknown",
            "No template is called \(name). Make one in the browser, or leave --template out.")
    }
    static let commandOrganisationUnknown = Words(
        "intake.command-organisation-unknown",
        "No organisation with this id belongs to a community here, or it is not theirs whom --as names.")
    static func commandKeys(_ option: String, _ keys: String) -> Words {
        Words("intake.command-keys", "\(option) is one of: \(keys)")
    }
    static func commandProblem(_ problem: IntakeProblem) -> Words {
        let place =
            problem.column.isEmpty
            ? Words("intake.command-line", "line \(String(problem.line))")
            : Words("intake.command-cell", "line \(String(problem.line)), \(problem.column), \"\(problem.value)\"")
        return Words("intake.command-problem", "\(place): \(problem.why) \(problem.mend)")
    }
}
