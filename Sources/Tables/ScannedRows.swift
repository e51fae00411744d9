package import Ground

/// Reads a table row by row as ``TableReader`` does, but leaves the fields as bytes until somebody asks for them.
///
///     let rows = try ScannedRows(.file(path: path))
///     while try rows.next() {
///         guard case .value(let score) = rows.decimal(4) else { … rows.line … }
///     }
///
/// For whole columns at a time see ``ScannedColumns``, which is faster still. Lost macrons and garbled text are looked
/// for, and the latter mended, only where that is asked for. Synchronous; memory stays the same whatever the size of the
/// file, but for the different texts of columns that are asked for by ``choice(_:)``.
package final class ScannedRows {
    private let table: ScannedTable
    private let source: TableSource
    private let options: TableOptions
    private let blockSize: Int
    /// Only where damage is looked for.
    private let watch: DamageWatch?
    /// Whether the row holds anything but plain ASCII, where that is looked at.
    private var isUnusual = false
    private var choices: [ScannedChoices?]
    private var position = -1
    private var row = ScannedRow(first: 0, count: 0, line: 0, hasStrayQuote: false)
    private var hasEnded = false

    package convenience init(_ source: TableSource, options: TableOptions = TableOptions()) throws(TableProblem) {
        try self.init(source, options: options, blockSize: RawBlocks.size)
    }

    /// Tests and the fuzzer choose small blocks, so that every row is cut somewhere.
    package convenience init(_ source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        try self.init(source, below: try TableReader(source, options: options), options, blockSize, watch: nil)
    }

    /// Reads on where a reader stands that has given no row yet, and looks for damage as that one does.
    package convenience init(
        _ source: TableSource, below top: TableReader, options: TableOptions
    ) throws(TableProblem) {
        try self.init(source, below: top, options, RawBlocks.size, watch: DamageWatch())
    }

    init(
        _ source: TableSource, below top: TableReader, _ options: TableOptions, _ blockSize: Int, watch: DamageWatch?
    ) throws(TableProblem) {
        table = try ScannedTable(source, below: top, options, blockSize: blockSize)
        (self.source, self.options, self.blockSize, self.watch) = (source, options, blockSize, watch)
        choices = Array(repeating: nil, count: table.width)
    }

    /// The same table from its first row. How it is laid out is known by now.
    package func again() throws(TableProblem) -> ScannedRows {
        try ScannedRows(source, below: table.top, options, blockSize, watch: watch.map { _ in DamageWatch() })
    }

    package var header: [String] { table.top.header }
    package var headerLine: Int { table.top.headerLine }
    package var encoding: TextEncoding { table.top.encoding }
    package var delimiter: Character { table.top.delimiter }
    package var byteCount: Int { table.top.byteCount }
    package var bytesRead: Int { table.index.bytesRead }
    package var rowsRead: Int { table.rowsRead }
    /// Complete once `next()` has given `false`.
    package var warnings: [TableWarning] { table.warnings }

    /// The physical line on which the row begins.
    package var line: Int { Int(row.line) }

    /// Goes to the next row; `false` at the end, and after any problem that concerns more than one row.
    ///
    /// A problem that concerns one row may be caught and noted: the next call goes on behind it.
    package func next() throws(TableProblem) -> Bool {
        guard !hasEnded else { return false }
        do throws(TableProblem) {
            repeat {
                position += 1
                if position >= table.index.rowCount {
                    guard try table.index.advance() else {
                        hasEnded = true
                        return false
                    }
                    position = 0
                }
                row = table.index.rows[position]
            } while try !table.counts(row)
        } catch {
            hasEnded = true
            throw error
        }
        if let problem = table.problem(of: row) { throw problem }
        if let watch { isUnusual = table.look(at: row, watch) }
        return true
    }

    /// The bytes of a field, sound UTF-8 without quotes. They are there only as long as `body` runs.
    package func withField<Result>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(field(column).buffer))
    }

    /// The field as text, as ``TableReader`` gives it.
    package func text(_ column: Int) -> String {
        let field = field(column)
        var text = field.text
        if isUnusual, options.mendsGarbledText, let mended = watch?.flaw(of: field)?.mended { text = mended }
        return options.removesFormulaGuard ? FormulaGuard.unguarded(text) : text
    }

    /// The row as ``TableReader`` gives it.
    package var whole: TableRow { TableRow(line: line, fields: (0..<table.width).map(text)) }

    /// The number of the cell's bytes among all different ones of its column that were asked for, from 0; `nil` when
    /// there are too many. Cells of one number have the same text.
    package func choice(_ column: Int) -> Int? {
        let field = field(column)
        if let known = choices[column] { return known.code(field) }
        let fresh = ScannedChoices(limit: ScannedRows.choiceLimit)
        choices[column] = fresh
        return fresh.code(field)
    }

    private static let choiceLimit = 1 << 20

    /// How many bytes stand in a cell.
    package func length(_ column: Int) -> Int { field(column).count }

    package func integer(_ column: Int) -> ScannedCell<Int> { field(column).integer }

    package func decimal(_ column: Int) -> ScannedCell<Double> { field(column).decimal }

    package func day(_ column: Int, _ order: DayOrder) -> ScannedCell<Day> {
        field(column).day(order).map(Day.init(daysSince1970:))
    }

    package func isEmpty(_ column: Int) -> Bool { field(column).isBlank }

    private func field(_ column: Int) -> FieldBytes {
        precondition(column >= 0 && column < table.width, "a row has as many fields as there are headings")
        return table.field(column, of: row)
    }
}
