import CSQLite
import Database

/// A prepared statement.
final class SQLiteStatement {
    let pointer: OpaquePointer
    let text: String
    var isKept: Bool
    var isBusy = false
    var lastUse = 0

    init(pointer: OpaquePointer, text: String, isKept: Bool) {
        (self.pointer, self.text, self.isKept) = (pointer, text, isKept)
    }

    /// Binds by position: our parameters are numbered in the order in which they appear, and SQLite counts that way.
    func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    func bind(_ value: SQLValue, at position: Int32) throws {
        if let refusal = value.refusal { throw refusal }
        let code =
            switch value {
            case .null: sqlite3_bind_null(pointer, position)
            case .bool(let value): sqlite3_bind_int(pointer, position, value ? 1 : 0)
            case .int(let value): sqlite3_bind_int64(pointer, position, value)
            case .double(let value): sqlite3_bind_double(pointer, position, value)
            case .text(let value): bind(value, at: position)
            case .blob(let value): bind(value, at: position)
            }
        guard code == SQLITE_OK else {
            throw SQLError(kind: .other, code: "\(code)", message: "parameter \(position) of: \(text)")
        }
    }

    private func bind(_ value: String, at position: Int32) -> Int32 {
        var value = value
        return value.withUTF8 { bytes in
            // Without bytes there may be no address, which would be a null.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite_bind_text_copied(pointer, position, "", 0)
            }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite_bind_text_copied(pointer, position, $0, Int32(clamping: bytes.count))
            }
        }
    }

    private func bind(_ value: [UInt8], at position: Int32) -> Int32 {
        value.withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, position, 0)
                : sqlite_bind_blob_copied(pointer, position, bytes.baseAddress, Int32(clamping: bytes.count))
        }
    }
}

/// The statements a connection has prepared, by their text; past a bound, those not used for longest are let go.
struct SQLiteStatements {
    private static let bound = 256
    private let database: OpaquePointer
    private var kept: [String: SQLiteStatement] = [:]
    private var uses = 0

    init(of database: OpaquePointer) { self.database = database }

    /// A statement ready to bind. One that is being stepped (a query inside the reader of the same query) is left alone.
    mutating func take(_ text: String, isKept: Bool) throws -> SQLiteStatement {
        uses += 1
        if let statement = kept[text], !statement.isBusy {
            statement.isBusy = true
            statement.lastUse = uses
            return statement
        }
        let statement = try prepare(text, isKept: isKept && kept[text] == nil)
        statement.isBusy = true
        statement.lastUse = uses
        if statement.isKept {
            makeRoom()
            kept[text] = statement
        }
        return statement
    }

    func giveBack(_ statement: SQLiteStatement) {
        guard statement.isKept else {
            sqlite3_finalize(statement.pointer)
            return
        }
        sqlite3_reset(statement.pointer)
        sqlite3_clear_bindings(statement.pointer)
        statement.isBusy = false
    }

    mutating func finalizeAll() {
        for statement in kept.values { sqlite3_finalize(statement.pointer) }
        kept = [:]
    }

    private func prepare(_ text: String, isKept: Bool) throws -> SQLiteStatement {
        var pointer: OpaquePointer?
        let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        guard sqlite3_prepare_v3(database, text, -1, flags, &pointer, nil) == SQLITE_OK else {
            throw SQLError(of: database)
        }
        guard let pointer else { throw SQLError(kind: .other, code: "empty", message: "there is no statement") }
        return SQLiteStatement(pointer: pointer, text: text, isKept: isKept)
    }

    /// Lets a quarter go at a time, so that finding the oldest costs little per statement.
    private mutating func makeRoom() {
        guard kept.count >= Self.bound else { return }
        let oldest = kept.values.filter { !$0.isBusy }.sorted { $0.lastUse < $1.lastUse }.prefix(Self.bound / 4)
        for statement in oldest {
            sqlite3_finalize(statement.pointer)
            kept[statement.text] = nil
        }
    }
}
