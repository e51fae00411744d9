import Database

enum CalendarSchema {
    static let migrations = [
        Migration(
            "calendar-1-collections",
            """
            -- retention: as the organisation; every version stays, for results were counted by it
            CREATE TABLE term_dates (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                year BIGINT NOT NULL,
                term BIGINT NOT NULL CHECK (term BETWEEN 1 AND 4),
                version BIGINT NOT NULL,
                -- Both null where the organisation went back to its nation's dates.
                starts TEXT,
                ends TEXT,
                person_id TEXT REFERENCES person (id),
                set_at TEXT NOT NULL,
                PRIMARY KEY (organisation_id, year, term, version),
                CHECK ((starts IS NULL) = (ends IS NULL)),
                CHECK (starts IS NULL OR ends > starts)
            );
            -- retention: as the community's record
            CREATE TABLE collection (
                community_id TEXT NOT NULL REFERENCES community (id),
                measure TEXT NOT NULL,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL CHECK (term BETWEEN 1 AND 4),
                due TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                decided_at TEXT NOT NULL,
                PRIMARY KEY (community_id, measure, year, term)
            );
            -- retention: as its collection
            CREATE TABLE collection_organisation (
                community_id TEXT NOT NULL,
                measure TEXT NOT NULL,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL,
                -- Where a collection names organisations, they owe it and no others do.
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                PRIMARY KEY (community_id, measure, year, term, organisation_id),
                FOREIGN KEY (community_id, measure, year, term)
                    REFERENCES collection (community_id, measure, year, term)
            );
            -- retention: as its collection; it keeps a reminder from being written twice
            CREATE TABLE collection_reminder (
                community_id TEXT NOT NULL REFERENCES community (id),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                measure TEXT NOT NULL,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('due', 'late')),
                due TEXT NOT NULL,
                written_on TEXT NOT NULL,
                PRIMARY KEY (community_id, organisation_id, measure, year, term, kind, due)
            );
            """)
    ]
}
