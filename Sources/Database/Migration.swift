/// One change of the schema: named `feature-number-what`, applied once, in the order in which App lists them.
package struct Migration: Sendable {
    package let name: String
    let script: SQL

    package init(_ name: StaticString, _ script: SQL) {
        self.name = name.description
        self.script = script
    }
}

/// The database was written by a newer Sightline than this one.
package struct NewerSchema: Error, CustomStringConvertible, Equatable {
    package let unknown: [String]

    package init(unknown: [String]) { self.unknown = unknown }

    package var description: String {
        "This database was written by a newer version of Sightline (it has \(unknown.joined(separator: ", "))). "
            + "Start that version, or restore the snapshot that was taken before it was upgraded."
    }
}

extension Database {
    /// Brings the schema up to date: every migration not yet applied, in one transaction. Names what was applied.
    @discardableResult package func migrate(_ migrations: [Migration]) async throws -> [String] {
        try await makeRoomForMigrations()
        return try await write(within: .seconds(3600)) { transaction in
            // Several processes may start at once. Locking comes before the first read, which fixes what is seen.
            if transaction.engine == .postgres {
                try transaction.execute("LOCK TABLE schema_migration IN EXCLUSIVE MODE")
            }
            return try transaction.apply(migrations)
        }
    }

    /// What ``migrate(_:)`` would apply. All of them where there is no schema yet.
    package func pendingMigrations(of migrations: [Migration]) async throws -> [String] {
        try await read { transaction in
            guard try transaction.hasSchema() else { return migrations.map(\.name) }
            return try transaction.pending(of: migrations).map(\.name)
        }
    }

    private func makeRoomForMigrations() async throws {
        do {
            try await write { transaction in
                try transaction.makeRoomForMigrations()
            }
        } catch let error as SQLError where error.kind == .unique || ["42P07", "42710"].contains(error.code) {
            // On PostgreSQL two processes that create it at the same moment (as a table or as its type): the other did.
        }
    }
}

extension Transaction {
    package func appliedMigrations() throws -> [String] {
        try rows("SELECT name FROM schema_migration ORDER BY name") { try $0[0] }
    }

    /// Whether any migration was ever applied here.
    package func hasSchema() throws -> Bool {
        try exists(
            .on(
                sqlite: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'",
                postgres: """
                    SELECT 1 FROM information_schema.tables
                    WHERE table_schema = current_schema() AND table_name = 'schema_migration'
                    """))
    }

    package func makeRoomForMigrations() throws {
        try execute(
            script: "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL);")
    }

    /// Applies those of the migrations that were not yet, within this transaction. Names them.
    @discardableResult package func apply(_ migrations: [Migration]) throws -> [String] {
        let pending = try pending(of: migrations)
        for migration in pending {
            try execute(script: migration.script)
            try execute("INSERT INTO schema_migration (name, applied_at) VALUES (\(migration.name), \(now))")
        }
        return pending.map(\.name)
    }

    fileprivate func pending(of migrations: [Migration]) throws -> [Migration] {
        let applied = Set(try appliedMigrations())
        let unknown = applied.subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw NewerSchema(unknown: unknown.sorted()) }
        return migrations.filter { !applied.contains($0.name) }
    }
}
