package import Database
package import Ground

extension Answer.Kind: Column {}
extension Verdict.Kind: Column {}
extension Adoption.State: Column {}

extension Transaction {
    /// Every gem of a community with what happened to it, in the order in which they were nominated.
    package func gems(of community: CommunityID) throws -> [GemStory] { try gems(of: community, only: nil) }

    package func gem(_ id: Identifier<Gem>, in community: CommunityID) throws -> GemStory? {
        try gems(of: community, only: id).first
    }

    /// How far gems have come in a community, every word of it, by the day it is about; ``Board`` tells the last ones.
    package func adoptions(of community: CommunityID) throws -> [Adoption] { try adoptions(of: community, only: nil) }

    /// Every verdict on every gem, in the order in which they were given.
    package func verdicts(of community: CommunityID) throws -> [Verdict] { try verdicts(of: community, only: nil) }

    private func gems(of community: CommunityID, only id: Identifier<Gem>?) throws -> [GemStory] {
        let evidence = try evidence(of: community, only: id)
        let activities = try origins(of: community, only: id)
        let answers = try answers(of: community, only: id)
        let designs = try designs(of: community, only: id)
        let verdicts = Dictionary(grouping: try verdicts(of: community, only: id), by: \.gem)
        let adoptions = Dictionary(grouping: try adoptions(of: community, only: id), by: \.gem)
        return try rows(
            """
            SELECT id, title, text, focus_area, organisation_id, finder, nominated, person_id FROM gem
            WHERE \(one(id, "id")) AND community_id = \(community) ORDER BY nominated, id
            """
        ) { row in
            let id: Identifier<Gem> = try row[0]
            return GemStory(
                gem: try Gem(
                    id: id, community: community, title: row[1], text: row[2], focusArea: row[3], organisation: row[4],
                    finder: row[5], evidence: evidence[id] ?? [], activities: activities[id] ?? [], nominated: row[6],
                    person: row[7]),
                answers: answers[id] ?? [], design: designs[id], verdicts: verdicts[id] ?? [],
                adoptions: adoptions[id] ?? [])
        }
    }

    private func one(_ id: Identifier<Gem>?, _ column: StaticString) -> SQL {
        id.map { "\(SQL.name(column)) = \($0)" } ?? "TRUE"
    }

    private func evidence(
        of community: CommunityID, only id: Identifier<Gem>?
    ) throws -> [Identifier<Gem>: [Gem.Evidence]] {
        var found: [Identifier<Gem>: [Gem.Evidence]] = [:]
        try each(
            """
            SELECT gem_id, question, asked, text FROM gem_evidence
            WHERE \(one(id, "gem_id")) AND community_id = \(community) ORDER BY gem_id, position
            """
        ) { found[try $0[0], default: []].append(try Gem.Evidence(question: $0[1], asked: $0[2], text: $0[3])) }
        return found
    }

    private func origins(
        of community: CommunityID, only id: Identifier<Gem>?
    ) throws -> [Identifier<Gem>: [Identifier<Activity>]] {
        var found: [Identifier<Gem>: [Identifier<Activity>]] = [:]
        try each(
            """
            SELECT gem_id, activity_id FROM gem_activity
            WHERE \(one(id, "gem_id")) AND community_id = \(community) ORDER BY gem_id, activity_id
            """
        ) { found[try $0[0], default: []].append(try $0[1]) }
        return found
    }

    private func answers(of community: CommunityID, only id: Identifier<Gem>?) throws -> [Identifier<Gem>: [Answer]] {
        var found: [Identifier<Gem>: [Answer]] = [:]
        try each(
            """
            SELECT gem_answer.gem_id, gem_answer.id, gem_answer.kind, gem_answer.reason, gem_answer.day, gem_answer.at,
                gem_answer.person_id, coalesce(person.name, '')
            FROM gem_answer LEFT JOIN person ON person.id = gem_answer.person_id
            WHERE \(one(id, "gem_answer.gem_id")) AND gem_answer.community_id = \(community)
            ORDER BY gem_answer.at, gem_answer.id
            """
        ) {
            found[try $0[0], default: []].append(
                try Answer(id: $0[1], kind: $0[2], reason: $0[3], day: $0[4], at: $0[5], person: $0[6], by: $0[7]))
        }
        return found
    }

    private func designs(of community: CommunityID, only id: Identifier<Gem>?) throws -> [Identifier<Gem>: Design] {
        var found: [Identifier<Gem>: Design] = [:]
        try each(
            """
            SELECT gem_design.gem_id, gem_design.audience, gem_design.core, gem_design.adaptable, gem_design.help,
                gem_design.due, gem_design.day, gem_design.person_id, coalesce(person.name, '')
            FROM gem_design LEFT JOIN person ON person.id = gem_design.person_id
            WHERE \(one(id, "gem_design.gem_id")) AND gem_design.community_id = \(community)
            """
        ) { row in
            found[try row[0]] = try Design(
                audience: row[1], core: Design.parts(typed: row[2]), adaptable: Design.parts(typed: row[3]),
                help: row[4], due: row[5], day: row[6], person: row[7], by: row[8])
        }
        return found
    }

    private func verdicts(of community: CommunityID, only id: Identifier<Gem>?) throws -> [Verdict] {
        try rows(
            """
            SELECT gem_verdict.gem_id, gem_verdict.id, gem_verdict.kind, gem_verdict.reason, gem_verdict.day,
                gem_verdict.at, gem_verdict.person_id, coalesce(person.name, '')
            FROM gem_verdict LEFT JOIN person ON person.id = gem_verdict.person_id
            WHERE \(one(id, "gem_verdict.gem_id")) AND gem_verdict.community_id = \(community)
            ORDER BY gem_verdict.at, gem_verdict.id
            """
        ) { row in
            try Verdict(
                id: row[1], gem: row[0], kind: row[2], reason: row[3], day: row[4], at: row[5], person: row[6],
                by: row[7])
        }
    }

    private func adoptions(of community: CommunityID, only id: Identifier<Gem>?) throws -> [Adoption] {
        try rows(
            """
            SELECT adoption.id, adoption.gem_id, adoption.organisation_id, adoption.state, adoption.day, adoption.note,
                adoption.person_id, coalesce(person.name, '')
            FROM adoption LEFT JOIN person ON person.id = adoption.person_id
            WHERE \(one(id, "adoption.gem_id")) AND adoption.community_id = \(community)
            ORDER BY adoption.day, adoption.id
            """
        ) { row in
            try Adoption(
                id: row[0], gem: row[1], organisation: row[2], state: row[3], day: row[4], note: row[5], person: row[6],
                by: row[7])
        }
    }

    // MARK: Writing

    package func add(_ gem: Gem) throws {
        try execute(
            """
            INSERT INTO gem (community_id, id, title, sort_key, text, focus_area, organisation_id, finder, nominated,
                person_id)
            VALUES (\(gem.community), \(gem.id), \(gem.title), \(gem.title.sortKey), \(gem.text), \(gem.focusArea),
                \(gem.organisation), \(gem.finder), \(gem.nominated), \(gem.person))
            """)
        for (position, evidence) in gem.evidence.enumerated() {
            try execute(
                """
                INSERT INTO gem_evidence (community_id, gem_id, position, question, asked, text)
                VALUES (\(gem.community), \(gem.id), \(position), \(evidence.question), \(evidence.asked),
                    \(evidence.text))
                """)
        }
        for activity in Set(gem.activities) {
            try execute(
                """
                INSERT INTO gem_activity (community_id, gem_id, activity_id)
                VALUES (\(gem.community), \(gem.id), \(activity))
                """)
        }
    }

    package func add(_ answer: Answer, to gem: Identifier<Gem>, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO gem_answer (community_id, gem_id, id, kind, reason, day, at, person_id)
            VALUES (\(community), \(gem), \(answer.id), \(answer.kind.rawValue), \(answer.reason), \(answer.day),
                \(answer.at), \(answer.person))
            """)
    }

    package func store(_ design: Design, of gem: Identifier<Gem>, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO gem_design (community_id, gem_id, audience, core, adaptable, help, due, day, person_id)
            VALUES (\(community), \(gem), \(design.audience), \(design.core.joined(separator: "\n")),
                \(design.adaptable.joined(separator: "\n")), \(design.help), \(design.due), \(design.day),
                \(design.person))
            ON CONFLICT (community_id, gem_id) DO UPDATE SET audience = excluded.audience, core = excluded.core,
                adaptable = excluded.adaptable, help = excluded.help, due = excluded.due, day = excluded.day,
                person_id = excluded.person_id
            """)
    }

    package func add(_ verdict: Verdict, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO gem_verdict (community_id, gem_id, id, kind, reason, day, at, person_id)
            VALUES (\(community), \(verdict.gem), \(verdict.id), \(verdict.kind.rawValue), \(verdict.reason),
                \(verdict.day), \(verdict.at), \(verdict.person))
            """)
    }

    package func add(_ adoption: Adoption, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO adoption (community_id, gem_id, organisation_id, id, state, day, note, person_id)
            VALUES (\(community), \(adoption.gem), \(adoption.organisation), \(adoption.id),
                \(adoption.state.rawValue), \(adoption.day), \(adoption.note), \(adoption.person))
            """)
    }
}
