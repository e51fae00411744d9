import Database
import DatabaseTesting
import Ground
import Synchronization
import Testing

private let counter = Migration(
    "transactions-1",
    "CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL); INSERT INTO counter VALUES (1, 0);")

private struct ChangeOfMind: Error, Equatable {}

private let endless: SQL = """
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000) SELECT count(*) FROM n
    """

@Suite struct `A transaction` {
    @Test(arguments: TestDatabases.all) func `leaves nothing when its body throws`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            await #expect(throws: ChangeOfMind()) {
                try await database.write { transaction in
                    try transaction.execute("UPDATE counter SET n = 5")
                    throw ChangeOfMind()
                }
            }
            let n = try await count(in: database)
            #expect(n == 0)
        }
    }

    @Test(arguments: TestDatabases.all) func `says how many rows it changed`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            let changes = try await database.write { transaction in
                [
                    try transaction.execute("INSERT INTO counter VALUES (2, 0), (3, 0)"),
                    try transaction.execute("SELECT n FROM counter"),
                    try transaction.execute("UPDATE counter SET n = 1 WHERE id > 5"),
                    try transaction.execute("CREATE TABLE other (id BIGINT)"),
                    try transaction.execute("DELETE FROM counter WHERE id > 1"),
                ]
            }
            #expect(changes == [2, 0, 0, 0, 2])
        }
    }

    @Test(arguments: TestDatabases.all) func `that reads cannot write`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.read { try $0.execute("UPDATE counter SET n = 5") }
            }
            #expect(error?.kind == .readOnly)
            let n = try await count(in: database)
            #expect(n == 0)
        }
    }

    @Test(arguments: TestDatabases.all) func `that reads sees one moment`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            let (hasRead, mayReadOn) = (Latch(), Latch())
            async let seen = database.read { transaction in
                let before = try transaction.value("SELECT n FROM counter", as: Int.self)
                hasRead.open()
                mayReadOn.wait()
                return [before, try transaction.value("SELECT n FROM counter", as: Int.self)]
            }
            try await hasRead.opened()
            try await database.write { try $0.execute("UPDATE counter SET n = 7") }
            mayReadOn.open()
            let both = try await seen
            #expect(both == [0, 0])
            let n = try await count(in: database)
            #expect(n == 7)
        }
    }

    @Test(arguments: TestDatabases.all) func `loses nothing among twenty at once`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.write { transaction in
                            let n = try transaction.value("SELECT n FROM counter WHERE id = 1", as: Int.self) ?? 0
                            try transaction.execute("UPDATE counter SET n = \(n + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let n = try await count(in: database)
            #expect(n == 20)
        }
    }

    @Test(arguments: TestDatabases.all)
    func `does not decide on what another is changing`(_ engine: Engine) async throws {
        // Two doctors, either of whom may leave as long as the other stays: write skew.
        try await withDatabase(engine, [counter]) { database in
            try await database.write { try $0.execute("INSERT INTO counter VALUES (2, 0)") }
            try await withThrowingTaskGroup { group in
                for id in 1...2 {
                    group.addTask {
                        try await database.write { transaction in
                            let staying = try transaction.value(
                                "SELECT count(*) FROM counter WHERE n = 0", as: Int.self)
                            guard staying == 2 else { return }
                            try transaction.execute("UPDATE counter SET n = 1 WHERE id = \(id)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let staying = try await database.read {
                try $0.value("SELECT count(*) FROM counter WHERE n = 0", as: Int.self)
            }
            #expect(staying == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: TestDatabases.all)
    func `stops when its task is cancelled, and the connection works on`(_ engine: Engine) async throws {
        try await withDatabase(engine, connections: 1) { database in
            let hasBegun = Latch()
            let task = Task {
                try await database.read { transaction in
                    hasBegun.open()
                    return try transaction.value(endless, as: Int.self)
                }
            }
            try await hasBegun.opened()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let one = try await database.read { try $0.value("SELECT 1", as: Int.self) }
            #expect(one == 1)
        }
    }

    @Test(arguments: TestDatabases.all) func `stores nothing once its task is cancelled`(_ engine: Engine) async throws
    {
        try await withDatabase(engine, [counter]) { database in
            let (hasWritten, mayReturn) = (Latch(), Latch())
            let task = Task {
                try await database.write { transaction in
                    try transaction.execute("UPDATE counter SET n = 5")
                    hasWritten.open()
                    mayReturn.wait()
                }
            }
            try await hasWritten.opened()
            task.cancel()
            mayReturn.open()
            await #expect(throws: CancellationError.self) { try await task.value }
            let n = try await count(in: database)
            #expect(n == 0)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: TestDatabases.all)
    func `ends when its time is up`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let reading = await #expect(throws: SQLError.self) {
                try await database.read(within: .milliseconds(100)) { try $0.value(endless, as: Int.self) }
            }
            #expect(reading?.kind == .timeout)
            let writing = await #expect(throws: SQLError.self) {
                try await database.write(within: .milliseconds(100)) { try $0.value(endless, as: Int.self) }
            }
            #expect(writing?.kind == .timeout)
        }
    }

    @Test(arguments: TestDatabases.all) func `knows its moment`(_ engine: Engine) async throws {
        let moment = Instant(milliseconds: 1_700_000_000_123)
        try await withDatabase(engine, clock: { moment }) { database in
            let now = try await database.read { $0.now }
            #expect(now == moment)
        }
    }

    @Test(arguments: TestDatabases.all) func `may ask while it reads an answer`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            let sums = try await database.read { transaction in
                func descend(_ depth: Int) throws -> Int {
                    guard depth > 0 else { return 0 }
                    return try transaction.rows("WITH v(n) AS (VALUES (1), (2)) SELECT n FROM v") { row in
                        try row[0] + descend(depth - 1)
                    }.reduce(0, +)
                }
                return try descend(3)
            }
            #expect(sums == 3 + 2 * 3 + 4 * 3)
        }
    }

    @Test(arguments: TestDatabases.all) func `can prepare more statements than it keeps`(_ engine: Engine) async throws
    {
        try await withDatabase(engine, connections: 1) { database in
            for _ in 0..<3 {
                let sums = try await database.read { transaction in
                    try (0..<400).map { length in
                        // Every length is another text.
                        let terms = (0..<length).reduce("SELECT 0" as SQL) { sum, _ in sum + " + 1" }
                        return try transaction.value(terms, as: Int.self)
                    }
                }
                #expect(sums == Array(0..<400))
            }
        }
    }
}

@Suite struct `A savepoint` {
    @Test(arguments: TestDatabases.all) func `undoes its own part alone`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            try await database.write { transaction in
                try transaction.execute("UPDATE counter SET n = n + 1")
                #expect(throws: ChangeOfMind()) {
                    try transaction.savepoint {
                        try transaction.execute("UPDATE counter SET n = n + 10")
                        throw ChangeOfMind()
                    }
                }
                #expect(throws: SQLError.self) {
                    try transaction.savepoint { try transaction.execute("INSERT INTO counter VALUES (1, 0)") }
                }
                try transaction.savepoint {
                    try transaction.execute("UPDATE counter SET n = n + 100")
                    try transaction.savepoint { try transaction.execute("UPDATE counter SET n = n + 1000") }
                }
            }
            let n = try await count(in: database)
            #expect(n == 1101)
        }
    }

    @Test(arguments: TestDatabases.all)
    func `is needed, or a statement that failed spoils the transaction`(_ engine: Engine) async throws {
        try await withDatabase(engine, [counter]) { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.write { transaction in
                    try transaction.execute("UPDATE counter SET n = 5")
                    #expect(throws: SQLError.self) { try transaction.execute("INSERT INTO counter VALUES (1, 0)") }
                    #expect(throws: SQLError.self) { try transaction.value("SELECT n FROM counter", as: Int.self) }
                }
            }
            #expect(error?.kind == .unique)
            let n = try await count(in: database)
            #expect(n == 0)
        }
    }
}

private func count(in database: any Database) async throws -> Int? {
    try await database.read { try $0.value("SELECT n FROM counter WHERE id = 1", as: Int.self) }
}
