import Database
import DatabaseSQLite
import DatabaseTesting
import Foundation
import Testing

private func opened<Value: Sendable>(
    _ path: String, _ body: (SQLiteDatabase) async throws -> Value
) async throws -> Value {
    let database = try SQLiteDatabase(path: path, readers: 2) { TestDatabases.moment }
    do {
        let value = try await body(database)
        try await database.close()
        return value
    } catch {
        try await database.close()
        throw error
    }
}

@Suite struct `A database in a file` {
    @Test func `keeps what was committed`() async throws {
        try await withSQLiteFile { path in
            try await opened(path) { database in
                try await database.write {
                    try $0.execute(script: "CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (1);")
                }
            }
            let kept = try await opened(path) { database in
                try await database.read { try $0.value("SELECT x FROM t", as: Int.self) }
            }
            #expect(kept == 1)
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        }
    }

    @Test func `says so when the disk is full, and keeps what it had`() async throws {
        try await withSQLiteFile { path in
            try await opened(path) { database in
                try await database.write { transaction in
                    try transaction.execute(script: "CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('kept');")
                }
                // A file that may not grow stands for a disk that is full: SQLite gives the same error.
                _ = try await database.write { try $0.value("PRAGMA max_page_count = 8", as: Int.self) }
                let error = await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        try transaction.execute("DELETE FROM t")
                        for _ in 0..<100 {
                            // Caught or not: the transaction is gone, and nothing may be stored outside it.
                            _ = try? transaction.savepoint {
                                try transaction.execute("INSERT INTO t VALUES (\(String(repeating: "x", count: 4000)))")
                            }
                        }
                    }
                }
                #expect(error?.kind == .diskFull)
                let kept = try await database.read { try $0.rows("SELECT x FROM t") { try $0[0] as String } }
                #expect(kept == ["kept"])
                let isSound = try await database.read { try $0.value("PRAGMA integrity_check", as: String.self) }
                #expect(isSound == "ok")
            }
        }
    }

    @Test func `that is no database is refused`() async throws {
        try await withSQLiteFile { path in
            try Data(repeating: 65, count: 8192).write(to: URL(filePath: path))
            let error = #expect(throws: SQLError.self) { try SQLiteDatabase(path: path) { TestDatabases.moment } }
            #expect(error?.kind == .corrupt)
        }
    }

    @Test func `that cannot be made is refused`() throws {
        let error = #expect(throws: SQLError.self) {
            try SQLiteDatabase(path: "/nowhere/at/all.db") { TestDatabases.moment }
        }
        #expect(error?.kind == .unreachable)
    }

    @Test func `waits for another process that writes`() async throws {
        try await withSQLiteFile { path in
            try await opened(path) { server in
                try await server.write {
                    try $0.execute(script: "CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (0);")
                }
                try await opened(path) { command in
                    let isWriting = Latch()
                    async let slow: Void = command.write { transaction in
                        try transaction.execute("UPDATE t SET x = x + 1")
                        isWriting.open()
                        usleep(100_000)
                    }
                    try await isWriting.opened()
                    try await server.write { try $0.execute("UPDATE t SET x = x + 1") }
                    try await slow
                    let x = try await server.read { try $0.value("SELECT x FROM t", as: Int.self) }
                    #expect(x == 2)
                }
            }
        }
    }

    @Test func `is closed once it is closed`() async throws {
        try await withSQLiteFile { path in
            let database = try SQLiteDatabase(path: path) { TestDatabases.moment }
            try await database.close()
            await #expect(throws: SQLError.closed) {
                try await database.read { try $0.value("SELECT 1", as: Int.self) }
            }
            await #expect(throws: SQLError.closed) {
                try await database.write { try $0.value("SELECT 1", as: Int.self) }
            }
        }
    }
}
