import CPostgres
import Database
import Foundation
import Ground

/// One connection, used by one thread at a time.
///
/// `@unchecked Sendable` is this driver's one exception: a connection moves between threads, but only through the
/// pool's lock, which gives it to one of them at a time. Only ``cancel()`` comes from elsewhere; libpq allows that.
final class PostgresConnection: Connection, @unchecked Sendable {
    private static let preparedBound = 256

    private let server: OpaquePointer
    private let cancelHandle: OpaquePointer?
    private var prepared: [String: String] = [:]
    private var preparedCount = 0
    private var arePreparedStale = false
    /// What opens the transaction, until it travels to the server together with the first statement.
    private var opening: [String] = []
    private var errand: Errand?
    /// Whether a COMMIT was sent whose answer has not been read.
    private var isLeaving = false

    init(to address: PostgresAddress) throws {
        server = try Self.connected(to: address)
        cancelHandle = PQgetCancel(server)
        PQsetNoticeReceiver(server, { _, _ in }, nil)
        let limit = Int(Opening.usualLimit / .milliseconds(1))
        try perform(
            """
            SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1;
            SET standard_conforming_strings = on; SET client_min_messages = warning;
            SET statement_timeout = \(limit); SET idle_in_transaction_session_timeout = \(2 * limit)
            """)
    }

    deinit {
        if let cancelHandle { PQfreeCancel(cancelHandle) }
        PQfinish(server)
    }

    var isReusable: Bool { !isBroken && (isLeaving || PQtransactionStatus(server) == PQTRANS_IDLE) }
    private var isBroken: Bool { PQstatus(server) != CONNECTION_OK }

    /// Asks the server to stop what it is doing for this connection. Blocks while it asks.
    func cancel() {
        guard let cancelHandle else { return }
        var message = [CChar](repeating: 0, count: 256)
        PQcancel(cancelHandle, &message, Int32(message.count))
    }

    /// Carries out `body` between the opening and COMMIT; if anything fails, nothing of it remains.
    func transaction<Value>(
        _ opening: Opening, for errand: Errand, at now: Instant, _ body: (Transaction) throws -> Value
    ) throws -> Value {
        try makeReady()
        self.errand = errand
        self.opening = opening.statements
        defer { (self.errand, self.opening) = (nil, []) }
        do {
            let transaction = Transaction(on: self, engine: .postgres, now: now)
            let value = try errand.interruptible(by: cancel) { try body(transaction) }
            if let failure = transaction.failure { throw failure }
            try errand.check()
            self.errand = nil
            if opening.mayWrite { try commit() } else { try leave() }
            return value
        } catch {
            self.errand = nil
            arePreparedStale = (error as? SQLError)?.isStalePlan ?? false
            // If undoing fails, the connection is not reusable and its end undoes everything.
            if isInTransaction { try? perform("ROLLBACK") }
            throw error
        }
    }

    func run(_ text: String, _ values: [SQLValue], _ each: (any RowSource) -> Bool) throws -> Int {
        let answer = try ask(text, values)
        for row in 0..<answer.rowCount {
            if !each(PostgresRow(result: answer.result, row: row)) { break }
        }
        return answer.changes
    }

    func runScript(_ text: String) throws {
        try begin()
        try perform(text)
    }

    func load(into table: String, _ columns: [String], rows: (any RowWriter) throws -> Void) throws -> Int {
        try begin()
        try perform("COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN")
        let writer = PostgresRowWriter(to: server, columnCount: columns.count) { [errand] in try errand?.check() }
        do {
            try rows(writer)
            try writer.flush()
        } catch {
            PQputCopyEnd(server, "given up")
            _ = try? PostgresAnswer.last(of: server)
            throw error
        }
        PQputCopyEnd(server, nil)
        return try checked { try PostgresAnswer.last(of: server) }.changes
    }
}

extension PostgresConnection {
    private var isInTransaction: Bool {
        switch PQtransactionStatus(server) {
        case PQTRANS_INTRANS, PQTRANS_INERROR: true
        default: false
        }
    }

    /// Opens the transaction without waiting for its first statement.
    private func begin() throws {
        try errand?.check()
        guard !opening.isEmpty else { return }
        let statements = opening.joined(separator: "; ")
        opening = []
        try perform(statements)
    }

    private func commit() throws {
        // A body without a statement opened nothing.
        guard opening.isEmpty else { return }
        do {
            // A transaction in which something failed is undone by its commit, without a word of complaint.
            guard try ask("COMMIT", []).command == "COMMIT" else {
                throw SQLError(kind: .other, code: "25P02", message: "the transaction had failed and was undone")
            }
        } catch let error as SQLError where isBroken {
            throw SQLError.unknownOutcome(of: error)
        }
    }

    /// Ends a transaction that only read without waiting for the server to say so: its answer is read before the next
    /// one begins, and a page is spared a round trip.
    private func leave() throws {
        guard opening.isEmpty else { return }
        guard let name = prepared["COMMIT"] else { return try commit() }
        isLeaving = PQsendQueryPrepared(server, name, 0, nil, nil, nil, 0) == 1
    }

    private func makeReady() throws {
        if isLeaving {
            isLeaving = false
            while let answer = PQgetResult(server) { PQclear(answer) }
        }
        // Past the bound everything prepared is let go: what is needed is soon prepared again, at no extra round trip.
        if prepared.count > Self.preparedBound || arePreparedStale {
            (prepared, arePreparedStale) = ([:], false)
            try perform("DEALLOCATE ALL")
        }
    }

    /// Several statements in one message, without parameters, outside the cache.
    func perform(_ script: String) throws {
        try checked { _ = try PostgresAnswer(PQexec(server, script), of: server) }
    }

    /// Sends a statement, with the opening of the transaction and its preparation where they are still owed, in one
    /// round trip; the statement's answer.
    private func ask(_ text: String, _ values: [SQLValue]) throws -> PostgresAnswer {
        try errand?.check()
        for value in values { if let refusal = value.refusal { throw refusal } }
        guard PQenterPipelineMode(server) == 1 else { throw SQLError.broken(server) }
        defer { PQexitPipelineMode(server) }
        var parts: [Part] = []
        for statement in opening { parts += send(statement, []) }
        opening = []
        parts += send(text, values)
        PQpipelineSync(server)
        return try checked { try collect(parts) }
    }

    /// A part of what was sent, for which the server owes a result.
    private enum Part {
        case preparation(of: String, named: String)
        case execution
    }

    private func send(_ text: String, _ values: [SQLValue]) -> [Part] {
        PostgresParameters.with(values) { count, pointers in
            // Long lists make texts that hardly come again.
            guard count <= 64 else {
                PQsendQueryParams(server, text, count, nil, pointers, nil, nil, 0)
                return [.execution]
            }
            if let name = prepared[text] {
                PQsendQueryPrepared(server, name, count, pointers, nil, nil, 0)
                return [.execution]
            }
            preparedCount += 1
            let name = "s\(preparedCount)"
            PQsendPrepare(server, name, text, 0, nil)
            PQsendQueryPrepared(server, name, count, pointers, nil, nil, 0)
            return [.preparation(of: text, named: name), .execution]
        }
    }

    /// Takes the result of every part, up to the mark at the end; the last one, or the first error.
    private func collect(_ parts: [Part]) throws -> PostgresAnswer {
        var last: PostgresAnswer?
        var failure: (any Error)?
        for part in parts {
            do {
                last = try PostgresAnswer.next(of: server)
                if case .preparation(let text, let name) = part { prepared[text] = name }
            } catch { failure = failure ?? error }
        }
        PostgresAnswer.discardMark(of: server)
        if let failure { throw failure }
        guard let last else { throw SQLError.broken(server) }
        return last
    }

    /// An interruption says why there was one.
    private func checked<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let error as SQLError where error.kind == .timeout {
            throw errand?.isCancelled == true ? errand?.ending ?? error : error
        }
    }

    private static func connected(to address: PostgresAddress) throws -> OpaquePointer {
        let keywords = address.settings.map { strdup($0.keyword) }
        let values = address.settings.map { strdup($0.value) }
        defer { for text in keywords + values { free(text) } }
        let connection = PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard let connection else {
            throw SQLError(kind: .other, code: "53200", message: "out of memory")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            throw SQLError.unconnected(connection)
        }
        return connection
    }
}
