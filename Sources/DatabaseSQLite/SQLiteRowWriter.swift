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
    /// The text that is bound at each position, if it is a short one. It stays bound from row to row, and many columns
    /// of a large table say the same in the next.
    private var texts: [[UInt8]?]

    private static let longestKept = 64

    init(into statement: SQLiteStatement, columnCount: Int, on connection: SQLiteConnection) {
        (self.statement, self.columnCount, self.connection) = (statement, columnCount, connection)
        texts = Array(repeating: nil, count: columnCount + 1)
    }

    func write(_ value: Int64) { bind(.int(value)) }
    func write(_ value: Double) { bind(.double(value)) }

    func write(_ value: String) {
        let place = position + 1
        guard texts.indices.contains(place), value.utf8.count <= SQLiteRowWriter.longestKept else {
            bind(.text(value))
            return
        }
        var value = value
        let isBound = value.withUTF8 { bytes in
            // Bytes, because Swift calls two strings equal that differ only in composition.
            texts[place]?.withUnsafeBufferPointer { $0.count == bytes.count && isAlike($0, bytes) }
        }
        if isBound == true {
            position = place
        } else {
            bind(.text(value))
            texts[place] = Array(value.utf8)
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

    /// Whether as many bytes are the same.
    private func isAlike(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let left = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(left, other, right.count) == 0
    }

    private func bind(_ value: SQLValue) {
        position += 1
        if texts.indices.contains(position) { texts[position] = nil }
        do { try statement.bind(value, at: Int32(position)) } catch { flaw = flaw ?? error }
    }
}
