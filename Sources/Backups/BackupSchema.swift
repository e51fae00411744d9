import Database

enum BackupSchema {
    static let migrations = [
        Migration(
            "backups-1-records",
            """
            -- retention: two years; it names files and counts, nobody
            CREATE TABLE backup_record (
                id TEXT PRIMARY KEY,
                at TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('backup', 'snapshot')),
                path TEXT NOT NULL,
                byte_count BIGINT NOT NULL CHECK (byte_count >= 0),
                row_count BIGINT NOT NULL CHECK (row_count >= 0),
                has_keys BOOLEAN NOT NULL,
                seconds DOUBLE PRECISION NOT NULL
            );
            CREATE INDEX backup_record_by_time ON backup_record (kind, at);
            -- retention: two years; it names files and counts, nobody
            CREATE TABLE restore_drill (
                id TEXT PRIMARY KEY,
                at TEXT NOT NULL,
                archive TEXT NOT NULL,
                archive_at TEXT,
                row_count BIGINT NOT NULL CHECK (row_count >= 0),
                seconds DOUBLE PRECISION NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('good', 'failed')),
                detail TEXT NOT NULL
            );
            CREATE INDEX restore_drill_by_time ON restore_drill (at);
            """)
    ]
}
