import Ground
import Synchronization
import Tables

/// One reading of a whole file, in batches that are written one after the other. Synchronous, for a thread pool.
///
/// Results are read twice: first everything is cast into a ``ResultSieve`` with what is known, then the file gives row
/// by row what is to be written, so that neither lies in memory as a whole. Lists of learners are short and read once.
final class IntakePass: Sendable {
    /// Rows decided before a batch of results is given out.
    static let batchSize = 5_000

    private let state: Mutex<State>

    /// Reads a file for the first time: the columns are found, the dates looked through, the results compared.
    init(
        _ source: TableSource, _ plan: IntakePlan, _ backdrop: IntakeBackdrop,
        progress: @Sendable (Int) -> Void = { _ in }
    ) throws {
        let limit = plan.mapping.kind == .results ? IntakeReading.resultLimit : IntakeReading.learnerLimit
        func rows() throws(TableProblem) -> IntakeRows {
            try IntakeRows(source, plan.mapping, mends: plan.mends, rowLimit: plan.rowLimit ?? limit)
        }
        let first = try rows()
        let lacking = plan.mapping.columns.map(\.heading).filter { heading in
            !first.header.contains { $0.folded == heading.folded }
        }
        guard lacking.isEmpty else { throw IntakeRefusal.columnsMissing(lacking) }
        let columns = IntakeColumns(plan.mapping, header: first.header)
        let order = try IntakePass.dayOrder(of: try rows(), columns, plan.mapping)
        let work: Work
        switch plan.mapping.kind {
        case .learners, .counts: work = .learners(LearnerIntake(plan, columns, backdrop, order))
        case .results:
            let intake = ResultIntake(plan, columns, backdrop.register, backdrop.codes, order)
            let fates = try IntakePass.fates(first, columns.facets, intake, backdrop.sieve, progress)
            work = .results(intake, columns.facets, fates)
        }
        var notes = IntakeNotes()
        notes.hasMonthFirst = order == .monthFirst
        notes.wasAppliedBefore = backdrop.wasAppliedBefore
        state = Mutex(
            State(
                rows: try rows(), work: work, dropped: plan.mapping.dropped(from: first.header), notes: notes))
    }

    /// Looks through the whole column of dates before the first is believed.
    private static func dayOrder(
        of rows: IntakeRows, _ columns: IntakeColumns, _ mapping: Mapping
    ) throws(TableProblem) -> IntakeDay.Order {
        guard let index = columns.index(of: mapping.kind == .results ? .day : .leavingDay) else { return .dayFirst }
        var rows = rows
        var evidence = IntakeDay.Evidence()
        var seen: Set<String> = []
        while let item = try rows.next() {
            guard case .row(let row) = item else { continue }
            let text = row.fields[index]
            // Dates repeat; a file of nonsense is not remembered as a whole.
            if !seen.contains(text), seen.count < 50_000 {
                seen.insert(text)
                evidence.add(IntakeDay(text))
            }
        }
        return evidence.order
    }

    private static func fates(
        _ rows: IntakeRows, _ facets: [ResultIntake.Facet], _ intake: ResultIntake, _ sieve: ResultSieve,
        _ progress: @Sendable (Int) -> Void
    ) throws -> ResultFates {
        var (rows, intake, sieve) = (rows, intake, sieve)
        var index = 0
        while let item = try rows.next() {
            guard case .row(let row) = item else { continue }
            for facet in facets {
                let reading = intake.read(row, facet)
                if let grain = intake.grain(of: reading, row: index, line: row.line) { try sieve.add(grain) }
                index += 1
            }
            if rows.read % 10_000 == 0 { progress(rows.read / 2) }
        }
        return try sieve.settled(rows: index)
    }
}

extension IntakePass {
    private enum Work {
        case learners(LearnerIntake)
        case results(ResultIntake, [ResultIntake.Facet], ResultFates)
        /// While a batch is made, so that what is changed is not copied.
        case underWay
    }

    private struct State {
        var rows: IntakeRows
        var work: Work
        let dropped: [DroppedColumn]
        var notes: IntakeNotes
        var before: [UInt64: KnownResult] = [:]
        var place = 0
        var problemsLeft = IntakeFindings.problemLimit
        var hasEnded = false
    }

    /// Some of the results that change, by their codes, for ``show(_:)``.
    var changedCodes: Set<UInt64> {
        state.withLock { state in
            guard case .results(_, _, let fates) = state.work else { return [] }
            return fates.changedCodes
        }
    }

    /// What is known of results that change: the batches then say what differs.
    func show(_ before: [UInt64: KnownResult]) { state.withLock { $0.before = before } }

    /// The next rows; `nil` after the last. The last batch brings the notes of the whole file.
    func next(progress: @Sendable (Int) -> Void = { _ in }) throws -> IntakeFindings? {
        try state.withLock { state in
            guard !state.hasEnded else { return nil }
            return try IntakePass.batch(&state, progress)
        }
    }

    private static func batch(_ state: inout State, _ progress: @Sendable (Int) -> Void) throws -> IntakeFindings {
        var batch = IntakeFindings()
        batch.room = state.problemsLeft
        switch state.work {
        case .underWay: break
        case .learners(var intake):
            while let item = try state.rows.next() {
                switch item {
                case .row(let row): intake.take(row, into: &batch)
                case .refused(let problem): batch.refuse([problem])
                }
                if state.rows.read % 10_000 == 0 { progress(state.rows.read) }
            }
            state.hasEnded = true
            intake.finish(&batch)
        case .results(var intake, let facets, let fates):
            state.work = .underWay
            let end = state.rows.read + batchSize
            while state.rows.read < end {
                guard let item = try state.rows.next() else {
                    state.hasEnded = true
                    break
                }
                switch item {
                case .refused(let problem): batch.refuse([problem])
                case .row(let row):
                    for facet in facets {
                        let reading = intake.read(row, facet)
                        let before = intake.change(reading, row, fates[state.place], state.before)
                        if let before { batch.changes.append(before) }
                        intake.take(reading, row, facet, state.place, fates, into: &batch)
                        state.place += 1
                    }
                }
            }
            if state.hasEnded {
                intake.finish(&state.notes)
                batch.counts.missing = fates.missing
            }
            state.work = .results(intake, facets, fates)
            progress(state.rows.read)
        }
        state.problemsLeft -= batch.problems.count
        state.notes.add(batch.notes)
        if state.hasEnded {
            state.notes.rows = state.rows.read
            state.notes.warnings = state.rows.reader.warnings
            (state.notes.passedOver, state.notes.firstPassedOver) = (state.rows.passedOver, state.rows.firstPassedOver)
            (batch.notes, batch.dropped, batch.isLast) = (state.notes, state.dropped, true)
        }
        return batch
    }
}
