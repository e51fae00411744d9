package import Ground

/// One transaction on one connection: reads see one moment, writes happen all or not at all.
///
/// Not `Sendable`, and handed to synchronous closures only: Swift itself forbids a transaction that interleaves with
/// another, leaks, or waits on the network.
///
/// A statement that fails spoils the transaction, as it does on PostgreSQL: what follows is refused with the same error
/// and nothing is stored, even if the error was caught. What may fail goes into a ``savepoint(_:)``.
package final class Transaction {
    private let connection: any Connection
    package let engine: Engine
    /// When the transaction began: the one clock of all that happens in it.
    package let now: Instant
    /// The error that spoiled the transaction, for the driver, which then undoes everything.
    package private(set) var failure: (any Error)?

    package init(on connection: any Connection, engine: Engine, now: Instant) {
        (self.connection, self.engine, self.now) = (connection, engine, now)
    }

    /// Every row of the answer, as `read` understands it.
    package func rows<Value>(_ sql: SQL, _ read: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(sql) { values.append(try read($0)) }
        return values
    }

    /// The first row of the answer, or `nil` where there is none.
    package func first<Value>(_ sql: SQL, _ read: (Row) throws -> Value) throws -> Value? {
        var value: Value?
        try run(sql) {
            value = try read($0)
            return false
        }
        return value
    }

    /// The first column of the first row.
    package func value<Value: Column>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try first(sql) { try $0[0] }
    }

    package func exists(_ sql: SQL) throws -> Bool { try first(sql) { _ in true } ?? false }

    /// Calls `read` with each row as it comes, keeping none (on PostgreSQL the library keeps the whole answer).
    package func each(_ sql: SQL, _ read: (Row) throws -> Void) throws {
        try run(sql) {
            try read($0)
            return true
        }
    }

    /// Carries out a statement; the number of rows it inserted, updated or deleted.
    @discardableResult package func execute(_ sql: SQL) throws -> Int { try run(sql) { _ in true } }

    /// Several statements of the schema, without parameters.
    package func execute(script: SQL) throws {
        try unspoilt { try connection.runScript(script.statement(for: engine).text) }
    }

    /// Loads many rows fast: `COPY` on PostgreSQL, one prepared insert on SQLite. The number of rows loaded.
    @discardableResult package func load(
        into table: StaticString, _ columns: [StaticString], rows: (any RowWriter) throws -> Void
    ) throws -> Int {
        try load(into: table.description, columns.map(\.description), rows: rows)
    }

    /// The same for names that the database itself gave.
    @discardableResult func load(
        into table: String, _ columns: [String], rows: (any RowWriter) throws -> Void
    ) throws -> Int {
        try unspoilt { try connection.load(into: table, columns, rows: rows) }
    }

    /// What is done in `body` is undone again if it throws, while the rest of the transaction stands.
    @discardableResult package func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try execute("SAVEPOINT inner_step")
        do {
            let value = try body()
            try execute("RELEASE SAVEPOINT inner_step")
            return value
        } catch let cause {
            failure = nil
            do {
                try execute("ROLLBACK TO SAVEPOINT inner_step")
                try execute("RELEASE SAVEPOINT inner_step")
            } catch {
                // The savepoint went with the whole transaction (a full disk, a cancelled task), which stays spoilt.
                failure = cause
            }
            throw cause
        }
    }

    @discardableResult private func run(_ sql: SQL, _ each: (Row) throws -> Bool) throws -> Int {
        let (text, values) = sql.statement(for: engine)
        var reading: (any Error)?
        let changed = try unspoilt {
            try connection.run(text, values) { source in
                do { return try each(Row(source)) } catch {
                    reading = error
                    return false
                }
            }
        }
        // A reader that throws ends its own statement but does not spoil the transaction.
        if let reading { throw reading }
        return changed
    }

    private func unspoilt<Value>(_ work: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do { return try work() } catch {
            failure = error
            throw error
        }
    }
}

/// A driver's connection. Confined to one thread at a time by the driver.
package protocol Connection: AnyObject {
    /// Runs one statement, calling `each` for every row until it says `false`; the number of rows changed.
    func run(_ text: String, _ values: [SQLValue], _ each: (any RowSource) -> Bool) throws -> Int
    /// Runs several statements separated by semicolons, without parameters.
    func runScript(_ text: String) throws
    func load(into table: String, _ columns: [String], rows: (any RowWriter) throws -> Void) throws -> Int
}

/// Takes the values of a row in the order of its columns, then ``endRow()``.
package protocol RowWriter: AnyObject {
    func write(_ value: Int64)
    func write(_ value: Double)
    func write(_ value: String)
    func write(_ value: Bool)
    func write(_ value: [UInt8])
    func writeNull()
    func endRow() throws
}

extension RowWriter {
    package func write(_ value: SQLValue) {
        switch value {
        case .null: writeNull()
        case .bool(let value): write(value)
        case .int(let value): write(value)
        case .double(let value): write(value)
        case .text(let value): write(value)
        case .blob(let value): write(value)
        }
    }
    package func write(_ value: some Bindable) { write(value.sqlValue) }
    package func write(_ value: (some Bindable)?) { write(value?.sqlValue ?? .null) }

    // What most columns of large tables are, without a detour.
    package func write(_ value: Int) { write(Int64(value)) }
    package func write(_ value: Int?) { if let value { write(Int64(value)) } else { writeNull() } }
    package func write(_ value: Double?) { if let value { write(value) } else { writeNull() } }
    package func write(_ value: String?) { if let value { write(value) } else { writeNull() } }
}
