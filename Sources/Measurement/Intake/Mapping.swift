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
            case .learners: [.localID, .nationalID, .yearLevel, .leavingDay]
            case .results:
                [
                    .localID, .nationalID, .day, .construct, .instrument, .result, .yearLevel, .norms, .version,
                    .assessor,
                ]
            case .counts: []
            }
        }
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
            if !isMapped(.localID) { problems.add("columns", IntakeWords.localIDNeeded) }
        case .results:
            if !isMapped(.localID), !isMapped(.nationalID) { problems.add("columns", IntakeWords.someIDNeeded) }
            if !isMapped(.day) { problems.add("columns", IntakeWords.dayNeeded) }
            if !isMapped(.result) { problems.add("columns", IntakeWords.resultNeeded) }
            if !isMapped(.instrument), instrument.flatMap({ pack.instruments[key: $0] }) == nil {
                problems.add("instrument", IntakeWords.instrumentNeeded)
            }
            if !isMapped(.construct), construct.flatMap({ pack.constructs[key: $0] }) == nil {
                problems.add("construct", IntakeWords.constructNeeded)
            }
        case .counts:
            problems.add("columns", IntakeWords.resultNeeded)
        }
        return problems
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
        }
    }

    package init?(rawValue: String) {
        if let field = Mapping.Field(rawValue: rawValue) {
            self = .field(field)
        } else if rawValue == "groups" {
            self = .groupWords
        } else if rawValue.hasPrefix("group:") {
            self = .group(String(rawValue.dropFirst(6)))
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
