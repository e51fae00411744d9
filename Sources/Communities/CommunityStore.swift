package import Accounts
package import Database
package import Ground
package import Programmes

extension Community {
    package var realm: Realm { Realm(community: id, isPublic: isPublic) }

    /// The part of it that is one organisation's own.
    package func realm(of organisation: OrganisationID) -> Realm {
        Realm(community: id, organisation: organisation, isPublic: isPublic)
    }

    /// The community's own, or one organisation's part where there is one.
    package func realm(ofPart organisation: OrganisationID?) -> Realm { organisation.map(realm(of:)) ?? realm }
}

extension Transaction {
    /// The community, if the viewer may see it: `nil` both for missing and for not theirs. There is no other way to one.
    package func community(_ id: CommunityID, for viewer: Viewer) throws -> Community? {
        guard let community = try find(id) else { return nil }
        guard viewer.may(.see, community.realm) || viewer.may(.seePublic, community.realm) else { return nil }
        return community
    }

    /// The communities an organisation belongs to on a day. For the command line, which asks on its own who wants it.
    package func communities(of organisation: OrganisationID, on day: Day) throws -> [Community] {
        try memberships(of: organisation).filter { $0.membership.isOpen(on: day) }
            .compactMap { try find($0.membership.community) }
    }

    /// The communities at work, whoever may see them. For daily rounds, which act for nobody.
    package func activeCommunities() throws -> [Community] {
        try rows("SELECT id FROM community WHERE state IN ('forming', 'active') ORDER BY id") {
            try $0[0] as CommunityID
        }.compactMap { try find($0) }
    }

    private func find(_ id: CommunityID) throws -> Community? {
        let found = try first(
            "SELECT id, name, purpose, state, is_public, started FROM community WHERE id = \(id)"
        ) { row -> Community? in
            let word: String = try row[3]
            guard let state = Community.State(rawValue: word) else { return nil }
            return try Community(
                id: row[0], name: row[1], purpose: row[2], state: state, isPublic: row[4], started: row[5],
                packs: [])
        }
        guard var community = found ?? nil else { return nil }
        community.packs = try packs(of: id)
        return community
    }

    /// The community, for somebody who wants to act there: throws what a reader should be told.
    package func community(_ id: CommunityID, for viewer: Viewer, to action: Action) throws -> Community {
        guard let community = try community(id, for: viewer) else { throw NotFound() }
        try viewer.require(action, community.realm)
        return community
    }

    private func packs(of id: CommunityID) throws -> [Pack.Name] {
        try rows("SELECT pack, version FROM community_pack WHERE community_id = \(id) ORDER BY position") { row in
            let version: String = try row[1]
            return try Pack.Version(version).map { Pack.Name(id: try row[0], version: $0) }
        }.compactMap { $0 }
    }

    /// The communities a viewer has a standing in; for a visitor those that have a public page.
    package func communities(for viewer: Viewer) throws -> [Community] {
        let ids: [CommunityID] =
            viewer.isSignedIn
            ? viewer.communities
            : try rows("SELECT id FROM community WHERE is_public AND state <> 'forming'") { try $0[0] }
        return try ids.compactMap { try community($0, for: viewer) }.sorted { $0.name.sortKey < $1.name.sortKey }
    }

    package func add(_ community: Community) throws {
        try execute(
            """
            INSERT INTO community (id, name, sort_key, purpose, state, is_public, started)
            VALUES (\(community.id), \(community.name), \(community.name.sortKey), \(community.purpose),
                \(community.state.rawValue), \(community.isPublic), \(community.started))
            """)
        for pack in community.packs { try add(pack, to: community.id, since: community.started) }
    }

    package func add(_ pack: Pack.Name, to community: CommunityID, since day: Day) throws {
        try execute(
            """
            INSERT INTO community_pack (community_id, position, pack, version, since)
            SELECT \(community), count(*), \(pack.id), \(pack.version.description), \(day)
            FROM community_pack WHERE community_id = \(community)
            """)
    }

    /// Writes what may change of a community: its name, its purpose, its state and whether it is public.
    package func store(_ community: Community) throws {
        try execute(
            """
            UPDATE community SET name = \(community.name), sort_key = \(community.name.sortKey),
                purpose = \(community.purpose), state = \(community.state.rawValue), is_public = \(community.isPublic)
            WHERE id = \(community.id)
            """)
    }

    // MARK: Stages

    package func add(_ move: StageMove, to community: CommunityID, by person: PersonID?) throws {
        try execute(
            """
            INSERT INTO stage_move (community_id, id, component, from_stage, to_stage, evidence, day, person_id)
            VALUES (\(community), \(Identifier<StageMove>.new(at: now)), \(move.component), \(move.from), \(move.to),
                \(move.evidence), \(move.day), \(person))
            """)
    }

    /// Every move of every component, oldest first; the last of a component says where it stands.
    package func stageMoves(of community: CommunityID) throws -> [StageMove] {
        try rows(
            """
            SELECT component, from_stage, to_stage, evidence, day, coalesce(person.name, '')
            FROM stage_move LEFT JOIN person ON person.id = stage_move.person_id
            WHERE community_id = \(community) ORDER BY day, stage_move.id
            """
        ) { try StageMove(component: $0[0], from: $0[1], to: $0[2], evidence: $0[3], day: $0[4], actor: $0[5]) }
    }
}
