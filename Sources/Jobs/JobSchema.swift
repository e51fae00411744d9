package import Database

package enum JobSchema {
    package static let migrations = [
        Migration(
            "jobs-1",
            """
            -- retention: seven days after it is over
            CREATE TABLE job (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
                attempts BIGINT NOT NULL DEFAULT 0,
                done BIGINT NOT NULL DEFAULT 0,
                total BIGINT NOT NULL DEFAULT 0,
                failure TEXT,
                created_at TEXT NOT NULL,
                lease_until TEXT,
                over_at TEXT
            );
            CREATE INDEX job_state ON job (state, created_at);
            CREATE INDEX job_subject ON job (subject);
            """)
    ]
}
