import Ground
import Tables

/// A cell that a person corrected on the page, in place of what the file says.
package struct IntakeMend: Sendable, Hashable {
    package let line: Int
    /// The heading of its column, as the file writes it.
    package let heading: String
    package let value: String

    package init(line: Int, heading: String, value: String) {
        (self.line, self.heading, self.value) = (line, heading, value)
    }
}

/// The rows of a file that speak of learners: what tools write between them is passed over and counted, and what a
/// person has mended stands in place of what the file says.
struct IntakeRows {
    enum Item {
        case row(TableRow)
        case refused(IntakeProblem)
    }

    /// What ``advance()`` came to: a row, which can be asked for cell by cell, or a problem with one.
    enum Step {
        case row
        case refused(IntakeProblem)
    }

    private enum Source {
        case text(ScannedRows)
        case workbook(TableReader)
    }

    let header: [String]
    private let table: TableSource
    private let options: TableOptions
    private let source: Source
    /// The row as text, where it is known in no other way: one of a workbook, or one that was mended.
    private var asText: TableRow?
    /// Whether a row may stand between those of learners, by its first column with something in it and the number of
    /// what stands there.
    private var mayBeBetween: [Int: [Bool?]] = [:]
    private let folded: [String]
    private let idColumns: [Int]
    private let mends: [Int: [(column: Int, value: String)]]
    /// Averages and totals, and headings that are repeated.
    private(set) var passedOver = 0
    private(set) var firstPassedOver: Int?

    init(
        _ source: TableSource, _ mapping: Mapping, mends: [IntakeMend] = [], rowLimit: Int
    ) throws(TableProblem) {
        var options = TableOptions()
        options.mendsGarbledText = true
        options.limits.rows = rowLimit
        options.limits.bytes = 4 << 30
        let reader = try TableReader(source, options: options)
        (table, self.options, header) = (source, options, reader.header)
        self.source =
            reader.sheet == nil
            ? .text(try ScannedRows(source, below: reader, options: options)) : .workbook(reader)
        folded = reader.header.map(\.folded)
        let columns = IntakeColumns(mapping, header: reader.header)
        idColumns = [Mapping.Field.localID, .nationalID, .idInName].compactMap(columns.index)
        var byLine: [Int: [(column: Int, value: String)]] = [:]
        for mend in mends {
            guard let column = reader.header.firstIndex(of: mend.heading) else { continue }
            byLine[mend.line, default: []].append((column, mend.value))
        }
        self.mends = byLine
    }

    /// The same rows from the first.
    func again() throws(TableProblem) -> IntakeRows { try IntakeRows(from: self) }

    private init(from other: IntakeRows) throws(TableProblem) {
        (header, table, options, folded) = (other.header, other.table, other.options, other.folded)
        (idColumns, mends) = (other.idColumns, other.mends)
        switch other.source {
        case .text(let rows): source = .text(try rows.again())
        case .workbook: source = .workbook(try TableReader(table, options: options))
        }
    }

    /// Rows read so far, whatever became of them.
    var read: Int {
        switch source {
        case .text(let rows): rows.rowsRead
        case .workbook(let reader): reader.rowsRead
        }
    }

    var warnings: [TableWarning] {
        switch source {
        case .text(let rows): rows.warnings
        case .workbook(let reader): reader.warnings
        }
    }

    mutating func next() throws(TableProblem) -> Item? {
        switch try advance() {
        case nil: nil
        case .row: .row(row)
        case .refused(let problem): .refused(problem)
        }
    }

    /// Goes to the next row that speaks of a learner; `nil` at the end.
    mutating func advance() throws(TableProblem) -> Step? {
        while true {
            do throws(TableProblem) {
                guard try take() else { return nil }
                guard isBetween() else { return .row }
                passedOver += 1
                firstPassedOver = firstPassedOver ?? line
            } catch {
                guard error.concernsOneRow else { throw error }
                return .refused(IntakeProblem(rowProblem: error))
            }
        }
    }

    private mutating func take() throws(TableProblem) -> Bool {
        switch source {
        case .text(let rows):
            guard try rows.next() else { return false }
            asText = nil
            if !mends.isEmpty, mends[rows.line] != nil { asText = mended(rows.whole) }
        case .workbook(let reader):
            guard let row = try reader.next() else { return false }
            asText = mended(row)
        }
        return true
    }

    private func mended(_ row: TableRow) -> TableRow {
        guard let mended = mends[row.line] else { return row }
        var fields = row.fields
        for mend in mended { fields[mend.column] = mend.value }
        return TableRow(line: row.line, fields: fields)
    }

    /// The row in text.
    var row: TableRow {
        if let asText { return asText }
        return switch source {
        case .text(let rows): rows.whole
        case .workbook: TableRow(line: 0, fields: header.map { _ in "" })
        }
    }

    var line: Int {
        if let asText { return asText.line }
        return switch source {
        case .text(let rows): rows.line
        case .workbook: 0
        }
    }

    /// The row in bytes, where it is as it stands in the file.
    var bytes: ScannedRows? {
        guard asText == nil, case .text(let rows) = source else { return nil }
        return rows
    }

    private mutating func isBetween() -> Bool {
        guard let bytes else { return isBetween(row) }
        // Most rows begin with a number; what the others begin with mostly comes again.
        guard let column = header.indices.first(where: { bytes.length($0) > 0 }) else { return isBetween(row) }
        if bytes.withField(column, { (0x30...0x39).contains($0[0]) }) { return false }
        guard let choice = bytes.choice(column) else { return isBetween(row) }
        let known = mayBeBetween[column].flatMap { $0.indices.contains(choice) ? $0[choice] : nil }
        if known == false { return false }
        let first = bytes.text(column)
        let mayBe = first.isEmpty || first.folded == folded[column] || IntakeRows.isSummary(first)
        if known == nil {
            var all = mayBeBetween.removeValue(forKey: column) ?? []
            if all.count <= choice { all += Array(repeating: nil, count: choice + 1 - all.count) }
            all[choice] = mayBe
            mayBeBetween[column] = all
        }
        return mayBe && isBetween(row)
    }

    private static func isSummary(_ text: String) -> Bool {
        let folded = text.folded
        return summaries.contains(folded) || folded.hasPrefix("e asttle tabular report")
    }

    /// Averages name no learner, and a repeated heading is the heading.
    private func isBetween(_ row: TableRow) -> Bool {
        guard let first = row.fields.first(where: { !$0.isEmpty }),
            first.utf8.first.map({ !(0x30...0x39).contains($0) })
                ?? false
        else { return false }
        if let index = row.fields.firstIndex(where: { !$0.isEmpty }), first.folded == folded[index] {
            return zip(row.fields, folded).allSatisfy { $0.isEmpty || $0.folded == $1 }
        }
        guard idColumns.allSatisfy({ row.fields[$0].isEmpty || row.fields[$0] == first }) else { return false }
        return IntakeRows.isSummary(first)
    }

    private static let summaries: Set = [
        "average", "averages", "class average", "school average", "year average", "mean", "median", "total", "totals",
        "sum", "count", "toharite", "tapeke",
    ]
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
