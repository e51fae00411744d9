/// A table whose rows are found without making text of their fields: what ``ScannedRows`` and ``ScannedColumns`` share.
///
/// ``TableReader`` says where the header stands and how the text is laid out, so that both ways of reading agree.
final class ScannedTable {
    let top: TableReader
    let index: ScanIndex
    let width: Int
    private let limits: TableLimits
    private let isSound: Bool
    private(set) var rowsRead = 0
    private(set) var shortRows = RowNote()
    private(set) var strayQuotes = RowNote()

    /// How many rows something was noticed in, and where first.
    struct RowNote {
        private(set) var count = 0
        private(set) var line = 0

        fileprivate mutating func note(_ row: ScannedRow) {
            if count == 0 { line = Int(row.line) }
            count += 1
        }

        fileprivate func warning(_ kind: TableWarning.Kind) -> TableWarning? {
            count == 0
                ? nil : TableWarning(kind: kind, count: count, line: line, column: nil, sample: "", mended: "")
        }
    }

    /// Blocks of a size that fits into a core's own memory.
    init(_ source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        top = try TableReader(source, options: options)
        limits = options.limits
        width = top.header.count
        // A workbook holds no text to scan.
        guard let layout = top.layout else { throw .notATable(.compressed) }
        isSound = layout.survey.isSoundUTF8
        index = try ScanIndex(
            UTF8Blocks(source, as: layout.survey, size: blockSize), layout: layout, limits: limits,
            blockSize: blockSize)
    }

    /// Those of the header, and what was noticed in the rows so far. Fields are not looked at for lost macrons.
    var warnings: [TableWarning] {
        top.warnings + [shortRows.warning(.shortRows), strayQuotes.warning(.strayQuotes)].compactMap(\.self)
    }

    /// Whether a row stands below the header. The limit of rows concerns everything that follows.
    @inline(__always)
    func counts(_ row: ScannedRow) throws(TableProblem) -> Bool {
        guard Int(row.line) > top.headerLine else { return false }
        rowsRead &+= 1
        guard rowsRead <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
        return true
    }

    /// What is the matter with a row, as ``TableReader`` would have it; what concerns no more than its shape is noted.
    @inline(__always)
    func problem(of row: ScannedRow) -> TableProblem? {
        if isSound, Int(row.count) == width, !row.hasStrayQuote { return nil }
        return oddProblem(of: row)
    }

    @inline(never)
    private func oddProblem(of row: ScannedRow) -> TableProblem? {
        let count = Int(row.count)
        if !isSound {
            for column in 0..<min(count, width) where !isSoundUTF8(field(column, of: row)) {
                return .undecodable(line: Int(row.line), column: column + 1)
            }
        }
        if count > width {
            let filled = (width..<count).last { !field($0, of: row).buffer.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
            if let filled { return .tooManyFields(line: Int(row.line), fields: filled + 1, headings: width) }
        }
        if count < width { shortRows.note(row) }
        if row.hasStrayQuote { strayQuotes.note(row) }
        return nil
    }

    private func isSoundUTF8(_ field: FieldBytes) -> Bool {
        field.buffer.allSatisfy { $0 < 0x80 } || String(validating: field.buffer, as: UTF8.self) != nil
    }

    /// A field of a row; what a short row lacks is empty.
    @inline(__always)
    func field(_ column: Int, of row: ScannedRow) -> FieldBytes {
        guard column < Int(row.count) else { return FieldBytes(start: UnsafePointer(index.bytes), count: 0) }
        return FieldBytes(index.fields[Int(row.first) &+ column], in: index.bytes)
    }
}
