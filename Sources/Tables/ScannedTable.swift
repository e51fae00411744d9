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
    private var noted: TableWarnings

    /// Blocks of a size that fits into a core's own memory.
    convenience init(_ source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        try self.init(source, below: try TableReader(source, options: options), options, blockSize: blockSize)
    }

    /// - Parameter top: A reader of the same source that has given no row yet.
    init(
        _ source: TableSource, below top: TableReader, _ options: TableOptions, blockSize: Int
    ) throws(TableProblem) {
        self.top = top
        limits = options.limits
        noted = TableWarnings(top.warnings)
        width = top.header.count
        // A workbook holds no text to scan.
        guard let layout = top.layout else { throw .notATable(.compressed) }
        isSound = layout.survey.isSoundUTF8
        index = try ScanIndex(
            UTF8Blocks(source, as: layout.survey, size: blockSize), layout: layout, limits: limits,
            blockSize: blockSize)
    }

    /// Those of the header, and what was noticed in the rows so far.
    var warnings: [TableWarning] { noted.all }

    /// Looks at the fields of a row for damage.
    @inline(__always)
    func look(at row: ScannedRow, _ watch: DamageWatch) -> Bool {
        let count = min(Int(row.count), width)
        guard count > 0 else { return false }
        let first = Int(row.first)
        let (start, end) = (index.fields[first].start, index.fields[first &+ count &- 1].end)
        guard DamageWatch.isUnusual(UnsafePointer(index.bytes + Int(start)), Int(end &- start)) else { return false }
        for column in 0..<count {
            watch.note(field(column, of: row), line: Int(row.line), column: column + 1, in: &noted)
        }
        return true
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
        if count < width { noted.note(.shortRows, line: Int(row.line)) }
        if row.hasStrayQuote { noted.note(.strayQuotes, line: Int(row.line)) }
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
