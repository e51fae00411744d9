import Accounts
package import Database
package import Ground

extension Transaction {
    /// Every focus area of a community with who leads it and how it got where it is: open ones first, in the order in
    /// which they began. Ask only for a community the viewer may see.
    package func focusAreas(of community: CommunityID) throws -> [FocusArea] {
        let leads = try focusAreaLeads(of: community)
        let moves = try phaseMoves(of: community)
        return try rows(
            """
            SELECT id, title, text, suggestion, started, phase, ended FROM focus_area
            WHERE community_id = \(community) ORDER BY ended IS NOT NULL, started, id
            """
        ) { row in
            let id: Identifier<FocusArea> = try row[0]
            return try FocusArea(
                id: id, title: row[1], text: row[2], suggestion: row[3], started: row[4], phase: row[5],
                ended: row[6], leads: leads[id] ?? [], moves: moves[id] ?? [])
        }
    }

    /// One focus area of a community; `nil` if it has none of that name.
    package func focusArea(_ id: Identifier<FocusArea>, in community: CommunityID) throws -> FocusArea? {
        // A community has a handful: reading them all costs no more than reading one.
        try focusAreas(of: community).first { $0.id == id }
    }

    /// A new focus area, with whoever leads it and the moves it has made.
    package func add(_ area: FocusArea, to community: CommunityID) throws {
        try execute(
            """
            INSERT INTO focus_area (community_id, id, title, text, suggestion, started, phase, ended)
            VALUES (\(community), \(area.id), \(area.title), \(area.text), \(area.suggestion), \(area.started),
                \(area.phase), \(area.ended))
            """)
        for lead in area.leads { try store(lead, of: area.id, in: community) }
        for move in area.moves { try add(move, to: area.id, in: community, by: nil) }
    }

    /// Writes what may change of a focus area: its words, its end and who leads it.
    package func store(_ area: FocusArea, in community: CommunityID) throws {
        try execute(
            """
            UPDATE focus_area SET title = \(area.title), text = \(area.text), ended = \(area.ended)
            WHERE community_id = \(community) AND id = \(area.id)
            """)
        // Those who stop go first: the schema knows one lead principal at a time.
        for lead in area.leads where !lead.isOpen { try store(lead, of: area.id, in: community) }
        for lead in area.leads where lead.isOpen { try store(lead, of: area.id, in: community) }
    }

    /// A step to another phase, which is where the focus area stands from then on.
    package func add(
        _ move: PhaseMove, to area: Identifier<FocusArea>, in community: CommunityID, by person: PersonID?
    ) throws {
        try execute(
            """
            INSERT INTO focus_area_move
                (community_id, id, focus_area_id, from_phase, to_phase, reason, day, person_id)
            VALUES (\(community), \(Identifier<PhaseMove>.new(at: now)), \(area), \(move.from), \(move.to),
                \(move.reason), \(move.day), \(person))
            """)
        try execute(
            "UPDATE focus_area SET phase = \(move.to) WHERE community_id = \(community) AND id = \(area)")
    }

    /// Everyone in a community who has a standing on a day, as somebody who might lead.
    package func candidates(in community: CommunityID, on day: Day) throws -> [Candidate] {
        try people(in: community, on: day).map {
            Candidate(
                person: $0.person.id, name: $0.person.name, standing: $0.grant.standing,
                organisation: $0.grant.organisation)
        }
    }

    private func store(_ lead: FocusArea.Lead, of area: Identifier<FocusArea>, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO focus_area_lead (community_id, id, focus_area_id, person_id, organisation_id, since, until)
            VALUES (\(community), \(lead.id), \(area), \(lead.person), \(lead.organisation), \(lead.since),
                \(lead.until))
            ON CONFLICT (community_id, id) DO UPDATE SET until = excluded.until
            """)
    }

    private func focusAreaLeads(of community: CommunityID) throws -> [Identifier<FocusArea>: [FocusArea.Lead]] {
        let all = try rows(
            """
            SELECT focus_area_lead.focus_area_id, focus_area_lead.id, focus_area_lead.person_id, person.name,
                focus_area_lead.organisation_id, focus_area_lead.since, focus_area_lead.until
            FROM focus_area_lead JOIN person ON person.id = focus_area_lead.person_id
            WHERE focus_area_lead.community_id = \(community)
            ORDER BY focus_area_lead.organisation_id IS NOT NULL, person.sort_key, focus_area_lead.id
            """
        ) { row in
            (
                area: try row[0] as Identifier<FocusArea>,
                lead: try FocusArea.Lead(
                    id: row[1], person: row[2], name: row[3], organisation: row[4], since: row[5], until: row[6])
            )
        }
        return Dictionary(grouping: all, by: \.area).mapValues { $0.map(\.lead) }
    }

    private func phaseMoves(of community: CommunityID) throws -> [Identifier<FocusArea>: [PhaseMove]] {
        let all = try rows(
            """
            SELECT focus_area_move.focus_area_id, focus_area_move.from_phase, focus_area_move.to_phase,
                focus_area_move.reason, focus_area_move.day, coalesce(person.name, '')
            FROM focus_area_move LEFT JOIN person ON person.id = focus_area_move.person_id
            WHERE focus_area_move.community_id = \(community) ORDER BY focus_area_move.day, focus_area_move.id
            """
        ) { row in
            (
                area: try row[0] as Identifier<FocusArea>,
                move: try PhaseMove(from: row[1], to: row[2], reason: row[3], day: row[4], actor: row[5])
            )
        }
        return Dictionary(grouping: all, by: \.area).mapValues { $0.map(\.move) }
    }
}

extension FocusArea.Phase: Bindable, Column {}
