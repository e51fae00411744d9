@testable import Database

extension Transaction {
    /// The names of all tables.
    func tables() throws -> [String] {
        try rows(
            .on(
                sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                postgres: "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        ) { try $0[0] }
    }

    /// Everything a table holds, as text.
    func content(of table: String) throws -> [String] {
        // The name comes from the database itself, and no test writes SQL otherwise.
        try rows(SQL(pieces: [.text("SELECT * FROM \(table)")])) { row in
            (0..<row.source.columnCount).map { row.source.isNull($0) ? "∅" : row.source.text($0) ?? "" }
                .joined(separator: "|")
        }
    }
}
