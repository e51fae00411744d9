import CPostgres
import Database

/// A result of libpq's that went well, freed with its owner.
final class PostgresAnswer {
    let result: OpaquePointer

    /// Takes over a result, or throws what it says.
    init(_ result: OpaquePointer?, of server: OpaquePointer) throws {
        guard let result else { throw SQLError.broken(server) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: self.result = result
        default:
            defer { PQclear(result) }
            throw SQLError(of: result, on: server)
        }
    }

    deinit { PQclear(result) }

    var rowCount: Int32 { PQntuples(result) }

    /// What the server says it did, such as `INSERT 0 1`.
    var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// Rows inserted, updated, deleted or loaded; none for a query.
    var changes: Int {
        guard !command.hasPrefix("SELECT") else { return 0 }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The next result of a pipeline, and the nothing after it.
    static func next(of server: OpaquePointer) throws -> PostgresAnswer {
        let result = PQgetResult(server)
        defer {
            // After an error on a broken connection there may be more than one.
            while let more = PQgetResult(server) { PQclear(more) }
        }
        return try PostgresAnswer(result, of: server)
    }

    /// The mark at the end of a pipeline.
    static func discardMark(of server: OpaquePointer) {
        while let result = PQgetResult(server) {
            let isMark = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isMark { return }
        }
    }

    /// The result at the end of a COPY.
    static func last(of server: OpaquePointer) throws -> PostgresAnswer {
        let answer = Result { try PostgresAnswer(PQgetResult(server), of: server) }
        while let more = PQgetResult(server) { PQclear(more) }
        return try answer.get()
    }
}
