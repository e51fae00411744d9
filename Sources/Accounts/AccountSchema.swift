import Database

enum AccountSchema {
    static let migrations = [
        Migration(
            "accounts-1-people",
            """
            -- retention: until the person leaves; then name and address are erased and the row stays as a pseudonym
            CREATE TABLE person (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                sort_key \(SQL.sortKey) NOT NULL,
                email TEXT NOT NULL,
                email_key TEXT NOT NULL UNIQUE,
                password_hash TEXT,
                is_operator BOOLEAN NOT NULL,
                created_at TEXT NOT NULL,
                disabled_at TEXT
            );
            -- retention: until it expires or is ended
            CREATE TABLE session (
                token_digest TEXT PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                created_at TEXT NOT NULL,
                seen_at TEXT NOT NULL,
                expires_at TEXT NOT NULL,
                address TEXT NOT NULL,
                agent TEXT NOT NULL
            );
            CREATE INDEX session_of_person ON session (person_id);
            -- retention: thirty days after it expired
            CREATE TABLE one_time_link (
                token_digest TEXT PRIMARY KEY,
                purpose TEXT NOT NULL CHECK (purpose IN ('first-operator', 'invitation', 'reset', 'demo')),
                person_id TEXT REFERENCES person (id),
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                standing TEXT,
                community_id TEXT,
                organisation_id TEXT,
                made_by TEXT,
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL,
                used_at TEXT
            );
            -- retention: as long as the community's record; ends with a date, never by deletion
            CREATE TABLE standing (
                id TEXT PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                standing TEXT NOT NULL,
                community_id TEXT,
                organisation_id TEXT,
                since TEXT NOT NULL,
                until TEXT,
                CHECK (until IS NULL OR until >= since)
            );
            CREATE INDEX standing_of_person ON standing (person_id);
            CREATE INDEX standing_in_community ON standing (community_id);
            -- retention: a day
            CREATE TABLE sign_in_throttle (
                subject TEXT PRIMARY KEY,
                tokens DOUBLE PRECISION NOT NULL,
                updated_at TEXT NOT NULL
            );
            """),
        Migration(
            "accounts-2-events",
            """
            -- retention: as long as the community's record
            CREATE TABLE event (
                id TEXT PRIMARY KEY,
                community_id TEXT,
                organisation_id TEXT,
                person_id TEXT,
                at TEXT NOT NULL,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                text TEXT NOT NULL
            );
            CREATE INDEX event_in_community ON event (community_id, at);
            -- retention: seven years
            CREATE TABLE audit_entry (
                scope TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                at TEXT NOT NULL,
                actor TEXT NOT NULL,
                action TEXT NOT NULL,
                subject TEXT NOT NULL,
                digest TEXT NOT NULL,
                previous TEXT NOT NULL,
                hash TEXT NOT NULL,
                PRIMARY KEY (scope, sequence)
            );
            -- retention: as long as its chain
            CREATE TABLE audit_head (
                scope TEXT PRIMARY KEY,
                sequence BIGINT NOT NULL,
                hash TEXT NOT NULL
            );
            -- retention: as long as what it counts the versions of
            CREATE TABLE data_version (
                scope TEXT PRIMARY KEY,
                version BIGINT NOT NULL
            );
            """),
        Migration(
            "accounts-3-place-of-a-link",
            """
            ALTER TABLE one_time_link ADD COLUMN place TEXT NOT NULL DEFAULT '';
            """),
    ]
}
