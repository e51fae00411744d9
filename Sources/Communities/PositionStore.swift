package import Database
package import Ground

/// A position with the names of who holds it and for whom.
package struct HeldPosition: Sendable, Equatable {
    package let position: Position
    package let holderName: String?
    /// Whether whoever holds it has never been here: they have yet to follow their invitation.
    package let isInvited: Bool
    package let organisationName: String?
}

extension Transaction {
    package func add(_ position: Position, to community: CommunityID) throws {
        try execute(
            """
            INSERT INTO position (community_id, id, role, organisation_id, person_id, since, until, release)
            VALUES (\(community), \(position.id), \(position.role), \(position.organisation), \(position.holder),
                \(position.since), \(position.until), \(position.release))
            """)
    }

    /// The positions of a community that have not ended by a day.
    package func positions(of community: CommunityID, on day: Day) throws -> [HeldPosition] {
        try rows(
            """
            SELECT position.id, position.role, position.organisation_id, position.person_id, position.since,
                position.until, position.release, person.name, organisation.name,
                CASE WHEN person.password_hash IS NULL AND EXISTS (
                    SELECT 1 FROM one_time_link WHERE person_id = person.id AND purpose = 'invitation'
                ) THEN 1 ELSE 0 END
            FROM position
            LEFT JOIN person ON person.id = position.person_id
            LEFT JOIN organisation ON organisation.id = position.organisation_id
            WHERE position.community_id = \(community) AND (position.until IS NULL OR position.until > \(day))
            ORDER BY position.role, organisation.sort_key NULLS FIRST, position.id
            """
        ) { row in
            HeldPosition(
                position: try Position(
                    id: row[0], role: row[1], organisation: row[2], holder: row[3], since: row[4], until: row[5],
                    release: row[6]),
                holderName: try row[7], isInvited: try row[9] as Int == 1, organisationName: try row[8])
        }
    }

    package func position(_ id: Identifier<Position>, in community: CommunityID, on day: Day) throws -> HeldPosition? {
        try positions(of: community, on: day).first { $0.position.id == id }
    }

    package func store(_ position: Position, in community: CommunityID) throws {
        try execute(
            """
            UPDATE position SET person_id = \(position.holder), since = \(position.since), until = \(position.until),
                release = \(position.release)
            WHERE community_id = \(community) AND id = \(position.id)
            """)
    }
}
