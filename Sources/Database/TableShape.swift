/// A table as both engines know it, found out by asking: its columns in their order, the key its rows are told apart by,
/// and the tables it points at. The same schema gives the same shapes on either engine.
package struct TableShape: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable { case text, integer, number, boolean, bytes }

    package struct Field: Sendable, Equatable, Codable {
        package let name: String
        package let kind: Kind

        package init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }
    }

    package let name: String
    package let fields: [Field]
    /// Empty where the table has no key: its rows are then in the order of all their columns.
    package let key: [String]
    /// Other tables whose rows must be there before its own.
    package let references: Set<String>

    package init(name: String, fields: [Field], key: [String], references: Set<String> = []) {
        (self.name, self.fields, self.key, self.references) = (name, fields, key, references)
    }
}

/// The schema has a type that a dump has no form for: a mistake of ours.
package struct UnknownColumnType: Error, CustomStringConvertible, Equatable {
    package let description: String
}

extension Transaction {
    /// Every table but the list of migrations, those that are pointed at before those that point, else by name.
    package func tableShapes() throws -> [TableShape] {
        let columns = try rows(Introspection.columns) { row in
            (table: try row[0] as String, name: try row[1] as String, type: try row[2] as String)
        }
        let keys = try rows(Introspection.keys) { (table: try $0[0] as String, name: try $0[1] as String) }
        let pointers = try rows(Introspection.references) { (from: try $0[0] as String, to: try $0[1] as String) }
        let fields = try Dictionary(grouping: columns, by: \.table).mapValues { columns in
            try columns.map { TableShape.Field($0.name, try TableShape.Kind($0.type, of: "\($0.table).\($0.name)")) }
        }
        let keyOf = Dictionary(grouping: keys, by: \.table)
        let pointersOf = Dictionary(grouping: pointers, by: \.from)
        let shapes = fields.filter { $0.key != "schema_migration" }.map { name, fields in
            TableShape(
                name: name, fields: fields, key: keyOf[name, default: []].map(\.name),
                references: Set(pointersOf[name, default: []].map(\.to)).subtracting([name]))
        }
        return TableShape.inOrder(shapes)
    }
}

extension TableShape {
    /// Those that are pointed at first. Tables that point at each other in a ring come last, by name.
    static func inOrder(_ shapes: [TableShape]) -> [TableShape] {
        var waiting = shapes.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        var ordered: [TableShape] = []
        while let next = waiting.firstIndex(where: { shape in
            !waiting.contains { shape.references.contains($0.name) }
        }) {
            ordered.append(waiting.remove(at: next))
        }
        return ordered + waiting
    }
}

extension TableShape.Kind {
    fileprivate init(_ type: String, of column: String) throws {
        switch type.uppercased() {
        case "TEXT", "CHARACTER VARYING": self = .text
        case "BIGINT", "INTEGER": self = .integer
        case "DOUBLE PRECISION", "REAL": self = .number
        case "BOOLEAN": self = .boolean
        case "BLOB", "BYTEA": self = .bytes
        default: throw UnknownColumnType(description: "a dump has no form for \(column), which is \(type)")
        }
    }
}

/// What each engine is asked about its own schema.
private enum Introspection {
    /// Table, column, type; generated columns are left out, for they follow from the others.
    static let columns: SQL = .on(
        sqlite: """
            SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite|_%' ESCAPE '|' ORDER BY t.name, c.cid
            """,
        postgres: """
            SELECT c.table_name::text, c.column_name::text, c.data_type::text
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
            ORDER BY 1, c.ordinal_position
            """)

    /// Table, column of its primary key, in the key's order.
    static let keys: SQL = .on(
        sqlite: """
            SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND c.pk > 0 ORDER BY t.name, c.pk
            """,
        postgres: """
            SELECT t.relname::text, a.attname::text
            FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
            CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
            WHERE i.indisprimary AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, k.place
            """)

    static let references: SQL = .on(
        sqlite: """
            SELECT DISTINCT t.name, f."table" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
            WHERE t.type = 'table' ORDER BY 1, 2
            """,
        postgres: """
            SELECT DISTINCT t.relname::text, f.relname::text FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2
            """)
}
