package import Database
import Foundation
package import Ground
import NIOPosix
import Synchronization

/// A database on a PostgreSQL server: a few connections, each with a thread of its own.
///
///     let database = try PostgresDatabase(url: "postgresql://sightline@localhost/sightline") { Instant(Date()) }
///
/// Nothing is connected before it is needed, so a process may start before its server; ``PostgresAddress`` tells what
/// the URL may say. A connection that broke is thrown away and the transaction tried once more on a new one, unless
/// the commit had been sent. Statements are prepared per session, so a pooler in between must pool sessions.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres

    private let address: PostgresAddress
    private let clock: @Sendable () -> Instant
    private let threads: NIOThreadPool
    /// A cancellation opens a connection of its own, which may block.
    private let cancellers = NIOThreadPool(numberOfThreads: 1)
    private let idle = Mutex<[PostgresConnection]>([])
    private let pauses = Atomic(0)

    /// `database` replaces the one that the URL names.
    package init(
        url: String, database: String? = nil, connections: Int = 8, clock: @escaping @Sendable () -> Instant
    ) throws {
        address = try PostgresAddress(url: url, database: database)
        self.clock = clock
        threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
        cancellers.start()
    }

    deinit {
        // A database nobody closed lets its threads go; after `close()` this does nothing.
        threads.shutdownGracefully { _ in }
        cancellers.shutdownGracefully { _ in }
    }

    package func read<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await persistently(.read(within: limit), body)
    }

    @discardableResult package func write<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await persistently(.write(within: limit), body)
    }

    package func close() async throws {
        try await threads.shutdownGracefully()
        try await cancellers.shutdownGracefully()
        idle.withLock { $0 = [] }
    }

    /// Tries again what collided with another transaction, after a pause, and once what lost its connection.
    private func persistently<Value: Sendable>(
        _ opening: Opening, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        var collisions = 0
        var mayLoseConnection = true
        while true {
            do {
                return try await attempt(opening, body)
            } catch let error as SQLError where error.kind == .collision && collisions < 16 {
                collisions += 1
                try await Task.sleep(for: pause(after: collisions))
            } catch let error as SQLError where mayLoseConnection && error.mayPass(onNewConnectionFor: opening) {
                mayLoseConnection = false
                // Where one broke the others have too: the server was restarted, or another took its place.
                idle.withLock { $0 = [] }
            }
        }
    }

    private func attempt<Value: Sendable>(
        _ opening: Opening, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await Errand.run(within: opening.limit, on: submit, interrupting: interrupt) { errand in
            let connection = try self.idle.withLock { $0.popLast() } ?? PostgresConnection(to: self.address)
            defer { if connection.isReusable { self.idle.withLock { $0.append(connection) } } }
            return try connection.transaction(opening, for: errand, at: self.clock(), body)
        }
    }

    private func submit(_ job: @escaping @Sendable (Bool) -> Void) {
        threads.submit { state in job(state == .active) }
    }

    private func interrupt(_ cancellation: Errand.Cancellation) {
        cancellers.submit { _ in cancellation.insist() }
    }

    /// From a few milliseconds to a quarter of a second. Each waits a different time, so that those who collided do not
    /// meet again.
    private func pause(after collisions: Int) -> Duration {
        let turn = pauses.wrappingAdd(1, ordering: .relaxed).newValue
        return .milliseconds((1 << min(collisions, 6)) + (turn &* 7 & 0x3F) * collisions / 8)
    }
}

extension Errand.Cancellation {
    /// Interrupts until the work has ended. Once might be too early: a request that reaches the server just before the
    /// statement does is forgotten.
    fileprivate func insist() {
        while interrupt() { usleep(50_000) }
    }
}
