import Foundation
package import Ground

/// What an archive says of itself: by which program it was written, what lies in it, and how to tell that all of it is
/// there and unchanged.
package struct Manifest: Codable, Sendable, Equatable {
    /// The form of archives that this program writes. It reads this one and all before it.
    package static let currentFormat = 1
    static let name = "manifest.json"

    package struct Column: Codable, Sendable, Equatable {
        package let name: String
        package let kind: String
    }

    /// A table's rows, as JSON Lines in the order of its key.
    package struct Table: Codable, Sendable, Equatable {
        package let name: String
        package let entry: String
        package let columns: [Column]
        package let rows: Int
        package let bytes: Int
        package let sha256: String
    }

    /// A file of the data folder.
    package struct File: Codable, Sendable, Equatable {
        /// Where it belongs, below the data folder.
        package let path: String
        package let entry: String
        package let bytes: Int
        package let sha256: String
    }

    /// An audit trail as it stood: how long, where it ends, and whether it held.
    package struct Chain: Codable, Sendable, Equatable {
        package let scope: String
        package let links: Int
        package let head: String
        package let holds: Bool
    }

    package let format: Int
    package let program: String
    /// ISO 8601, in UTC.
    package let created: String
    package let engine: String
    package let migrations: [String]
    /// In an order in which they can be loaded: none points at one that comes later.
    package let tables: [Table]
    package let files: [File]
    package let chains: [Chain]
    /// Whether the keys of the installation are in it, wrapped by a passphrase.
    package let hasKeys: Bool

    package var at: Instant? { Instant(text: created) }
    package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    package var brokenChains: [Chain] { chains.filter { !$0.holds } }

    /// As it lies in the archive: for people too.
    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    /// Only the format is read at first: what a newer one means by the rest is not known.
    static func read(_ bytes: [UInt8]) throws(ArchiveRefusal) -> Manifest {
        struct Format: Decodable { let format: Int }
        guard let format = try? JSONDecoder().decode(Format.self, from: Data(bytes)) else { throw .notAnArchive }
        guard format.format <= currentFormat else { throw .newerFormat }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw .damaged(entry: name)
        }
        guard manifest.files.allSatisfy({ $0.isBelowFolder }) else { throw .damaged(entry: name) }
        return manifest
    }

    /// Refuses what a newer program wrote: its tables are not known here.
    package func requireKnown(_ migrations: [String]) throws(ArchiveRefusal) {
        let unknown = Set(self.migrations).subtracting(migrations)
        guard unknown.isEmpty else { throw .newerProgram(version: program) }
    }
}

extension Manifest.File {
    /// Whether the path leads nowhere but below the folder it is put into.
    var isBelowFolder: Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return ArchivedFolders.all.contains(String(parts[0])) && parts.count > 1
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    }
}

/// The folders of an installation whose files an archive knows: programmes of its own, and files that wait to be read.
/// What is still being uploaded is nobody's yet.
enum ArchivedFolders {
    /// Not the files that wait to be read: they hold learners' names, which are never kept, and a backup is.
    static let written = ["packs"]
    /// What an archive may hold; early ones had the waiting files too.
    static let all = ["packs", "intakes"]
}
