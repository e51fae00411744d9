import Accounts
package import Database
package import Ground
package import Programmes

extension Transaction {
    /// Every sign-off of a community, recalled ones too.
    package func signOffs(in community: CommunityID) throws -> [SignOff] {
        try rows(
            """
            SELECT organisation_id, measure, year, term, signed_at, recalled_at, numbers_digest FROM sign_off
            WHERE community_id = \(community) ORDER BY organisation_id, measure, year, term
            """
        ) {
            try SignOff(
                organisation: $0[0], measure: $0[1], term: Term(year: $0[2], number: $0[3]), signed: $0[4],
                recalled: $0[5], numbers: ($0[6] as String?).map(SignedNumbers.init(digest:)))
        }
    }

    /// Writes a sign-off, or its recall, and tells of it.
    package func record(
        _ signOff: SignOff, of measure: Pack.Measure, in community: CommunityID, by person: PersonID?
    ) throws {
        try store(signOff, in: community, by: person)
        let (about, subject) = ("\(measure.title), \(signOff.term)", "\(measure.key):\(signOff.term)")
        try record(
            signOff.isStanding
                ? Event(
                    "results-signed-off", community: community, organisation: signOff.organisation, subject: subject,
                    text: about)
                : Event(
                    "results-recalled", community: community, organisation: signOff.organisation, subject: subject,
                    text: about),
            by: person)
    }

    package func store(_ signOff: SignOff, in community: CommunityID, by person: PersonID?) throws {
        try execute(
            """
            INSERT INTO sign_off
                (community_id, organisation_id, measure, year, term, person_id, signed_at, recalled_at, numbers_digest)
            VALUES (\(community), \(signOff.organisation), \(signOff.measure), \(signOff.term.year),
                \(signOff.term.number), \(person), \(signOff.signed), \(signOff.recalled), \(signOff.numbers?.digest))
            ON CONFLICT (community_id, organisation_id, measure, year, term) DO UPDATE
            SET person_id = excluded.person_id, signed_at = excluded.signed_at, recalled_at = excluded.recalled_at,
                numbers_digest = excluded.numbers_digest
            """)
    }
}
