import Database

enum GemSchema {
    static let migrations = [
        Migration(
            "gems-1-melee-to-board",
            """
            -- retention: as the community; a line that was taken back stays hidden, so that it can be put back
            CREATE TABLE activity (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                text TEXT NOT NULL,
                company TEXT NOT NULL,
                kind TEXT,
                focus_area TEXT,
                day TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                is_removed BOOLEAN NOT NULL,
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, focus_area) REFERENCES focus_area (community_id, id)
            );
            CREATE INDEX activity_by_day ON activity (community_id, day);
            -- retention: as its activity
            CREATE TABLE activity_partner (
                community_id TEXT NOT NULL,
                activity_id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                PRIMARY KEY (community_id, activity_id, organisation_id),
                FOREIGN KEY (community_id, activity_id) REFERENCES activity (community_id, id)
            );
            -- retention: as the community; what was stopped or set aside is kept to learn from
            CREATE TABLE gem (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                title TEXT NOT NULL,
                sort_key \(SQL.sortKey) NOT NULL,
                text TEXT NOT NULL,
                focus_area TEXT,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                finder TEXT NOT NULL,
                nominated TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, focus_area) REFERENCES focus_area (community_id, id)
            );
            -- retention: as its gem
            CREATE TABLE gem_evidence (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                position BIGINT NOT NULL,
                question TEXT NOT NULL,
                asked TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (community_id, gem_id, question),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id)
            );
            -- retention: as its gem
            CREATE TABLE gem_activity (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                activity_id TEXT NOT NULL,
                PRIMARY KEY (community_id, gem_id, activity_id),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id),
                FOREIGN KEY (community_id, activity_id) REFERENCES activity (community_id, id)
            );
            -- retention: as its gem; answers are added, never changed
            CREATE TABLE gem_answer (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('spread', 'test-more', 'not-now')),
                reason TEXT NOT NULL CHECK (reason <> ''),
                day TEXT NOT NULL,
                at TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, gem_id, id),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id)
            );
            -- retention: as its gem
            CREATE TABLE gem_design (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                audience TEXT NOT NULL,
                core TEXT NOT NULL,
                adaptable TEXT NOT NULL,
                help TEXT NOT NULL,
                due TEXT,
                day TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, gem_id),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id)
            );
            -- retention: as its gem; verdicts are added, never changed
            CREATE TABLE gem_verdict (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('keep', 'adapt', 'stop', 'too-early')),
                reason TEXT NOT NULL,
                day TEXT NOT NULL,
                at TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, gem_id, id),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id)
            );
            -- retention: as its gem; what was said is added to, never changed
            CREATE TABLE adoption (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                id TEXT NOT NULL,
                state TEXT NOT NULL
                    CHECK (state IN ('heard', 'trying', 'using', 'adapted', 'embedded', 'dropped')),
                day TEXT NOT NULL,
                note TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, gem_id, organisation_id, id),
                FOREIGN KEY (community_id, gem_id) REFERENCES gem (community_id, id)
            );
            """)
    ]
}
