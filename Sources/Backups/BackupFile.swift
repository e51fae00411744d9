import Archives
import Foundation
package import Ground

/// An archive that was read from end to end and found whole: every entry is there, has the digest its manifest says,
/// and nothing else lies in it.
package struct BackupFile: Sendable, Equatable {
    package let path: String
    package let manifest: Manifest
    /// How long the file is.
    package let bytes: Int

    /// What there is to say of it.
    package var lines: [Words] {
        let broken = manifest.brokenChains.count
        return [BackupWords.taken(self), manifest.hasKeys ? BackupWords.keysInside : BackupWords.keysLeftOut]
            + (broken == 0 ? [] : [BackupWords.brokenChains(broken)])
    }

    static let readme = "README.txt"
    private static let longestManifest = 64 << 20

    /// Our own archives hold tables that say one thing many times, and as many files as an installation has.
    private static var limits: ArchiveLimits {
        var limits = ArchiveLimits()
        limits.entries = 100_000
        limits.inflatedBytes = 1 << 44
        limits.ratio = 1 << 20
        limits.refusesNestedArchives = false
        return limits
    }

    /// Reads it all. Blocks while it does.
    package static func checked(_ path: String) throws -> BackupFile {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let bytes = (facts[.size] as? NSNumber)?.intValue
        else { throw ArchiveRefusal.cannotRead(path, reason: "") }
        do {
            let archive = try Archive(.file(path: path), limits: limits)
            guard let own = archive.members.first(where: { $0.name == Manifest.name }) else {
                throw ArchiveRefusal.notAnArchive
            }
            let manifest = try Manifest.read(try archive.open(own).all(upTo: longestManifest))
            try compare(archive, with: manifest)
            return BackupFile(path: path, manifest: manifest, bytes: bytes)
        } catch let problem as ArchiveProblem {
            throw ArchiveRefusal(problem, of: path)
        }
    }

    private static func compare(_ archive: Archive, with manifest: Manifest) throws {
        let members = Dictionary(archive.members.map { ($0.name, $0) }) { first, _ in first }
        func seal(of entry: String) throws -> (lines: Int, bytes: Int, digest: String) {
            guard let member = members[entry] else { throw ArchiveRefusal.damaged(entry: entry) }
            var seal = Seal()
            try archive.eachBlock(of: member) { seal.add($0) }
            let lines = seal.lines
            let (bytes, digest) = seal.close()
            return (lines, bytes, digest)
        }
        for table in manifest.tables {
            guard try seal(of: table.entry) == (table.rows, table.bytes, table.sha256) else {
                throw ArchiveRefusal.damaged(entry: table.entry)
            }
        }
        for file in manifest.files {
            let found = try seal(of: file.entry)
            guard found.bytes == file.bytes, found.digest == file.sha256 else {
                throw ArchiveRefusal.damaged(entry: file.entry)
            }
        }
        var known = Set([Manifest.name, readme] + manifest.tables.map(\.entry) + manifest.files.map(\.entry))
        if manifest.hasKeys { known.insert(InstallationKeys.entry) }
        let strangers = Set(members.keys).symmetricDifference(known)
        if let stranger = strangers.sorted().first { throw ArchiveRefusal.damaged(entry: stranger) }
    }

    /// Calls `body` with each table's entry, in the order in which tables can be filled.
    func eachTable(_ body: (_ table: Manifest.Table, _ read: () throws -> [UInt8]?) throws -> Void) throws {
        try reading { archive in
            for table in manifest.tables {
                guard let member = archive.member(named: table.entry) else {
                    throw ArchiveRefusal.damaged(entry: table.entry)
                }
                let stream = try archive.open(member)
                try body(table) {
                    let block = try stream.next()
                    return block.isEmpty ? nil : block
                }
            }
        }
    }

    /// Puts the files, and with the passphrase the keys, into a folder. Blocks while it does.
    package func unpack(into folder: String, passphrase: String?) throws {
        try reading { archive in
            if manifest.hasKeys, let passphrase, let member = archive.member(named: InstallationKeys.entry) {
                try InstallationKeys.unwrap(
                    try archive.open(member).all(upTo: 1 << 20), passphrase: passphrase, into: folder)
            }
            for file in manifest.files {
                guard let member = archive.member(named: file.entry) else {
                    throw ArchiveRefusal.damaged(entry: file.entry)
                }
                let path = "\(folder)/\(file.path)"
                try PrivateFile.createFolder(URL(filePath: path).deletingLastPathComponent().path)
                try PrivateFile.create(path)
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try archive.eachBlock(of: member) { try handle.write(contentsOf: $0) }
                try handle.synchronize()
                try handle.close()
            }
        }
    }

    private func reading(_ body: (Archive) throws -> Void) throws {
        do { try body(try Archive(.file(path: path), limits: Self.limits)) } catch let problem as ArchiveProblem {
            throw ArchiveRefusal(problem, of: path)
        }
    }
}

extension Archive {
    fileprivate func eachBlock(of member: Member, _ body: ([UInt8]) throws -> Void) throws {
        let stream = try open(member)
        while true {
            let block = try stream.next()
            if block.isEmpty { return }
            try body(block)
        }
    }
}

extension ArchiveRefusal {
    fileprivate init(_ problem: ArchiveProblem, of path: String) {
        self =
            switch problem {
            case .notAZip, .empty: .notAnArchive
            case .damaged(let entry) where !entry.isEmpty: .damaged(entry: entry)
            case .unreadable: .cannotRead(path, reason: "")
            default: .cannotRead(path, reason: problem.words.text)
            }
    }
}
