package import Database
package import Ground
import NIOCore
import NIOPosix
import Synchronization

/// A database in one file: one thread that writes, a few that read beside it (WAL), one connection each.
///
///     let database = try SQLiteDatabase(path: folder + "/sightline.db") { Instant(Date()) }
///
/// A commit is on the disk before `write` returns (`synchronous=FULL`). Close it when done: that also tidies the log.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite

    private let path: String
    private let clock: @Sendable () -> Instant
    private let writingThread = NIOThreadPool(numberOfThreads: 1)
    private let readingThreads: NIOThreadPool
    private let writer: Mutex<SQLiteConnection?>
    private let idleReaders = Mutex<[SQLiteConnection]>([])

    /// Opens the file, or creates it. Blocks for a moment.
    ///
    /// - Parameter readers: as many as there are cores where nobody says. More of them only wake each other: with four on
    ///   two cores a warm page cost a sixth more processor time than with two.
    package init(path: String, readers: Int? = nil, clock: @escaping @Sendable () -> Instant) throws {
        writer = Mutex(try SQLiteConnection(path: path, purpose: .writing))
        (self.path, self.clock) = (path, clock)
        readingThreads = NIOThreadPool(numberOfThreads: readers ?? max(2, System.coreCount))
        writingThread.start()
        readingThreads.start()
    }

    deinit {
        // A database nobody closed lets its threads go; after `close()` this does nothing.
        writingThread.shutdownGracefully { _ in }
        readingThreads.shutdownGracefully { _ in }
    }

    package func read<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await run(on: readingThreads, within: limit) { errand in
            let connection =
                try self.idleReaders.withLock { $0.popLast() }
                ?? SQLiteConnection(path: self.path, purpose: .reading)
            defer { self.idleReaders.withLock { $0.append(connection) } }
            return try connection.transaction("BEGIN", for: errand, at: self.clock(), body)
        }
    }

    @discardableResult package func write<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await run(on: writingThread, within: limit) { errand in
            guard let connection = self.writer.withLock({ $0 }) else { throw SQLError.closed }
            return try connection.transaction("BEGIN IMMEDIATE", for: errand, at: self.clock(), body)
        }
    }

    /// Ends the threads once they have finished what they are at, then the connections; the writer's goes last, because
    /// the last one to go folds the log into the file.
    package func close() async throws {
        try await readingThreads.shutdownGracefully()
        try await writingThread.shutdownGracefully()
        idleReaders.withLock { $0 = [] }
        writer.withLock { $0 = nil }
    }

    private func run<Value: Sendable>(
        on threads: NIOThreadPool, within limit: Duration, _ work: @escaping @Sendable (Errand) throws -> Value
    ) async throws -> Value {
        try await Errand.run(
            within: limit, on: { job in threads.submit { state in job(state == .active) } }, work)
    }
}
