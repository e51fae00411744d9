package import Database
package import Ground

/// A membership with the organisation it is of.
package struct Member: Sendable, Equatable {
    package let membership: Membership
    package let organisation: Organisation

    package init(membership: Membership, organisation: Organisation) {
        (self.membership, self.organisation) = (membership, organisation)
    }
}

extension Transaction {
    package func add(_ organisation: Organisation) throws {
        try execute(
            """
            INSERT INTO organisation (id, name, sort_key, kind, directory_number, roll, zone)
            VALUES (\(organisation.id), \(organisation.name), \(organisation.name.sortKey), \(organisation.kind),
                \(organisation.directoryNumber), \(organisation.roll), \(organisation.zone))
            """)
    }

    package func organisation(_ id: OrganisationID) throws -> Organisation? {
        try first("SELECT \(organisationColumns) FROM organisation WHERE id = \(id)") {
            try organisation(from: $0, at: 0)
        }
    }

    /// Writes what may change of an organisation: its name, its kind and its roll.
    func store(_ organisation: Organisation) throws {
        try execute(
            """
            UPDATE organisation SET name = \(organisation.name), sort_key = \(organisation.name.sortKey),
                kind = \(organisation.kind), roll = \(organisation.roll)
            WHERE id = \(organisation.id)
            """)
    }

    package func setRoll(_ roll: Int?, of organisation: OrganisationID) throws {
        try execute("UPDATE organisation SET roll = \(roll) WHERE id = \(organisation)")
    }

    /// Everyone who belongs or ever belonged to a community: the open ones first, in the order of their roll.
    package func members(of community: CommunityID) throws -> [Member] {
        try rows(
            """
            SELECT \(membershipColumns), \(organisationColumns)
            FROM membership JOIN organisation ON organisation.id = membership.organisation_id
            WHERE membership.community_id = \(community)
            ORDER BY membership.until IS NOT NULL, organisation.roll DESC NULLS LAST, organisation.sort_key
            """
        ) { row in
            Member(membership: try membership(from: row, at: 0), organisation: try organisation(from: row, at: 7))
        }
    }

    /// The organisations that belong on a day.
    package func openMembers(of community: CommunityID, on day: Day) throws -> [Member] {
        try members(of: community).filter { $0.membership.isOpen(on: day) }
    }

    package func membership(_ id: Identifier<Membership>, in community: CommunityID) throws -> Membership? {
        try first("SELECT \(membershipColumns) FROM membership WHERE community_id = \(community) AND id = \(id)") {
            try membership(from: $0, at: 0)
        }
    }

    /// What an organisation belongs to already, with the names of those communities.
    package func memberships(
        of organisation: OrganisationID
    ) throws -> [(membership: Membership, communityName: String)] {
        try rows(
            """
            SELECT \(membershipColumns), community.name
            FROM membership JOIN community ON community.id = membership.community_id
            WHERE membership.organisation_id = \(organisation)
            """
        ) { (try membership(from: $0, at: 0), try $0[7]) }
    }

    package func add(_ membership: Membership) throws {
        try execute(
            """
            INSERT INTO membership (community_id, id, organisation_id, kind, is_resourced, since, until)
            VALUES (\(membership.community), \(membership.id), \(membership.organisation), \(membership.kind),
                \(membership.isResourced), \(membership.since), \(membership.until))
            """)
    }

    package func store(_ membership: Membership) throws {
        try execute(
            """
            UPDATE membership SET until = \(membership.until)
            WHERE community_id = \(membership.community) AND id = \(membership.id)
            """)
    }

    private var membershipColumns: SQL {
        """
        membership.id, membership.community_id, membership.organisation_id, membership.kind,
        membership.is_resourced, membership.since, membership.until
        """
    }

    private var organisationColumns: SQL {
        """
        organisation.id, organisation.name, organisation.kind, organisation.directory_number, organisation.roll,
        organisation.zone
        """
    }

    private func membership(from row: Row, at start: Int) throws -> Membership {
        try Membership(
            id: row[start], community: row[start + 1], organisation: row[start + 2], kind: row[start + 3],
            isResourced: row[start + 4], since: row[start + 5], until: row[start + 6])
    }

    private func organisation(from row: Row, at start: Int) throws -> Organisation {
        try Organisation(
            id: row[start], name: row[start + 1], kind: row[start + 2], directoryNumber: row[start + 3],
            roll: row[start + 4], zone: row[start + 5])
    }
}
