import Web
import Backups
import Database
import Foundation
import Ground
import Logging
import Secrets

extension App {
    /// How many snapshots are kept.
    private static let snapshotsKept = 3

    /// Brings the schema up to date. Where that changes a database that holds something, an archive of it is written
    /// into the folder `snapshots` first; if that fails, nothing is changed.
    func migrateKeepingWhatWas(in folder: String) async throws {
        let database = site.database
        let pending = try await database.pendingMigrations(of: migrations)
        let holdsSomething = try await database.read { try $0.hasSchema() && !$0.appliedMigrations().isEmpty }
        guard !pending.isEmpty, holdsSomething else {
            try await database.migrate(migrations)
            return
        }
        let start = ContinuousClock.now
        let archive = try await snapshot(into: folder + "/snapshots", before: pending[0])
        try await database.migrate(migrations)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        try await database.write { try $0.record(archive, kind: .snapshot, seconds: seconds) }
        Logger(label: "sightline").notice("\(BackupNotice.snapshotTaken(archive.path).text)")
    }

    private func snapshot(into folder: String, before migration: String) async throws -> BackupFile {
        let moment = site.now.description.prefix(19).replacing(":", with: "")
        // Several processes may start at once, and each keeps what it saw.
        let path = "\(folder)/\(moment)-before-\(migration)-\(Secrets.hexadecimal(Secrets.randomBytes(3))).sightline"
        do {
            try BackupFolder.create(folder)
            let archive = try await site.database.backUp(
                BackupPlan(path: path, dataFolder: site.settings.dataFolder, program: App.version))
            BackupFolder.keepNewest(Self.snapshotsKept, in: folder)
            return archive
        } catch let refusal as ArchiveRefusal {
            throw CannotOpen(description: BackupNotice.snapshotFailed(refusal.words).text)
        }
    }
}
