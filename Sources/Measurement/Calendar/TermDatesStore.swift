package import Database
package import Ground

/// Dates an organisation set, with when and by whom; without days where it went back to its nation's.
struct TermDatesVersion: Sendable, Equatable {
    let term: Term
    let starts: Day?
    let ends: Day?
    let at: Instant
    let person: String
}

extension Transaction {
    /// The calendar an organisation goes by: its nation's, with its own dates in their place.
    package func calendar(of organisation: OrganisationID) throws -> TermCalendar {
        TermCalendar.newZealand.with(try ownTermDates(of: organisation))
    }

    func ownTermDates(of organisation: OrganisationID) throws -> [TermDates] {
        try rows(
            """
            SELECT year, term, starts, ends FROM term_dates
            WHERE organisation_id = \(organisation) AND starts IS NOT NULL AND version = (
                SELECT max(later.version) FROM term_dates AS later
                WHERE later.organisation_id = term_dates.organisation_id AND later.year = term_dates.year
                    AND later.term = term_dates.term)
            ORDER BY year, term
            """
        ) { try TermDates(Term(year: $0[0], number: $0[1]), starts: $0[2], ends: $0[3]) }
    }

    /// Every version of a year's dates, newest first.
    func termDatesHistory(of organisation: OrganisationID, year: Int) throws -> [TermDatesVersion] {
        try rows(
            """
            SELECT term_dates.year, term_dates.term, term_dates.starts, term_dates.ends, term_dates.set_at,
                coalesce(person.name, '')
            FROM term_dates LEFT JOIN person ON person.id = term_dates.person_id
            WHERE organisation_id = \(organisation) AND year = \(year)
            ORDER BY set_at DESC, term
            """
        ) {
            try TermDatesVersion(
                term: Term(year: $0[0], number: $0[1]), starts: $0[2], ends: $0[3], at: $0[4], person: $0[5])
        }
    }

    /// Keeps an organisation's own dates of a year, as a new version of each that changes; how many did.
    func setTermDates(
        _ own: [TermDates], of organisation: OrganisationID, year: Int, by person: PersonID?
    ) throws -> Int {
        let before = try ownTermDates(of: organisation).filter { $0.term.year == year }
        var changes = 0
        for number in 1...4 {
            let new = own.first { $0.term.number == number }
            guard new != before.first(where: { $0.term.number == number }) else { continue }
            changes += 1
            try execute(
                """
                INSERT INTO term_dates (organisation_id, year, term, version, starts, ends, person_id, set_at)
                SELECT \(organisation), \(year), \(number), coalesce(max(version), 0) + 1, \(new?.starts), \(new?.ends),
                    \(person), \(now)
                FROM term_dates WHERE organisation_id = \(organisation) AND year = \(year) AND term = \(number)
                """)
        }
        return changes
    }
}
