import Database

/// What an organisation owns (learners, results, counts, the intakes they came by) and what a community holds of it
/// (sign-offs). A row that came by an intake counts only while that intake is applied.
enum MeasurementSchema {
    static let migrations = [
        Migration(
            "measurement-1-intake",
            """
            -- retention: as the results it brought; then the record alone, seven years
            CREATE TABLE intake (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                intake BIGINT NOT NULL,
                id TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL CHECK (kind IN ('learners', 'results', 'counts')),
                state TEXT NOT NULL CHECK (state IN ('staging', 'staged', 'applied', 'undone', 'discarded')),
                source TEXT NOT NULL,
                file_digest TEXT NOT NULL,
                template TEXT,
                statement TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                created_at TEXT NOT NULL,
                applied_at TEXT,
                undone_at TEXT,
                rows_new BIGINT NOT NULL,
                rows_changed BIGINT NOT NULL,
                rows_unchanged BIGINT NOT NULL,
                rows_missing BIGINT NOT NULL,
                rows_refused BIGINT NOT NULL,
                dropped_columns TEXT NOT NULL,
                -- What reading the file brought to light, as JSON: warnings, days, words that mean nothing here.
                notes TEXT NOT NULL DEFAULT '{}',
                -- How many times intakes of the organisation had been applied or undone when this one was compared.
                base BIGINT NOT NULL DEFAULT 0,
                PRIMARY KEY (organisation_id, intake)
            );
            -- retention: a day; it is gone as soon as the file has been staged
            CREATE TABLE intake_file (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                id TEXT NOT NULL,
                name TEXT NOT NULL,
                kind TEXT,
                adds_learners BOOLEAN NOT NULL,
                statement TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                created_at TEXT NOT NULL,
                PRIMARY KEY (organisation_id, id)
            );
            -- retention: as long as its intake is staged, then thirty days
            CREATE TABLE intake_problem (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                line BIGINT NOT NULL,
                column_name TEXT NOT NULL,
                value TEXT NOT NULL,
                code TEXT NOT NULL,
                detail TEXT NOT NULL DEFAULT '',
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            CREATE INDEX intake_problem_of ON intake_problem (organisation_id, intake, line);
            -- retention: until somebody removes it
            CREATE TABLE mapping_template (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                name TEXT NOT NULL,
                version BIGINT NOT NULL,
                kind TEXT NOT NULL,
                heading_digest TEXT NOT NULL,
                mapping TEXT NOT NULL,
                created_at TEXT NOT NULL,
                PRIMARY KEY (organisation_id, name, version)
            );
            -- retention: until the learner has left for as long as the protocol says, then erased
            CREATE TABLE learner (
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                learner BIGINT NOT NULL,
                local_id TEXT NOT NULL,
                match_digest TEXT,
                PRIMARY KEY (organisation_id, learner)
            );
            -- retention: as the learner
            CREATE TABLE learner_version (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                learner BIGINT NOT NULL,
                -- Where these are null, the learner is known by what it was first known by.
                local_id TEXT,
                match_digest TEXT,
                year_level BIGINT,
                groups TEXT NOT NULL,
                until TEXT,
                PRIMARY KEY (organisation_id, intake, learner),
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            -- retention: as the learner
            CREATE TABLE result (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                row_number BIGINT NOT NULL,
                learner BIGINT NOT NULL,
                construct TEXT NOT NULL,
                instrument TEXT NOT NULL,
                instrument_version TEXT,
                norms TEXT,
                raw TEXT NOT NULL,
                number DOUBLE PRECISION,
                level TEXT,
                day TEXT NOT NULL,
                year_level BIGINT,
                assessor TEXT,
                PRIMARY KEY (organisation_id, intake, row_number),
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            -- retention: as the community's record
            CREATE TABLE count_entry (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                row_number BIGINT NOT NULL,
                measure TEXT NOT NULL,
                instrument TEXT,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL,
                year_level BIGINT,
                group_key TEXT,
                assessed BIGINT NOT NULL CHECK (assessed >= 0),
                at_or_above BIGINT NOT NULL CHECK (at_or_above >= 0 AND at_or_above <= assessed),
                on_roll BIGINT CHECK (on_roll >= assessed),
                PRIMARY KEY (organisation_id, intake, row_number),
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            -- retention: as the community's record
            CREATE TABLE sign_off (
                community_id TEXT NOT NULL REFERENCES community (id),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                measure TEXT NOT NULL,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL,
                person_id TEXT REFERENCES person (id),
                signed_at TEXT NOT NULL,
                recalled_at TEXT,
                PRIMARY KEY (community_id, organisation_id, measure, year, term)
            );
            -- retention: as the community's record; it keeps protection steady from one version of the data to the next
            CREATE TABLE hidden_cell (
                community_id TEXT NOT NULL REFERENCES community (id),
                circle TEXT NOT NULL,
                cell TEXT NOT NULL,
                PRIMARY KEY (community_id, circle, cell)
            );
            """),
        Migration(
            "measurement-2-changes",
            """
            -- retention: as long as its intake is staged, then thirty days
            CREATE TABLE intake_change (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                line BIGINT NOT NULL,
                local_id TEXT NOT NULL,
                about TEXT NOT NULL,
                before_value TEXT NOT NULL,
                after_value TEXT NOT NULL,
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            CREATE INDEX intake_change_of ON intake_change (organisation_id, intake, line);
            -- retention: a day, as the file; how it is read, so that it can be read again
            CREATE TABLE intake_reading (
                organisation_id TEXT NOT NULL,
                intake BIGINT NOT NULL,
                file_id TEXT NOT NULL,
                community_id TEXT NOT NULL,
                mapping TEXT NOT NULL,
                day TEXT,
                adds_learners BOOLEAN NOT NULL,
                PRIMARY KEY (organisation_id, intake),
                FOREIGN KEY (organisation_id, intake) REFERENCES intake (organisation_id, intake)
            );
            ALTER TABLE mapping_template ADD COLUMN is_shared BOOLEAN NOT NULL DEFAULT FALSE;
            -- retention: as the file they mend, a day
            CREATE TABLE intake_mend (
                organisation_id TEXT NOT NULL,
                file_id TEXT NOT NULL,
                line BIGINT NOT NULL,
                heading TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (organisation_id, file_id, line, heading)
            );
            """),
        // What was signed off, so that numbers which changed since are seen by the others only once they are signed off
        // anew. Of a sign-off without it nobody can say; it holds.
        Migration("measurement-2-signed-numbers", "ALTER TABLE sign_off ADD COLUMN numbers_digest TEXT;"),
        Migration(
            "measurement-published",
            """
            DROP TABLE hidden_cell;
            -- retention: as the community's record; readers remember what was published, so the protection has to
            CREATE TABLE published_cell (
                community_id TEXT NOT NULL REFERENCES community (id),
                circle TEXT NOT NULL,
                measure TEXT NOT NULL,
                cell TEXT NOT NULL,
                assessed BIGINT NOT NULL,
                at_or_above BIGINT,
                -- 'shown', 'hidden', or the range of those at or above: '40-47'.
                showing TEXT NOT NULL,
                PRIMARY KEY (community_id, circle, measure, cell)
            );
            -- retention: as the community's record; which schools its published numbers counted
            CREATE TABLE published_round (
                community_id TEXT NOT NULL REFERENCES community (id),
                measure TEXT NOT NULL,
                round TEXT NOT NULL,
                year BIGINT NOT NULL,
                term BIGINT NOT NULL,
                instrument TEXT,
                norms TEXT,
                schools TEXT NOT NULL,
                PRIMARY KEY (community_id, measure, round)
            );
            """),
    ]
}
