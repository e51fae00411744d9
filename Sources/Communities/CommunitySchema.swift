import Database

enum CommunitySchema {
    static let migrations = [
        Migration(
            "communities-1-form",
            """
            -- retention: as long as any community's record names it
            CREATE TABLE organisation (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                sort_key \(SQL.sortKey) NOT NULL,
                kind TEXT NOT NULL,
                directory_number TEXT,
                roll BIGINT CHECK (roll >= 0),
                zone TEXT NOT NULL
            );
            CREATE INDEX organisation_by_name ON organisation (sort_key);
            -- retention: for good; a community that closes keeps its record
            CREATE TABLE community (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                sort_key \(SQL.sortKey) NOT NULL,
                purpose TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('forming', 'active', 'paused', 'closed')),
                is_public BOOLEAN NOT NULL,
                started TEXT NOT NULL
            );
            -- retention: as the community
            CREATE TABLE community_pack (
                community_id TEXT NOT NULL REFERENCES community (id),
                position BIGINT NOT NULL,
                pack TEXT NOT NULL,
                version TEXT NOT NULL,
                since TEXT NOT NULL,
                PRIMARY KEY (community_id, position)
            );
            -- retention: as the community
            CREATE TABLE membership (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                kind TEXT NOT NULL,
                is_resourced BOOLEAN NOT NULL,
                since TEXT NOT NULL,
                until TEXT,
                PRIMARY KEY (community_id, id),
                CHECK (until IS NULL OR until >= since)
            );
            CREATE UNIQUE INDEX membership_once_in_community ON membership (community_id, organisation_id)
                WHERE until IS NULL;
            -- An organisation draws resourcing through one community at a time.
            CREATE UNIQUE INDEX membership_resourced_once ON membership (organisation_id)
                WHERE is_resourced AND until IS NULL;
            -- retention: as the community
            CREATE TABLE stage_move (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                component TEXT NOT NULL,
                from_stage TEXT,
                to_stage TEXT NOT NULL,
                evidence TEXT NOT NULL,
                day TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, id)
            );
            -- retention: as the community
            CREATE TABLE position (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                role TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisation (id),
                person_id TEXT REFERENCES person (id),
                since TEXT NOT NULL,
                until TEXT,
                release DOUBLE PRECISION CHECK (release >= 0 AND release <= 1),
                PRIMARY KEY (community_id, id),
                CHECK (until IS NULL OR until >= since)
            );
            """),
        Migration(
            "communities-2-directory",
            """
            -- retention: until the next directory takes its place; it is public
            CREATE TABLE directory_entry (
                number TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                sort_key \(SQL.sortKey) NOT NULL,
                kind TEXT NOT NULL,
                authority TEXT NOT NULL,
                area TEXT NOT NULL,
                roll BIGINT CHECK (roll >= 0),
                brought_at TEXT NOT NULL
            );
            CREATE INDEX directory_entry_by_name ON directory_entry (sort_key);
            """),
        Migration(
            "communities-2-parting",
            """
            -- retention: as the community; ids and days only
            CREATE TABLE parting (
                community_id TEXT NOT NULL,
                membership_id TEXT NOT NULL,
                thing TEXT NOT NULL CHECK (thing IN ('standing', 'home', 'position')),
                thing_id TEXT NOT NULL,
                until TEXT,
                PRIMARY KEY (community_id, membership_id, thing, thing_id),
                FOREIGN KEY (community_id, membership_id) REFERENCES membership (community_id, id)
            );
            """),
    ]
}
