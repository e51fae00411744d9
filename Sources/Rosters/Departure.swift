import Ground
/// One place where a package departs from its format.
package struct Departure: Sendable, Hashable {
    package let rule: OneRosterRule
    /// As it is called in the archive. Empty where the package as a whole is meant.
    package let file: String
    package let line: Int?
    /// The heading.
    package let column: String?
    /// What stands there. Never a password.
    package let value: String?
    /// What should stand there, or what the sentence needs to be understood.
    let expected: String
    /// Another line that matters: where an id was used first.
    let otherLine: Int?
    package let repair: RosterRepair?

    init(
        _ rule: OneRosterRule, in file: String, line: Int? = nil, column: String? = nil, value: String? = nil,
        expected: String = "", otherLine: Int? = nil, repair: RosterRepair? = nil
    ) {
        (self.rule, self.file, self.line, self.column) = (rule, file, line, column)
        self.value = value.map { $0.count <= 120 ? $0 : $0.prefix(119) + "…" }
        (self.expected, self.otherLine, self.repair) = (expected, otherLine, repair)
    }

    package var severity: OneRosterRule.Severity { rule.severity }
}

extension Departure: Encodable {
    private enum Key: String, CodingKey {
        case rule, severity, file, line, column, value, sentence, mend, repair
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(severity, forKey: .severity)
        try container.encode(file, forKey: .file)
        try container.encode(line, forKey: .line)
        try container.encode(column, forKey: .column)
        try container.encode(value, forKey: .value)
        try container.encode(words.text, forKey: .sentence)
        try container.encode(mend.text, forKey: .mend)
        try container.encodeIfPresent(repair, forKey: .repair)
    }
}
