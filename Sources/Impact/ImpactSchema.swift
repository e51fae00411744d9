import Database

enum ImpactSchema {
    static let migrations = [
        Migration(
            "impact-1-checks",
            """
            -- retention: as its gem; what was seen is added to, never changed
            CREATE TABLE impact_finding (
                community_id TEXT NOT NULL,
                gem_id TEXT NOT NULL,
                verdict_id TEXT NOT NULL,
                position BIGINT NOT NULL,
                outcome TEXT NOT NULL,
                text TEXT NOT NULL CHECK (text <> ''),
                link TEXT,
                PRIMARY KEY (community_id, gem_id, verdict_id, outcome),
                FOREIGN KEY (community_id, gem_id, verdict_id) REFERENCES gem_verdict (community_id, gem_id, id)
            );
            """)
    ]
}
