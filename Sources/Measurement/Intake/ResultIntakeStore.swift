import Database
import Ground

extension Transaction {
    /// The results of an organisation that count: of two with one key, the one of the later applied intake.
    func knownResults(of organisation: OrganisationID) throws -> [ResultKey: KnownResult] {
        var known: [ResultKey: KnownResult] = [:]
        // The few names that all rows share are kept once.
        var names: [String: String] = [:]
        func shared(_ text: String) -> String {
            if let name = names[text] { return name }
            names[text] = text
            return text
        }
        try each(
            """
            SELECT result.learner, result.construct, result.instrument, result.day, result.number, result.level,
                result.instrument_version, result.norms, result.year_level, result.assessor
            FROM result
            JOIN intake ON intake.organisation_id = result.organisation_id AND intake.intake = result.intake
            WHERE result.organisation_id = \(organisation) AND intake.state = 'applied'
            ORDER BY result.intake
            """
        ) { row in
            let key = try ResultKey(
                learner: row[0], construct: shared(row[1]), instrument: shared(row[2]), day: row[3])
            known[key] = try KnownResult(
                number: row[4], level: row[5], version: row[6], norms: row[7], yearLevel: row[8], assessor: row[9])
        }
        return known
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
            for entry in results {
                writer.write(intake.organisation)
                writer.write(intake.number)
                writer.write(entry.line)
                writer.write(numbers[entry.key.learner] ?? entry.key.learner)
                writer.write(entry.key.construct)
                writer.write(entry.key.instrument)
                writer.write(entry.result.version)
                writer.write(entry.result.norms)
                writer.write(entry.raw)
                writer.write(entry.result.number)
                writer.write(entry.result.level)
                writer.write(entry.key.day)
                writer.write(entry.result.yearLevel)
                writer.write(entry.result.assessor)
                try writer.endRow()
            }
        }
    }
}
