extension Roster {
    /// A learner as a package tells of one: ids, schools, year level. The name was in the file and was not kept.
    package struct Learner: Sendable, Hashable {
        /// What the sending system calls the learner.
        package var id: String
        /// The number printed on lists; often the national one.
        package var identifier = ""
        package var userIDs: [UserID] = []
        package var organisations: [String] = []
        package var grades: [String] = []
        package var sex: Sex?
        package var isEnabled = true
        package var isToBeDeleted = false

        package init(id: String) { self.id = id }

        /// The year level, where exactly one grade is named and it has a number: `5`, `05`, `Y5`, `Year 5`.
        package var yearLevel: Int? {
            guard grades.count == 1 else { return nil }
            let text = grades[0].lowercased().filter { !$0.isWhitespace }
            let digits = text.hasPrefix("year") ? text.dropFirst(4) : text.hasPrefix("y") ? text.dropFirst() : text[...]
            guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit), let year = Int(digits),
                (0...15).contains(year)
            else { return nil }
            return year
        }
    }

    /// An id that another system has given: `{NSN:123456789}`.
    package struct UserID: Sendable, Hashable {
        package var kind: String
        package var value: String

        package init(kind: String, value: String) { (self.kind, self.value) = (kind, value) }
    }

    package enum Sex: String, Sendable, Hashable { case female, male, other, unspecified }

    /// A number that may be the learner's national one, for matching by its keyed digest.
    package struct NationalID: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            /// The file calls it so.
            case named
            /// It is the identifier, and looks like one.
            case looksLikeIt
        }

        package let value: String
        package let source: Source
    }
}

extension Roster.Learner {
    /// New Zealand's National Student Number: nine or ten digits, under its name or as the identifier.
    package var nationalID: Roster.NationalID? {
        let names = ["nsn", "nsi", "nationalstudentnumber"]
        let named = userIDs.first { id in
            names.contains(id.kind.lowercased().filter(\.isLetter)) && Self.isNumber(id.value)
        }
        if let named { return Roster.NationalID(value: named.value, source: .named) }
        return Self.isNumber(identifier) ? Roster.NationalID(value: identifier, source: .looksLikeIt) : nil
    }

    private static func isNumber(_ text: String) -> Bool {
        (9...10).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
    }
}
