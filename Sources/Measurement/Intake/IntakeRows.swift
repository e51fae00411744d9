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

    let reader: TableReader
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
        self.reader = reader
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

    var header: [String] { reader.header }
    /// Rows read so far, whatever became of them.
    var read: Int { reader.rowsRead }

    mutating func next() throws(TableProblem) -> Item? {
        while true {
            do throws(TableProblem) {
                guard var row = try reader.next() else { return nil }
                if !mends.isEmpty, let mended = mends[row.line] {
                    var fields = row.fields
                    for mend in mended { fields[mend.column] = mend.value }
                    row = TableRow(line: row.line, fields: fields)
                }
                guard isBetween(row) else { return .row(row) }
                passedOver += 1
                firstPassedOver = firstPassedOver ?? row.line
            } catch {
                guard error.concernsOneRow else { throw error }
                return .refused(IntakeProblem(rowProblem: error))
            }
        }
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
        return IntakeRows.summaries.contains(first.folded) || first.folded.hasPrefix("e asttle tabular report")
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
