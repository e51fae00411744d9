package import Ground

/// What the cells of a column are read as.
package enum ColumnType: Sendable, Hashable {
    /// A whole number that fits into 64 bits.
    case integer
    /// A number with a decimal point, rounded correctly.
    case decimal
    case day(DayOrder)
    /// One of a few different texts, numbered; at most so many.
    case choice(limit: Int)
    case text
    case ignored
}

/// Reads a table as columns of typed values, some thousand rows at a time: the fastest way through a large file.
///
///     let columns = try ScannedColumns(.file(path: path)) { header in header.map { type(of: $0) } }
///     while try columns.next() {
///         for row in 0..<columns.rowCount {
///             guard case .value(let score) = columns.decimal(row, 4) else { … columns.line(row) … }
///         }
///     }
///
/// One column after the other is decoded, so that each is a short loop. Rows that cannot be read are left out of
/// `rowCount` and stand in ``refused``. Memory stays the same whatever the size of the file. See ``ScannedRows`` for
/// what is not done.
package final class ScannedColumns {
    package let types: [ColumnType]
    /// How many rows are at hand.
    package private(set) var rowCount = 0
    /// The rows among those at hand that were refused, in order.
    package private(set) var refused: [TableProblem] = []

    private let table: ScannedTable
    private let removesFormulaGuard: Bool
    private let columns: [DecodedColumn]
    private var ending: TableProblem?
    private var hasEnded = false

    /// The headings decide how their columns are read; columns for which there is no type are ignored.
    package convenience init(
        _ source: TableSource, options: TableOptions = TableOptions(), types: ([String]) -> [ColumnType]
    ) throws(TableProblem) {
        try self.init(source, options: options, blockSize: RawBlocks.size, types: types)
    }

    /// Tests and the fuzzer choose small blocks, so that every row is cut somewhere.
    package init(
        _ source: TableSource, options: TableOptions, blockSize: Int, types: ([String]) -> [ColumnType]
    ) throws(TableProblem) {
        table = try ScannedTable(source, options: options, blockSize: blockSize)
        removesFormulaGuard = options.removesFormulaGuard
        let wanted = types(table.top.header).prefix(table.width)
        self.types = wanted + Array(repeating: .ignored, count: table.width - wanted.count)
        columns = self.types.map(DecodedColumn.init)
    }

    package var header: [String] { table.top.header }
    package var headerLine: Int { table.top.headerLine }
    package var encoding: TextEncoding { table.top.encoding }
    package var byteCount: Int { table.top.byteCount }
    package var bytesRead: Int { table.index.bytesRead }
    package var rowsRead: Int { table.rowsRead }
    /// Complete once `next()` has given `false`.
    package var warnings: [TableWarning] { table.warnings }

    /// Goes on to the next rows; `false` at the end. Problems thrown concern everything that would follow.
    package func next() throws(TableProblem) -> Bool {
        (rowCount, refused) = (0, [])
        while !hasEnded, rowCount == 0, refused.isEmpty {
            if let ending {
                hasEnded = true
                throw ending
            }
            do throws(TableProblem) {
                guard try table.index.advance() else {
                    hasEnded = true
                    return false
                }
            } catch {
                hasEnded = true
                throw error
            }
            choose()
            for (number, column) in columns.enumerated() { column.decode(number, of: table, rows: rowCount) }
        }
        return !hasEnded
    }

    /// Moves the rows that can be read to the front of the index.
    private func choose() {
        let rows = table.index.rows
        var kept = 0
        do throws(TableProblem) {
            for position in 0..<table.index.rowCount {
                let row = rows[position]
                guard try table.counts(row) else { continue }
                if let problem = table.problem(of: row) {
                    refused.append(problem)
                } else {
                    rows[kept] = row
                    kept &+= 1
                }
            }
        } catch {
            ending = error
        }
        rowCount = kept
    }

    /// The physical line on which a row begins.
    package func line(_ row: Int) -> Int {
        precondition(row >= 0 && row < rowCount, "the row is at hand")
        return Int(table.index.rows[row].line)
    }

    /// The cell of a column of integers.
    package func integer(_ row: Int, _ column: Int) -> ScannedCell<Int> { columns[column].cell(row) { $0 } }

    /// The cell of a column of decimals.
    package func decimal(_ row: Int, _ column: Int) -> ScannedCell<Double> {
        columns[column].cell(row) { Double(bitPattern: UInt64(bitPattern: Int64($0))) }
    }

    /// The cell of a column of days.
    package func day(_ row: Int, _ column: Int) -> ScannedCell<Day> {
        columns[column].cell(row) { Day(daysSince1970: $0) }
    }

    /// How many cells of a column are invalid among the rows at hand: mostly none, and then nobody needs to look.
    package func invalidCount(_ column: Int) -> Int { columns[column].invalidCount }

    /// The number of a text in a column of choices, among ``choices(_:)``. Invalid is one beyond the limit.
    package func choice(_ row: Int, _ column: Int) -> ScannedCell<Int> { columns[column].cell(row) { $0 } }

    /// The different texts of a column of choices, so far. One is never numbered anew.
    package func choices(_ column: Int) -> [String] {
        let names = columns[column].choices?.names ?? []
        return removesFormulaGuard ? names.map(FormulaGuard.unguarded) : names
    }

    /// What is written in any cell, of whatever type.
    package func text(_ row: Int, _ column: Int) -> String {
        let text = field(row, column).text
        return removesFormulaGuard ? FormulaGuard.unguarded(text) : text
    }

    /// The bytes of any cell, sound UTF-8 without quotes. They are there only as long as `body` runs.
    package func withField<Result>(
        _ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(field(row, column).buffer))
    }

    /// The whole column at once: the numbers behind the cells, and what kind of cell each is. Decimals are the bits of
    /// a `Double`, days are counted from 1970-01-01; an empty or invalid cell is 0.
    package func withColumn<Result>(
        _ column: Int, _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<CellState>) throws -> Result
    ) rethrows -> Result {
        let column = columns[column]
        return try body(
            UnsafeBufferPointer(start: column.values, count: rowCount),
            UnsafeBufferPointer(start: column.states, count: rowCount))
    }

    /// The texts of a whole column of texts, side by side, and where each of them ends.
    package func withTexts<Result>(
        _ column: Int, _ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<Int>) throws -> Result
    ) rethrows -> Result {
        precondition(types[column] == .text, "the column is read as text")
        let column = columns[column]
        return try body(
            UnsafeRawBufferPointer(start: column.shelf.start, count: column.shelf.count),
            UnsafeBufferPointer(start: column.values, count: rowCount))
    }

    private func field(_ row: Int, _ column: Int) -> FieldBytes {
        precondition(row >= 0 && row < rowCount && column >= 0 && column < table.width, "the cell is at hand")
        return table.field(column, of: table.index.rows[row])
    }
}

/// Whether a cell of ``ScannedColumns`` holds what its column should.
package enum CellState: Sendable {
    case value
    case empty
    case invalid
}

/// The values of one column for the rows at hand.
final class DecodedColumn {
    private(set) var values: UnsafeMutablePointer<Int>
    private(set) var states: UnsafeMutablePointer<CellState>
    let choices: ScannedChoices?
    let shelf = TextShelf()
    private(set) var invalidCount = 0
    private let type: ColumnType
    private var capacity = 1 << 10
    private var count = 0

    init(_ type: ColumnType) {
        self.type = type
        if case .choice(let limit) = type { choices = ScannedChoices(limit: limit) } else { choices = nil }
        values = .allocate(capacity: capacity)
        states = .allocate(capacity: capacity)
    }

    deinit {
        values.deallocate()
        states.deallocate()
    }

    func cell<Value>(_ row: Int, _ make: (Int) -> Value) -> ScannedCell<Value> {
        precondition(row >= 0 && row < count, "the row is at hand")
        switch states[row] {
        case .value: return .value(make(values[row]))
        case .empty: return .empty
        case .invalid: return .invalid
        }
    }

    func decode(_ column: Int, of table: ScannedTable, rows: Int) {
        reserve(rows)
        count = rows
        switch type {
        case .integer: fill(column, of: table) { $0.integer }
        case .decimal: fill(column, of: table) { $0.decimal.map { Int(Int64(bitPattern: $0.bitPattern)) } }
        case .day(let order): fill(column, of: table) { $0.day(order) }
        case .choice:
            guard let choices else { return }
            fill(column, of: table) { field in
                if field.isBlank { return .empty }
                return choices.code(field).map { .value($0) } ?? .invalid
            }
        case .text:
            fillTexts(column, of: table)
        case .ignored: fill(column, of: table) { _ in .empty }
        }
    }

    private func fillTexts(_ column: Int, of table: ScannedTable) {
        let (values, states, rows, shelf) = (values, states, table.index.rows, shelf)
        shelf.clear(for: table.index.filled)
        for position in 0..<count {
            let field = table.field(column, of: rows[position])
            shelf.put(field)
            values[position] = shelf.count
            states[position] = field.isBlank ? .empty : .value
        }
    }

    @inline(__always)
    private func fill(_ column: Int, of table: ScannedTable, _ decode: (FieldBytes) -> ScannedCell<Int>) {
        let (values, states, rows) = (values, states, table.index.rows)
        let (bytes, fields) = (table.index.bytes, table.index.fields)
        var invalid = 0
        for position in 0..<count {
            let row = rows[position]
            let first = Int(row.first)
            let field =
                column < Int(row.count)
                ? FieldBytes(fields[first &+ column], in: bytes)
                : FieldBytes(start: UnsafePointer(bytes), count: 0)
            switch decode(field) {
            case .value(let value):
                values[position] = value
                states[position] = .value
            case .empty:
                values[position] = 0
                states[position] = .empty
            case .invalid:
                values[position] = 0
                states[position] = .invalid
                invalid &+= 1
            }
        }
        invalidCount = invalid
    }

    private func reserve(_ rows: Int) {
        guard rows > capacity else { return }
        values.deallocate()
        states.deallocate()
        capacity = 2 * rows
        values = .allocate(capacity: capacity)
        states = .allocate(capacity: capacity)
    }
}

/// Texts side by side. Short ones, which most are, are put there sixteen bytes at a time, whatever their length.
final class TextShelf {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 1 << 16

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    /// Takes everything away and makes room for texts of so many bytes together.
    func clear(for bytes: Int) {
        count = 0
        guard bytes + 16 > capacity else { return }
        start.deallocate()
        capacity = 2 * bytes + 16
        start = .allocate(capacity: capacity)
    }

    @inline(__always)
    func put(_ field: FieldBytes) {
        if field.count <= 16 {
            UnsafeMutableRawPointer(start + count).copyMemory(from: field.start, byteCount: 16)
        } else {
            (start + count).update(from: field.start, count: field.count)
        }
        count &+= field.count
    }
}
