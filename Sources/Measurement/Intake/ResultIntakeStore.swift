import Database
import Ground

extension Transaction {
    /// The results of an organisation that count, in the order in which they came: of two with one key, the later is
    /// believed.
    func eachKnownResult(of organisation: OrganisationID, _ body: (ResultKey, KnownResult) throws -> Void) throws {
        // The few names that all rows share are kept once.
        var names: [String: String] = [:]
        func shared(_ text: String) -> String {
            if let name = names[text] { return name }
            names[text] = text
            return text
        }
        let intakes: [Int] = try rows(
            """
            SELECT intake FROM intake WHERE organisation_id = \(organisation) AND state = 'applied' AND kind = 'results'
            ORDER BY intake
            """
        ) { try $0[0] }
        for intake in intakes {
            // Intake by intake, so that the key serves the order and nothing has to be sorted.
            try each(
                """
                SELECT learner, construct, instrument, day, number, level, instrument_version, norms, year_level, assessor
                FROM result WHERE organisation_id = \(organisation) AND intake = \(intake)
                """
            ) { row in
                let key = try ResultKey(
                    learner: row[0], construct: shared(row[1]), instrument: shared(row[2]), day: row[3])
                try body(
                    key,
                    KnownResult(
                        number: row[4], level: row[5], version: row[6], norms: row[7], yearLevel: row[8],
                        assessor: row[9]))
            }
        }
    }

    func resultCount(of organisation: OrganisationID) throws -> Int {
        try value(
            """
            SELECT coalesce(sum(rows_new + rows_changed), 0) FROM intake
            WHERE organisation_id = \(organisation) AND state = 'applied' AND kind = 'results'
            """) ?? 0
    }

    /// Some of them, by their codes.
    func knownResults(
        of organisation: OrganisationID, codes: ResultCodes, wanted: Set<UInt64>
    ) throws -> [UInt64: KnownResult] {
        var codes = codes
        var known: [UInt64: KnownResult] = [:]
        try eachKnownResult(of: organisation) { key, result in
            let code = codes.code(
                learner: key.learner, construct: key.construct, instrument: key.instrument, day: key.day)
            if wanted.contains(code) { known[code] = result }
        }
        return known
    }

    /// Writes one part of a file, and gives new learners their numbers.
    func write(
        _ batch: IntakeFindings, of intake: Intake, numbers: [Int: Int]
    ) throws -> [Int: Int] {
        let given = try number(batch.newLearners, of: intake.organisation)
        let new = Dictionary(zip(batch.newLearners.map(\.learner), given)) { first, _ in first }
        let all = new.isEmpty ? numbers : numbers.merging(new) { first, _ in first }
        if !batch.learners.isEmpty { try write(batch.learners, of: intake, numbers: all) }
        if !batch.results.isEmpty { try write(batch.results, of: intake, numbers: all) }
        if !batch.problems.isEmpty { try write(batch.problems, of: intake) }
        if !batch.changes.isEmpty { try write(batch.changes, of: intake) }
        return new
    }

    func write(
        _ results: some Sequence<IntakeFindings.ResultEntry>, of intake: Intake, numbers: [Int: Int]
    ) throws {
        try load(
            into: "result",
            [
                "organisation_id", "intake", "row_number", "learner", "construct", "instrument", "instrument_version",
                "norms", "raw", "number", "level", "day", "year_level", "assessor",
            ]
        ) { writer in
            let organisation = intake.organisation.rawValue
            // Days repeat.
            var days: [Day: String] = [:]
            for entry in results {
                let day = days[entry.key.day] ?? entry.key.day.description
                days[entry.key.day] = day
                writer.write(organisation)
                writer.write(intake.number)
                writer.write(entry.row)
                let learner = entry.key.learner
                writer.write(learner < 0 ? numbers[learner] ?? learner : learner)
                writer.write(entry.key.construct)
                writer.write(entry.key.instrument)
                writer.write(entry.result.version)
                writer.write(entry.result.norms)
                writer.write(entry.raw)
                writer.write(entry.result.number)
                writer.write(entry.result.level)
                writer.write(day)
                writer.write(entry.result.yearLevel)
                writer.write(entry.result.assessor)
                try writer.endRow()
            }
        }
    }
}
