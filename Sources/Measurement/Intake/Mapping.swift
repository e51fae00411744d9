import Foundation
package import Ground
package import Programmes
import Secrets

/// Which column of a file holds what, and what the file itself does not say. Remembered as a template, by the shape of
/// the file, so that the second file of a tool needs no questions.
package struct Mapping: Sendable, Equatable, Codable {
    /// What a column is for.
    package enum Use: Sendable, Hashable {
        case field(Field)
        /// Words for groups: ethnicities, gender, a list of groups.
        case groupWords
        /// Yes or no for one group, by its key.
        case group(String)
        /// One of several results in a row.
        case result(Wide)
    }

    /// What a column of a wide table holds; what it leaves open, another column or the whole file says.
    package struct Wide: Sendable, Hashable {
        package var construct: String?
        package var instrument: String?
        package var day: Day?

        package init(construct: String? = nil, instrument: String? = nil, day: Day? = nil) {
            (self.construct, self.instrument, self.day) = (construct, instrument, day)
        }
    }

    package struct Column: Sendable, Hashable, Codable {
        package let heading: String
        package let use: Use

        package init(_ heading: String, _ use: Use) { (self.heading, self.use) = (heading, use) }
    }

    package var kind: Intake.Kind
    /// The columns that are kept; every other is dropped.
    package var columns: [Column]
    /// What all rows measure, where no column says so.
    package var construct: String?
    /// The tool all rows come from, where no column says so.
    package var instrument: String?
    /// The day of all results, where no column says one. Never remembered: the next file is of another day.
    package var day: Day?

    private enum CodingKeys: String, CodingKey { case kind, columns, construct, instrument }

    package init(kind: Intake.Kind, columns: [Column], construct: String? = nil, instrument: String? = nil) {
        (self.kind, self.columns, self.construct, self.instrument) = (kind, columns, construct, instrument)
    }

    package func heading(of field: Field) -> String? { columns.first { $0.use == .field(field) }?.heading }

    package func use(of heading: String) -> Use? { columns.first { $0.heading.folded == heading.folded }?.use }
}

extension Mapping {
    /// One thing a column can hold.
    package enum Field: String, CaseIterable, Sendable {
        case localID = "local-id"
        /// The school's number of the learner, beside their name in one cell.
        case idInName = "id-in-name"
        case nationalID = "national-id"
        case yearLevel = "year-level"
        case leavingDay = "leaving-day"
        case day
        case construct
        case instrument
        case result
        case version
        case norms
        case assessor

        /// The fields a file of this kind may have.
        package static func all(for kind: Intake.Kind) -> [Field] {
            switch kind {
            case .learners: [.localID, .idInName, .nationalID, .yearLevel, .leavingDay]
            case .results:
                [
                    .localID, .idInName, .nationalID, .day, .construct, .instrument, .result, .yearLevel, .norms,
                    .version,
                    .assessor,
                ]
            case .counts: []
            }
        }
    }

    /// The columns of a wide table that hold results; none where one column holds them all.
    package var wide: [Wide] {
        guard heading(of: .result) == nil else { return [] }
        return columns.compactMap { if case .result(let wide) = $0.use { wide } else { nil } }
    }

    /// What stands in the way of reading a file by this mapping; empty when it can be read.
    package func problems(pack: Pack) -> Problems {
        var problems = Problems()
        func isMapped(_ field: Field) -> Bool { heading(of: field) != nil }
        let fields = columns.compactMap { if case .field(let field) = $0.use { field } else { nil } }
        if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
            problems.add("columns", IntakeWords.usedTwice(IntakeWords.field(twice)))
        }
        switch kind {
        case .learners:
            if !isMapped(.localID), !isMapped(.idInName), !isMapped(.nationalID) {
                problems.add("columns", IntakeWords.localIDNeeded)
            }
        case .results:
            let wide = self.wide
            if !isMapped(.localID), !isMapped(.nationalID), !isMapped(.idInName) {
                problems.add("columns", IntakeWords.someIDNeeded)
            }
            if !isMapped(.day), day == nil, wide.isEmpty || wide.contains(where: { $0.day == nil }) {
                problems.add("day", IntakeWords.dayNeeded)
            }
            if !isMapped(.result), wide.isEmpty { problems.add("columns", IntakeWords.resultNeeded) }
            if !isMapped(.instrument), instrument.flatMap({ pack.instruments[key: $0] }) == nil,
                wide.isEmpty || wide.contains(where: { $0.instrument == nil })
            {
                problems.add("instrument", IntakeWords.instrumentNeeded)
            }
            if !isMapped(.construct), construct.flatMap({ pack.constructs[key: $0] }) == nil,
                wide.isEmpty || wide.contains(where: { $0.construct == nil })
            {
                problems.add("construct", IntakeWords.constructNeeded)
            }
            if let heading = stanines(pack) { problems.add("columns", IntakeWords.noStanines(heading)) }
        case .counts:
            problems.add("columns", IntakeWords.resultNeeded)
        }
        return problems
    }

    /// A column of stanines or percentiles that would be kept as scores of a tool that gives another kind.
    private func stanines(_ pack: Pack) -> String? {
        for column in columns {
            let words = Set(column.heading.folded.split(separator: " ").map(String.init))
            guard !words.isDisjoint(with: ["stanine", "stanines", "percentile", "percentiles"]) else { continue }
            let tool: String? =
                switch column.use {
                case .field(.result): instrument
                case .result(let wide): wide.instrument ?? instrument
                default: nil
                }
            if let scale = tool.flatMap({ pack.instruments[key: $0]?.scale }), scale == .points {
                return column.heading
            }
        }
        return nil
    }

    /// Whether a file has all columns of the mapping and no others, but those we write beside refused rows.
    func isWhole(in headings: [String]) -> Bool {
        let ours: Set = ["line", "why", "how to mend it"]
        let present = Set(headings.map(\.folded))
        let wanted = Set(columns.map(\.heading.folded))
        return !wanted.isEmpty && wanted.isSubset(of: present) && present.subtracting(wanted).isSubset(of: ours)
            && !present.isDisjoint(with: ours)
    }

    /// What all files of one shape have in common: their headings, folded, in whatever order.
    package static func signature(of headings: [String]) -> String {
        Secrets.digest(headings.map(\.folded).sorted().joined(separator: "\u{1F}"))
    }
}

extension Mapping.Use: RawRepresentable, Codable {
    package var rawValue: String {
        switch self {
        case .field(let field): field.rawValue
        case .groupWords: "groups"
        case .group(let key): "group:\(key)"
        case .result(let wide):
            "result:\(wide.construct ?? ""):\(wide.instrument ?? ""):\(wide.day?.description ?? "")"
        }
    }

    package init?(rawValue: String) {
        if let field = Mapping.Field(rawValue: rawValue) {
            self = .field(field)
        } else if rawValue == "groups" {
            self = .groupWords
        } else if rawValue.hasPrefix("group:") {
            self = .group(String(rawValue.dropFirst(6)))
        } else if rawValue.hasPrefix("result:") {
            let parts = rawValue.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4 else { return nil }
            self = .result(
                Mapping.Wide(
                    construct: parts[1].isEmpty ? nil : parts[1], instrument: parts[2].isEmpty ? nil : parts[2],
                    day: Day(text: parts[3])))
        } else {
            return nil
        }
    }
}

extension Mapping {
    /// As it is stored.
    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts in arrays always encode.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// `nil` where a newer program stored something this one does not know.
    package init?(text: String) {
        guard let mapping = try? JSONDecoder().decode(Mapping.self, from: Data(text.utf8)) else { return nil }
        self = mapping
    }
}

extension String {
    /// A heading or a word as files are compared by: no marks, no case, no punctuation, single blanks.
    var folded: String {
        sortKey.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }
}
