/// A departure from a format that can be lived with, by the name of what is done about it.
///
/// Each is offered where it would help and switched on by itself; every use is counted.
package enum RosterRepair: String, Sendable, Hashable, Codable, CaseIterable {
    case manifestMissing = "manifest-missing"
    case manifestMismatch = "manifest-mismatch"
    case versionFromFiles = "version-from-files"
    case enclosingFolder = "enclosing-folder"
    case fileNames = "file-names"
    case emptyFiles = "empty-files"
    case encoding
    case delimiter
    case headingCase = "heading-case"
    case headingSpelling = "heading-spelling"
    case columnOrder = "column-order"
    case unknownColumns = "unknown-columns"
    case missingColumns = "missing-columns"
    case extraCells = "extra-cells"
    case missingCells = "missing-cells"
    case lineBreaks = "line-breaks"
    case repeatedRows = "repeated-rows"
    case statusInBulk = "status-in-bulk"
    case statusMissing = "status-missing"
    case inactiveStatus = "inactive-status"
    case booleanCase = "boolean-case"
    case booleanWords = "boolean-words"
    case dayFirstDates = "day-first-dates"
    case dateForms = "date-forms"
    case decimalCommas = "decimal-commas"
    case wordCase = "word-case"
    case blanks
    case plainUserIDs = "plain-user-ids"
    case freeIdentifiers = "free-identifiers"
    case missingCourses = "missing-courses"
    case danglingReferences = "dangling-references"

    /// Those that change how something is written and never what it says. The others are for a person to decide:
    /// `3/4/2026` may be in March, and a record whose status nobody gave may not be active.
    package static let suggested = Set(allCases).subtracting([
        .manifestMissing, .statusMissing, .inactiveStatus, .dayFirstDates, .danglingReferences, .freeIdentifiers,
        .repeatedRows,
    ])
}
