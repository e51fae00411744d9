import Database
import DatabaseTesting
import Testing

private let schema = [
    Migration(
        "zoo-1-tables",
        """
        CREATE TABLE keeper (
            id TEXT PRIMARY KEY, is_there BOOLEAN, height DOUBLE PRECISION, badge \(SQL.bytes), number BIGINT
        );
        CREATE TABLE animal (
            "position" BIGINT NOT NULL, keeper_id TEXT REFERENCES keeper (id), parent BIGINT REFERENCES animal ("position"),
            name \(SQL.sortKey) NOT NULL, PRIMARY KEY ("position")
        );
        CREATE TABLE sighting (place TEXT NOT NULL, kind TEXT, seen DOUBLE PRECISION);
        """)
]

extension Transaction {
    fileprivate func fill() throws {
        let doubles = [
            0.1, 1e300, -2.5, .leastNonzeroMagnitude, .infinity, -.infinity, 3, -0.0, 123_456_789.123_456_78,
        ]
        for (index, double) in doubles.enumerated() {
            try execute(
                """
                INSERT INTO keeper VALUES (\("k\(index)"), \(index.isMultiple(of: 2)), \(double),
                    \([UInt8(index), 0, 255]), \(Int64.max - Int64(index)))
                """)
        }
        for (index, text) in ["Tāne \"Mahuta\"", "a\\b", "tab\there\nand line", "\u{1}\u{1F}\u{7F}", "🐧", ""]
            .enumerated()
        {
            try execute(
                """
                INSERT INTO animal ("position", keeper_id, parent, name)
                VALUES (\(index), \("k\(index)"), \(index == 0 ? nil : index - 1), \(text))
                """)
        }
        try execute("INSERT INTO keeper VALUES ('é', NULL, NULL, NULL, NULL), ('z', NULL, NULL, NULL, NULL)")
        try execute("INSERT INTO keeper VALUES ('A', NULL, NULL, NULL, NULL), ('a', NULL, NULL, NULL, NULL)")
        for number in 0..<2500 {
            try execute(
                "INSERT INTO sighting VALUES (\("p\(number % 7)"), \(number % 3 == 0 ? nil : "k"), \(Double(number) / 8))"
            )
        }
    }
}

@Suite struct `A logical dump` {
    @Test(arguments: TestDatabases.all) func `writes what is there in one form`(_ engine: Engine) async throws {
        try await withDatabase(engine, schema) { database in
            try await database.write { transaction in
                try transaction.execute("INSERT INTO keeper VALUES ('b', TRUE, 1.5, \([UInt8(10), 255]), -7)")
                try transaction.execute("INSERT INTO keeper VALUES ('B', FALSE, 3, NULL, NULL)")
                try transaction.execute(
                    "INSERT INTO animal VALUES (2, NULL, NULL, 'Kea'), (1, 'b', NULL, \("one \"two\"\n"))")
            }
            let dump = try await database.read { try $0.dump() }
            #expect(
                dump == #"""
                    # keeper
                    {"id":"B","is_there":false,"height":3.0,"badge":null,"number":null}
                    {"id":"b","is_there":true,"height":1.5,"badge":"0aff","number":-7}
                    # animal
                    {"position":1,"keeper_id":"b","parent":null,"name":"one \"two\"\n"}
                    {"position":2,"keeper_id":null,"parent":null,"name":"Kea"}
                    # sighting

                    """#)
        }
    }

    @Test func `has the same bytes whichever engine holds the content`() async throws {
        var dumps: [String] = []
        for engine in TestDatabases.all {
            try await withDatabase(engine, schema) { database in
                try await database.write { try $0.fill() }
                dumps.append(try await database.read { try $0.dump() })
            }
        }
        #expect(dumps[0].utf8.count > 100_000)
        #expect(Set(dumps).count == 1)
    }

    @Test(arguments: TestDatabases.all) func `knows tables in the order in which they can be filled`(
        _ engine: Engine
    ) async throws {
        try await withDatabase(engine, schema) { database in
            let shapes = try await database.read { try $0.tableShapes() }
            #expect(shapes.map(\.name) == ["keeper", "animal", "sighting"])
            #expect(shapes.map(\.key) == [["id"], ["position"], []])
            #expect(shapes[0].fields.map(\.kind) == [.text, .boolean, .number, .bytes, .integer])
            #expect(shapes[1].references == ["keeper"])
        }
    }

    @Test func `is loaded into either engine and comes out unchanged`() async throws {
        for source in TestDatabases.all {
            for target in TestDatabases.all {
                let blocks = try await withDatabase(source, schema) { database in
                    try await database.write { try $0.fill() }
                    return try await database.read { transaction in
                        try transaction.tableShapes().map { shape in
                            var blocks: [[UInt8]] = []
                            try transaction.dump(shape) { blocks.append($0) }
                            return blocks
                        }
                    }
                }
                let again = try await withDatabase(target, schema) { database in
                    try await database.write { transaction in
                        for (shape, blocks) in zip(try transaction.tableShapes(), blocks) {
                            // In pieces that end anywhere, also within a character.
                            var rest = ArraySlice(blocks.joined())
                            try transaction.load(shape) {
                                defer { rest = rest.dropFirst(997) }
                                return rest.isEmpty ? nil : Array(rest.prefix(997))
                            }
                        }
                        return try transaction.tableShapes().map { shape in
                            var blocks: [UInt8] = []
                            try transaction.dump(shape) { blocks += $0 }
                            return blocks
                        }
                    }
                }
                #expect(again == blocks.map { Array($0.joined()) }, "\(source) to \(target)")
            }
        }
    }

    @Test(
        arguments: [
            #"{"id":"a"}"#, #"{"id":"a","is_there":1,"height":null,"badge":null,"number":null}"#,
            #"{"id":"a","is_there":null,"height":nan,"badge":null,"number":null}"#,
            #"{"id":"a","is_there":null,"height":null,"badge":"0g","number":null}"#,
            #"{"id":"a","is_there":null,"height":null,"badge":null,"number":null,"x":1}"#,
            #"{"is_there":null,"id":"a","height":null,"badge":null,"number":null}"#,
            #"{"id":"a","is_there":null,"height":null,"badge":null,"number":99999999999999999999}"#,
            #"{"id":"a\q","is_there":null,"height":null,"badge":null,"number":null}"#, "", "[]",
        ]) func `is refused where a line is not of the table`(_ line: String) async throws
    {
        try await withDatabase(.sqlite, schema) { database in
            await #expect(throws: UnreadableDump.self) {
                try await database.write { transaction in
                    var blocks = [Array((line + "\n").utf8)]
                    return try transaction.load(try transaction.tableShapes()[0]) { blocks.popLast() }
                }
            }
        }
    }
}
