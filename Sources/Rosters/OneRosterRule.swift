/// The rules of the OneRoster CSV binding, each with a number that stays what it is.
///
/// A rule that is given up keeps its number; a new one takes the next free number of its group. The table in
/// `docs/oneroster.md` explains each; a test compares the two.
package enum OneRosterRule: String, Sendable, Hashable, Codable, CaseIterable {
    // The package.
    case manifestMissing = "OR-001"
    case enclosingFolder = "OR-002"
    case tooManyFiles = "OR-003"
    case fileUnknown = "OR-004"
    case fileNameSpelling = "OR-005"
    case fileTwice = "OR-006"
    case fileUnreadable = "OR-007"
    case fileRequired = "OR-008"

    // The manifest.
    case manifestHeadings = "OR-010"
    case manifestVersion = "OR-011"
    case rosterVersion = "OR-012"
    case versionConflict = "OR-013"
    case propertyMissing = "OR-014"
    case propertyUnknown = "OR-015"
    case propertyTwice = "OR-016"
    case modeUnknown = "OR-017"
    case fileListedButAbsent = "OR-018"
    case fileNotListed = "OR-019"

    // A file and its headings.
    case fileWithoutRows = "OR-020"
    case encoding = "OR-021"
    case delimiter = "OR-022"
    case columnMissing = "OR-023"
    case headingCase = "OR-024"
    case headingSpelling = "OR-025"
    case headingOrder = "OR-026"
    case headingTwice = "OR-027"
    case headingUnknown = "OR-028"
    case extensionPlace = "OR-029"
    case optionalColumnMissing = "OR-030"
    case headingEmpty = "OR-031"

    // A row.
    case lineBreak = "OR-040"
    case tooFewCells = "OR-041"
    case tooManyCells = "OR-042"
    case rowUnreadable = "OR-043"
    case strayQuote = "OR-044"
    case identifierTwice = "OR-045"
    case startNotBeforeEnd = "OR-046"
    case endBeforeBegin = "OR-047"

    // A cell.
    case cellRequired = "OR-050"
    case identifierForm = "OR-051"
    case identifierLength = "OR-052"
    case statusInBulk = "OR-053"
    case statusMissing = "OR-054"
    case statusUnknown = "OR-055"
    case dateForm = "OR-056"
    case momentForm = "OR-057"
    case yearForm = "OR-058"
    case integerForm = "OR-059"
    case floatForm = "OR-060"
    case booleanCase = "OR-061"
    case booleanForm = "OR-062"
    case vocabulary = "OR-063"
    case vocabularyExtension = "OR-064"
    case blanksAround = "OR-065"
    case userIDsForm = "OR-066"
    case scaleForm = "OR-067"
    case passwordFilled = "OR-068"
    case referenceMissing = "OR-069"
    case spreadsheetNumber = "OR-070"

    package enum Severity: String, Sendable, Hashable, Codable {
        /// The package is not valid.
        case error
        /// Valid, but most likely not what was meant.
        case warning
        /// Worth knowing.
        case note
    }

    package var severity: Severity {
        switch self {
        case .versionConflict, .fileUnknown, .propertyMissing, .propertyUnknown, .strayQuote, .endBeforeBegin,
            .passwordFilled:
            .warning
        case .vocabularyExtension: .note
        default: .error
        }
    }
}
