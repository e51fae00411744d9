import Foundation
package import Ground

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
