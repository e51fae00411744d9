import Ground
import Programmes
import Tables

/// Checks the rows of a file of results. The same rows are read twice: once to compare what they speak of with what is
/// known (see ``ResultSieve``), once to write what is new or changed.
struct ResultIntake {
    fileprivate struct Tool {
        let instrument: Pack.Instrument
        let levels: [String: String]
        let code: Int
    }

    /// One result of a row: a row of a wide table has several.
    struct Facet: Sendable {
        /// The column it stands in.
        let column: Int
        let construct: String?
        let instrument: String?
        let day: Day?
        /// Whether an empty cell means that there is none.
        let mayBeEmpty: Bool
    }

    /// What a row says of one result, before it is compared with anything.
    struct Reading {
        var problems: [IntakeProblem] = []
        /// No result was reached: a dash, or an empty cell of a wide table.
        var isAbsent = false
        fileprivate var learner: KnownLearner?
        fileprivate var place: (code: UInt64, key: ResultKey)?
        fileprivate var result: KnownResult?
        fileprivate var raw = ""
        fileprivate var saysYear = false
        /// What the cells say, one by one, where nothing is wrong with any.
        fileprivate(set) var parts: Parts?
    }

    /// What the cells of a row without problems say.
    struct Parts {
        let learner: KnownLearner
        let yearLevel: Int?
        let moment: ResultMemory.Moment
        let subject: ResultMemory.Subject
        let value: ResultMemory.Value
        let version: String?
        let norms: String?
        let assessor: String?
    }

    private let plan: IntakePlan
    private let columns: IntakeColumns
    private let order: IntakeDay.Order
    private let vocabulary: IntakeVocabulary
    private let tools: [String: Tool]
    private let listedYear: Int
    private(set) var codes: ResultCodes
    private var constructCodes: [String: Int] = [:]
    private var identity: LearnerIdentity
    private var unjudged: UnjudgedResults
    private var days: [String: Day] = [:]
    private var yearLevels: [String: Int?] = [:]
    private var constructs: [String: String] = [:]
    private var instruments: [String: String] = [:]
    /// How many learners this file has added so far.
    private(set) var additions = 0
    /// Learners whom this file adds to the list, and whether a result of theirs has been taken yet.
    private var added: [Int: Bool] = [:]
    private(set) var firstDay: Day?
    private(set) var lastDay: Day?
    private var constructsFound: Set<String> = []
    private var instrumentsFound: Set<String> = []

    init(
        _ plan: IntakePlan, _ columns: IntakeColumns, _ register: LearnerRegister, _ codes: ResultCodes,
        _ order: IntakeDay.Order
    ) {
        (self.plan, self.columns, self.order) = (plan, columns, order)
        var codes = codes
        vocabulary = IntakeVocabulary(pack: plan.pack)
        tools = Dictionary(
            plan.pack.instruments.map {
                ($0.key, Tool(instrument: $0, levels: IntakeVocabulary.levels(of: $0), code: codes.instrument($0.key)))
            },
            uniquingKeysWith: { first, _ in first })
        for construct in plan.pack.constructs { constructCodes[construct.key] = codes.construct(construct.key) }
        self.codes = codes
        listedYear = plan.today.year
        identity = LearnerIdentity(register, columns, key: plan.matchingKey)
        unjudged = UnjudgedResults(pack: plan.pack)
    }

    /// What the row says in one of its results.
    mutating func read(_ row: TableRow, _ facet: Facet) -> Reading {
        var reading = Reading()
        if facet.mayBeEmpty, columns.isEmpty(row, facet.column) {
            reading.isAbsent = true
            return reading
        }
        let yearLevel = self.yearLevel(row, &reading.problems)
        let found = identity.find(row, &reading.problems)
        let learner = found.flatMap { self.learner(of: $0, row, yearLevel, &reading.problems) }
        let day = facet.day ?? self.day(row, &reading.problems)
        let construct = self.construct(row, facet, &reading.problems)
        let tool = self.tool(row, facet, &reading.problems)
        if let tool, let construct, !tool.instrument.constructs.contains(construct) {
            reading.problems.append(
                columns.problem(.notMeasured, .construct, row, detail: tool.instrument.title))
        }
        let value = tool.flatMap { self.value(row, facet, $0, &reading) }
        let (version, norms) = (short(.version, row, &reading.problems), short(.norms, row, &reading.problems))
        let assessor = short(.assessor, row, &reading.problems)
        if let learner, let day, let construct, let tool {
            let code = ResultCodes.code(
                learner: learner.learner, construct: constructCodes[construct] ?? 0, instrument: tool.code, day: day)
            let key = ResultKey(
                learner: learner.learner, construct: construct, instrument: tool.instrument.key, day: day)
            reading.place = (code, key)
        }
        if reading.problems.isEmpty, let learner, let day, let construct, let tool, value != nil || reading.isAbsent {
            reading.parts = Parts(
                learner: learner, yearLevel: yearLevel,
                moment: ResultMemory.Moment(day: day, isThisYear: day.year == listedYear),
                subject: ResultMemory.Subject(
                    construct: construct, instrument: tool.instrument.key,
                    constructCode: constructCodes[construct] ?? 0, instrumentCode: tool.code),
                value: ResultMemory.Value(
                    isAbsent: value == nil, raw: value?.raw ?? "", number: value?.number, level: value?.level,
                    digest: KnownResult.digest(of: value?.number, value?.level)),
                version: version, norms: norms, assessor: assessor)
        }
        guard reading.problems.isEmpty, let place = reading.place, let learner, let value else { return reading }
        // The year level on the list is this year's.
        let listed = place.key.day.year == listedYear ? learner.yearLevel : nil
        reading.learner = learner
        (reading.raw, reading.saysYear) = (value.raw, yearLevel != nil)
        reading.result = KnownResult(
            number: value.number, level: value.level, version: version, norms: norms,
            yearLevel: yearLevel ?? listed, assessor: assessor)
        return reading
    }

    /// What is to be compared of a reading; `nil` where it is not even known what the row speaks of.
    func grain(of reading: Reading, row: Int, line: Int) -> ResultSieve.Grain? {
        guard let place = reading.place else { return nil }
        guard let result = reading.result else {
            return ResultSieve.Grain(code: place.code, digest: 0, yearLevel: -1, role: .mentioned)
        }
        return ResultSieve.Grain(
            code: place.code, digest: result.digest, row: UInt32(clamping: row), line: UInt32(clamping: line),
            yearLevel: Int8(clamping: result.yearLevel ?? -1), saysYear: reading.saysYear, role: .found)
    }

    /// Counts a row by its fate, and takes what is to be written of it.
    mutating func take(
        _ reading: Reading, _ row: TableRow, _ facet: Facet, _ index: Int, _ fates: ResultFates,
        into batch: inout IntakeFindings
    ) {
        if reading.isAbsent {
            batch.notes.withoutResult += 1
            return
        }
        guard let place = reading.place, let learner = reading.learner, var result = reading.result else {
            batch.refuse(reading.problems)
            return
        }
        if fates[index] == .repeated {
            let line = fates.firstLine(of: index).map(String.init) ?? ""
            batch.refuse([duplicate(row, of: line)])
            return
        }
        note(place.key.day, place.key.construct, place.key.instrument)
        unjudged.add(place.key, result)
        switch fates[index] {
        case .unchanged:
            batch.counts.unchanged += 1
            return
        case .changed: batch.counts.changed += 1
        case .new, .repeated: batch.counts.new += 1
        }
        if !reading.saysYear, let yearLevel = fates.carried(index) { result = result.of(yearLevel) }
        addIfNew(learner, &batch)
        batch.results.append(
            IntakeFindings.ResultEntry(row: index, line: row.line, key: place.key, raw: reading.raw, result: result))
    }

    /// The same for what was recalled; `false` where that calls for a careful reading.
    mutating func take(
        _ recalled: RecalledResult, of memory: ResultMemory, _ index: Int, line: Int, _ fates: ResultFates,
        showsChanges: Bool, into batch: inout IntakeFindings
    ) -> Bool {
        guard !recalled.isEmpty else {
            batch.notes.withoutResult += 1
            return true
        }
        let fate = fates[index]
        guard fate != .repeated, fate != .changed || !showsChanges, added.isEmpty || added[recalled.learner] != false,
            let value = memory.values[recalled.subject][recalled.value], let moment = memory.moments[recalled.moment],
            let version = memory.versions[recalled.version], let norms = memory.norms[recalled.norms],
            let assessor = memory.assessors[recalled.assessor]
        else { return false }
        if value.isAbsent {
            batch.notes.withoutResult += 1
            return true
        }
        let subject = memory.subjects[recalled.subject]
        let kind =
            UInt64(recalled.norms) << 40 | UInt64(recalled.subject) << 8
            | UInt64(recalled.yearLevel.map { $0 + 1 } ?? 0)
        let isJudged = memory.judged.contains(kind)
        let isWritten = fate != .unchanged
        if !isJudged || isWritten {
            let key = ResultKey(
                learner: recalled.learner, construct: subject.construct, instrument: subject.instrument,
                day: moment.day)
            var result = KnownResult(
                number: value.number, level: value.level, version: version.text, norms: norms.text,
                yearLevel: recalled.yearLevel, assessor: assessor.text)
            if !isJudged, unjudged.add(key, result) { memory.judged.insert(kind) }
            if isWritten {
                if !recalled.saysYear, let yearLevel = fates.carried(index) { result = result.of(yearLevel) }
                batch.results.append(
                    IntakeFindings.ResultEntry(row: index, line: line, key: key, raw: value.raw, result: result))
            }
        }
        note(moment.day, subject.construct, subject.instrument)
        switch fate {
        case .unchanged: batch.counts.unchanged += 1
        case .changed: batch.counts.changed += 1
        case .new, .repeated: batch.counts.new += 1
        }
        return true
    }

    /// What differs from what is known, where the row changes something and that is to be shown.
    func change(
        _ reading: Reading, _ row: TableRow, _ fate: @autoclosure () -> ResultFates.Fate,
        _ before: [UInt64: KnownResult]
    ) -> IntakeChange? {
        guard !before.isEmpty, let place = reading.place, let result = reading.result, let learner = reading.learner,
            let known = before[place.code], fate() == .changed
        else { return nil }
        let construct = plan.pack.constructs[key: place.key.construct]?.title ?? place.key.construct
        return IntakeChange(
            line: row.line, localID: learner.localID, about: construct,
            before: known.shown, after: result.shown)
    }

    private mutating func note(_ day: Day, _ construct: String, _ instrument: String) {
        firstDay = min(firstDay ?? day, day)
        lastDay = max(lastDay ?? day, day)
        if !constructsFound.contains(construct) { constructsFound.insert(construct) }
        if !instrumentsFound.contains(instrument) { instrumentsFound.insert(instrument) }
    }

    func finish(_ notes: inout IntakeNotes) {
        notes.firstDay = firstDay?.description
        notes.lastDay = lastDay?.description
        notes.constructs = plan.pack.constructs.filter { constructsFound.contains($0.key) }.map(\.title)
        notes.instruments = plan.pack.instruments.filter { instrumentsFound.contains($0.key) }.map(\.title)
        notes.unjudged = unjudged.notes
    }
}

extension KnownResult {
    /// Of everything but the year level, alike within one run of the program.
    var digest: UInt64 {
        KnownResult.digest(
            KnownResult.digest(of: number, level), KnownResult.digest(of: version), KnownResult.digest(of: norms),
            KnownResult.digest(of: assessor))
    }

    /// Of its parts: cells repeat, and the digest of each is worked out once.
    static func digest(_ value: UInt64, _ version: UInt64, _ norms: UInt64, _ assessor: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93 &+ version
        mixed = (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93 &+ norms
        return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93 &+ assessor
    }

    static func digest(of number: Double?, _ level: String?) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(number)
        hasher.combine(level)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    static func digest(of text: String?) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(text)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// As it is shown beside another: the result, and what else may differ.
    fileprivate var shown: String {
        let score = number.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) } ?? level
        return [score, yearLevel.map { "Y\($0)" }, version, norms, assessor].compactMap { $0 }.joined(separator: " · ")
    }

    fileprivate func of(_ yearLevel: Int) -> KnownResult {
        KnownResult(
            number: number, level: level, version: version, norms: norms, yearLevel: yearLevel, assessor: assessor)
    }
}

extension ResultIntake {
    private mutating func learner(
        of found: LearnerIdentity.Found, _ row: TableRow, _ yearLevel: Int?, _ problems: inout [IntakeProblem]
    ) -> KnownLearner? {
        let field = found.localID == nil ? Mapping.Field.nationalID : .localID
        switch found.match {
        case .known(let known) where known.isVisible: return known
        case .contradiction:
            problems.append(columns.problem(.contradictingIDs, field, row))
            return nil
        case .known, .unknown:
            guard plan.addsLearners else {
                problems.append(columns.problem(.unknownLearner, field, row))
                return nil
            }
            guard let localID = found.ownNumber else {
                problems.append(columns.problem(.missingID, .localID, row))
                return nil
            }
            // Somebody of an undone list comes back under their old number; others get one below zero until written.
            var number = -1 - added.count
            if case .known(let known) = found.match { number = known.learner }
            let learner = KnownLearner(
                learner: number, localID: localID, matchDigest: found.digest, yearLevel: yearLevel, groups: "",
                until: nil, isVisible: true)
            added[number] = false
            additions += 1
            identity.add(learner)
            return learner
        }
    }

    private mutating func yearLevel(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Int? {
        guard let text = columns.text(.yearLevel, row) else { return nil }
        if let known = yearLevels[text] { return known }
        let count = problems.count
        let level = columns.yearLevel(row, &problems)
        if problems.count == count { yearLevels[text] = level }
        return level
    }

    /// A learner is added with their first result that is taken, not with one that is refused.
    private mutating func addIfNew(_ learner: KnownLearner, _ findings: inout IntakeFindings) {
        guard added[learner.learner] == false else { return }
        added[learner.learner] = true
        let entry = learner.entry
        if entry.isNew {
            findings.newLearners.append(entry)
            findings.notes.addedLearners += 1
        }
        findings.learners.append(entry)
    }

    private mutating func day(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Day? {
        if columns.index(of: .day) == nil, let day = plan.mapping.day { return day }
        guard let text = columns.text(.day, row) else {
            problems.append(columns.problem(.dayMissing, .day, row))
            return nil
        }
        if let day = days[text] { return day }
        guard let day = columns.day(.day, row, order, &problems) else { return nil }
        guard day <= plan.today else {
            problems.append(columns.problem(.dayInTheFuture, .day, row, detail: plan.today.description))
            return nil
        }
        days[text] = day
        return day
    }

    private mutating func construct(_ row: TableRow, _ facet: Facet, _ problems: inout [IntakeProblem]) -> String? {
        if let construct = facet.construct { return construct }
        guard columns.index(of: .construct) != nil else { return plan.mapping.construct }
        let text = columns.text(.construct, row) ?? ""
        if let key = constructs[text] { return key }
        guard let key = vocabulary.construct(text) else {
            let known = plan.pack.constructs.map(\.title).joined(separator: ", ")
            problems.append(columns.problem(.unknownConstruct, .construct, row, detail: known))
            return nil
        }
        constructs[text] = key
        return key
    }

    private mutating func tool(_ row: TableRow, _ facet: Facet, _ problems: inout [IntakeProblem]) -> Tool? {
        if let instrument = facet.instrument { return tools[instrument] }
        guard columns.index(of: .instrument) != nil else { return plan.mapping.instrument.flatMap { tools[$0] } }
        let text = columns.text(.instrument, row) ?? ""
        if let key = instruments[text] { return tools[key] }
        guard let key = vocabulary.instrument(text) else {
            let known = plan.pack.instruments.map(\.title).joined(separator: ", ")
            problems.append(columns.problem(.unknownInstrument, .instrument, row, detail: known))
            return nil
        }
        instruments[text] = key
        return tools[key]
    }

    private func value(
        _ row: TableRow, _ facet: Facet, _ tool: Tool, _ reading: inout Reading
    ) -> (raw: String, number: Double?, level: String?)? {
        func refused(_ code: IntakeProblemCode, _ detail: String = "") -> (
            raw: String, number: Double?, level: String?
        )? {
            reading.problems.append(columns.problem(code, at: facet.column, row, detail: detail))
            return nil
        }
        let text = IntakeCell.tidy(row.fields[facet.column])
        guard !text.isEmpty else { return refused(.resultMissing) }
        guard !IntakeCell.isDash(text) else {
            reading.isAbsent = true
            return nil
        }
        guard text.count <= ResultIntake.longestText else { return refused(.tooLong, "\(ResultIntake.longestText)") }
        if tool.instrument.scale == .levels {
            guard let level = tool.levels[text.folded] else {
                return refused(.unknownLevel, tool.instrument.levels.map(\.title).joined(separator: ", "))
            }
            return (text, nil, level)
        }
        guard !text.looksLikeSpreadsheetNumber else { return refused(.spreadsheetNumber) }
        guard let number = IntakeCell.number(text) else { return refused(.notANumber) }
        guard tool.instrument.admits(.score(number)) else { return refused(.outOfRange, tool.rangeText) }
        return (text, number, nil)
    }

    /// A text that is kept as it is, if it is short.
    private func short(
        _ field: Mapping.Field, _ row: TableRow, _ problems: inout [IntakeProblem]
    ) -> String? {
        guard let text = columns.text(field, row) else { return nil }
        guard text.count <= ResultIntake.longestText else {
            problems.append(columns.problem(.tooLong, field, row, detail: "\(ResultIntake.longestText)"))
            return nil
        }
        return text
    }

    private func duplicate(_ row: TableRow, of line: String) -> IntakeProblem {
        let field = columns.index(of: .localID) == nil ? Mapping.Field.nationalID : .localID
        return columns.problem(.duplicate, field, row, detail: line)
    }

    static let longestText = 120
}

extension ResultIntake.Tool {
    /// The lowest and the highest number, with a blank between; the words put them into a sentence.
    fileprivate var rangeText: String {
        instrument.range.map { "\(plain($0.lowerBound)) \(plain($0.upperBound))" } ?? ""
    }

    private func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
