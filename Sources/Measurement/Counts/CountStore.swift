import DisclosureControl
package import Database
package import Ground
import Secrets

extension Transaction {
    /// The counts of an organisation by applied intakes; of several that say of the same, the latest. Nothing says 0.
    package func counts(of organisation: OrganisationID) throws -> [CountEntry] {
        var latest: [CountEntry.Subject: CountEntry] = [:]
        try each(
            """
            SELECT count_entry.measure, count_entry.instrument, count_entry.year, count_entry.term,
                count_entry.year_level, count_entry.group_key, count_entry.assessed, count_entry.at_or_above
            FROM count_entry JOIN intake
                ON intake.organisation_id = count_entry.organisation_id AND intake.intake = count_entry.intake
            WHERE count_entry.organisation_id = \(organisation) AND intake.state = 'applied'
            ORDER BY count_entry.intake, count_entry.row_number
            """
        ) { row in
            let entry = try CountEntry(
                measure: row[0], instrument: row[1], term: Term(year: row[2], number: row[3]), yearLevel: row[4],
                group: row[5], assessed: row[6], atOrAbove: row[7])
            latest[entry.subject] = entry
        }
        return latest.values.filter { $0.tally.count > 0 }.sorted {
            ($0.measure, $0.term, $0.yearLevel ?? -1, $0.group ?? "")
                < ($1.measure, $1.term, $1.yearLevel ?? -1, $1.group ?? "")
        }
    }
}

extension Transaction {
    /// Writes counts as an intake of their own, applied at once. The identifier of the intake.
    package func enter(
        _ entries: [CountEntry], of organisation: OrganisationID, source: String, by person: PersonID?
    ) throws -> Identifier<CountEntry> {
        let id = Identifier<CountEntry>.new(at: now)
        let number =
            (try value("SELECT coalesce(max(intake), 0) FROM intake WHERE organisation_id = \(organisation)") ?? 0) + 1
        let written = entries.map { "\($0.subject) \($0.tally.count) \($0.tally.hits ?? 0)" }.joined(separator: "\n")
        try execute(
            """
            INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement, person_id,
                created_at, applied_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused,
                dropped_columns)
            VALUES (\(organisation), \(number), \(id), 'counts', 'applied', \(source), \(Secrets.digest(written)), '',
                \(person), \(now), \(now), \(entries.count), 0, 0, 0, 0, '')
            """)
        for (index, entry) in entries.enumerated() {
            try execute(
                """
                INSERT INTO count_entry (organisation_id, intake, row_number, measure, instrument, year, term,
                    year_level, group_key, assessed, at_or_above)
                VALUES (\(organisation), \(number), \(index + 1), \(entry.measure), \(entry.instrument),
                    \(entry.term.year), \(entry.term.number), \(entry.yearLevel), \(entry.group), \(entry.tally.count),
                    \(entry.tally.hits ?? 0))
                """)
        }
        return id
    }

    /// An intake of counts: whose it is, whether it still counts, and how many rows it has.
    func countIntake(
        _ id: Identifier<CountEntry>
    ) throws -> (organisation: OrganisationID, isApplied: Bool, rows: Int)? {
        try first("SELECT organisation_id, state, rows_new FROM intake WHERE id = \(id) AND kind = 'counts'") { row in
            let state: String = try row[1]
            return (try row[0], state == "applied", try row[2])
        }
    }

    func withdrawCounts(_ id: Identifier<CountEntry>) throws {
        try execute("UPDATE intake SET state = 'undone', undone_at = \(now) WHERE id = \(id) AND kind = 'counts'")
    }
}
