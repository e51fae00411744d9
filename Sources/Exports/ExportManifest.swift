import Foundation
package import Ground

/// What the export of a community says of itself, and how to tell that all of it is there and unchanged.
package struct ExportManifest: Codable, Sendable, Equatable {
    /// The form of exports that this program writes. It reads this one and all before it.
    package static let currentFormat = 1
    static let name = "manifest.json"

    package struct Column: Codable, Sendable, Equatable {
        package let name: String
        package let kind: String
    }

    /// Rows of a table, as JSON Lines in the order of its key.
    package struct Table: Codable, Sendable, Equatable {
        package let name: String
        package let entry: String
        package let columns: [Column]
        package let rows: Int
        package let bytes: Int
        package let sha256: String
    }

    /// A file for people.
    package struct Sheet: Codable, Sendable, Equatable {
        package let entry: String
        package let rows: Int
        package let bytes: Int
        package let sha256: String
    }

    /// What kind of file it is: `sightline-community`.
    package let kind: String
    package let format: Int
    package let program: String
    /// ISO 8601, in UTC.
    package let created: String
    package let community: String
    package let name: String
    /// Where each of them can be filled: none points at one that comes later.
    package let tables: [Table]
    package let sheets: [Sheet]

    package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    package var id: CommunityID { CommunityID(rawValue: community) }

    static let kind = "sightline-community"

    /// As it lies in the file: for people too.
    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    /// Only kind and format are read at first: what a newer one means by the rest is not known.
    static func read(_ bytes: [UInt8]) throws(ExportRefusal) -> ExportManifest {
        struct Beginning: Decodable {
            let kind: String
            let format: Int
        }
        guard let beginning = try? JSONDecoder().decode(Beginning.self, from: Data(bytes)), beginning.kind == kind
        else { throw .notAnExport }
        guard beginning.format <= currentFormat else { throw .newerFormat }
        guard let manifest = try? JSONDecoder().decode(ExportManifest.self, from: Data(bytes)),
            CommunityID(typed: manifest.community) != nil,
            Set(manifest.tables.map(\.name)).count == manifest.tables.count
        else { throw .damaged(entry: name) }
        return manifest
    }
}
