import Database

enum FocusAreaSchema {
    static let migrations = [
        Migration(
            "focus-areas-1-begin",
            """
            -- retention: as the community
            CREATE TABLE focus_area (
                community_id TEXT NOT NULL REFERENCES community (id),
                id TEXT NOT NULL,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                suggestion TEXT,
                started TEXT NOT NULL,
                phase TEXT NOT NULL CHECK (phase IN ('introduce', 'embed', 'maintain')),
                ended TEXT,
                PRIMARY KEY (community_id, id)
            );
            -- A suggestion of the programme is taken up once; what was let go can be taken up again as it was.
            CREATE UNIQUE INDEX focus_area_once_from_suggestion ON focus_area (community_id, suggestion)
                WHERE suggestion IS NOT NULL;
            -- retention: as the community
            CREATE TABLE focus_area_move (
                community_id TEXT NOT NULL,
                id TEXT NOT NULL,
                focus_area_id TEXT NOT NULL,
                from_phase TEXT NOT NULL,
                to_phase TEXT NOT NULL,
                reason TEXT NOT NULL,
                day TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, focus_area_id) REFERENCES focus_area (community_id, id)
            );
            -- retention: as the community; the name goes with the person
            CREATE TABLE focus_area_lead (
                community_id TEXT NOT NULL,
                id TEXT NOT NULL,
                focus_area_id TEXT NOT NULL,
                person_id TEXT NOT NULL REFERENCES person (id),
                organisation_id TEXT REFERENCES organisation (id),
                since TEXT NOT NULL,
                until TEXT,
                PRIMARY KEY (community_id, id),
                FOREIGN KEY (community_id, focus_area_id) REFERENCES focus_area (community_id, id),
                CHECK (until IS NULL OR until >= since)
            );
            CREATE UNIQUE INDEX focus_area_led_by_one ON focus_area_lead (community_id, focus_area_id)
                WHERE organisation_id IS NULL AND until IS NULL;
            CREATE UNIQUE INDEX focus_area_lead_teacher_once
                ON focus_area_lead (community_id, focus_area_id, organisation_id, person_id) WHERE until IS NULL;
            """)
    ]
}
