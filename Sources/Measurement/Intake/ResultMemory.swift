import Ground
import Tables

/// What the cells of a file were found to say, by the numbers of their texts (see ``ScannedRows/choice(_:)``): nearly
/// every cell of a file repeats another, and what was checked once need not be checked again.
///
/// It holds only what led to no problem, so that whatever has one is always looked at with care. One for each facet,
/// for one reading of a file.
final class ResultMemory {
    /// Which columns a facet depends on; -1 where what is meant is the same in every row.
    struct Columns {
        let result: Int
        let local, national, name: Int
        let year, day, construct, instrument: Int
        let version, norms, assessor: Int

        init(_ columns: IntakeColumns, _ facet: ResultIntake.Facet) {
            func place(_ field: Mapping.Field) -> Int { columns.index(of: field) ?? -1 }
            result = facet.column
            (local, national, name) = (place(.localID), place(.nationalID), place(.idInName))
            year = place(.yearLevel)
            day = facet.day == nil ? place(.day) : -1
            construct = facet.construct == nil ? place(.construct) : -1
            instrument = facet.instrument == nil ? place(.instrument) : -1
            (version, norms, assessor) = (place(.version), place(.norms), place(.assessor))
        }
    }

    struct Learner {
        let number: Int
        /// The year level on the list.
        let yearLevel: Int?
        /// The numbers of what stands in the other columns that say who it is.
        let others: SIMD2<Int32>
        /// How many learners the file had added by then: one more may be meant now.
        let additions: Int
    }

    struct YearLevel { let level: Int? }

    struct Moment {
        let day: Day
        let isThisYear: Bool
    }

    /// What is assessed and with what.
    struct Subject {
        let construct: String
        let instrument: String
        let constructCode: Int
        let instrumentCode: Int
    }

    struct Value {
        let isAbsent: Bool
        let raw: String
        let number: Double?
        let level: String?
        let digest: UInt64
    }

    struct Remark {
        let text: String?
        let digest: UInt64
    }

    /// Values by the number of their text.
    struct Known<Value> {
        private var values: [Value?] = []

        @inline(__always)
        subscript(_ number: Int) -> Value? { number < values.count ? values[number] : nil }

        mutating func keep(_ value: Value, at number: Int) {
            if number >= values.count { values += Array(repeating: nil, count: number + 1 - values.count) }
            values[number] = value
        }
    }

    let columns: Columns
    /// By the school's own number, by the national one, by the one in a name: by whichever the row has first.
    var learners = (Known<Learner>(), Known<Learner>(), Known<Learner>())
    var yearLevels = Known<YearLevel>()
    var moments = Known<Moment>()
    private(set) var subjects: [Subject] = []
    private var subjectNumbers: [SIMD2<Int32>: Int] = [:]
    private var latestSubject: (key: SIMD2<Int32>, number: Int) = ([-1, -1], 0)
    /// For each subject.
    var values: [Known<Value>] = []
    var versions = Known<Remark>()
    var norms = Known<Remark>()
    var assessors = Known<Remark>()
    /// Which of construct, tool, norms and year level the programme can judge.
    var judged: Set<UInt64> = []

    init(_ columns: Columns) { self.columns = columns }

    func subject(_ construct: Int, _ instrument: Int) -> Int? {
        let key = SIMD2(Int32(truncatingIfNeeded: construct), Int32(truncatingIfNeeded: instrument))
        if latestSubject.key == key { return latestSubject.number }
        guard let number = subjectNumbers[key] else { return nil }
        latestSubject = (key, number)
        return number
    }

    func keep(_ subject: Subject, _ construct: Int, _ instrument: Int) -> Int {
        let key = SIMD2(Int32(truncatingIfNeeded: construct), Int32(truncatingIfNeeded: instrument))
        if let number = subjectNumbers[key] { return number }
        subjectNumbers[key] = subjects.count
        subjects.append(subject)
        values.append(Known())
        return subjects.count - 1
    }
}

/// What a row says of one result, found in a ``ResultMemory``: the same as a careful reading would say.
struct RecalledResult {
    /// An empty cell of a wide table: nothing else of the row was looked at.
    var isEmpty = false
    var learner = 0
    var code: UInt64 = 0
    var subject = 0
    var value = 0
    var moment = 0
    var version = 0
    var norms = 0
    var assessor = 0
    var saysYear = false
    var yearLevel: Int?
}

extension ResultMemory {
    @inline(__always)
    private func number(_ column: Int, _ row: ScannedRows) -> Int? { column < 0 ? 0 : row.choice(column) }

    /// Who a row speaks of: in which of the three lists of learners, at which place, and what else the row says of it.
    private func whose(_ row: ScannedRows) -> (list: Int, place: Int, others: SIMD2<Int32>)? {
        guard let local = number(columns.local, row), let national = number(columns.national, row),
            let name = number(columns.name, row)
        else { return nil }
        func narrow(_ number: Int) -> Int32 { Int32(truncatingIfNeeded: number) }
        if columns.local >= 0, row.length(columns.local) > 0 { return (0, local, [narrow(national), narrow(name)]) }
        if columns.national >= 0, row.length(columns.national) > 0 {
            return (1, national, [narrow(local), narrow(name)])
        }
        return columns.name < 0 ? nil : (2, name, [narrow(local), narrow(national)])
    }

    @inline(__always)
    private func learner(_ row: ScannedRows, _ additions: Int) -> Learner? {
        guard let (list, place, others) = whose(row) else { return nil }
        let found = list == 0 ? learners.0[place] : list == 1 ? learners.1[place] : learners.2[place]
        guard let found, found.others == others, found.additions == additions else { return nil }
        return found
    }

    /// - Parameter additions: How many learners the file has added so far.
    func recall(_ row: ScannedRows, mayBeEmpty: Bool, additions: Int) -> RecalledResult? {
        var recalled = RecalledResult()
        if mayBeEmpty, row.isEmpty(columns.result) {
            recalled.isEmpty = true
            return recalled
        }
        guard let learner = learner(row, additions),
            let year = number(columns.year, row), let yearLevel = yearLevels[year],
            let day = number(columns.day, row), let moment = moments[day],
            let construct = number(columns.construct, row), let instrument = number(columns.instrument, row),
            let subject = subject(construct, instrument),
            let value = row.choice(columns.result), let found = values[subject][value],
            let version = number(columns.version, row), versions[version] != nil,
            let norm = number(columns.norms, row), norms[norm] != nil,
            let assessor = number(columns.assessor, row), assessors[assessor] != nil
        else { return nil }
        _ = found
        recalled.learner = learner.number
        recalled.code = ResultCodes.code(
            learner: learner.number, construct: subjects[subject].constructCode,
            instrument: subjects[subject].instrumentCode, day: moment.day)
        (recalled.subject, recalled.value, recalled.moment) = (subject, value, day)
        (recalled.version, recalled.norms, recalled.assessor) = (version, norm, assessor)
        recalled.saysYear = yearLevel.level != nil
        recalled.yearLevel = yearLevel.level ?? (moment.isThisYear ? learner.yearLevel : nil)
        return recalled
    }

    /// Keeps what a careful reading found in a row.
    func learn(_ parts: ResultIntake.Parts, _ row: ScannedRows, additions: Int) {
        guard let (list, place, others) = whose(row), let year = number(columns.year, row),
            let day = number(columns.day, row), let construct = number(columns.construct, row),
            let instrument = number(columns.instrument, row), let value = row.choice(columns.result),
            let version = number(columns.version, row), let norm = number(columns.norms, row),
            let assessor = number(columns.assessor, row)
        else { return }
        let learner = Learner(
            number: parts.learner.learner, yearLevel: parts.learner.yearLevel, others: others, additions: additions)
        switch list {
        case 0: learners.0.keep(learner, at: place)
        case 1: learners.1.keep(learner, at: place)
        default: learners.2.keep(learner, at: place)
        }
        yearLevels.keep(YearLevel(level: parts.yearLevel), at: year)
        moments.keep(parts.moment, at: day)
        let subject = keep(parts.subject, construct, instrument)
        values[subject].keep(parts.value, at: value)
        versions.keep(Remark(text: parts.version, digest: KnownResult.digest(of: parts.version)), at: version)
        norms.keep(Remark(text: parts.norms, digest: KnownResult.digest(of: parts.norms)), at: norm)
        assessors.keep(Remark(text: parts.assessor, digest: KnownResult.digest(of: parts.assessor)), at: assessor)
    }

    /// What is to be compared of a result; `nil` where there is none.
    func grain(of recalled: RecalledResult, row: Int, line: Int) -> ResultSieve.Grain? {
        guard !recalled.isEmpty, let value = values[recalled.subject][recalled.value] else { return nil }
        if value.isAbsent {
            return ResultSieve.Grain(code: recalled.code, digest: 0, yearLevel: -1, role: .mentioned)
        }
        let digest = KnownResult.digest(
            value.digest, versions[recalled.version]?.digest ?? 0, norms[recalled.norms]?.digest ?? 0,
            assessors[recalled.assessor]?.digest ?? 0)
        return ResultSieve.Grain(
            code: recalled.code, digest: digest, row: UInt32(clamping: row), line: UInt32(clamping: line),
            yearLevel: Int8(clamping: recalled.yearLevel ?? -1), saysYear: recalled.saysYear, role: .found)
    }
}
