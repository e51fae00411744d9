/// The one seam to storage. What a transaction's closure returns is a value; the closure is synchronous.
///
///     let schools = try await database.read { transaction in try transaction.schools(of: community) }
///
/// A task that is cancelled gets a `CancellationError`, and nothing is stored.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// A transaction that only reads, on a snapshot: other readers and the writer go on beside it.
    func read<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value

    /// A transaction that may write; those that write go one after the other, or as if they did. On PostgreSQL it is
    /// tried again, whole, when it collides with another (so `body` must have no effects outside the transaction).
    @discardableResult func write<Value: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value

    /// Ends every connection, after those at work have finished.
    func close() async throws
}

extension Database {
    /// A read of half a minute at most: nobody waits longer for a page.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value { try await read(within: .seconds(30), body) }

    /// A write of two minutes at most; meant to be short, because on SQLite other writers wait.
    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value { try await write(within: .seconds(120), body) }
}

/// What an engine said when it refused a statement, in terms both engines share.
package struct SQLError: Error, CustomStringConvertible, Sendable, Equatable {
    package enum Kind: String, Sendable {
        case unique, foreignKey, check, notNull
        /// Another transaction was in the way; trying again may succeed.
        case collision
        case cancelled, timeout
        /// The engine cannot be reached, or the connection broke.
        case unreachable
        case diskFull, readOnly, corrupt
        /// A mistake in the statement, or anything else.
        case other
    }

    package let kind: Kind
    package let code: String
    package let message: String

    package init(kind: Kind, code: String, message: String) {
        (self.kind, self.code, self.message) = (kind, code, message)
    }

    package var description: String { "\(kind.rawValue) (\(code)): \(message)" }

    /// The connection broke during the commit: whether what was written is there, only a look can tell.
    package var mayHaveHappened: Bool { code == Self.unknownOutcome }
    package static let unknownOutcome = "08007"
}
