import CPostgres
import Database
import NIOPosix

/// Whole databases on a server, made and dropped.
package enum PostgresServer {
    /// A new, empty database in UTF-8 that sorts by code points, whatever the server's own habits are.
    package static func create(_ name: String, at url: String) async throws {
        try await perform(
            """
            CREATE DATABASE \(checked(name)) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'
            """, at: url)
    }

    /// Ends every connection to a database, and it.
    package static func drop(_ name: String, at url: String) async throws {
        try await perform("DROP DATABASE IF EXISTS \(checked(name)) WITH (FORCE)", at: url)
    }

    private static func perform(_ statement: String, at url: String) async throws {
        let address = try PostgresAddress(url: url)
        try await NIOThreadPool.singleton.runIfActive { try PostgresConnection(to: address).perform(statement) }
    }

    private static func checked(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        precondition(isPlain && !name.isEmpty, "a database is named with a to z, 0 to 9 and _")
        return "\"\(name)\""
    }
}
