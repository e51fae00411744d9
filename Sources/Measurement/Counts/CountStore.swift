import DisclosureControl
package import Database
package import Ground

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
