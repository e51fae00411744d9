import Database

enum ChallengeSchema {
    static let migrations = [
        Migration(
            "challenges-1-propose",
            """
            -- retention: as the community
            CREATE TABLE challenge (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                title TEXT NOT NULL,
                why TEXT NOT NULL,
                story TEXT NOT NULL,
                how_known TEXT NOT NULL,
                focus_area_id TEXT,
                proposed TEXT NOT NULL,
                agreed TEXT,
                closed TEXT,
                closed_because TEXT NOT NULL,
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, focus_area_id) REFERENCES focus_area (community_id, id),
                CHECK (closed IS NULL OR closed_because <> '')
            );
            -- retention: as the community; it holds counts of groups, no learner
            CREATE TABLE target (
                community_id TEXT NOT NULL,
                id TEXT NOT NULL,
                challenge_id TEXT NOT NULL,
                measure TEXT NOT NULL,
                first_year BIGINT NOT NULL,
                last_year BIGINT NOT NULL,
                learner_group TEXT,
                direction TEXT NOT NULL CHECK (direction IN ('more', 'fewer')),
                counted BIGINT NOT NULL CHECK (counted >= 0),
                learners BIGINT NOT NULL CHECK (learners > 0),
                goal_tenths BIGINT NOT NULL CHECK (goal_tenths >= 0 AND goal_tenths <= 1000),
                due TEXT NOT NULL,
                source TEXT NOT NULL,
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, challenge_id) REFERENCES challenge (community_id, id),
                CHECK (first_year <= last_year),
                CHECK (counted <= learners)
            );
            -- retention: as the community; the owner's name goes with the person
            CREATE TABLE planned_action (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                what TEXT NOT NULL,
                challenge_id TEXT,
                focus_area_id TEXT,
                person_id TEXT REFERENCES person (id),
                organisation_id TEXT REFERENCES organisation (id),
                begins TEXT,
                due TEXT,
                state TEXT NOT NULL CHECK (state IN ('planned', 'under-way', 'done', 'dropped')),
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, challenge_id) REFERENCES challenge (community_id, id),
                FOREIGN KEY (community_id, focus_area_id) REFERENCES focus_area (community_id, id),
                CHECK ((challenge_id IS NULL) <> (focus_area_id IS NULL)),
                CHECK ((person_id IS NULL) <> (organisation_id IS NULL)),
                CHECK (begins IS NULL OR due IS NULL OR due >= begins)
            );
            -- retention: as the community
            CREATE TABLE action_version (
                community_id TEXT NOT NULL,
                action_id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                text TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('planned', 'under-way', 'done', 'dropped')),
                written TEXT NOT NULL,
                PRIMARY KEY (community_id, action_id, organisation_id),
                FOREIGN KEY (community_id, action_id) REFERENCES planned_action (community_id, id)
            );
            """)
    ]
}
