import Database
import DatabaseTesting
import Testing

private let table = Migration(
    "load-1",
    "CREATE TABLE result (id BIGINT PRIMARY KEY, name TEXT, score DOUBLE PRECISION, level BIGINT, ok BOOLEAN, x \(.bytes));"
)

@Suite struct `Loading many rows` {
    @Test(arguments: TestDatabases.all) func `keeps every value`(_ engine: Engine) async throws {
        try await withDatabase(engine, [table]) { database in
            let loaded = try await database.write { transaction in
                try transaction.load(into: "result", ["id", "name", "score", "level", "ok", "x"]) { writer in
                    for number in 0..<10_000 {
                        writer.write(number)
                        writer.write("Ākonga\t\\N \(number)\r\n")
                        writer.write(Double(number) / 3)
                        writer.write(number.isMultiple(of: 2) ? number : nil)
                        writer.write(number.isMultiple(of: 5))
                        writer.write([UInt8(number % 256), 0, 92])
                        try writer.endRow()
                    }
                }
            }
            #expect(loaded == 10_000)
            let sums = try await database.read { transaction in
                try transaction.first(
                    "SELECT count(*), count(level), sum(level), count(*) FILTER (WHERE ok), max(id) FROM result"
                ) { row in try (0..<5).map { try row[$0] as Int } }
            }
            #expect(sums == [10_000, 5_000, 24_995_000, 2_000, 9_999])
            let row = try await database.read { transaction in
                try transaction.first("SELECT name, score, level, ok, x FROM result WHERE id = 301") {
                    (
                        try $0[0] as String, try $0[1] as Double, try $0[2] as Int?, try $0[3] as Bool,
                        try $0[4] as [UInt8]
                    )
                }
            }
            #expect(try #require(row) == ("Ākonga\t\\N 301\r\n", 301.0 / 3, nil, false, [45, 0, 92]))
        }
    }

    @Test(arguments: TestDatabases.all) func `is all or nothing`(_ engine: Engine) async throws {
        struct TornPage: Error, Equatable {}
        try await withDatabase(engine, [table]) { database in
            await #expect(throws: TornPage()) {
                try await database.write { transaction in
                    _ = try transaction.load(into: "result", ["id"]) { writer in
                        writer.write(1)
                        try writer.endRow()
                        throw TornPage()
                    }
                }
            }
            let twice = await #expect(throws: SQLError.self) {
                try await database.write { transaction in
                    _ = try transaction.load(into: "result", ["id"]) { writer in
                        for _ in 0..<2 {
                            writer.write(1)
                            try writer.endRow()
                        }
                    }
                }
            }
            #expect(twice?.kind == .unique)
            await #expect(throws: SQLError.holdsNUL) {
                try await database.write { transaction in
                    _ = try transaction.load(into: "result", ["id", "name"]) { writer in
                        writer.write(1)
                        writer.write("\0")
                        try writer.endRow()
                    }
                }
            }
            let isThere = try await database.read { try $0.exists("SELECT id FROM result") }
            #expect(!isThere)
        }
    }

    @Test(arguments: TestDatabases.all)
    func `that fails in a savepoint leaves the rest alone`(_ engine: Engine) async throws {
        try await withDatabase(engine, [table]) { database in
            try await database.write { transaction in
                try transaction.execute("INSERT INTO result (id) VALUES (7)")
                #expect(throws: SQLError.self) {
                    try transaction.savepoint {
                        _ = try transaction.load(into: "result", ["id"]) { writer in
                            for number in 5..<9 {
                                writer.write(number)
                                try writer.endRow()
                            }
                        }
                    }
                }
            }
            let left = try await database.read { try $0.rows("SELECT id FROM result") { try $0[0] as Int } }
            #expect(left == [7])
        }
    }
}
