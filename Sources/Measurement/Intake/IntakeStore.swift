import Accounts
package import Communities
package import Database
import Foundation
package import Ground

extension Transaction {
    /// The intake, for somebody who may bring in results of its organisation: `nil` both for missing and for not theirs.
    package func intake(_ id: Identifier<Intake>, in community: Community, for viewer: Viewer) throws -> Intake? {
        guard let intake = try intake(id), viewer.may(.enterResults, community.realm(of: intake.organisation)),
            try members(of: community.id).contains(where: { $0.organisation.id == intake.organisation })
        else { return nil }
        return intake
    }

    /// The organisations of a community whose results a viewer may bring in: their own that have learners.
    func ownOrganisations(in community: Community, of viewer: Viewer, on day: Day) throws -> [Organisation] {
        try openMembers(of: community.id, on: day).map(\.organisation).filter {
            viewer.may(.enterResults, community.realm(of: $0.id))
        }
    }

    /// Without asking who wants it: for the command line and for work under way.
    func intake(_ id: Identifier<Intake>) throws -> Intake? {
        try first("SELECT \(intakeColumns) FROM intake WHERE id = \(id)", intake)
    }

    /// The latest intakes of an organisation that a person brought as a file, newest first.
    func intakes(of organisation: OrganisationID, limit: Int = 50) throws -> [Intake] {
        try rows(
            """
            SELECT \(intakeColumns) FROM intake
            WHERE organisation_id = \(organisation) AND kind <> 'counts' ORDER BY intake DESC LIMIT \(limit)
            """, intake)
    }

    /// How many times intakes of learners and results have been applied or undone: what a comparison is as old as.
    func intakeBase(of organisation: OrganisationID) throws -> Int {
        try value(
            """
            SELECT count(*) FILTER (WHERE state = 'applied') + 2 * count(*) FILTER (WHERE state = 'undone')
            FROM intake WHERE organisation_id = \(organisation) AND kind <> 'counts'
            """) ?? 0
    }

    func isApplied(fileDigest digest: String, of organisation: OrganisationID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM intake
            WHERE organisation_id = \(organisation) AND file_digest = \(digest) AND state = 'applied'
            """)
    }

    /// Intakes applied after this one: they were compared with it.
    func laterApplied(than intake: Intake) throws -> Int {
        try value(
            """
            SELECT count(*) FROM intake
            WHERE organisation_id = \(intake.organisation) AND intake > \(intake.number) AND state = 'applied'
                AND kind = \(intake.kind.rawValue)
            """) ?? 0
    }

    /// Sign-offs that were given since an intake was applied, and still hold.
    func signOffs(since intake: Intake) throws -> Int {
        guard let applied = intake.applied else { return 0 }
        return try value(
            """
            SELECT count(*) FROM sign_off
            WHERE organisation_id = \(intake.organisation) AND signed_at >= \(applied) AND recalled_at IS NULL
            """) ?? 0
    }

    /// Results that count of learners whom no other list names.
    func results(restingOn intake: Intake) throws -> Int {
        guard intake.kind == .learners else { return 0 }
        return try value(
            """
            SELECT count(*) FROM result
            JOIN intake ON intake.organisation_id = result.organisation_id AND intake.intake = result.intake
            WHERE result.organisation_id = \(intake.organisation) AND intake.state = 'applied'
                AND result.learner IN (SELECT mine.learner FROM learner_version AS mine
                    WHERE mine.organisation_id = \(intake.organisation) AND mine.intake = \(intake.number)
                        AND NOT EXISTS (SELECT 1 FROM learner_version AS other
                            JOIN intake AS others ON others.organisation_id = other.organisation_id
                                AND others.intake = other.intake
                            WHERE other.organisation_id = mine.organisation_id AND other.learner = mine.learner
                                AND other.intake <> mine.intake AND others.state = 'applied'))
            """) ?? 0
    }

    /// Intakes that were taken back more than thirty days ago and still lie there.
    func intakesLongUndone() throws -> [Intake] {
        try rows(
            """
            SELECT \(intakeColumns) FROM intake
            WHERE state = 'undone' AND undone_at < \(now.adding(days: -30)) AND kind <> 'counts'
            """, intake)
    }

    /// Writes an intake under the next number of its organisation. Problems of old intakes go at the same time.
    func begin(_ number: (Int) -> Intake, of organisation: OrganisationID) throws -> Intake {
        let last: Int =
            try value("SELECT coalesce(max(intake), 0) FROM intake WHERE organisation_id = \(organisation)") ?? 0
        let intake = number(last + 1)
        try execute(
            """
            INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, template, statement,
                person_id, created_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused,
                dropped_columns, notes, base)
            VALUES (\(organisation), \(intake.number), \(intake.id), \(intake.kind.rawValue), \(intake.state.rawValue),
                \(intake.source), \(intake.fileDigest), \(intake.template), \(intake.statement), \(intake.person),
                \(intake.created), 0, 0, 0, 0, 0, '[]', '{}', \(intake.base))
            """)
        try execute(
            """
            DELETE FROM intake_problem WHERE organisation_id = \(organisation) AND intake IN
                (SELECT intake FROM intake
                WHERE organisation_id = \(organisation) AND created_at < \(now.adding(days: -30)))
            """)
        try execute(
            """
            DELETE FROM intake_change WHERE organisation_id = \(organisation) AND intake IN
                (SELECT intake FROM intake
                WHERE organisation_id = \(organisation) AND created_at < \(now.adding(days: -30)))
            """)
        return intake
    }

    /// Writes what may change of an intake.
    func store(_ intake: Intake) throws {
        let counts = intake.counts
        try execute(
            """
            UPDATE intake SET state = \(intake.state.rawValue), applied_at = \(intake.applied),
                undone_at = \(intake.undone), rows_new = \(counts.new), rows_changed = \(counts.changed),
                rows_unchanged = \(counts.unchanged), rows_missing = \(counts.missing),
                rows_refused = \(counts.refused), dropped_columns = \(json(intake.dropped)),
                notes = \(json(intake.notes)), template = \(intake.template), base = \(intake.base)
            WHERE organisation_id = \(intake.organisation) AND intake = \(intake.number)
            """)
    }

    /// Takes everything away that a staged intake wrote; the record that there was one stays.
    func erase(_ intake: Intake) throws {
        let (organisation, number) = (intake.organisation, intake.number)
        for table in [
            SQL.name("result"), .name("learner_version"), .name("intake_problem"), .name("intake_change"),
        ] {
            try execute("DELETE FROM \(table) WHERE organisation_id = \(organisation) AND intake = \(number)")
        }
        // No key leads from a learner to what lists say of them: all of those are gathered once.
        try execute(
            """
            DELETE FROM learner WHERE organisation_id = \(organisation)
                AND learner NOT IN (SELECT learner FROM learner_version WHERE organisation_id = \(organisation))
                AND NOT EXISTS (SELECT 1 FROM intake
                    WHERE intake.organisation_id = learner.organisation_id AND intake.state = 'staging'
                        AND intake.intake <> \(number))
            """)
    }

    // MARK: Problems

    func write(_ problems: some Sequence<IntakeProblem>, of intake: Intake) throws {
        try load(
            into: "intake_problem", ["organisation_id", "intake", "line", "column_name", "value", "code", "detail"]
        ) { writer in
            for problem in problems {
                writer.write(intake.organisation)
                writer.write(intake.number)
                writer.write(problem.line)
                writer.write(problem.column)
                writer.write(problem.value)
                writer.write(problem.code.rawValue)
                writer.write(problem.detail)
                try writer.endRow()
            }
        }
    }

    /// The problems of an intake by line, for a person whose reading of them is written into the audit trail: each
    /// speaks of one learner.
    func problems(of intake: Intake, limit: Int, readBy person: PersonID?) throws -> [IntakeProblem] {
        guard intake.counts.refused > 0 else { return [] }
        try audit(
            scope: intake.organisation.rawValue, actor: person, action: "intake-problems-read",
            subject: intake.id.rawValue, content: "\(intake.counts.refused)")
        return try rows(
            """
            SELECT line, column_name, value, code, detail FROM intake_problem
            WHERE organisation_id = \(intake.organisation) AND intake = \(intake.number) ORDER BY line LIMIT \(limit)
            """
        ) { row -> IntakeProblem? in
            let word: String = try row[3]
            guard let code = IntakeProblemCode(rawValue: word) else { return nil }
            return try IntakeProblem(line: row[0], column: row[1], value: row[2], code: code, detail: row[4])
        }.compactMap { $0 }
    }

    // MARK: Changes

    func write(_ changes: some Sequence<IntakeChange>, of intake: Intake) throws {
        try load(
            into: "intake_change",
            ["organisation_id", "intake", "line", "local_id", "about", "before_value", "after_value"]
        ) { writer in
            for change in changes {
                writer.write(intake.organisation)
                writer.write(intake.number)
                writer.write(change.line)
                writer.write(change.localID)
                writer.write(change.about)
                writer.write(change.before)
                writer.write(change.after)
                try writer.endRow()
            }
        }
    }

    /// What an intake changes, field by field, as far as that was noted; each speaks of one learner.
    func changes(of intake: Intake, readBy person: PersonID?) throws -> [IntakeChange] {
        guard intake.counts.changed > 0 else { return [] }
        try audit(
            scope: intake.organisation.rawValue, actor: person, action: "intake-changes-read",
            subject: intake.id.rawValue, content: "\(intake.counts.changed)")
        return try rows(
            """
            SELECT line, local_id, about, before_value, after_value FROM intake_change
            WHERE organisation_id = \(intake.organisation) AND intake = \(intake.number) ORDER BY line
            """
        ) { row in
            try IntakeChange(line: row[0], localID: row[1], about: row[2], before: row[3], after: row[4])
        }
    }

    // MARK: Columns

    private var intakeColumns: SQL {
        """
        id, organisation_id, intake, kind, state, source, file_digest, template, statement, person_id, created_at,
        rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused, dropped_columns, notes, base, applied_at,
        undone_at
        """
    }

    private func intake(_ row: Row) throws -> Intake {
        try Intake(
            id: row[0], organisation: row[1], number: row[2], kind: row[3], state: row[4], source: row[5],
            fileDigest: row[6], template: row[7], statement: row[8], person: row[9], created: row[10],
            counts: IntakeCounts(
                new: row[11], changed: row[12], unchanged: row[13], missing: row[14], refused: row[15]),
            dropped: read(row[16], else: []), notes: read(row[17], else: IntakeNotes()), base: row[18],
            applied: row[19], undone: row[20])
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Notes of a newer program that this one cannot read are not worth a page that fails.
    private func read<Value: Decodable>(_ text: String, else value: Value) -> Value {
        (try? JSONDecoder().decode(Value.self, from: Data(text.utf8))) ?? value
    }
}

extension Intake.Kind: Bindable, Column {}
extension Intake.State: Bindable, Column {}
