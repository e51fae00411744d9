import Communities
package import Database
package import Ground

extension Transaction {
    /// What a community collects, in the order in which it is due.
    package func collections(of community: CommunityID) throws -> [MeasureCollection] {
        let named = try rows(
            """
            SELECT measure, year, term, organisation_id FROM collection_organisation WHERE community_id = \(community)
            """
        ) {
            (
                MeasureCollection.Subject(try $0[0], Term(year: try $0[1], number: try $0[2])),
                try $0[3] as OrganisationID
            )
        }
        let naming = Dictionary(grouping: named) { $0.0 }.mapValues { Set($0.map(\.1)) }
        return try rows(
            "SELECT measure, year, term, due FROM collection WHERE community_id = \(community) ORDER BY due, measure"
        ) { row in
            let subject = MeasureCollection.Subject(try row[0], Term(year: try row[1], number: try row[2]))
            return MeasureCollection(subject, due: try row[3], named: naming[subject])
        }
    }

    /// Writes a collection, or what was decided anew of it.
    package func store(_ collection: MeasureCollection, in community: CommunityID, by person: PersonID?) throws {
        let (measure, term) = (collection.measure, collection.term)
        try execute(
            """
            INSERT INTO collection (community_id, measure, year, term, due, person_id, decided_at)
            VALUES (\(community), \(measure), \(term.year), \(term.number), \(collection.due), \(person), \(now))
            ON CONFLICT (community_id, measure, year, term) DO UPDATE
            SET due = excluded.due, person_id = excluded.person_id, decided_at = excluded.decided_at
            """)
        try removeNames(of: collection.subject, in: community)
        for organisation in (collection.named ?? []).sorted(by: { $0.rawValue < $1.rawValue }) {
            try execute(
                """
                INSERT INTO collection_organisation (community_id, measure, year, term, organisation_id)
                VALUES (\(community), \(measure), \(term.year), \(term.number), \(organisation))
                """)
        }
    }

    /// Whether there was one to remove.
    func remove(_ subject: MeasureCollection.Subject, from community: CommunityID) throws -> Bool {
        try removeNames(of: subject, in: community)
        return try execute(
            """
            DELETE FROM collection WHERE community_id = \(community) AND measure = \(subject.measure)
                AND year = \(subject.term.year) AND term = \(subject.term.number)
            """) > 0
    }

    private func removeNames(of subject: MeasureCollection.Subject, in community: CommunityID) throws {
        try execute(
            """
            DELETE FROM collection_organisation WHERE community_id = \(community) AND measure = \(subject.measure)
                AND year = \(subject.term.year) AND term = \(subject.term.number)
            """)
    }

    /// Notes that a school was reminded of a collection; whether it is the first time.
    func noteReminder(
        _ kind: Reminder.Kind, of collection: MeasureCollection, to organisation: OrganisationID,
        in community: CommunityID, on day: Day
    ) throws -> Bool {
        try execute(
            """
            INSERT INTO collection_reminder (community_id, organisation_id, measure, year, term, kind, due, written_on)
            VALUES (\(community), \(organisation), \(collection.measure), \(collection.term.year),
                \(collection.term.number), \(kind.rawValue), \(collection.due), \(day))
            ON CONFLICT DO NOTHING
            """) > 0
    }

    /// The measures and terms an organisation has entered counts for.
    package func countedSubjects(of organisations: [OrganisationID]) throws -> [OrganisationID: Set<
        MeasureCollection.Subject
    >] {
        var subjects: [OrganisationID: Set<MeasureCollection.Subject>] = [:]
        try each(
            """
            SELECT DISTINCT count_entry.organisation_id, count_entry.measure, count_entry.year, count_entry.term
            FROM count_entry JOIN intake
                ON intake.organisation_id = count_entry.organisation_id AND intake.intake = count_entry.intake
            WHERE intake.state = 'applied' AND count_entry.assessed > 0
                AND count_entry.organisation_id IN (\(list: organisations))
            """
        ) { row in
            subjects[try row[0], default: []].insert(
                MeasureCollection.Subject(try row[1], Term(year: try row[2], number: try row[3])))
        }
        return subjects
    }
}
