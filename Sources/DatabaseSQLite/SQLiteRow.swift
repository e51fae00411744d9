import CSQLite
import Database

/// The row at which a statement stands.
struct SQLiteRow: RowSource {
    let statement: OpaquePointer

    var columnCount: Int { Int(sqlite3_column_count(statement)) }

    func name(_ index: Int) -> String {
        sqlite3_column_name(statement, Int32(index)).map { String(cString: $0) } ?? "\(index)"
    }

    func isNull(_ index: Int) -> Bool { type(index) == SQLITE_NULL }

    func int(_ index: Int) -> Int64? {
        type(index) == SQLITE_INTEGER ? sqlite3_column_int64(statement, Int32(index)) : nil
    }

    func double(_ index: Int) -> Double? {
        switch type(index) {
        case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(statement, Int32(index))
        default: nil
        }
    }

    func bool(_ index: Int) -> Bool? {
        switch int(index) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    func text(_ index: Int) -> String? {
        switch type(index) {
        case SQLITE_NULL, SQLITE_BLOB: return nil
        default:
            guard let start = sqlite3_column_text(statement, Int32(index)) else { return nil }
            let count = Int(sqlite3_column_bytes(statement, Int32(index)))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    func bytes(_ index: Int) -> [UInt8]? {
        guard type(index) == SQLITE_BLOB else { return nil }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        guard let start = sqlite3_column_blob(statement, Int32(index)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private func type(_ index: Int) -> Int32 { sqlite3_column_type(statement, Int32(index)) }
}
