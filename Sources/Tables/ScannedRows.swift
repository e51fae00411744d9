package import Ground

/// Reads a table row by row as ``TableReader`` does, but leaves the fields as bytes until somebody asks for them.
///
///     let rows = try ScannedRows(.file(path: path))
///     while try rows.next() {
///         guard case .value(let score) = rows.decimal(4) else { … rows.line … }
///     }
///
/// For whole columns at a time see ``ScannedColumns``, which is faster still. What it does not do: look for lost macrons
/// and garbled text, and mend the latter. Synchronous; memory stays the same whatever the size of the file.
package final class ScannedRows {
    private let table: ScannedTable
    private let removesFormulaGuard: Bool
    private var position = -1
    private var row = ScannedRow(first: 0, count: 0, line: 0, hasStrayQuote: false)
    private var hasEnded = false

    package convenience init(_ source: TableSource, options: TableOptions = TableOptions()) throws(TableProblem) {
        try self.init(source, options: options, blockSize: RawBlocks.size)
    }

    /// Tests and the fuzzer choose small blocks, so that every row is cut somewhere.
    package init(_ source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        table = try ScannedTable(source, options: options, blockSize: blockSize)
        removesFormulaGuard = options.removesFormulaGuard
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
        let text = field(column).text
        return removesFormulaGuard ? FormulaGuard.unguarded(text) : text
    }

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
