package import Backups
package import Database
import DatabaseSQLite
import Foundation
package import Ground
import NIOPosix
import Programmes
import Secrets
import Web

extension App {
    /// Backs an installation up, as it is: its schema is not touched, and it may be served meanwhile.
    package static func backUp(
        _ opening: Opening, to path: String, passphrase: String?,
        clock: @escaping @Sendable () -> Instant = { Instant(Date()) },
        progress: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
    ) async throws -> BackupFile {
        guard opening.databaseURL != nil || FileManager.default.fileExists(atPath: opening.sqliteFile) else {
            throw ArchiveRefusal.nothingThere(opening.dataFolder)
        }
        return try await using(try opening.database(clock: clock)) { database in
            let start = ContinuousClock.now
            let plan = BackupPlan(
                path: URL(filePath: path).standardizedFileURL.path, dataFolder: opening.dataFolder,
                passphrase: passphrase, program: version)
            let archive = try await database.backUp(plan, progress: progress)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            try await database.write { try $0.record(archive, kind: .backup, seconds: seconds) }
            return archive
        }
    }

    /// Restores an archive into a folder, and with a URL a database, in which nothing is yet. If it fails, nothing is
    /// there afterwards either.
    package static func restore(
        _ path: String, into opening: Opening, passphrase: String?,
        clock: @escaping @Sendable () -> Instant = { Instant(Date()) },
        progress: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
    ) async throws -> RestoreReport {
        guard RestoredFolder.isFree(opening.dataFolder) else {
            throw ArchiveRefusal.folderNotEmpty(opening.dataFolder)
        }
        let archive = try await NIOThreadPool.singleton.runIfActive { try BackupFile.checked(path) }
        let folder = try RestoredFolder(becoming: opening.dataFolder)
        defer { folder.removeIfUnfinished() }
        try await NIOThreadPool.singleton.runIfActive { try archive.unpack(into: folder.path, passphrase: passphrase) }
        var making = opening
        making.dataFolder = folder.path
        // The files come before the database on PostgreSQL, where the database cannot be taken back by removing a folder.
        if opening.databaseURL != nil { try folder.finish() }
        do {
            let (rows, newer) = try await using(try making.database(clock: clock)) { database in
                let migrations = try await Self.migrations(of: database, clock: clock)
                return try await database.restore(archive, migrations: migrations, progress: progress)
            }
            if opening.databaseURL == nil { try folder.finish() }
            return RestoreReport(
                manifest: archive.manifest, rows: rows, newer: newer,
                hasKeys: archive.manifest.hasKeys && passphrase != nil)
        } catch {
            folder.takeBack()
            throw error
        }
    }

    /// Restores an archive, the newest backup where none is named, into a folder that is removed again, and keeps what
    /// came of it.
    package func drill(
        _ path: String?, progress: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
    ) async throws -> RestoreDrill {
        let known = try await site.database.read { try $0.backups(.backup) }
        let newest = known.first { FileManager.default.fileExists(atPath: $0.path) }?.path
        guard let path = path ?? newest else { throw ArchiveRefusal.noBackupKnown }
        let start = ContinuousClock.now
        var detail = ""
        var (rows, archiveAt): (Int, Instant?) = (0, nil)
        do {
            let archive = try await NIOThreadPool.singleton.runIfActive { try BackupFile.checked(path) }
            archiveAt = archive.manifest.at
            rows = try await tryOut(archive, progress: progress)
        } catch let refusal as ArchiveRefusal {
            detail = refusal.words.text
        } catch let error as SQLError {
            detail = error.description
        }
        let drill = RestoreDrill(
            at: site.now, archive: path, archiveAt: archiveAt, rows: rows,
            seconds: (ContinuousClock.now - start) / .seconds(1), isGood: detail.isEmpty, detail: detail)
        try await site.database.write { try $0.record(drill) }
        return drill
    }

    private func tryOut(
        _ archive: BackupFile, progress: @escaping @Sendable (ArchiveProgress) -> Void
    ) async throws -> Int {
        let folder = try RestoredFolder(becoming: site.settings.dataFolder + "/drill")
        defer { folder.removeIfUnfinished() }
        try await NIOThreadPool.singleton.runIfActive { try archive.unpack(into: folder.path, passphrase: nil) }
        return try await Self.using(try SQLiteDatabase(path: folder.path + "/sightline.db", clock: site.clock)) {
            try await $0.restore(archive, migrations: migrations, progress: progress).rows
        }
    }

    /// The program is put together round the database only to learn its migrations.
    package static func migrations(
        of database: any Database, clock: @escaping @Sendable () -> Instant = { Instant(Date()) }
    ) async throws -> [Migration] {
        let settings = Settings(dataFolder: "", origin: "", matchingKey: [UInt8](repeating: 0, count: 32))
        let app = App(
            site: Site(database: database, settings: settings, clock: clock),
            shelf: PackShelf.reading(PackShelf.shippedFiles).shelf, passwords: PasswordHashing())
        try await app.passwords.close()
        return app.migrations
    }

    /// Closes the database whether or not `body` throws; its error is the one that counts.
    private static func using<Value>(
        _ database: any Database, _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        let value: Value
        do { value = try await body(database) } catch {
            try? await database.close()
            throw error
        }
        try await database.close()
        return value
    }
}
