import CSQLite
import Database
import Foundation
import Ground

/// One connection, used by one thread at a time.
///
/// `@unchecked Sendable` is this driver's one exception: a connection moves between threads, but only through the
/// database's locks, which give it to one of them at a time. Cancellation does not touch it from outside either: SQLite
/// asks the errand, every few thousand steps, whether to go on. So there is no moment at which an interruption is lost
/// or hits the next transaction, as there is with `sqlite3_interrupt`.
final class SQLiteConnection: Connection, @unchecked Sendable {
    enum Purpose { case reading, writing }

    private let database: OpaquePointer
    private var statements: SQLiteStatements
    private var errand: Errand?

    init(path: String, purpose: Purpose) throws {
        let mode = purpose == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, mode | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw opened.map { SQLError(of: $0) } ?? SQLError(kind: .other, code: "\(code)", message: "out of memory")
        }
        database = opened
        statements = SQLiteStatements(of: opened)
        try prepare(for: purpose)
    }

    deinit {
        statements.finalizeAll()
        sqlite3_close_v2(database)
    }

    /// Carries out `body` between `begin` and COMMIT; if anything fails, nothing of it remains.
    func transaction<Value>(
        _ begin: String, for errand: Errand, at now: Instant, _ body: (Transaction) throws -> Value
    ) throws -> Value {
        self.errand = errand
        defer { self.errand = nil }
        do {
            try perform(begin)
            let transaction = Transaction(on: self, engine: .sqlite, now: now)
            let value = try body(transaction)
            if let failure = transaction.failure { throw failure }
            try errand.check()
            self.errand = nil
            try perform("COMMIT")
            return value
        } catch {
            // Nothing may keep the undoing from happening. SQLite has already undone what failed for want of space.
            self.errand = nil
            if sqlite3_get_autocommit(database) == 0 { sqlite3_exec(database, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Refuses to go on when the errand is over.
    func check() throws { try errand?.check() }

    func run(_ text: String, _ values: [SQLValue], _ each: (any RowSource) -> Bool) throws -> Int {
        try check()
        // Long lists make texts that hardly come again.
        let statement = try statements.take(text, isKept: values.count <= 64)
        defer { statements.giveBack(statement) }
        try statement.bind(values)
        let changesBefore = sqlite3_total_changes64(database)
        let row = SQLiteRow(statement: statement.pointer)
        stepping: while true {
            switch sqlite3_step(statement.pointer) {
            case SQLITE_ROW: if !each(row) { break stepping }
            case SQLITE_DONE: break stepping
            default: throw error()
            }
        }
        // `sqlite3_changes` keeps its number through statements that change no rows.
        return sqlite3_total_changes64(database) == changesBefore ? 0 : Int(sqlite3_changes64(database))
    }

    func runScript(_ text: String) throws {
        try check()
        guard sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK else { throw error() }
    }

    func load(into table: String, _ columns: [String], rows: (any RowWriter) throws -> Void) throws -> Int {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let text = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        let statement = try statements.take(text, isKept: true)
        defer { statements.giveBack(statement) }
        let writer = SQLiteRowWriter(into: statement, columnCount: columns.count, on: self)
        defer { withExtendedLifetime(writer) { _ = sqlite3_clear_bindings(statement.pointer) } }
        try rows(writer)
        return writer.count
    }

    private func perform(_ text: String) throws { _ = try run(text, []) { _ in true } }

    /// What went wrong last.
    func error() -> SQLError {
        let error = SQLError(of: database)
        // An interruption is always the errand's, which knows why.
        let wasStopped = error.kind == .cancelled || error.kind == .collision
        return wasStopped ? errand?.ending ?? error : error
    }
}

extension SQLiteConnection {
    private func prepare(for purpose: Purpose) throws {
        sqlite3_extended_result_codes(database, 1)
        sqlite_be_strict(database)
        let itself = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_busy_handler(database, { itself, tries in SQLiteConnection.at(itself).waitIsWorthwhile(tries) }, itself)
        sqlite3_progress_handler(database, 4000, { itself in SQLiteConnection.at(itself).isToStop ? 1 : 0 }, itself)
        // Memory is never mapped: a failing disk is then an error and not a signal that ends the process.
        try runScript(
            """
            PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -8192;
            PRAGMA foreign_keys = ON;
            PRAGMA case_sensitive_like = ON;
            """)
        guard purpose == .writing else { return }
        try runScript(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA wal_autocheckpoint = 4000;
            """)
    }

    private static func at(_ address: UnsafeMutableRawPointer?) -> SQLiteConnection {
        guard let address else { preconditionFailure("SQLite calls back with the connection it was given") }
        return Unmanaged<SQLiteConnection>.fromOpaque(address).takeUnretainedValue()
    }

    private var isToStop: Bool { errand?.ending != nil }

    /// Another process (a command beside the server) is writing: waits a moment, ten seconds in all.
    private func waitIsWorthwhile(_ tries: Int32) -> Int32 {
        guard !isToStop, tries < 1000 else { return 0 }
        usleep(10_000)
        return 1
    }
}
