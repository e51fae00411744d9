package import Database
package import Ground

extension Transaction {
    /// Every sign-off of a community, recalled ones too.
    package func signOffs(in community: CommunityID) throws -> [SignOff] {
        try rows(
            """
            SELECT organisation_id, measure, year, term, signed_at, recalled_at FROM sign_off
            WHERE community_id = \(community) ORDER BY organisation_id, measure, year, term
            """
        ) {
            try SignOff(
                organisation: $0[0], measure: $0[1], term: Term(year: $0[2], number: $0[3]), signed: $0[4],
                recalled: $0[5])
        }
    }

    package func store(_ signOff: SignOff, in community: CommunityID, by person: PersonID?) throws {
        try execute(
            """
            INSERT INTO sign_off
                (community_id, organisation_id, measure, year, term, person_id, signed_at, recalled_at)
            VALUES (\(community), \(signOff.organisation), \(signOff.measure), \(signOff.term.year),
                \(signOff.term.number), \(person), \(signOff.signed), \(signOff.recalled))
            ON CONFLICT (community_id, organisation_id, measure, year, term) DO UPDATE
            SET person_id = excluded.person_id, signed_at = excluded.signed_at, recalled_at = excluded.recalled_at
            """)
    }
}
