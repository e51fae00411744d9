import Ground
import Programmes
import Tables

/// Checks the rows of a file of results, one result to a row, and finds which are new or changed.
struct ResultIntake {
    fileprivate struct Tool {
        let instrument: Pack.Instrument
        let levels: [String: String]
    }

    private let plan: IntakePlan
    private let columns: IntakeColumns
    private let backdrop: IntakeBackdrop
    private let order: IntakeDay.Order
    private let vocabulary: IntakeVocabulary
    private let tools: [String: Tool]
    private let calendar = TermCalendar.newZealand
    private var identity: LearnerIdentity
    private var unjudged: UnjudgedResults
    private var days: [String: Day] = [:]
    private var constructs: [String: String] = [:]
    private var instruments: [String: String] = [:]
    /// The line on which each result stands first.
    private var lines: [ResultKey: Int] = [:]
    /// Results the file speaks of, even where their row was refused: they are not missing.
    private var mentioned: Set<ResultKey> = []
    /// Learners whom this file adds to the list, and whether a result of theirs has been taken yet.
    private var added: [Int: Bool] = [:]

    init(_ plan: IntakePlan, _ columns: IntakeColumns, _ backdrop: IntakeBackdrop, _ order: IntakeDay.Order) {
        (self.plan, self.columns, self.backdrop, self.order) = (plan, columns, backdrop, order)
        vocabulary = IntakeVocabulary(pack: plan.pack)
        tools = Dictionary(
            plan.pack.instruments.map { ($0.key, Tool(instrument: $0, levels: IntakeVocabulary.levels(of: $0))) },
            uniquingKeysWith: { first, _ in first })
        identity = LearnerIdentity(backdrop.register, columns, key: plan.matchingKey)
        unjudged = UnjudgedResults(pack: plan.pack)
    }

    mutating func take(_ row: TableRow, into findings: inout IntakeFindings) {
        var problems: [IntakeProblem] = []
        let yearLevel = columns.yearLevel(row, &problems)
        let found = identity.find(row, &problems)
        let learner = found.flatMap { self.learner(of: $0, row, yearLevel, &problems) }
        let day = self.day(row, &problems)
        let construct = self.construct(row, &problems)
        let tool = self.tool(row, &problems)
        if let tool, let construct, !tool.instrument.constructs.contains(construct) {
            problems.append(
                columns.problem(.notMeasured, .construct, row, detail: tool.instrument.title))
        }
        let value = tool.flatMap { self.value(row, $0, &problems) }
        let (version, norms) = (short(.version, row, &problems), short(.norms, row, &problems))
        let assessor = short(.assessor, row, &problems)

        var key: ResultKey?
        if let learner, let day, let construct, let tool {
            key = ResultKey(learner: learner.learner, construct: construct, instrument: tool.instrument.key, day: day)
        }
        if let key {
            mentioned.insert(key)
            if let line = lines[key] { problems.append(duplicate(row, of: line)) }
        }
        guard problems.isEmpty, let key, let learner, let value else {
            findings.refuse(problems)
            return
        }
        lines[key] = row.line
        let known = backdrop.results[key]
        // The year level on the list is this year's.
        let listed = key.day.year == plan.today.year ? learner.yearLevel : nil
        let result = KnownResult(
            number: value.number, level: value.level, version: version, norms: norms,
            yearLevel: yearLevel ?? known?.yearLevel ?? listed, assessor: assessor)
        if let known {
            guard known != result else {
                findings.counts.unchanged += 1
                return
            }
            findings.counts.changed += 1
        } else {
            findings.counts.new += 1
        }
        addIfNew(learner, &findings)
        unjudged.add(key, result)
        findings.results.append(IntakeFindings.ResultEntry(line: row.line, key: key, raw: value.raw, result: result))
    }

    mutating func finish(_ findings: inout IntakeFindings) {
        struct Round: Hashable {
            let construct: String
            let instrument: String
            let term: Term
        }
        func round(_ key: ResultKey) -> Round {
            Round(construct: key.construct, instrument: key.instrument, term: calendar.term(of: key.day))
        }
        let rounds = Set(mentioned.map(round))
        findings.counts.missing = backdrop.results.keys.count { !mentioned.contains($0) && rounds.contains(round($0)) }
        let days = lines.keys.map(\.day)
        findings.notes.firstDay = days.min()?.description
        findings.notes.lastDay = days.max()?.description
        let (constructs, instruments) = (Set(lines.keys.map(\.construct)), Set(lines.keys.map(\.instrument)))
        findings.notes.constructs = plan.pack.constructs.filter { constructs.contains($0.key) }.map(\.title)
        findings.notes.instruments = plan.pack.instruments.filter { instruments.contains($0.key) }.map(\.title)
        findings.notes.unjudged = unjudged.notes
        findings.notes.addedLearners = findings.newLearners.count
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
            guard let localID = found.localID else {
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
            identity.add(learner)
            return learner
        }
    }

    /// A learner is added with their first result that is taken, not with one that is refused.
    private mutating func addIfNew(_ learner: KnownLearner, _ findings: inout IntakeFindings) {
        guard added[learner.learner] == false else { return }
        added[learner.learner] = true
        let entry = learner.entry
        if entry.isNew { findings.newLearners.append(entry) }
        findings.learners.append(entry)
    }

    private mutating func day(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Day? {
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

    private mutating func construct(_ row: TableRow, _ problems: inout [IntakeProblem]) -> String? {
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

    private mutating func tool(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Tool? {
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
        _ row: TableRow, _ tool: Tool, _ problems: inout [IntakeProblem]
    ) -> (raw: String, number: Double?, level: String?)? {
        guard let text = columns.text(.result, row), text != "-" else {
            problems.append(columns.problem(.resultMissing, .result, row))
            return nil
        }
        guard text.count <= ResultIntake.longestText else {
            problems.append(columns.problem(.tooLong, .result, row, detail: "\(ResultIntake.longestText)"))
            return nil
        }
        if tool.instrument.scale == .levels {
            guard let level = tool.levels[text.folded] else {
                let known = tool.instrument.levels.map(\.title).joined(separator: ", ")
                problems.append(columns.problem(.unknownLevel, .result, row, detail: known))
                return nil
            }
            return (text, nil, level)
        }
        guard let number = IntakeCell.number(text) else {
            problems.append(columns.problem(.notANumber, .result, row))
            return nil
        }
        guard tool.instrument.admits(.score(number)) else {
            problems.append(columns.problem(.outOfRange, .result, row, detail: tool.rangeText))
            return nil
        }
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

    private func duplicate(_ row: TableRow, of line: Int) -> IntakeProblem {
        let field = columns.index(of: .localID) == nil ? Mapping.Field.nationalID : .localID
        return columns.problem(.duplicate, field, row, detail: "\(line)")
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
