import Ground

/// An intake for programs: the API and the command line with `--json` say the same.
package struct IntakeReport: Encodable, Sendable {
    package struct Problem: Encodable, Sendable {
        let line: Int
        let column: String
        let value: String
        let code: String
        let why: String
        let mend: String

        package init(_ problem: IntakeProblem) {
            (line, column, value) = (problem.line, problem.column, problem.value)
            (code, why, mend) = (problem.code.rawValue, problem.why.text, problem.mend.text)
        }
    }

    let id: String?
    let organisation: String?
    let kind: String
    let state: String
    let source: String
    let counts: IntakeCounts
    let notes: IntakeNotes
    let dropped: [DroppedColumn]
    let problems: [Problem]?

    package init(_ intake: Intake) { self.init(intake, problems: nil) }

    package init(_ intake: Intake, problems: [IntakeProblem]?) {
        (id, organisation) = (intake.id.rawValue, intake.organisation.rawValue)
        (kind, state, source) = (intake.kind.rawValue, intake.state.rawValue, intake.source)
        (counts, notes, dropped) = (intake.counts, intake.notes, intake.dropped)
        self.problems = problems?.map(Problem.init)
    }

    /// What a dry run found.
    package init(
        source: String, kind: Intake.Kind, counts: IntakeCounts, notes: IntakeNotes, dropped: [DroppedColumn],
        problems: [IntakeProblem]
    ) {
        (id, organisation, state) = (nil, nil, "preview")
        (self.kind, self.source, self.counts) = (kind.rawValue, source, counts)
        (self.notes, self.dropped, self.problems) = (notes, dropped, problems.map(Problem.init))
    }
}
