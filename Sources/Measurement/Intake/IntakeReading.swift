import Ground
import Programmes
import Secrets
import Tables

/// Reads a file from beginning to end and compares each row with what is there. Synchronous, for a thread pool; decides
/// everything and writes nothing.
enum IntakeReading {
    /// More rows than any school brings at once: all of them are held in memory until they are written.
    static let rowLimit = 300_000

    static func findings(
        in source: TableSource, plan: IntakePlan, backdrop: IntakeBackdrop, progress: (Int) -> Void = { _ in }
    ) throws -> IntakeFindings {
        let order = try dayOrder(of: source, plan.mapping)
        let reader = try open(source)
        let lacking = plan.mapping.columns.map(\.heading).filter { heading in
            !reader.header.contains { $0.folded == heading.folded }
        }
        guard lacking.isEmpty else { throw IntakeRefusal.columnsMissing(lacking) }
        let columns = IntakeColumns(plan.mapping, header: reader.header)
        var findings = IntakeFindings()
        findings.dropped = plan.mapping.dropped(from: reader.header)
        findings.notes.hasMonthFirst = order == .monthFirst
        findings.notes.wasAppliedBefore = backdrop.wasAppliedBefore
        var learners = LearnerIntake(plan, columns, backdrop, order)
        var results = ResultIntake(plan, columns, backdrop, order)
        while true {
            do throws(TableProblem) {
                guard let row = try reader.next() else { break }
                switch plan.mapping.kind {
                case .results: results.take(row, into: &findings)
                case .learners, .counts: learners.take(row, into: &findings)
                }
            } catch {
                guard error.concernsOneRow else { throw error }
                findings.refuse([IntakeProblem(rowProblem: error)])
            }
            if reader.rowsRead % 10_000 == 0 { progress(reader.rowsRead) }
        }
        switch plan.mapping.kind {
        case .results: results.finish(&findings)
        case .learners, .counts: learners.finish(&findings)
        }
        findings.notes.rows = reader.rowsRead
        findings.notes.warnings = reader.warnings
        return findings
    }

    static func open(_ source: TableSource) throws(TableProblem) -> TableReader {
        var options = TableOptions()
        options.limits.rows = rowLimit
        return try TableReader(source, options: options)
    }

    /// Looks through the whole column of dates before the first is believed.
    private static func dayOrder(of source: TableSource, _ mapping: Mapping) throws(TableProblem) -> IntakeDay.Order {
        let field = mapping.kind == .results ? Mapping.Field.day : .leavingDay
        let reader = try open(source)
        guard let index = IntakeColumns(mapping, header: reader.header).index(of: field) else { return .dayFirst }
        var evidence = IntakeDay.Evidence()
        var seen: Set<String> = []
        while true {
            do throws(TableProblem) {
                guard let row = try reader.next() else { break }
                if seen.insert(row.fields[index]).inserted { evidence.add(IntakeDay(row.fields[index])) }
            } catch {
                guard error.concernsOneRow else { throw error }
            }
        }
        return evidence.order
    }
}

extension IntakeReading {
    /// The top of a file: what a mapping is made by.
    struct Top: Sendable {
        let headings: [String]
        let rows: [[String]]
        let warnings: [TableWarning]
    }

    static func top(of source: TableSource, rows limit: Int = 50) throws(TableProblem) -> Top {
        let reader = try open(source)
        var rows: [[String]] = []
        while rows.count < limit {
            do throws(TableProblem) {
                guard let row = try reader.next() else { break }
                rows.append(row.fields.map(IntakeCell.tidy))
            } catch {
                guard error.concernsOneRow else { throw error }
            }
        }
        return Top(headings: reader.header, rows: rows, warnings: reader.warnings)
    }
}

/// Where the fields of a mapping stand in one file.
struct IntakeColumns: Sendable {
    private let fields: [Mapping.Field: Int]
    let groupWords: [Int]
    let groups: [(index: Int, key: String)]
    let header: [String]

    init(_ mapping: Mapping, header: [String]) {
        var (fields, words): ([Mapping.Field: Int], [Int]) = ([:], [])
        var groups: [(index: Int, key: String)] = []
        for (index, heading) in header.enumerated() where !heading.isEmpty {
            switch mapping.use(of: heading) {
            case .field(let field): fields[field] = fields[field] ?? index
            case .groupWords: words.append(index)
            case .group(let key): groups.append((index, key))
            case nil: continue
            }
        }
        (self.fields, groupWords, self.groups, self.header) = (fields, words, groups, header)
    }

    func index(of field: Mapping.Field) -> Int? { fields[field] }

    func text(_ field: Mapping.Field, _ row: TableRow) -> String? {
        guard let index = fields[field] else { return nil }
        let text = IntakeCell.tidy(row.fields[index])
        return text.isEmpty ? nil : text
    }

    /// A problem with what stands in a field of a row. National numbers are never kept, not even wrong ones.
    func problem(
        _ code: IntakeProblemCode, _ field: Mapping.Field, _ row: TableRow, detail: String = ""
    ) -> IntakeProblem {
        let index = fields[field]
        let value = field == .nationalID ? "" : index.map { IntakeCell.tidy(row.fields[$0]) } ?? ""
        return IntakeProblem(
            line: row.line, column: index.map { header[$0] } ?? "", value: value, code: code, detail: detail)
    }
}

extension IntakeProblem {
    fileprivate init(rowProblem: TableProblem) {
        switch rowProblem {
        case .tooManyFields(let line, let fields, let headings):
            self.init(
                line: line, column: "", value: "", code: .tooManyFields, detail: "\(fields) \(headings)")
        default:
            self.init(line: rowProblem.line ?? 0, column: "", value: "", code: .unreadableText)
        }
    }
}

/// Who a row speaks of, remembered by what stands in the file: one learner has many rows.
struct LearnerIdentity: Sendable {
    struct Found: Sendable {
        let localID: String?
        let digest: String?
        let match: LearnerRegister.Match
    }

    private(set) var register: LearnerRegister
    private let columns: IntakeColumns
    private let key: [UInt8]
    private var digests: [String: String] = [:]

    static let longestID = 64

    init(_ register: LearnerRegister, _ columns: IntakeColumns, key: [UInt8]) {
        (self.register, self.columns, self.key) = (register, columns, key)
    }

    mutating func add(_ learner: KnownLearner) { register.add(learner) }

    /// Who it is, or `nil` with the problems of the row.
    mutating func find(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Found? {
        let count = problems.count
        var (localID, nationalID): (String?, String?)
        for field in [Mapping.Field.localID, .nationalID] {
            guard let text = columns.text(field, row) else { continue }
            if text.looksLikeSpreadsheetNumber {
                problems.append(columns.problem(.spreadsheetNumber, field, row))
            } else if text.looksLikeSpreadsheetError {
                problems.append(columns.problem(.missingID, field, row))
            } else if text.count > LearnerIdentity.longestID {
                problems.append(columns.problem(.tooLong, field, row, detail: "\(LearnerIdentity.longestID)"))
            } else if field == .localID {
                localID = IntakeCell.localID(text)
            } else {
                nationalID = IntakeCell.nationalID(text)
            }
        }
        guard problems.count == count else { return nil }
        if nationalID == "" { nationalID = nil }
        guard localID != nil || nationalID != nil else {
            let field = columns.index(of: .localID) == nil ? Mapping.Field.nationalID : .localID
            problems.append(columns.problem(.missingID, field, row))
            return nil
        }
        let digest = nationalID.map { self.digest(of: $0) }
        return Found(localID: localID, digest: digest, match: register.match(localID: localID, digest: digest))
    }

    private mutating func digest(of nationalID: String) -> String {
        if let digest = digests[nationalID] { return digest }
        let digest = Secrets.keyedDigest(nationalID, key: key)
        digests[nationalID] = digest
        return digest
    }
}
