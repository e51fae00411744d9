import CSQLite
import Database

/// Loads rows through one prepared insert.
final class SQLiteRowWriter: RowWriter {
    private(set) var count = 0
    private let statement: SQLiteStatement
    private let columnCount: Int
    private let connection: SQLiteConnection
    private var position = 0
    private var flaw: (any Error)?

    init(into statement: SQLiteStatement, columnCount: Int, on connection: SQLiteConnection) {
        (self.statement, self.columnCount, self.connection) = (statement, columnCount, connection)
    }

    func write(_ value: Int64) { bind(.int(value)) }
    func write(_ value: Double) { bind(.double(value)) }
    func write(_ value: String) { bind(.text(value)) }
    func write(_ value: Bool) { bind(.bool(value)) }
    func write(_ value: [UInt8]) { bind(.blob(value)) }
    func writeNull() { bind(.null) }

    func endRow() throws {
        precondition(position == columnCount, "a row of \(columnCount) columns was given \(position) values")
        position = 0
        if let flaw { throw flaw }
        if count.isMultiple(of: 256) { try connection.check() }
        guard sqlite3_step(statement.pointer) == SQLITE_DONE else { throw connection.error() }
        sqlite3_reset(statement.pointer)
        count += 1
    }

    private func bind(_ value: SQLValue) {
        position += 1
        do { try statement.bind(value, at: Int32(position)) } catch { flaw = flaw ?? error }
    }
}
