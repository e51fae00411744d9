import Ground
import Synchronization
import Tables

/// One reading of a whole file, in batches that are written one after the other. Synchronous, for a thread pool.
///
/// Results are read twice: first everything is cast into a ``ResultSieve`` with what is known, then the file gives row
/// by row what is to be written, so that neither lies in memory as a whole. Lists of learners are short and read once.
final class IntakePass: Sendable {
    /// Rows decided before a batch of results is given out.
    static let batchSize = 20_000

    private let state: Mutex<State>

    /// Reads a file for the first time: the columns are found, the dates looked through, the results compared.
    init(
        _ source: TableSource, _ plan: IntakePlan, _ backdrop: IntakeBackdrop,
        progress: @Sendable (Int) -> Void = { _ in }
    ) throws {
        let limit = plan.mapping.kind == .results ? IntakeReading.resultLimit : IntakeReading.learnerLimit
        let first = try IntakeRows(source, plan.mapping, mends: plan.mends, rowLimit: plan.rowLimit ?? limit)
        let lacking = plan.mapping.columns.map(\.heading).filter { heading in
            !first.header.contains { $0.folded == heading.folded }
        }
        guard lacking.isEmpty else { throw IntakeRefusal.columnsMissing(lacking) }
        let columns = IntakeColumns(plan.mapping, header: first.header)
        let order = try IntakePass.dayOrder(of: try first.again(), columns, plan.mapping)
        let work: Work
        switch plan.mapping.kind {
        case .learners, .counts: work = .learners(LearnerIntake(plan, columns, backdrop, order))
        case .results:
            let intake = ResultIntake(plan, columns, backdrop.register, backdrop.codes, order)
            let fates = try IntakePass.fates(
                try first.again(), ResultAspect.all(of: columns), intake, backdrop.sieve, progress)
            work = .results(intake, ResultAspect.all(of: columns), fates)
        }
        var notes = IntakeNotes()
        notes.hasMonthFirst = order == .monthFirst
        notes.wasAppliedBefore = backdrop.wasAppliedBefore
        state = Mutex(
            State(
                rows: try first.again(), work: work, dropped: plan.mapping.dropped(from: first.header), notes: notes))
    }

    /// Looks through the whole column of dates before the first is believed.
    private static func dayOrder(
        of rows: IntakeRows, _ columns: IntakeColumns, _ mapping: Mapping
    ) throws(TableProblem) -> IntakeDay.Order {
        guard let index = columns.index(of: mapping.kind == .results ? .day : .leavingDay) else { return .dayFirst }
        var rows = rows
        var evidence = IntakeDay.Evidence()
        var seen: Set<String> = []
        var choices = 0
        while let step = try rows.advance() {
            guard case .row = step else { continue }
            // A number that was given out before stands for a text that was looked at before.
            if let choice = rows.bytes?.choice(index) {
                guard choice == choices else { continue }
                choices += 1
            }
            let text = rows.bytes?.text(index) ?? rows.row.fields[index]
            // Dates repeat; a file of nonsense is not remembered as a whole.
            if !seen.contains(text), seen.count < 50_000 {
                seen.insert(text)
                evidence.add(IntakeDay(text))
            }
        }
        return evidence.order
    }

    private static func fates(
        _ rows: IntakeRows, _ aspects: [ResultAspect], _ intake: ResultIntake, _ sieve: ResultSieve,
        _ progress: @Sendable (Int) -> Void
    ) throws -> ResultFates {
        var (rows, intake, sieve) = (rows, intake, sieve)
        var index = 0
        while let step = try rows.advance() {
            guard case .row = step else { continue }
            let line = rows.line
            for aspect in aspects {
                let grain =
                    if let recalled = aspect.recall(rows, intake) {
                        aspect.memory.grain(of: recalled, row: index, line: line)
                    } else {
                        intake.grain(of: aspect.read(rows, &intake), row: index, line: line)
                    }
                if let grain { try sieve.add(grain) }
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
        case results(ResultIntake, [ResultAspect], ResultFates)
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
        case .results(var intake, let aspects, let fates):
            state.work = .underWay
            let end = state.rows.read + batchSize
            while state.rows.read < end {
                guard let step = try state.rows.advance() else {
                    state.hasEnded = true
                    break
                }
                switch step {
                case .refused(let problem): batch.refuse([problem])
                case .row:
                    let line = state.rows.line
                    for aspect in aspects {
                        defer { state.place += 1 }
                        if let recalled = aspect.recall(state.rows, intake),
                            intake.take(
                                recalled, of: aspect.memory, state.place, line: line, fates,
                                showsChanges: !state.before.isEmpty, into: &batch)
                        {
                            continue
                        }
                        let row = state.rows.row
                        let reading = aspect.read(state.rows, &intake)
                        let before = intake.change(reading, row, fates[state.place], state.before)
                        if let before { batch.changes.append(before) }
                        intake.take(reading, row, aspect.facet, state.place, fates, into: &batch)
                    }
                }
            }
            if state.hasEnded {
                intake.finish(&state.notes)
                batch.counts.missing = fates.missing
            }
            state.work = .results(intake, aspects, fates)
            progress(state.rows.read)
        }
        state.problemsLeft -= batch.problems.count
        state.notes.add(batch.notes)
        if state.hasEnded {
            state.notes.rows = state.rows.read
            state.notes.warnings = state.rows.warnings
            (state.notes.passedOver, state.notes.firstPassedOver) = (state.rows.passedOver, state.rows.firstPassedOver)
            (batch.notes, batch.dropped, batch.isLast) = (state.notes, state.dropped, true)
        }
        return batch
    }
}

/// One facet of the rows, and what is remembered of its cells during one reading.
private struct ResultAspect {
    let facet: ResultIntake.Facet
    let memory: ResultMemory

    static func all(of columns: IntakeColumns) -> [ResultAspect] {
        columns.facets.map { ResultAspect(facet: $0, memory: ResultMemory(ResultMemory.Columns(columns, $0))) }
    }

    @inline(__always)
    func recall(_ rows: IntakeRows, _ intake: ResultIntake) -> RecalledResult? {
        guard let bytes = rows.bytes else { return nil }
        return memory.recall(bytes, mayBeEmpty: facet.mayBeEmpty, additions: intake.additions)
    }

    /// Reads with care, and remembers what nothing is wrong with.
    func read(_ rows: IntakeRows, _ intake: inout ResultIntake) -> ResultIntake.Reading {
        let reading = intake.read(rows.row, facet)
        if let bytes = rows.bytes, let parts = reading.parts {
            memory.learn(parts, bytes, additions: intake.additions)
        }
        return reading
    }
}
