import CPostgres
import Database

extension SQLError {
    /// What a result that went wrong says. Its detail is left out: it repeats values, and errors end up in the log.
    init(of result: OpaquePointer, on server: OpaquePointer) {
        func field(_ letter: Unicode.Scalar) -> String? {
            PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
        }
        guard let code = field("C") else {
            self = .broken(server)
            return
        }
        let collidesWithMigration = code == Self.stalePlan && field("R") == "RevalidateCachedQuery"
        let kind = collidesWithMigration ? .collision : Kind(postgres: code)
        self.init(kind: kind, code: code, message: field("M") ?? "")
    }

    /// A table has changed since the statement was prepared: prepared anew, it will do.
    var isStalePlan: Bool { kind == .collision && code == Self.stalePlan }
    private static let stalePlan = "0A000"

    /// The connection could not be made.
    static func unconnected(_ server: OpaquePointer) -> SQLError {
        SQLError(kind: .unreachable, code: "08001", message: lastMessage(of: server))
    }

    /// The connection broke.
    static func broken(_ server: OpaquePointer) -> SQLError {
        SQLError(kind: .unreachable, code: "08006", message: lastMessage(of: server))
    }

    /// The connection broke while the commit was under way: trying again might do it twice.
    static func unknownOutcome(of error: SQLError) -> SQLError {
        SQLError(
            kind: .unreachable, code: unknownOutcome,
            message: "the connection broke during the commit, which may or may not have happened: \(error.message)")
    }

    /// Whether the same transaction may succeed on a new connection. A server that takes no writes is a standby, whose
    /// place the connection was made in before another took over.
    func mayPass(onNewConnectionFor opening: Opening) -> Bool {
        switch kind {
        case .unreachable: code != "08001" && !mayHaveHappened && self != .closed
        case .readOnly: opening.mayWrite
        default: false
        }
    }

    private static func lastMessage(of server: OpaquePointer) -> String {
        let message = PQerrorMessage(server).map { String(cString: $0) } ?? ""
        return message.isEmpty ? "the connection broke" : String(message.prefix { $0 != "\n" })
    }
}

extension SQLError.Kind {
    /// The meaning of an SQLSTATE (PostgreSQL's documentation, appendix A).
    init(postgres code: String) {
        self =
            switch code {
            case "23505": .unique
            case "23503", "23001": .foreignKey
            // A trigger of ours that says no is a check.
            case "23514", "P0001": .check
            case "23502": .notNull
            case "40001", "40P01", "55P03": .collision
            // Whoever cancelled the statement, if it was not the task, it was the time limit.
            case "57014", "25P03": .timeout
            case "53100": .diskFull
            case "25006": .readOnly
            case "XX001", "XX002": .corrupt
            case "53300", "58030": .unreachable
            default: code.hasPrefix("08") || code.hasPrefix("57P") ? .unreachable : .other
            }
    }
}
