import Accounts
import Database
import Ground
import Programmes

/// What was asked for of a school's own records, by whom, and what for.
struct LearnerExportOrder: Sendable {
    let organisation: OrganisationID
    let kind: Intake.Kind
    let format: TakenOut.Format
    let purpose: String
    let person: PersonID
}

/// An export of learners' records that happened.
struct PastLearnerExport: Sendable, Equatable {
    let at: Instant
    let who: String
    let purpose: String
    let rows: Int
    let kind: Intake.Kind
}

extension Transaction {
    /// Takes records of learners out of the place where they are looked after, and writes down who did, what for, and
    /// how many rows there were.
    func takeOut(_ order: LearnerExportOrder, pack: Pack) throws -> LearnerExport {
        let learners = try everyLearner(of: order.organisation)
        let export: LearnerExport =
            switch order.kind {
            case .learners: .learners(learners, pack: pack)
            case .results, .counts: .results(try storedResults(of: order.organisation), of: learners, pack: pack)
            }
        try record(
            Event(
                "learners-exported", community: nil, organisation: order.organisation,
                subject: "\(export.kind.rawValue) \(export.rows.count) \(order.format.rawValue)", text: order.purpose),
            by: order.person)
        return export
    }

    /// What was taken out before, newest first.
    func learnerExports(of organisation: OrganisationID, limit: Int) throws -> [PastLearnerExport] {
        try rows(
            """
            SELECT event.at, coalesce(person.name, ''), event.text, event.subject
            FROM event LEFT JOIN person ON person.id = event.person_id
            WHERE event.organisation_id = \(organisation) AND event.kind = \("learners-exported")
            ORDER BY event.at DESC, event.id DESC LIMIT \(limit)
            """
        ) { row -> PastLearnerExport? in
            let parts = (try row[3] as String).split(separator: " ")
            guard parts.count == 3, let kind = Intake.Kind(rawValue: String(parts[0])), let rows = Int(parts[1])
            else { return nil }
            return try PastLearnerExport(at: row[0], who: row[1], purpose: row[2], rows: rows, kind: kind)
        }.compactMap { $0 }
    }

    /// Those on the latest lists, and those who are known by results only.
    private func everyLearner(of organisation: OrganisationID) throws -> [KnownLearner] {
        let listed = try register(of: organisation).learners
        let numbers = Set(listed.map(\.learner))
        let others = try rows("SELECT learner, local_id FROM learner WHERE organisation_id = \(organisation)") {
            try KnownLearner(
                learner: $0[0], localID: $0[1], matchDigest: nil, yearLevel: nil, groups: "", until: nil,
                isVisible: false)
        }
        return listed + others.filter { !numbers.contains($0.learner) }
    }

    /// The results that count: of two that speak of the same, the one of the later intake.
    private func storedResults(of organisation: OrganisationID) throws -> [StoredResult] {
        try rows(
            """
            SELECT learner, construct, instrument, instrument_version, norms, raw, number, level, day, year_level,
                assessor
            FROM (
                SELECT result.*, row_number() OVER (
                    PARTITION BY result.learner, result.construct, result.instrument, result.day
                    ORDER BY result.intake DESC, result.row_number DESC) AS place
                FROM result JOIN intake ON intake.organisation_id = result.organisation_id
                    AND intake.intake = result.intake
                WHERE result.organisation_id = \(organisation) AND intake.state = 'applied'
            ) AS believed
            WHERE place = 1 ORDER BY day, learner, construct, instrument
            """
        ) {
            try StoredResult(
                learner: $0[0], construct: $0[1], instrument: $0[2], version: $0[3], norms: $0[4], raw: $0[5],
                number: $0[6], level: $0[7], day: $0[8], yearLevel: $0[9], assessor: $0[10])
        }
    }
}
