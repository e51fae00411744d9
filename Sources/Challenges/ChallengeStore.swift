package import Database
package import Ground

extension Transaction {
    /// Every challenge of a community with its targets: open ones first, oldest first. Ask only for a community the
    /// viewer may see.
    package func challenges(of community: CommunityID) throws -> [Challenge] {
        let targets = try targets(of: community)
        return try rows(
            """
            SELECT id, title, why, story, how_known, focus_area_id, proposed, agreed, closed, closed_because
            FROM challenge WHERE community_id = \(community)
            ORDER BY closed IS NOT NULL, agreed IS NULL, agreed, proposed, id
            """
        ) { row in
            let id: Identifier<Challenge> = try row[0]
            return try Challenge(
                id: id, title: row[1], why: row[2], story: row[3], howKnown: row[4], focusArea: row[5],
                proposed: row[6], agreed: row[7], closed: row[8], closedBecause: row[9], targets: targets[id] ?? [])
        }
    }

    /// One challenge of a community; `nil` if it has none of that name.
    package func challenge(_ id: Identifier<Challenge>, in community: CommunityID) throws -> Challenge? {
        // A community has a handful: reading them all costs no more than reading one.
        try challenges(of: community).first { $0.id == id }
    }

    /// A new challenge, with the targets it brings.
    package func add(_ challenge: Challenge, to community: CommunityID) throws {
        try execute(
            """
            INSERT INTO challenge
                (community_id, id, title, why, story, how_known, focus_area_id, proposed, agreed, closed,
                closed_because)
            VALUES (\(community), \(challenge.id), \(challenge.title), \(challenge.why), \(challenge.story),
                \(challenge.howKnown), \(challenge.focusArea), \(challenge.proposed), \(challenge.agreed),
                \(challenge.closed), \(challenge.closedBecause))
            """)
        for target in challenge.targets { try store(target, of: challenge.id, in: community) }
    }

    /// Writes what may change of a challenge: its words, its state and its targets.
    package func store(_ challenge: Challenge, in community: CommunityID) throws {
        try execute(
            """
            UPDATE challenge SET title = \(challenge.title), why = \(challenge.why), story = \(challenge.story),
                how_known = \(challenge.howKnown), focus_area_id = \(challenge.focusArea),
                agreed = \(challenge.agreed), closed = \(challenge.closed),
                closed_because = \(challenge.closedBecause)
            WHERE community_id = \(community) AND id = \(challenge.id)
            """)
        try execute("DELETE FROM target WHERE community_id = \(community) AND challenge_id = \(challenge.id)")
        for target in challenge.targets { try store(target, of: challenge.id, in: community) }
    }

    private func store(_ target: Target, of challenge: Identifier<Challenge>, in community: CommunityID) throws {
        try execute(
            """
            INSERT INTO target
                (community_id, id, challenge_id, measure, first_year, last_year, learner_group, direction,
                counted, learners, goal_tenths, due, source)
            VALUES (\(community), \(target.id), \(challenge), \(target.measure), \(target.years.lowerBound),
                \(target.years.upperBound), \(target.group), \(target.direction), \(target.counted),
                \(target.learners), \(target.goal.tenths), \(target.due), \(target.source))
            """)
    }

    private func targets(of community: CommunityID) throws -> [Identifier<Challenge>: [Target]] {
        let all = try rows(
            """
            SELECT challenge_id, id, measure, first_year, last_year, learner_group, direction, counted,
                learners, goal_tenths, due, source
            FROM target WHERE community_id = \(community) ORDER BY due, id
            """
        ) { row in
            let (first, last): (Int, Int) = (try row[3], try row[4])
            return (
                challenge: try row[0] as Identifier<Challenge>,
                target: try Target(
                    id: row[1], measure: row[2], years: first...last, group: row[5], direction: row[6],
                    counted: row[7], of: row[8], goal: Percent(tenths: row[9]), due: row[10], source: row[11])
            )
        }
        return Dictionary(grouping: all, by: \.challenge).mapValues { $0.map(\.target) }
    }
}

extension Target.Direction: Bindable, Column {}
