package import Database
import Foundation
package import Ground
package import Logging
import ServiceLifecycle
import Synchronization

/// Does what jobs ask for, one after the other, as long as the program serves.
package struct JobRunner: Service {
    private let database: any Database
    private let kinds: [String: JobKind]
    private let today: @Sendable () -> Day
    private let logger: Logger
    private let pause: Duration

    /// - Parameters:
    ///   - today: The day by which daily work is due.
    ///   - pause: How long to wait before looking again when there is nothing to do.
    package init(
        _ kinds: [JobKind], database: any Database, logger: Logger, pause: Duration = .milliseconds(500),
        today: @escaping @Sendable () -> Day
    ) {
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in first }
        (self.database, self.logger, self.pause, self.today) = (database, logger, pause, today)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var asked: Day?
            while !Task.isCancelled {
                do {
                    let day = today()
                    if asked != day {
                        try await askDaily(on: day)
                        asked = day
                    }
                    if try await !runNext() { try await Task.sleep(for: pause) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("jobs cannot be looked for", metadata: ["error": "\(error)"])
                    // The database may be back later.
                    guard (try? await Task.sleep(for: .seconds(5))) != nil else { return }
                }
            }
        }
    }

    /// Does everything that waits, and then returns: for the command line and for tests.
    package func drain() async throws {
        while try await runNext() {}
    }

    private func askDaily(on day: Day) async throws {
        let daily = kinds.values.filter(\.isDaily).map(\.name).sorted()
        try await database.write { transaction in
            for kind in daily { try transaction.askDaily(for: kind, on: day) }
        }
    }

    /// Whether there was something to do.
    private func runNext() async throws -> Bool {
        let names = kinds.keys.sorted()
        guard !names.isEmpty, let job = try await database.write({ try $0.takeJob(of: names) }),
            let kind = kinds[job.kind]
        else { return false }
        guard job.attempts <= Job.mostAttempts else {
            try await database.write {
                try $0.finish(job.id, failure: JobWords.givenUp(Job.mostAttempts).text)
            }
            return true
        }
        do {
            try await kind.run(job, JobProgress(of: job, in: database))
            try await database.write { try $0.finish(job.id) }
        } catch let impossible as JobImpossible {
            try await database.write { try $0.finish(job.id, failure: impossible.words.text) }
        } catch {
            // Told to stop, it is for whoever comes next; else it is tried again, and given up after a few times.
            let database = database
            try await Task { try await database.write { try $0.release(job.id) } }.value
            try Task.checkCancellation()
            logger.error("a job failed", metadata: ["kind": "\(job.kind)", "error": "\(error)"])
        }
        return true
    }
}

/// Where a job says how far it is. Written now and then, which also keeps its lease.
package final class JobProgress: Sendable {
    private let job: Job
    private let database: any Database
    private let next = Mutex(ContinuousClock.now)

    init(of job: Job, in database: any Database) { (self.job, self.database) = (job, database) }

    /// Cheap to call often.
    package func report(_ done: Int, of total: Int = 0) {
        let isDue = next.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + .milliseconds(400)
            return true
        }
        guard isDue else { return }
        let (job, database) = (job, database)
        Task {
            // A report that is lost is made up for by the next one.
            _ = try? await database.write { try $0.report(job.id, done: done, total: total) }
        }
    }
}
