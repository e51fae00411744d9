import Database
import DatabaseTesting
import Testing

private let first = Migration("schools-1-table", "CREATE TABLE school (id BIGINT PRIMARY KEY);")
private let second = Migration(
    "schools-2-name", "ALTER TABLE school ADD COLUMN name TEXT NOT NULL DEFAULT ''; INSERT INTO school (id) VALUES (1);"
)

@Suite struct `Bringing the schema up to date` {
    @Test(arguments: TestDatabases.all) func `applies each change once, in order`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let start = try await database.migrate([first])
            #expect(start == ["schools-1-table"])
            let later = try await database.migrate([first, second])
            #expect(later == ["schools-2-name"])
            let again = try await database.migrate([first, second])
            #expect(again == [])
            let rows = try await database.read { try $0.value("SELECT count(*) FROM school", as: Int.self) }
            #expect(rows == 1)
            let applied = try await database.read { try $0.appliedMigrations() }
            #expect(applied == ["schools-1-table", "schools-2-name"])
        }
    }

    @Test(arguments: TestDatabases.all) func `refuses a database that is newer`(_ engine: Engine) async throws {
        try await withDatabase(engine, [first, second]) { database in
            await #expect(throws: NewerSchema(unknown: ["schools-2-name"])) { try await database.migrate([first]) }
        }
    }

    @Test(arguments: TestDatabases.all) func `changes nothing where one change fails`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: SQLError.self) {
                try await database.migrate([
                    first, Migration("schools-2-wrong", "ALTER TABLE nowhere ADD COLUMN x TEXT;"),
                ])
            }
            let applied = try await database.read { try $0.appliedMigrations() }
            #expect(applied == [])
            let mended = try await database.migrate([first])
            #expect(mended == ["schools-1-table"])
        }
    }

    @Test(arguments: TestDatabases.all) func `happens once where several begin together`(_ engine: Engine) async throws
    {
        try await withDatabase(engine) { database in
            let applied = try await withThrowingTaskGroup { group in
                for _ in 0..<4 { group.addTask { try await database.migrate([first, second]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["schools-1-table", "schools-2-name"])
        }
    }
}
