import Accounts
import Database
import DisclosureControl
import Ground
import Programmes
import Testing
import World

@testable import Measurement

/// The harbour's results as they stand in memory and in the database, without going through files.
enum Brought {
    static func pack() throws -> Pack {
        let shelf = PackShelf.reading(PackShelf.shippedFiles).shelf
        return try shelf.combination("community-of-practice", adding: ["demo-tools"], on: World.today)
    }

    static func organisation(_ school: World.School) -> OrganisationID { OrganisationID(rawValue: school.key) }

    /// A school's results in columns.
    static func results(of school: World.School, calendar: TermCalendar = .newZealand) -> Results {
        var results = Results()
        for (number, learner) in World.learners(of: school).enumerated() {
            results.set(
                number, groups: learner.groups.map { Substring($0) }, yearLevel: learner.yearLevel(in: 2026),
                in: 2026, until: learner.left)
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: World.learners(of: school).enumerated().map { ($0.element.nationalID, $0.offset) })
        for result in World.results(of: school) {
            let (score, level) = value(result)
            results.add(
                learner: numbers[result.learner.nationalID] ?? 0,
                construct: results.constructs.code(adding: result.subject.rawValue),
                tool: results.tools.code(adding: Tool(instrument: result.tool.rawValue, norms: nil)),
                term: results.terms.code(adding: calendar.term(of: result.day)), day: Int32(result.day.daysSince1970),
                yearLevel: result.yearLevel, score: score, level: level.map { results.levels.code(adding: $0) })
        }
        results.finish()
        return results
    }

    static func value(_ result: World.Result) -> (score: Double?, level: String?) {
        switch result.value {
        case .score(let score): (Double(score), nil)
        case .level(let level): (nil, level.rawValue)
        }
    }

    /// Writes a school's learners and results as two applied intakes.
    static func bring(_ school: World.School, as organisation: OrganisationID, in transaction: Transaction) throws {
        try intake(1, "learners", of: organisation, in: transaction)
        let learners = World.learners(of: school)
        let numbers = Dictionary(
            uniqueKeysWithValues: learners.enumerated().map { ($0.element.nationalID, $0.offset + 1) })
        try transaction.load(into: "learner", ["organisation_id", "learner", "local_id"]) { writer in
            for (index, learner) in learners.enumerated() {
                writer.write(organisation)
                writer.write(index + 1)
                writer.write(learner.localID)
                try writer.endRow()
            }
        }
        try transaction.load(
            into: "learner_version", ["organisation_id", "intake", "learner", "year_level", "groups", "until"]
        ) { writer in
            for (index, learner) in learners.enumerated() {
                writer.write(organisation)
                writer.write(1)
                writer.write(index + 1)
                writer.write(learner.yearLevel(in: 2026))
                writer.write(learner.groups.joined(separator: " "))
                writer.write(learner.left)
                try writer.endRow()
            }
        }
        try intake(2, "results", of: organisation, in: transaction)
        try add(World.results(of: school), numbers, intake: 2, of: organisation, in: transaction)
        try transaction.advanceVersion(of: organisation.rawValue)
    }

    static func add(
        _ results: [World.Result], _ numbers: [String: Int], intake: Int, of organisation: OrganisationID,
        in transaction: Transaction
    ) throws {
        try transaction.load(
            into: "result",
            [
                "organisation_id", "intake", "row_number", "learner", "construct", "instrument", "raw", "number",
                "level", "day", "year_level",
            ]
        ) { writer in
            for (row, result) in results.enumerated() {
                let (score, level) = value(result)
                writer.write(organisation)
                writer.write(intake)
                writer.write(row + 1)
                writer.write(numbers[result.learner.nationalID] ?? 0)
                writer.write(result.subject.rawValue)
                writer.write(result.tool.rawValue)
                writer.write(result.text)
                writer.write(score)
                writer.write(level)
                writer.write(result.day)
                writer.write(result.yearLevel)
                try writer.endRow()
            }
        }
    }

    static func intake(
        _ number: Int, _ kind: String, of organisation: OrganisationID, in transaction: Transaction,
        state: String = "applied"
    ) throws {
        try transaction.execute(
            """
            INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement, created_at,
                applied_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused, dropped_columns)
            VALUES (\(organisation), \(number), \("\(organisation)-\(number)"), \(kind), \(state), 'test.csv', '', '',
                \(transaction.now), \(transaction.now), 0, 0, 0, 0, 0, '')
            """)
    }
}
