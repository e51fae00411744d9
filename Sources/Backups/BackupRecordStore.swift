import Accounts
package import Database
import Ground

extension Transaction {
    /// Keeps that an archive was written, where the schema has a place for it: an older one may just have been archived.
    package func record(_ archive: BackupFile, kind: BackupRecord.Kind, seconds: Double) throws {
        guard try appliedMigrations().contains("backups-1-records") else { return }
        try execute(
            """
            INSERT INTO backup_record (id, at, kind, path, byte_count, row_count, has_keys, seconds)
            VALUES (\(Identifier<BackupRecord>.new(at: now)), \(archive.manifest.created), \(kind.rawValue),
                \(archive.path), \(archive.bytes), \(archive.manifest.rows), \(archive.manifest.hasKeys), \(seconds))
            """)
        try record(
            Event("backup-taken", community: nil, subject: kind.rawValue, text: archive.path), by: nil)
        try execute("DELETE FROM backup_record WHERE at < \(now.adding(days: -730))")
    }

    package func record(_ drill: RestoreDrill) throws {
        try execute(
            """
            INSERT INTO restore_drill (id, at, archive, archive_at, row_count, seconds, verdict, detail)
            VALUES (\(Identifier<RestoreDrill>.new(at: now)), \(drill.at), \(drill.archive), \(drill.archiveAt),
                \(drill.rows), \(drill.seconds), \(drill.isGood ? "good" : "failed"), \(drill.detail))
            """)
        try execute("DELETE FROM restore_drill WHERE at < \(now.adding(days: -730))")
    }

    /// The newest archives of a kind, newest first.
    package func backups(_ kind: BackupRecord.Kind, limit: Int = 20) throws -> [BackupRecord] {
        try rows(
            """
            SELECT at, path, byte_count, row_count, has_keys, seconds FROM backup_record
            WHERE kind = \(kind.rawValue) ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ) { row in
            BackupRecord(
                at: try row[0], kind: kind, path: try row[1], bytes: try row[2], rows: try row[3], hasKeys: try row[4],
                seconds: try row[5])
        }
    }

    package func lastDrill() throws -> RestoreDrill? {
        try first(
            """
            SELECT at, archive, archive_at, row_count, seconds, verdict, detail FROM restore_drill
            ORDER BY at DESC, id DESC LIMIT 1
            """
        ) { row in
            RestoreDrill(
                at: try row[0], archive: try row[1], archiveAt: try row[2], rows: try row[3], seconds: try row[4],
                isGood: try row[5] as String == "good", detail: try row[6])
        }
    }
}
