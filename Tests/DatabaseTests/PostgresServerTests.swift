import Database
import DatabaseTesting
import Foundation
import Testing

@testable import DatabasePostgres

private let others: SQL = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    """

@Suite(.enabled(if: TestDatabases.hasPostgres, "SIGHTLINE_TEST_POSTGRES is not set"))
struct `A database on a server` {
    @Test func `reads and writes on when its connections were cut`() async throws {
        try await withPostgres { url, name in
            let database = try PostgresDatabase(url: url, database: name, connections: 3) { TestDatabases.moment }
            let other = try PostgresDatabase(url: url, database: name, connections: 1) { TestDatabases.moment }
            try await database.write { try $0.execute(script: "CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (1);") }
            for _ in 0..<3 {
                try await fill(database)
                let cut = try await other.write { try $0.value(others, as: Int.self) }
                #expect(cut == 3)
                let x = try await database.read { try $0.value("SELECT x FROM t", as: Int.self) }
                #expect(x == 1)
                try await fill(database)
                _ = try await other.write { try $0.value(others, as: Int.self) }
                let changes = try await database.write { try $0.execute("UPDATE t SET x = 1") }
                #expect(changes == 1)
            }
            try await database.close()
            try await other.close()
        }
    }

    @Test func `does a write again, whole, when its connection is cut in the middle`() async throws {
        try await withPostgres { url, name in
            let database = try PostgresDatabase(url: url, database: name, connections: 1) { TestDatabases.moment }
            let other = try PostgresDatabase(url: url, database: name, connections: 1) { TestDatabases.moment }
            try await database.write { try $0.execute(script: "CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (0);") }
            let (hasWritten, mayGoOn) = (Latch(), Latch())
            async let written: Void = database.write { transaction in
                try transaction.execute("UPDATE t SET x = x + 1")
                hasWritten.open()
                mayGoOn.wait()
                try transaction.execute("UPDATE t SET x = x + 1")
            }
            try await hasWritten.opened()
            _ = try await other.write { try $0.value(others, as: Int.self) }
            mayGoOn.open()
            try await written
            let x = try await database.read { try $0.value("SELECT x FROM t", as: Int.self) }
            #expect(x == 2)
            try await database.close()
            try await other.close()
        }
    }

    @Test func `reads on when a table changed under a prepared statement`() async throws {
        try await withDatabase(.postgres, connections: 1) { database in
            try await database.write { try $0.execute(script: "CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (1);") }
            let before = try await database.read { try $0.rows("SELECT * FROM t") { $0.source.columnCount } }
            #expect(before == [1])
            try await database.write { try $0.execute(script: "ALTER TABLE t ADD COLUMN y TEXT") }
            let after = try await database.read { try $0.rows("SELECT * FROM t") { $0.source.columnCount } }
            #expect(after == [2])
        }
    }

    @Test func `says that it cannot be reached`() async throws {
        let nobody = try PostgresDatabase(url: "postgresql://nobody@127.0.0.1:1/x", connections: 1) {
            TestDatabases.moment
        }
        let error = await #expect(throws: SQLError.self) { try await nobody.read { try $0.exists("SELECT 1") } }
        #expect(error?.kind == .unreachable)
        try await nobody.close()
        await #expect(throws: SQLError.closed) { try await nobody.read { try $0.exists("SELECT 1") } }
    }

    /// Has every connection of the pool at work at once, so that all of them are idle afterwards.
    private func fill(_ database: PostgresDatabase) async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 { group.addTask { try await database.read { try $0.execute("SELECT pg_sleep(0.1)") } } }
            try await group.waitForAll()
        }
    }
}

@Suite struct `The address of a server` {
    @Test(arguments: [
        ("postgresql:///sightline", nil),
        ("postgresql://localhost/sightline", nil),
        ("postgresql://me@127.0.0.1:5433,[::1]/sightline", nil),
        ("host=/run/postgresql dbname=sightline", nil),
        ("postgresql://me@db.example.org/sightline", "verify-full"),
        ("postgresql://localhost,db.example.org/sightline", "verify-full"),
        ("host=10.0.0.5 dbname=sightline", "verify-full"),
        ("postgresql://db.example.org/sightline?sslmode=disable", nil),
    ])
    func `asks another machine to prove who it is, unless told otherwise`(_ url: String, _ mode: String?) throws {
        let address = try PostgresAddress(url: url, environment: [:])
        #expect(address.settings.first { $0.keyword == "sslmode" }?.value == mode)
    }

    @Test func `follows the environment`() throws {
        let elsewhere = try PostgresAddress(url: "postgresql:///x", environment: ["PGHOST": "db.example.org"])
        #expect(elsewhere.settings.contains { $0 == ("sslmode", "verify-full") })
        let told = try PostgresAddress(url: "postgresql://db.example.org/x", environment: ["PGSSLMODE": "require"])
        #expect(!told.settings.contains { $0.keyword == "sslmode" })
    }

    @Test func `is not repeated when it cannot be read`() throws {
        let error = #expect(throws: SQLError.self) {
            try PostgresAddress(url: "postgresql://me:secret@[oops/sightline", environment: [:])
        }
        #expect(error?.description.contains("secret") == false)
    }
}
