import CSQLite
import Database
import Foundation

/// Loads rows through one prepared insert.
final class SQLiteRowWriter: RowWriter {
    private(set) var count = 0
    private let statement: SQLiteStatement
    private let columnCount: Int
    private let connection: SQLiteConnection
    private var position = 0
    private var flaw: (any Error)?
    /// Short texts lie here, each at its position, and are bound where they lie. What is bound stays so from row to row,
    /// and many columns of a large table say the same in the next.
    private let shelf: UnsafeMutablePointer<UInt8>
    /// How long the text is that is bound at each position, if it lies on the shelf.
    private var lengths: [Int?]

    private static let room = 64

    init(into statement: SQLiteStatement, columnCount: Int, on connection: SQLiteConnection) {
        (self.statement, self.columnCount, self.connection) = (statement, columnCount, connection)
        lengths = Array(repeating: nil, count: columnCount + 1)
        shelf = .allocate(capacity: (columnCount + 1) * SQLiteRowWriter.room)
    }

    /// The statement must not be stepped any more.
    deinit { shelf.deallocate() }

    func write(_ value: Int64) { bind(.int(value)) }
    func write(_ value: Double) { bind(.double(value)) }

    func write(_ value: String) {
        var text = value
        if text.withUTF8({ bind(short: $0, at: position + 1) }) { position += 1 } else { bind(.text(value)) }
    }

    /// `false` where the text is long, or holds a NUL and will be refused.
    private func bind(short text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place <= columnCount, text.count <= SQLiteRowWriter.room else { return false }
        let start = shelf + place * SQLiteRowWriter.room
        let isOfSameLength = lengths[place] == text.count
        if let bytes = text.baseAddress, text.count > 0 {
            // Bytes, because Swift calls two strings equal that differ only in composition.
            if isOfSameLength, memcmp(start, bytes, text.count) == 0 { return true }
            guard memchr(bytes, 0, text.count) == nil else { return false }
            start.update(from: bytes, count: text.count)
        }
        if isOfSameLength { return true }
        lengths[place] = text.count
        return start.withMemoryRebound(to: CChar.self, capacity: SQLiteRowWriter.room) {
            // Without a destructor SQLite reads the text where it is.
            sqlite3_bind_text(statement.pointer, Int32(place), $0, Int32(text.count), nil) == SQLITE_OK
        }
    }

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
        if lengths.indices.contains(position) { lengths[position] = nil }
        do { try statement.bind(value, at: Int32(position)) } catch { flaw = flaw ?? error }
    }
}
