package import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
package import Ground

/// Where tests find a fresh, empty database of each engine.
///
///     @Test(arguments: TestDatabases.all) func `keeps its name`(_ engine: Engine) async throws {
///         try await withDatabase(engine, CommunitySchema.migrations) { database in … }
///     }
package enum TestDatabases {
    /// The engines there are: SQLite always, PostgreSQL where `SIGHTLINE_TEST_POSTGRES` holds the URL of a database on
    /// whose server databases may be made (`bin/postgres-for-tests` starts such a server and says so).
    package static var all: [Engine] { hasPostgres ? [.sqlite, .postgres] : [.sqlite] }

    package static var hasPostgres: Bool { postgresURL != nil }

    /// The same moment for every test that does not care which.
    package static let moment = Instant(milliseconds: 1_793_826_000_000)

    static var postgresURL: String? { ProcessInfo.processInfo.environment["SIGHTLINE_TEST_POSTGRES"] }

    static func folder() throws -> URL {
        let memory = URL(filePath: "/dev/shm")
        // In memory where the system has such a folder: nothing in a test needs to outlive the power.
        let parent =
            FileManager.default.isWritableFile(atPath: memory.path)
            ? memory : FileManager.default.temporaryDirectory
        let folder = parent.appending(path: "sightline-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

/// A fresh database with the given schema, gone when `body` ends.
@discardableResult package func withDatabase<Value>(
    _ engine: Engine, _ migrations: [Migration] = [], connections: Int = 4,
    clock: @escaping @Sendable () -> Instant = { TestDatabases.moment },
    _ body: (any Database) async throws -> Value
) async throws -> Value {
    switch engine {
    case .sqlite:
        try await withSQLiteFile { path in
            let database = try SQLiteDatabase(path: path, readers: connections, clock: clock)
            return try await using(database, migrations, body)
        }
    case .postgres:
        try await withPostgres { url, name in
            let database = try PostgresDatabase(url: url, database: name, connections: connections, clock: clock)
            return try await using(database, migrations, body)
        }
    }
}

/// A path at which nothing is yet, in a folder that is removed afterwards.
@discardableResult package func withSQLiteFile<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = try TestDatabases.folder()
    // A folder that stays behind harms nobody.
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(path: "sightline.db").path)
}

/// The URL of the server for tests and the name of a new database on it, dropped afterwards.
@discardableResult package func withPostgres<Value>(_ body: (_ url: String, _ name: String) async throws -> Value)
    async throws -> Value
{
    guard let url = TestDatabases.postgresURL else { throw NoPostgres() }
    let name = "sightline_test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    try await PostgresServer.create(name, at: url)
    return try await afterwards {
        try await PostgresServer.drop(name, at: url)
    } body: {
        try await body(url, name)
    }
}

/// A test asked for PostgreSQL where there is none: it should have taken its engines from ``TestDatabases/all``.
package struct NoPostgres: Error, CustomStringConvertible {
    package let description = "SIGHTLINE_TEST_POSTGRES is not set: bin/postgres-for-tests COMMAND sets it"
}

private func using<Value>(
    _ database: some Database, _ migrations: [Migration], _ body: (any Database) async throws -> Value
) async throws -> Value {
    try await afterwards {
        try await database.close()
    } body: {
        if !migrations.isEmpty { try await database.migrate(migrations) }
        return try await body(database)
    }
}

/// Tidies up whether or not `body` throws; its error is the one that counts.
private func afterwards<Value>(_ tidyUp: () async throws -> Void, body: () async throws -> Value) async throws -> Value
{
    let result: Value
    do { result = try await body() } catch {
        try? await tidyUp()
        throw error
    }
    try await tidyUp()
    return result
}
