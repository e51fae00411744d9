import CSQLite
import Database

extension SQLError {
    /// What went wrong last on a connection.
    init(of database: OpaquePointer) {
        let code = sqlite3_extended_errcode(database)
        let message = String(cString: sqlite3_errmsg(database))
        self.init(kind: Kind(sqlite: code, message), code: "\(code)", message: message)
    }
}

extension SQLError.Kind {
    /// The meaning of an extended result code (sqlite.org/rescode.html): the code proper is in its lower eight bits.
    init(sqlite code: Int32, _ message: String) {
        self =
            switch code {
            case SQLiteCode.unique, SQLiteCode.primaryKey, SQLiteCode.rowID: .unique
            case SQLiteCode.foreignKey: .foreignKey
            // ON DELETE RESTRICT is a trigger inside SQLite; a trigger of ours that says no is a check.
            case SQLiteCode.trigger: message.hasPrefix("FOREIGN KEY") ? .foreignKey : .check
            case SQLiteCode.check: .check
            case SQLiteCode.notNull: .notNull
            case SQLiteCode.failedWrite, SQLiteCode.failedSharedMemorySize, SQLiteCode.failedSync: .diskFull
            default: Self(sqlitePrimary: code & 0xFF)
            }
    }

    private init(sqlitePrimary code: Int32) {
        self =
            switch code {
            case SQLITE_BUSY, SQLITE_LOCKED: .collision
            case SQLITE_INTERRUPT: .cancelled
            case SQLITE_FULL: .diskFull
            case SQLITE_READONLY: .readOnly
            case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
            case SQLITE_CANTOPEN, SQLITE_IOERR: .unreachable
            default: .other
            }
    }
}

/// Extended result codes, which are macros that Swift does not see.
private enum SQLiteCode {
    static let check = SQLITE_CONSTRAINT | (1 << 8)
    static let foreignKey = SQLITE_CONSTRAINT | (3 << 8)
    static let notNull = SQLITE_CONSTRAINT | (5 << 8)
    static let primaryKey = SQLITE_CONSTRAINT | (6 << 8)
    static let trigger = SQLITE_CONSTRAINT | (7 << 8)
    static let unique = SQLITE_CONSTRAINT | (8 << 8)
    static let rowID = SQLITE_CONSTRAINT | (10 << 8)
    static let failedWrite = SQLITE_IOERR | (3 << 8)
    static let failedSync = SQLITE_IOERR | (4 << 8)
    static let failedSharedMemorySize = SQLITE_IOERR | (19 << 8)
}
