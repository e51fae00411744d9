import Database
import DatabaseTesting
import Ground
import Testing

private enum Shade: String, Bindable, Column, Equatable { case light, dark }
private enum Thing {}

@Suite struct `A value` {
    @Test(arguments: TestDatabases.all) func `comes back as it was stored`(_ engine: Engine) async throws {
        try await withDatabase(engine, [table]) { database in
            let texts = ["", "Ōtāwhao ’kura’ \"x\" \\ %", "tab\tline\nreturn\r", "👩🏽‍🏫", "$1 ; -- '"]
            let integers: [Int64] = [.min, -1, 0, 1, 9_007_199_254_740_993, .max]
            let numbers = [0.1, -0.0, 1e300, .leastNonzeroMagnitude, .infinity, 1.0 / 3, 2]
            let blobs: [[UInt8]] = [[], [0], Array(0...255)]
            for text in texts { try await expectReturn(of: text, "t", in: database) }
            for integer in integers { try await expectReturn(of: integer, "i", in: database) }
            for number in numbers { try await expectReturn(of: number, "d", in: database) }
            for truth in [true, false] { try await expectReturn(of: truth, "b", in: database) }
            for blob in blobs { try await expectReturn(of: blob, "x", in: database) }
            try await expectReturn(of: Shade.dark, "t", in: database)
            let day = try #require(Day(year: 2026, month: 2, dayOfMonth: 3))
            try await expectReturn(of: day, "t", in: database)
            try await expectReturn(of: TestDatabases.moment, "t", in: database)
            let id = Identifier<Thing>(rawValue: "0193-abc")
            try await expectReturn(of: id, "t", in: database)
        }
    }

    @Test(arguments: TestDatabases.all) func `may be missing in any column`(_ engine: Engine) async throws {
        try await withDatabase(engine, [table]) { database in
            try await expectReturn(of: String?.none, "t", in: database)
            try await expectReturn(of: Int?.none, "i", in: database)
            try await expectReturn(of: Double?.none, "d", in: database)
            try await expectReturn(of: Bool?.none, "b", in: database)
            try await expectReturn(of: [UInt8]?.none, "x", in: database)
        }
    }

    @Test(arguments: TestDatabases.all) func `that is missing can be asked about`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let none = Int?.none
            let answer = try await database.read { transaction in
                try transaction.first("SELECT \(none) IS NULL, coalesce(\(none), \(7)), \(Int?(3)) IS NULL") {
                    (try $0[0] as Bool, try $0[1] as Int, try $0[2] as Bool)
                }
            }
            #expect(try #require(answer) == (true, 7, false))
        }
    }

    @Test(arguments: TestDatabases.all) func `keeps its type where SQL cannot know it`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let answer = try await database.read { transaction in
                try transaction.first(
                    """
                    WITH given(a, b, c) AS (VALUES (\(2), \(0.5), \("x")))
                    SELECT a + \(40), b * \(3), c || \("y"), a = \(2) AND \(true) FROM given
                    """
                ) { (try $0[0] as Int, try $0[1] as Double, try $0[2] as String, try $0[3] as Bool) }
            }
            #expect(try #require(answer) == (42, 1.5, "xy", true))
        }
    }

    @Test(arguments: TestDatabases.all) func `of text without a NUL is all that is taken`(_ engine: Engine) async throws
    {
        try await withDatabase(engine, [table]) { database in
            await #expect(throws: SQLError.holdsNUL) {
                try await database.write { try $0.execute("INSERT INTO thing (t) VALUES (\("a\0b"))") }
            }
            await #expect(throws: SQLError.isNaN) {
                try await database.write { try $0.execute("INSERT INTO thing (d) VALUES (\(Double.nan))") }
            }
        }
    }

    @Test(arguments: TestDatabases.all)
    func `of another type than its column's reader is refused, unseen`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let error = await #expect(throws: UnreadableColumn.self) {
                try await database.read { try $0.value("SELECT 'Aroha' AS name", as: Int.self) }
            }
            #expect(error?.description == "column name holds a value that is not a Int")
            let missing = await #expect(throws: UnreadableColumn.self) {
                try await database.read { try $0.value("SELECT CAST(NULL AS TEXT) AS name", as: String.self) }
            }
            #expect(missing?.description == "column name holds null that is not a String")
        }
    }

    @Test(arguments: TestDatabases.all) func `may be one of a list`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            for count in [0, 1, 3, 500] {
                let wanted = (0..<count).map { $0 * 2 }
                let found = try await database.read { transaction in
                    try transaction.value(
                        """
                        WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < 1999)
                        SELECT count(*) FROM n WHERE x IN (\(list: wanted))
                        """, as: Int.self)
                }
                #expect(found == count)
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `sorts by its bytes in a sort key`(_ engine: Engine) async throws {
        let schema = Migration("sorting", "CREATE TABLE school (name TEXT NOT NULL, sort_key \(.sortKey) NOT NULL);")
        try await withDatabase(engine, [schema]) { database in
            let names = ["Zoe", "Āpirana", "aroha", "Māui", "mauī b", "Ō-tāwhao", "Otago"]
            try await database.write { transaction in
                for name in names {
                    try transaction.execute("INSERT INTO school (name, sort_key) VALUES (\(name), \(name.sortKey))")
                }
            }
            let sorted = try await database.read {
                try $0.rows("SELECT name FROM school ORDER BY sort_key") { try $0[0] as String }
            }
            #expect(sorted == ["Āpirana", "aroha", "Māui", "mauī b", "Ō-tāwhao", "Otago", "Zoe"])
            let raw = try await database.read {
                try $0.rows("SELECT name FROM school ORDER BY name") { try $0[0] as String }
            }
            #expect(raw == raw.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }
}

private let table = Migration(
    "values-1-table", "CREATE TABLE thing (t TEXT, i BIGINT, d DOUBLE PRECISION, b BOOLEAN, x \(.bytes));")

/// Stores a value in a column, and reads it back in another transaction.
private func expectReturn<Value: Bindable & Column & Equatable & Sendable>(
    of value: Value?, _ column: StaticString, in database: any Database
) async throws {
    try await database.write { transaction in
        try transaction.execute("DELETE FROM thing")
        try transaction.execute("INSERT INTO thing (\(.name(column))) VALUES (\(value))")
    }
    let found = try await database.read { transaction in
        try transaction.rows("SELECT \(.name(column)) FROM thing") { try $0[0] as Value? }
    }
    #expect(found == [value])
}
