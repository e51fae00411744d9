import Database

/// How a transaction begins.
struct Opening: Sendable {
    /// How long a statement may take where nothing else is said; set once for each connection.
    static let usualLimit = Duration.seconds(30)

    let mayWrite: Bool
    let limit: Duration
    let statements: [String]

    static func read(within limit: Duration) -> Opening {
        Opening("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", mayWrite: false, within: limit)
    }

    /// Writes are SERIALIZABLE, because they read, decide and write: two that each read what the other changes (one
    /// withdraws the agreement on which the other endorses) would both succeed under REPEATABLE READ. On SQLite writers
    /// stand in a queue, so this is also what makes both engines give the same answer. The price is that some are tried
    /// again.
    static func write(within limit: Duration) -> Opening {
        Opening("BEGIN ISOLATION LEVEL SERIALIZABLE", mayWrite: true, within: limit)
    }

    private init(_ begin: String, mayWrite: Bool, within limit: Duration) {
        (self.mayWrite, self.limit) = (mayWrite, limit)
        let milliseconds = max(1, Int(limit / .milliseconds(1)))
        statements = limit == Self.usualLimit ? [begin] : [begin, "SET LOCAL statement_timeout = \(milliseconds)"]
    }
}
