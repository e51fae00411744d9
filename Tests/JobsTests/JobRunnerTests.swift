import Database
import DatabaseTesting
import Ground
import Logging
import Synchronization
import Testing

@testable import Jobs

private final class Diary: Sendable {
    private let entries = Mutex<[String]>([])
    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
    var all: [String] { entries.withLock { $0 } }
}

private struct Broken: Error {}

@Suite struct `Work in the background` {
    private let day = Day(daysSince1970: 20_779)

    private func withJobs(
        _ engine: Engine, _ body: @Sendable (any Database, ([JobKind]) -> JobRunner) async throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            try await database.migrate(JobSchema.migrations)
            try await body(database) { kinds in
                JobRunner(kinds, database: database, logger: Logger(label: "test")) { day }
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `is done once`(engine: Engine)
        async throws
    {
        try await withJobs(engine) { database, runner in
            let diary = Diary()
            try await database.write { transaction in
                try transaction.ask(for: "note", about: "one")
                try transaction.ask(for: "note", about: "two")
            }
            let runner = runner([JobKind("note") { job, _ in diary.note(job.subject) }])
            try await runner.drain()
            try await runner.drain()
            #expect(diary.all.sorted() == ["one", "two"])
            let job = try await database.read { try $0.job(about: "two") }
            #expect(job?.state == .done)
        }
    }

    @Test(arguments: TestDatabases.all) func `that fails again and again is given up, with a sentence`(engine: Engine)
        async throws
    {
        try await withJobs(engine) { database, runner in
            let diary = Diary()
            try await database.write { try $0.ask(for: "break", about: "it") }
            try await runner([
                JobKind("break") { _, _ in
                    diary.note("tried")
                    throw Broken()
                }
            ]).drain()
            #expect(diary.all.count == Job.mostAttempts)
            let job = try await database.read { try $0.job(about: "it") }
            #expect(job?.state == .failed)
            #expect(job?.failure?.hasSuffix(".") == true)
        }
    }

    @Test(arguments: TestDatabases.all) func `of a program that died is taken over when its lease has run out`(
        engine: Engine
    ) async throws {
        try await withJobs(engine) { database, runner in
            let diary = Diary()
            try await database.write { transaction in
                try transaction.ask(for: "note", about: "fresh")
                _ = try transaction.takeJob(of: ["note"])
                try transaction.ask(for: "note", about: "stale")
                _ = try transaction.takeJob(of: ["note"])
                try transaction.execute(
                    "UPDATE job SET lease_until = \(transaction.now.adding(seconds: -1)) WHERE subject = 'stale'")
            }
            try await runner([JobKind("note") { job, _ in diary.note("\(job.subject) \(job.attempts)") }]).drain()
            #expect(diary.all == ["stale 2"])
        }
    }

    @Test(arguments: TestDatabases.all) func `of every day is done once a day, whoever asks`(engine: Engine)
        async throws
    {
        try await withJobs(engine) { database, _ in
            for _ in 0..<3 { try await database.write { try $0.askDaily(for: "sweep", on: day) } }
            try await database.write { try $0.askDaily(for: "sweep", on: day.adding(days: 1)) }
            let count = try await database.read { try $0.jobsUnderWay() }
            #expect(count == 2)
        }
    }
}
