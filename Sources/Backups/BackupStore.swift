import Accounts
import Archives
package import Database
import Foundation
package import Ground
import NIOPosix
import Secrets

/// What a backup is made of, besides the database.
package struct BackupPlan: Sendable {
    /// Where it will lie. Nothing may be there yet.
    package var path: String
    package var dataFolder: String
    /// Wraps the keys. Without it they are left out.
    package var passphrase: String?
    /// The version of the program that writes it.
    package var program: String

    package init(path: String, dataFolder: String, passphrase: String? = nil, program: String) {
        (self.path, self.dataFolder, self.passphrase, self.program) = (path, dataFolder, passphrase, program)
    }
}

/// How far a backup or a restore has come.
package struct ArchiveProgress: Sendable {
    package let table: String
    package let rows: Int

    package var words: Words { BackupWords.progress(table, rows) }
}

extension Database {
    /// Writes an archive of the database as it is at one moment, while others go on reading and writing; reads it back
    /// and compares, and only then gives it its name.
    package func backUp(
        _ plan: BackupPlan, progress: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
    ) async throws -> BackupFile {
        guard !FileManager.default.fileExists(atPath: plan.path) else { throw ArchiveRefusal.alreadyThere(plan.path) }
        try InstallationKeys.check(plan.passphrase)
        let part = plan.path + ".part"
        do {
            let manifest = try await read(within: .seconds(6 * 3600)) { transaction in
                try transaction.write(plan, to: part, progress: progress)
            }
            return try await NIOThreadPool.singleton.runIfActive {
                let archive = try BackupFile.checked(part)
                guard archive.manifest == manifest else { throw ArchiveRefusal.damaged(entry: Manifest.name) }
                try PrivateFile.move(part, to: plan.path)
                return BackupFile(path: plan.path, manifest: manifest, bytes: archive.bytes)
            }
        } catch {
            // What was begun is no backup, and in the way of the next one.
            try? FileManager.default.removeItem(atPath: part)
            if error is ArchiveProblem { throw ArchiveRefusal.cannotWrite(plan.path) }
            throw error
        }
    }
}

extension Transaction {
    fileprivate func write(
        _ plan: BackupPlan, to part: String, progress: (ArchiveProgress) -> Void
    ) throws -> Manifest {
        guard try hasSchema() else { throw ArchiveRefusal.nothingThere(plan.dataFolder) }
        try checkSoundness()
        try PrivateFile.remove(part)
        let archive = try ArchiveWriter(path: part, made: now)
        try archive.add(
            BackupFile.readme, Array(BackupWords.readme(at: now.description, program: plan.program).text.utf8))
        var tables: [Manifest.Table] = []
        for shape in try tableShapes() {
            progress(ArchiveProgress(table: shape.name, rows: 0))
            tables.append(try write(shape, to: archive, progress: progress))
        }
        let files = try write(filesBelow: plan.dataFolder, to: archive)
        let keys = try InstallationKeys.wrapped(in: plan.dataFolder, passphrase: plan.passphrase)
        if let keys { try archive.add(InstallationKeys.entry, keys) }
        let manifest = Manifest(
            format: Manifest.currentFormat, program: plan.program, created: now.description, engine: engine.rawValue,
            migrations: try appliedMigrations().sorted(), tables: tables, files: files,
            chains: try chains(), hasKeys: keys != nil)
        try archive.add(Manifest.name, try manifest.json)
        try archive.close()
        return manifest
    }

    private func write(
        _ shape: TableShape, to archive: ArchiveWriter, progress: (ArchiveProgress) -> Void
    ) throws -> Manifest.Table {
        let entry = "tables/\(shape.name).jsonl"
        try archive.begin(entry)
        var seal = Seal()
        let rows = try dump(shape) { block in
            seal.add(block)
            try archive.append(block)
            if seal.passes(every: 1 << 24) { progress(ArchiveProgress(table: shape.name, rows: seal.lines)) }
        }
        let (bytes, digest) = seal.close()
        return Manifest.Table(
            name: shape.name, entry: entry,
            columns: shape.fields.map { Manifest.Column(name: $0.name, kind: $0.kind.rawValue) }, rows: rows,
            bytes: bytes, sha256: digest)
    }

    private func write(filesBelow folder: String, to archive: ArchiveWriter) throws -> [Manifest.File] {
        var files: [Manifest.File] = []
        for path in PrivateFile.files(below: folder) {
            // A file that has gone in the meantime was done with.
            guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(path)") else { continue }
            defer { try? handle.close() }  // it was only read
            // Numbered, so that no two differ in case only and none has a name that some system cannot write.
            let entry = "files/\(files.count + 1)"
            try archive.begin(entry)
            var seal = Seal()
            while let block = try handle.read(upToCount: 1 << 16), !block.isEmpty {
                seal.add([UInt8](block))
                try archive.append(block)
            }
            let (bytes, digest) = seal.close()
            files.append(Manifest.File(path: path, entry: entry, bytes: bytes, sha256: digest))
        }
        return files
    }

    /// Every audit trail, as it stands.
    func chains() throws -> [Manifest.Chain] {
        guard try tableShapes().contains(where: { $0.name == "audit_head" }) else { return [] }
        return try auditScopes().sorted().map { scope in
            let (links, fault) = try verifyAudit(scope: scope)
            let head = try value("SELECT hash FROM audit_head WHERE scope = \(scope)", as: String.self)
            return Manifest.Chain(scope: scope, links: links, head: head ?? "", holds: fault == nil)
        }
    }

    /// Refuses a database in which the engine itself finds a fault. PostgreSQL checks what it writes and reads.
    func checkSoundness() throws {
        guard engine == .sqlite else { return }
        let faults = try rows("PRAGMA integrity_check") { try $0[0] as String }
        if let fault = faults.first, faults != ["ok"] { throw ArchiveRefusal.unsound(fault) }
        let dangling = try first("PRAGMA foreign_key_check") { try $0[0] as String }
        if let dangling { throw ArchiveRefusal.unsound(dangling) }
    }
}

/// Counts what goes by, and digests it.
package struct Seal {
    private var digest = RunningDigest()
    private var bytes = 0
    private var mark = 0
    package private(set) var lines = 0

    package init() {}

    package mutating func add(_ block: [UInt8]) {
        digest.update(block)
        bytes += block.count
        for byte in block where byte == UInt8(ascii: "\n") { lines += 1 }
    }

    /// Whether another so many bytes have gone by since it was last so.
    mutating func passes(every step: Int) -> Bool {
        guard bytes >= mark + step else { return false }
        mark = bytes
        return true
    }

    package mutating func close() -> (bytes: Int, digest: String) { (bytes, digest.finish()) }
}
