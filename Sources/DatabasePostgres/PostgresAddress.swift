import CPostgres
import Database
import Foundation

/// Where a server is and how to speak to it: a URL as libpq reads it, and what we say where it is silent.
///
///     postgresql://sightline@db1.example,db2.example/sightline?target_session_attrs=read-write
///
/// **TLS.** To another machine the connection is encrypted and the server must prove who it is (`sslmode=verify-full`,
/// against `~/.postgresql/root.crt` or `sslrootcert=…`), unless the URL or `PGSSLMODE` says otherwise. That is stricter
/// than libpq, which would go on in the clear if the server asked for it. On the same machine nothing is asked for.
///
/// The password may stand in the URL, in `PGPASSWORD` or, best, in a file (`passfile=…`, `~/.pgpass`).
struct PostgresAddress: Sendable {
    /// libpq's keywords and values; among equals the last one wins.
    let settings: [(keyword: String, value: String)]

    /// `database` replaces the one that the URL names.
    init(
        url: String, database: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        let said = try Self.said(in: url)
        var settings = [
            ("connect_timeout", "5"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "30000"), ("fallback_application_name", "sightline"),
        ]
        let host = said["host"] ?? said["hostaddr"] ?? environment["PGHOST"] ?? environment["PGHOSTADDR"] ?? ""
        if said["sslmode"] == nil, environment["PGSSLMODE"] == nil, !Self.isThisMachine(host) {
            settings.append(("sslmode", "verify-full"))
        }
        settings += [("dbname", url), ("client_encoding", "UTF8")]
        if let database { settings.append(("dbname", database)) }
        self.settings = settings
    }

    /// What the URL itself says. A URL that cannot be read is not repeated: it may hold a password.
    private static func said(in url: String) throws -> [String: String] {
        guard let options = PQconninfoParse(url, nil) else {
            throw SQLError(
                kind: .unreachable, code: "url",
                message: "the address of the database cannot be read; one looks like postgresql://user@host/database")
        }
        defer { PQconninfoFree(options) }
        var said: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { said[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return said
    }

    /// Whether every host of a list is this machine: a socket in a folder, or the loopback.
    private static func isThisMachine(_ hosts: String) -> Bool {
        hosts.split(separator: ",").allSatisfy { host in
            host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host.hasPrefix("127.") || host == "::1"
        }
    }
}
