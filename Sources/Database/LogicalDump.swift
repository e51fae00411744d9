/// The content of a database in one canonical form: each table's rows as JSON Lines in the order of its primary key.
///
///     {"id":"0197…","name":"Te Kura o Tōtara","roll":240,"is_open":true,"release":0.5,"until":null}
///
/// The same content gives the same bytes on either engine, so a dump is what a backup holds, what a restore is compared
/// with, and what a test means by "nothing has changed". Text stands as it is stored, with only `"`, `\` and control
/// characters escaped; a number of type double in the shortest form that reads back to itself; bytes as hexadecimal.
package enum LogicalDump {
    /// How much is gathered before it is handed on.
    static let blockSize = 1 << 16

    /// The bytes of one line, without the names of its columns, which come with ``head(of:)``.
    fileprivate static func append(_ row: any RowSource, _ index: Int, as kind: TableShape.Kind, to line: inout [UInt8])
        throws
    {
        if row.isNull(index) { return line.append(contentsOf: "null".utf8) }
        switch kind {
        case .text:
            guard let text = row.text(index) else { throw UnreadableColumn(index, of: row, as: String.self) }
            appendQuoted(text, to: &line)
        case .integer:
            guard let number = row.int(index) else { throw UnreadableColumn(index, of: row, as: Int64.self) }
            line.append(contentsOf: String(number).utf8)
        case .number:
            guard let number = row.double(index) else { throw UnreadableColumn(index, of: row, as: Double.self) }
            append(number, to: &line)
        case .boolean:
            guard let claim = row.bool(index) else { throw UnreadableColumn(index, of: row, as: Bool.self) }
            line.append(contentsOf: (claim ? "true" : "false").utf8)
        case .bytes:
            guard let bytes = row.bytes(index) else { throw UnreadableColumn(index, of: row, as: [UInt8].self) }
            line.append(UInt8(ascii: "\""))
            for byte in bytes {
                line.append(digit(byte >> 4))
                line.append(digit(byte & 15))
            }
            line.append(UInt8(ascii: "\""))
        }
    }

    /// JSON has no infinity, so that is a text; SQLite does not keep the sign of a zero, so no dump does.
    private static func append(_ number: Double, to line: inout [UInt8]) {
        if number.isFinite {
            line.append(contentsOf: (number == 0 ? 0 : number).description.utf8)
        } else {
            line.append(contentsOf: (number < 0 ? "\"-inf\"" : "\"inf\"").utf8)
        }
    }

    fileprivate static func appendQuoted(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                line.append(UInt8(ascii: "\\"))
                line.append(byte)
            case UInt8(ascii: "\n"): line.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                line.append(contentsOf: "\\u00".utf8)
                line.append(digit(byte >> 4))
                line.append(digit(byte & 15))
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension Transaction {
    /// Hands on a table's dump, block by block, keeping none of it; with a condition, only of the rows that meet it. The
    /// number of rows.
    @discardableResult package func dump(
        _ table: TableShape, where condition: SQL? = nil, to write: ([UInt8]) throws -> Void
    ) throws -> Int {
        let heads = table.fields.enumerated().map { index, field in
            var head: [UInt8] = [UInt8(ascii: index == 0 ? "{" : ",")]
            LogicalDump.appendQuoted(field.name, to: &head)
            return head + [UInt8(ascii: ":")]
        }
        var block: [UInt8] = []
        block.reserveCapacity(LogicalDump.blockSize + 4096)
        var count = 0
        try eachInOrder(table, condition) { row in
            for (index, field) in table.fields.enumerated() {
                block.append(contentsOf: heads[index])
                try LogicalDump.append(row.source, index, as: field.kind, to: &block)
            }
            block.append(contentsOf: "}\n".utf8)
            count += 1
            if block.count >= LogicalDump.blockSize {
                try write(block)
                block.removeAll(keepingCapacity: true)
            }
        }
        if !block.isEmpty { try write(block) }
        return count
    }

    /// The dump of every table in one piece, each under its name: for tests, and for small databases.
    package func dump() throws -> String {
        var bytes: [UInt8] = []
        for table in try tableShapes() {
            bytes.append(contentsOf: "# \(table.name)\n".utf8)
            try dump(table) { bytes.append(contentsOf: $0) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The different texts in a column of the rows that meet a condition.
    package func values(of column: String, in table: TableShape, where condition: SQL) throws -> Set<String> {
        precondition(table.fields.contains { $0.name == column }, "\(table.name) has no column \(column)")
        let name = TableShape.quoted(column)
        let select = SQL(pieces: [.text("SELECT DISTINCT \(name) FROM \(table.quotedName) WHERE ")]) + condition
        return Set(try rows(select) { try $0[0] as String? }.compactMap { $0 })
    }

    /// On PostgreSQL the rows of a whole table come through a cursor, because the library would keep the whole answer.
    private func eachInOrder(_ table: TableShape, _ condition: SQL?, _ read: (Row) throws -> Void) throws {
        if let condition {
            let select = SQL(pieces: [.text(table.selected + " WHERE ")]) + condition
            return try each(select + SQL(pieces: [.text(table.order(for: engine))]), read)
        }
        let select = table.selected + table.order(for: engine)
        guard engine == .postgres else { return try each(SQL(pieces: [.text(select)]), read) }
        // A statement once prepared must always give the same columns, so the cursor is named after what it selects.
        let cursor =
            "dump_\(select.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })"
        try execute(SQL(pieces: [.text("DECLARE \(cursor) NO SCROLL CURSOR FOR \(select)")]))
        var count = 0
        repeat {
            count = 0
            try each(SQL(pieces: [.text("FETCH 1000 FROM \(cursor)")])) { row in
                count += 1
                try read(row)
            }
        } while count == 1000
        try execute(SQL(pieces: [.text("CLOSE \(cursor)")]))
    }
}

extension TableShape {
    /// Names come from the database itself and stand in double quotes, which both engines read alike.
    var quotedName: String { Self.quoted(name) }

    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    fileprivate var selected: String {
        "SELECT \(fields.map { Self.quoted($0.name) }.joined(separator: ", ")) FROM \(quotedName)"
    }

    fileprivate func order(for engine: Engine) -> String {
        let ordering = key.isEmpty ? fields : key.compactMap { name in fields.first { $0.name == name } }
        let order = ordering.map { field in
            let sorting = engine == .postgres && field.kind == .text ? " COLLATE \"C\"" : ""
            return "\(Self.quoted(field.name))\(sorting) NULLS FIRST"
        }
        return " ORDER BY \(order.joined(separator: ", "))"
    }
}
