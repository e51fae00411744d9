package import Ground

/// Why a row of a file was refused. Stored by its word, said by ``IntakeProblem/why`` and ``IntakeProblem/mend``.
package enum IntakeProblemCode: String, CaseIterable, Sendable {
    case missingID = "missing-id"
    case spreadsheetNumber = "spreadsheet-number"
    case unknownLearner = "unknown-learner"
    case contradictingIDs = "contradicting-ids"
    case duplicate
    case dayMissing = "day-missing"
    case notADay = "not-a-day"
    case ambiguousDay = "ambiguous-day"
    case dayInTheFuture = "day-in-the-future"
    case dayLongAgo = "day-long-ago"
    case resultMissing = "result-missing"
    case notANumber = "not-a-number"
    case outOfRange = "out-of-range"
    case unknownLevel = "unknown-level"
    case unknownConstruct = "unknown-construct"
    case unknownInstrument = "unknown-instrument"
    /// The tool does not measure that.
    case notMeasured = "not-measured"
    case yearLevel = "year-level"
    case tooLong = "too-long"
    /// More fields than headings: the cells cannot be told apart.
    case tooManyFields = "too-many-fields"
    case unreadableText = "unreadable-text"
}

/// One reason to refuse a row, and where it stands.
package struct IntakeProblem: Sendable, Hashable {
    /// The physical line of the file, counted from 1, as a text editor counts.
    package let line: Int
    /// The heading of the column; empty where the row as a whole is meant.
    package let column: String
    /// What stands there. Empty for national numbers, which are never kept.
    package let value: String
    package let code: IntakeProblemCode
    /// What would be right, or where the other row is: it goes into the sentence.
    package let detail: String

    package init(line: Int, column: String, value: String, code: IntakeProblemCode, detail: String = "") {
        (self.line, self.column, self.code, self.detail) = (line, column, code, detail)
        self.value = value.count <= 80 ? value : value.prefix(79) + "…"
    }

    package var why: Words { IntakeWords.why(code, detail: detail) }
    package var mend: Words { IntakeWords.mend(code, detail: detail) }
}
