package import Ground
package import Tables

/// What reading a file brought to light besides its rows. Kept as JSON beside the intake.
package struct IntakeNotes: Sendable, Equatable, Codable {
    /// Words in a column of groups that stand for no group of the programme, the most frequent first.
    package struct StrayWord: Sendable, Hashable, Codable {
        package let word: String
        package let count: Int
    }

    /// Results that the programme cannot judge, of one tool in one subject: they are kept and not shown.
    package struct Unjudged: Sendable, Hashable, Codable {
        package let construct: String
        package let instrument: String
        package let count: Int
        /// For some year levels it says what is expected.
        package let isInPart: Bool
    }

    package var warnings: [TableWarning] = []
    /// Rows of the file, without its header and blank lines.
    package var rows = 0
    /// Its days were written with the month first.
    package var hasMonthFirst = false
    package var firstDay: String?
    package var lastDay: String?
    /// Titles of what the file measures, and of the tools it came from.
    package var constructs: [String] = []
    package var instruments: [String] = []
    package var strayWords: [StrayWord] = []
    package var unjudged: [Unjudged] = []
    /// Learners whom a file of results added to the list.
    package var addedLearners = 0
    /// The same file was applied before, and still is.
    package var wasAppliedBefore = false
    /// Rows that were refused beyond those that are listed.
    package var problemsNotListed = 0
    /// Rows without a result: a dash, or an empty cell of a wide table.
    package var withoutResult = 0
    /// Averages, totals and repeated headings.
    package var passedOver = 0
    package var firstPassedOver: Int?
    /// Why nothing can be done with the file, where that was found out only while it was read.
    package var failure: String?

    package init() {}

    /// Counts what a further part of the file brought to light.
    mutating func add(_ part: IntakeNotes) {
        problemsNotListed += part.problemsNotListed
        withoutResult += part.withoutResult
        addedLearners += part.addedLearners
        strayWords += part.strayWords
    }

    package init(from decoder: any Decoder) throws {
        // Each note may be missing: older programs knew fewer.
        let notes = try decoder.container(keyedBy: CodingKeys.self)
        func read<Value: Decodable>(_ key: CodingKeys, else value: Value) throws -> Value {
            try notes.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        warnings = try read(.warnings, else: [])
        rows = try read(.rows, else: 0)
        hasMonthFirst = try read(.hasMonthFirst, else: false)
        firstDay = try notes.decodeIfPresent(String.self, forKey: .firstDay)
        lastDay = try notes.decodeIfPresent(String.self, forKey: .lastDay)
        constructs = try read(.constructs, else: [])
        instruments = try read(.instruments, else: [])
        strayWords = try read(.strayWords, else: [])
        unjudged = try read(.unjudged, else: [])
        addedLearners = try read(.addedLearners, else: 0)
        wasAppliedBefore = try read(.wasAppliedBefore, else: false)
        problemsNotListed = try read(.problemsNotListed, else: 0)
        withoutResult = try read(.withoutResult, else: 0)
        passedOver = try read(.passedOver, else: 0)
        firstPassedOver = try notes.decodeIfPresent(Int.self, forKey: .firstPassedOver)
        failure = try notes.decodeIfPresent(String.self, forKey: .failure)
    }

    /// The first and the last day of the results, if there are any.
    package var days: (first: Day, last: Day)? {
        guard let first = firstDay.flatMap({ Day(text: $0) }), let last = lastDay.flatMap({ Day(text: $0) }) else {
            return nil
        }
        return (first, last)
    }
}
