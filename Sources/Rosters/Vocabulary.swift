/// The words a column may hold. An open vocabulary may be extended by words that begin with `ext:`.
struct Vocabulary: Sendable, Equatable {
    let words: [String]
    var isOpen = true

    init(_ words: String..., isOpen: Bool = true) { (self.words, self.isOpen) = (words, isOpen) }

    init(_ words: [String], isOpen: Bool = true) { (self.words, self.isOpen) = (words, isOpen) }

    /// Whether this is a declared extension: `ext:` and letters, digits, points, hyphens or underscores.
    func isExtended(by word: String) -> Bool {
        guard isOpen, word.hasPrefix("ext:"), word.utf8.count > 4 else { return false }
        return word.utf8.dropFirst(4).allSatisfy { $0.isLetterOrDigit || [0x2E, 0x2D, 0x5F].contains($0) }
    }
}

// The vocabularies of the OneRoster CSV binding, 1.2 and 1.1.
extension Vocabulary {
    static let sessionTypes = Vocabulary("gradingPeriod", "semester", "schoolYear", "term")
    static let organisationTypes = Vocabulary("department", "school", "district", "local", "state", "national")
    static let classTypes = Vocabulary("homeroom", "scheduled")
    static let enrolmentRoles = Vocabulary("administrator", "proctor", "student", "teacher")
    static let userRoles11 = Vocabulary(
        "administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher")
    static let userRoles = Vocabulary(
        "aide", "counselor", "districtAdministrator", "guardian", "parent", "principal", "proctor", "relative",
        "siteAdministrator", "student", "systemAdministrator", "teacher")
    static let roleTypes = Vocabulary("primary", "secondary", isOpen: false)
    static let sexes11 = Vocabulary("male", "female", isOpen: false)
    static let sexes = Vocabulary("male", "female", "unspecified", "other")
    static let scoreStatuses = Vocabulary(
        "exempt", "fully graded", "not submitted", "partially graded", "submitted")
    static let objectiveSources = Vocabulary("case", "unknown")
    static let importances = Vocabulary("primary", "secondary")
    static let truth = Vocabulary("true", "false", isOpen: false)
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetterOrDigit: Bool { isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
