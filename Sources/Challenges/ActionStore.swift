package import Database
import FocusAreas
package import Ground

extension Transaction {
    /// Every action of a community with its owner's name, what it serves and the schools' own versions: what remains to
    /// be done first, by the day it is due. Ask only for a community the viewer may see.
    package func actions(of community: CommunityID) throws -> [PlannedAction] {
        let versions = try versions(of: community)
        return try rows(
            """
            SELECT planned_action.id, planned_action.what, planned_action.challenge_id,
                planned_action.focus_area_id, coalesce(challenge.title, focus_area.title),
                planned_action.person_id, planned_action.organisation_id, coalesce(person.name, organisation.name),
                planned_action.begins, planned_action.due, planned_action.state
            FROM planned_action
            LEFT JOIN challenge ON challenge.community_id = planned_action.community_id
                AND challenge.id = planned_action.challenge_id
            LEFT JOIN focus_area ON focus_area.community_id = planned_action.community_id
                AND focus_area.id = planned_action.focus_area_id
            LEFT JOIN person ON person.id = planned_action.person_id
            LEFT JOIN organisation ON organisation.id = planned_action.organisation_id
            WHERE planned_action.community_id = \(community)
            ORDER BY planned_action.state IN ('done', 'dropped'), planned_action.due NULLS LAST, planned_action.id
            """
        ) { row -> PlannedAction? in
            let id: Identifier<PlannedAction> = try row[0]
            guard let purpose = try purpose(row), let owner = try owner(row) else { return nil }
            return try PlannedAction(
                id: id, what: row[1], purpose: purpose, purposeTitle: row[4], owner: owner, ownerName: row[7],
                begins: row[8], due: row[9], state: row[10], versions: versions[id] ?? [])
        }.compactMap { $0 }
    }

    /// One action of a community; `nil` if it has none of that name.
    package func action(_ id: Identifier<PlannedAction>, in community: CommunityID) throws -> PlannedAction? {
        try actions(of: community).first { $0.id == id }
    }

    /// What the viewer has still to see to in a community, soonest due first: their own actions and those of the
    /// organisations they lead or carry practice into.
    package func actions(of community: CommunityID, ownedBy viewer: Viewer) throws -> [PlannedAction] {
        try actions(of: community).filter { $0.state.isOpen && $0.isOwned(by: viewer) }
    }

    /// A new action, with the versions it brings.
    package func add(_ action: PlannedAction, to community: CommunityID) throws {
        let (challenge, area) = action.purpose.parts
        let (person, organisation) = action.owner.parts
        try execute(
            """
            INSERT INTO planned_action
                (community_id, id, what, challenge_id, focus_area_id, person_id, organisation_id, begins, due, state)
            VALUES (\(community), \(action.id), \(action.what), \(challenge), \(area), \(person), \(organisation),
                \(action.begins), \(action.due), \(action.state))
            """)
        for version in action.versions { try store(version, of: action.id, in: community) }
    }

    /// Writes what may change of an action: its words, its owner, its dates and its state.
    package func store(_ action: PlannedAction, in community: CommunityID) throws {
        let (person, organisation) = action.owner.parts
        try execute(
            """
            UPDATE planned_action SET what = \(action.what), person_id = \(person),
                organisation_id = \(organisation), begins = \(action.begins), due = \(action.due),
                state = \(action.state)
            WHERE community_id = \(community) AND id = \(action.id)
            """)
    }

    /// One organisation's own version of an action, in place of the one it wrote before.
    package func store(
        _ version: SchoolVersion, of action: Identifier<PlannedAction>, in community: CommunityID
    ) throws {
        try execute(
            """
            INSERT INTO action_version (community_id, action_id, organisation_id, text, state, written)
            VALUES (\(community), \(action), \(version.organisation), \(version.text), \(version.state),
                \(version.written))
            ON CONFLICT (community_id, action_id, organisation_id)
            DO UPDATE SET text = excluded.text, state = excluded.state, written = excluded.written
            """)
    }

    private func versions(of community: CommunityID) throws -> [Identifier<PlannedAction>: [SchoolVersion]] {
        let all = try rows(
            """
            SELECT action_version.action_id, action_version.organisation_id, organisation.name, action_version.text,
                action_version.state, action_version.written
            FROM action_version JOIN organisation ON organisation.id = action_version.organisation_id
            WHERE action_version.community_id = \(community) ORDER BY organisation.sort_key, organisation.id
            """
        ) { row in
            (
                action: try row[0] as Identifier<PlannedAction>,
                version: try SchoolVersion(
                    organisation: row[1], organisationName: row[2], text: row[3], state: row[4], written: row[5])
            )
        }
        return Dictionary(grouping: all, by: \.action).mapValues { $0.map(\.version) }
    }

    private func purpose(_ row: Row) throws -> PlannedAction.Purpose? {
        if let challenge: Identifier<Challenge> = try row[2] { return .challenge(challenge) }
        let area: Identifier<FocusArea>? = try row[3]
        return area.map { .focusArea($0) }
    }

    private func owner(_ row: Row) throws -> PlannedAction.Owner? {
        if let person: PersonID = try row[5] { return .person(person) }
        let organisation: OrganisationID? = try row[6]
        return organisation.map { .organisation($0) }
    }
}

extension PlannedAction.Purpose {
    fileprivate var parts: (Identifier<Challenge>?, Identifier<FocusArea>?) {
        switch self {
        case .challenge(let id): (id, nil)
        case .focusArea(let id): (nil, id)
        }
    }
}

extension PlannedAction.Owner {
    fileprivate var parts: (PersonID?, OrganisationID?) {
        switch self {
        case .person(let id): (id, nil)
        case .organisation(let id): (nil, id)
        }
    }
}

extension PlannedAction.State: Bindable, Column {}
