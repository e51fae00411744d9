import Database
import Ground

extension Transaction {
    /// The learners of an organisation, each as its latest applied list says; those whom only undone intakes name too,
    /// so that they keep their number when they come back.
    func register(of organisation: OrganisationID) throws -> LearnerRegister {
        var latest: [Int: KnownLearner] = [:]
        try each(
            """
            SELECT learner_version.learner, coalesce(learner_version.local_id, learner.local_id),
                coalesce(learner_version.match_digest, learner.match_digest), learner_version.year_level,
                learner_version.groups, learner_version.until, intake.state = 'applied'
            FROM learner_version
            JOIN learner ON learner.organisation_id = learner_version.organisation_id
                AND learner.learner = learner_version.learner
            JOIN intake ON intake.organisation_id = learner_version.organisation_id
                AND intake.intake = learner_version.intake
            WHERE learner_version.organisation_id = \(organisation) AND intake.state IN ('applied', 'undone')
            ORDER BY intake.state = 'applied', learner_version.intake
            """
        ) { row in
            let learner: Int = try row[0]
            latest[learner] = try KnownLearner(
                learner: learner, localID: row[1], matchDigest: row[2], yearLevel: row[3], groups: row[4],
                until: row[5], isVisible: row[6])
        }
        return LearnerRegister(Array(latest.values))
    }

    /// Gives new learners their numbers in the organisation, in their order.
    func number(_ learners: some Collection<IntakeFindings.LearnerEntry>, of organisation: OrganisationID) throws
        -> [Int]
    {
        let last: Int =
            try value("SELECT coalesce(max(learner), 0) FROM learner WHERE organisation_id = \(organisation)") ?? 0
        try load(into: "learner", ["organisation_id", "learner", "local_id", "match_digest"]) { writer in
            for (index, learner) in learners.enumerated() {
                writer.write(organisation)
                writer.write(last + 1 + index)
                writer.write(learner.localID)
                writer.write(learner.matchDigest)
                try writer.endRow()
            }
        }
        return learners.indices.enumerated().map { last + 1 + $0.offset }
    }

    /// What an intake says of learners. `numbers` gives those that were new their numbers.
    func write(
        _ learners: some Sequence<IntakeFindings.LearnerEntry>, of intake: Intake, numbers: [Int: Int]
    ) throws {
        try load(
            into: "learner_version",
            ["organisation_id", "intake", "learner", "local_id", "match_digest", "year_level", "groups", "until"]
        ) { writer in
            for learner in learners {
                writer.write(intake.organisation)
                writer.write(intake.number)
                writer.write(numbers[learner.learner] ?? learner.learner)
                writer.write(learner.localID)
                writer.write(learner.matchDigest)
                writer.write(learner.yearLevel)
                writer.write(learner.groups)
                writer.write(learner.until)
                try writer.endRow()
            }
        }
    }
}
