import Ground

enum LearnerExportWords {
    static let room = Words("learner-export.room", "Take records out")
    static let title = Words("learner-export.title", "Take your school's records out")
    static func sentence(_ school: String) -> Words {
        Words(
            "learner-export.sentence", "The records of learners at \(school) are the school's own: take them with you.")
    }
    static let lead = Words(
        "learner-export.lead",
        """
        The file can be opened as a spreadsheet, and brought in elsewhere as it is. National numbers are not in it: only \
        what they are matched by is kept. Who took what out, when and what for stays on record.
        """)
    static let school = Words("learner-export.school", "Which school's?")
    static let what = Words("learner-export.what", "What do you need?")
    static let results = Words("learner-export.results", "Results")
    static let resultsHint = Words(
        "learner-export.results-hint", "One row for each result that counts: who, when, what, with which tool.")
    static let learners = Words("learner-export.learners", "The list of learners")
    static let learnersHint = Words(
        "learner-export.learners-hint", "One row for each learner: the school's own number, year level and groups.")
    static let format = Words("learner-export.format", "In which form?")
    static let csv = Words("learner-export.csv", "CSV, for any program")
    static let xlsx = Words("learner-export.xlsx", "XLSX, a workbook")
    static let purpose = Words("learner-export.purpose", "What is it for?")
    static let purposeHint = Words(
        "learner-export.purpose-hint", "In a sentence: it goes on record, and the school's own people can read it here."
    )
    static let take = Words("learner-export.take", "Take the file")
    static let purposeMissing = Words("learner-export.purpose-missing", "Say in a sentence what the file is for.")
    static let purposeTooLong = Words(
        "learner-export.purpose-too-long", "That is too long. Use at most 500 letters.")
    static let kindMissing = Words("learner-export.kind-missing", "Choose the results or the list of learners.")
    static let formatMissing = Words("learner-export.format-missing", "Choose one of the two forms.")
    static let past = Words("learner-export.past", "Taken out before")
    static let when = Words("learner-export.when", "When")
    static let who = Words("learner-export.who", "Who")
    static let rows = Words("learner-export.rows", "Rows")
    static let none = Words("learner-export.none", "Nothing has been taken out yet.")

    static func done(_ export: LearnerExport) -> Words {
        switch export.kind {
        case .learners: Words("learner-export.done-learners", "\(export.rows.count, "learner", "learners") written.")
        case .results, .counts:
            Words("learner-export.done-results", "\(export.rows.count, "result", "results") written.")
        }
    }

    static func unclear(_ count: Int) -> Words {
        Words(
            "learner-export.unclear",
            "\(count, "learner shares a number", "learners share a number") with another and cannot be told apart in a file: left out."
        )
    }

    static func name(of kind: Intake.Kind) -> Words { kind == .learners ? learners : results }

    static let nothingThere = Words(
        "learner-export.nothing-there",
        "There is no such organisation whose learners' records this person may see.")
}
