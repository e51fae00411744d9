import Archives
import Backups
import Foundation
package import Ground

/// The export of a community that was read from end to end and found whole: every entry is there, has the digest its
/// manifest says, and nothing else lies in it.
package struct ExportFile: Sendable, Equatable {
    package let path: String
    package let manifest: ExportManifest
    /// How long the file is.
    package let bytes: Int

    package var words: Words { ExportWords.done(manifest) }

    static let readme = "README.txt"
    private static let longestManifest = 16 << 20

    /// A community's record says one thing many times, and is text.
    private static var limits: ArchiveLimits {
        var limits = ArchiveLimits()
        limits.inflatedBytes = 2 << 30
        limits.ratio = 1000
        return limits
    }

    /// Reads it all. Blocks while it does.
    package static func checked(_ path: String) throws -> ExportFile {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let bytes = (facts[.size] as? NSNumber)?.intValue
        else { throw ExportRefusal.cannotRead(path, reason: "") }
        return try reading(path) { archive in
            guard let own = archive.members.first(where: { $0.name == ExportManifest.name }) else {
                throw ExportRefusal.notAnExport
            }
            let manifest = try ExportManifest.read(try archive.open(own).all(upTo: longestManifest))
            try compare(archive, with: manifest)
            return ExportFile(path: path, manifest: manifest, bytes: bytes)
        }
    }

    private static func compare(_ archive: Archive, with manifest: ExportManifest) throws {
        let members = Dictionary(archive.members.map { ($0.name, $0) }) { first, _ in first }
        func seal(of entry: String) throws -> (lines: Int, bytes: Int, digest: String) {
            guard let member = members[entry] else { throw ExportRefusal.damaged(entry: entry) }
            let stream = try archive.open(member)
            var seal = Seal()
            while true {
                let block = try stream.next()
                if block.isEmpty { break }
                seal.add(block)
            }
            let lines = seal.lines
            let (bytes, digest) = seal.close()
            return (lines, bytes, digest)
        }
        for table in manifest.tables {
            guard try seal(of: table.entry) == (table.rows, table.bytes, table.sha256) else {
                throw ExportRefusal.damaged(entry: table.entry)
            }
        }
        for sheet in manifest.sheets {
            let found = try seal(of: sheet.entry)
            guard found.bytes == sheet.bytes, found.digest == sheet.sha256 else {
                throw ExportRefusal.damaged(entry: sheet.entry)
            }
        }
        let known = Set([ExportManifest.name, readme] + manifest.tables.map(\.entry) + manifest.sheets.map(\.entry))
        let strangers = Set(members.keys).symmetricDifference(known)
        if let stranger = strangers.sorted().first { throw ExportRefusal.damaged(entry: stranger) }
    }

    /// Calls `body` with each table's entry, in their order.
    func eachTable(_ body: (_ table: ExportManifest.Table, _ read: () throws -> [UInt8]?) throws -> Void) throws {
        try Self.reading(path) { archive in
            for table in manifest.tables {
                guard let member = archive.member(named: table.entry) else {
                    throw ExportRefusal.damaged(entry: table.entry)
                }
                let stream = try archive.open(member)
                try body(table) {
                    let block = try stream.next()
                    return block.isEmpty ? nil : block
                }
            }
        }
    }

    private static func reading<Value>(_ path: String, _ body: (Archive) throws -> Value) throws -> Value {
        do { return try body(try Archive(.file(path: path), limits: limits)) } catch let problem as ArchiveProblem {
            throw ExportRefusal(problem, of: path)
        }
    }
}

extension ExportRefusal {
    fileprivate init(_ problem: ArchiveProblem, of path: String) {
        self =
            switch problem {
            case .notAZip, .empty: .notAnExport
            case .damaged(let entry) where !entry.isEmpty: .damaged(entry: entry)
            case .unreadable: .cannotRead(path, reason: "")
            default: .cannotRead(path, reason: problem.words.text)
            }
    }
}
