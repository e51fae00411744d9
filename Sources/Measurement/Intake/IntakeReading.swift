import Ground
import Programmes
import Secrets
import Tables

/// Reads files where waiting for a disk holds up nobody else. Synchronous, for a thread pool; decides and writes nothing.
enum IntakeReading {
    /// More learners than any school has: all of them are held in memory until they are written.
    static let learnerLimit = 300_000
    /// More results than any network of schools brings at once.
    static let resultLimit = 20_000_000

    /// A whole file at once, for files that are known to be small.
    static func findings(
        in source: TableSource, plan: IntakePlan, backdrop: IntakeBackdrop, progress: @Sendable (Int) -> Void = { _ in }
    ) throws -> IntakeFindings {
        let pass = try IntakePass(source, plan, backdrop, progress: progress)
        var all = IntakeFindings()
        while let batch = try pass.next() { all.add(batch) }
        return all
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
        var options = TableOptions()
        options.mendsGarbledText = true
        let reader = try TableReader(source, options: options)
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
    private let wides: [(index: Int, wide: Mapping.Wide)]
    let header: [String]

    init(_ mapping: Mapping, header: [String]) {
        var (fields, words): ([Mapping.Field: Int], [Int]) = ([:], [])
        var groups: [(index: Int, key: String)] = []
        var wides: [(index: Int, wide: Mapping.Wide)] = []
        for (index, heading) in header.enumerated() where !heading.isEmpty {
            switch mapping.use(of: heading) {
            case .field(let field): fields[field] = fields[field] ?? index
            case .groupWords: words.append(index)
            case .group(let key): groups.append((index, key))
            case .result(let wide): wides.append((index, wide))
            case nil: continue
            }
        }
        (self.fields, groupWords, self.groups, self.header, self.wides) = (fields, words, groups, header, wides)
    }

    /// The results of a row: one in a long table, several in a wide one.
    var facets: [ResultIntake.Facet] {
        if let column = fields[.result] {
            return [.init(column: column, construct: nil, instrument: nil, day: nil, mayBeEmpty: false)]
        }
        return wides.map {
            .init(
                column: $0.index, construct: $0.wide.construct, instrument: $0.wide.instrument, day: $0.wide.day,
                mayBeEmpty: true)
        }
    }

    func isEmpty(_ row: TableRow, _ column: Int) -> Bool { IntakeCell.tidy(row.fields[column]).isEmpty }

    /// A problem with what stands in a column of a row.
    func problem(_ code: IntakeProblemCode, at column: Int, _ row: TableRow, detail: String = "") -> IntakeProblem {
        IntakeProblem(
            line: row.line, column: header[column], value: IntakeCell.tidy(row.fields[column]), code: code,
            detail: detail)
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
        let value =
            field == .nationalID || field == .idInName ? "" : index.map { IntakeCell.tidy(row.fields[$0]) } ?? ""
        return IntakeProblem(
            line: row.line, column: index.map { header[$0] } ?? "", value: value, code: code, detail: detail)
    }
}

/// Who a row speaks of, remembered by what stands in the file: one learner has many rows.
struct LearnerIdentity: Sendable {
    struct Found: Sendable {
        let localID: String?
        let digest: String?
        let match: LearnerRegister.Match

        /// What the learner is called by in lists: the school's own number; else what they are known by already, or a
        /// name made of the digest of the national number, from which nobody finds back to it.
        var ownNumber: String? {
            if let localID { return localID }
            if case .known(let known) = match { return known.localID }
            return digest.map { "N-\($0.prefix(10))" }
        }
    }

    private(set) var register: LearnerRegister
    private let columns: IntakeColumns
    private let key: [UInt8]
    private var digests: [String: String] = [:]
    /// What was found for the first number of a row, as long as nobody is added: one learner has many rows.
    private var found: [String: (national: String, who: Found)] = [:]

    static let longestID = 64

    init(_ register: LearnerRegister, _ columns: IntakeColumns, key: [UInt8]) {
        (self.register, self.columns, self.key) = (register, columns, key)
    }

    mutating func add(_ learner: KnownLearner) {
        register.add(learner)
        found[learner.localID] = nil
    }

    /// Who it is, or `nil` with the problems of the row.
    mutating func find(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Found? {
        let first = columns.text(.localID, row) ?? ""
        let second = columns.text(.nationalID, row) ?? ""
        if !first.isEmpty, let known = found[first], known.national == second { return known.who }
        guard let who = look(row, &problems) else { return nil }
        // A learner whose number is written otherwise in the list is looked up anew each time.
        if !first.isEmpty, who.localID == first, who.match != .unknown { found[first] = (second, who) }
        return who
    }

    private mutating func look(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Found? {
        let count = problems.count
        var (localID, nationalID): (String?, String?)
        for field in [Mapping.Field.localID, .nationalID, .idInName] {
            guard let text = columns.text(field, row) else { continue }
            if text.looksLikeSpreadsheetNumber {
                problems.append(columns.problem(.spreadsheetNumber, field, row))
            } else if text.looksLikeSpreadsheetError {
                problems.append(columns.problem(.missingID, field, row))
            } else if text.count > LearnerIdentity.longestID {
                problems.append(columns.problem(.tooLong, field, row, detail: "\(LearnerIdentity.longestID)"))
            } else if field == .idInName {
                guard let id = IntakeCell.idInside(text) else {
                    problems.append(columns.problem(.missingID, field, row))
                    continue
                }
                localID = localID ?? id
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
