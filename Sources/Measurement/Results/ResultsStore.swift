package import Database
package import Ground

extension Transaction {
    /// Everything an organisation knows by applied intakes, in columns. Later intakes correct earlier ones.
    package func results(of organisation: OrganisationID, calendar: TermCalendar) throws -> Results {
        var results = Results()
        let intakes = try rows(
            """
            SELECT intake, kind, applied_at FROM intake
            WHERE organisation_id = \(organisation) AND state = 'applied' AND kind <> 'counts' ORDER BY intake
            """
        ) { (number: try $0[0] as Int, kind: try $0[1] as String, applied: try $0[2] as Instant?) }
        for intake in intakes where intake.kind == "learners" {
            let year = Day(text: (intake.applied ?? now).description.prefix(10))?.year ?? 0
            try each(
                """
                SELECT learner, year_level, groups, until FROM learner_version
                WHERE organisation_id = \(organisation) AND intake = \(intake.number)
                """
            ) { row in
                let groups: String = try row[2]
                results.set(
                    try row[0], groups: groups.split { $0 == "," || $0 == ";" || $0.isWhitespace },
                    yearLevel: try row[1],
                    in: year, until: try row[3])
            }
        }
        var days = DayTerms(calendar: calendar)
        for intake in intakes where intake.kind == "results" {
            // Intake by intake, so that the key serves the order and nothing has to be sorted.
            try each(
                """
                SELECT learner, construct, instrument, norms, number, level, day, year_level FROM result
                WHERE organisation_id = \(organisation) AND intake = \(intake.number)
                """
            ) { row in
                let source = row.source
                guard let learner = source.int(0), let construct = source.text(1), let instrument = source.text(2),
                    let written = source.text(6), let day = days.day(written, &results)
                else { return }
                results.add(
                    learner: Int(learner), construct: results.constructs.code(adding: construct),
                    tool: days.tool(instrument, source.text(3), &results), term: day.term, day: day.number,
                    yearLevel: source.int(7).map(Int.init), score: source.double(4),
                    level: source.text(5).map { results.levels.code(adding: $0) })
            }
        }
        results.finish()
        return results
    }
}

/// What is looked up again and again while a million rows go by.
private struct DayTerms {
    let calendar: TermCalendar
    private var known: [String: (number: Int32, term: Int)] = [:]
    private var lastTool: (instrument: String, norms: String?, code: Int)?

    init(calendar: TermCalendar) { self.calendar = calendar }

    mutating func day(_ text: String, _ results: inout Results) -> (number: Int32, term: Int)? {
        if let found = known[text] { return found }
        guard let day = Day(text: text) else { return nil }
        let found = (Int32(day.daysSince1970), results.terms.code(adding: calendar.term(of: day)))
        known[text] = found
        return found
    }

    mutating func tool(_ instrument: String, _ norms: String?, _ results: inout Results) -> Int {
        if let last = lastTool, last.instrument == instrument, last.norms == norms { return last.code }
        let code = results.tools.code(adding: Tool(instrument: instrument, norms: norms))
        lastTool = (instrument, norms, code)
        return code
    }
}
