import Database
import DatabaseTesting
import Testing

/// What `docs/sql.md` says both engines understand alike, on one small table.
private let schema = Migration(
    "portable-1",
    """
    CREATE TABLE pupil (
        id BIGINT PRIMARY KEY, name TEXT NOT NULL, school BIGINT, score DOUBLE PRECISION, ok BOOLEAN,
        doubled BIGINT GENERATED ALWAYS AS (id * 2) STORED
    );
    CREATE UNIQUE INDEX pupil_one_ok ON pupil (school) WHERE ok;
    CREATE TABLE school (id BIGINT PRIMARY KEY, name TEXT NOT NULL);
    INSERT INTO school (id, name) VALUES (1, 'Kura'), (2, 'Bay'), (9, 'Empty');
    INSERT INTO pupil (id, name, school, score, ok) VALUES
        (1, 'Zoe', 1, 1.25, TRUE), (2, 'Āpirana', 1, 2.5, FALSE), (3, 'aroha', 2, NULL, NULL), (4, 'Māui', NULL, 2.0, TRUE);
    """)

private let statements: [(SQL, String)] = [
    ("INSERT INTO pupil (id, name) VALUES (5, 'x') RETURNING id, doubled, name", "5|10|x"),
    ("UPDATE pupil SET score = 9.5 WHERE id = 1 RETURNING score", "9.5"),
    ("DELETE FROM pupil WHERE id = 4 RETURNING name", "Māui"),
    (
        "INSERT INTO pupil (id, name, school) VALUES (1, 'new', 7) ON CONFLICT (id) DO UPDATE SET school = excluded.school RETURNING name, school",
        "Zoe|7"
    ),
    ("INSERT INTO pupil (id, name) VALUES (1, 'new') ON CONFLICT DO NOTHING RETURNING id", ""),
    (
        "INSERT INTO school (id, name) SELECT id, name FROM pupil WHERE TRUE ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id",
        "1;2;3;4"
    ),
    (
        "UPDATE school SET name = q.best FROM (SELECT school, max(name) AS best FROM pupil GROUP BY school) q WHERE school.id = q.school RETURNING school.id, school.name",
        "1|Āpirana;2|aroha"
    ),
    ("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5) SELECT sum(x) FROM n", "15"),
    ("WITH v(a, b) AS (VALUES (1, 'x'), (2, 'y')) SELECT b FROM v WHERE a = 2", "y"),
    (
        "SELECT id, row_number() OVER (PARTITION BY school ORDER BY id DESC) FROM pupil WHERE school = 1 ORDER BY id",
        "1|2;2|1"
    ),
    ("SELECT id, lag(name) OVER w FROM pupil WINDOW w AS (ORDER BY id) ORDER BY id", "1|null;2|Zoe;3|Āpirana;4|aroha"),
    ("SELECT count(*), count(*) FILTER (WHERE score > 2) FROM pupil", "4|1"),
    ("SELECT id FROM pupil ORDER BY school NULLS LAST, id DESC", "2;1;3;4"),
    ("SELECT id FROM pupil ORDER BY score DESC NULLS FIRST", "3;2;4;1"),
    ("SELECT id FROM pupil WHERE ok ORDER BY id", "1;4"),
    ("SELECT id FROM pupil WHERE NOT ok", "2"),
    ("SELECT id FROM pupil WHERE ok IS NOT TRUE ORDER BY id", "2;3"),
    ("SELECT id FROM pupil WHERE ok = FALSE", "2"),
    ("SELECT id FROM pupil WHERE school IS NOT DISTINCT FROM NULL", "4"),
    ("SELECT id FROM pupil WHERE school IS DISTINCT FROM 1 ORDER BY id", "3;4"),
    ("SELECT id FROM pupil WHERE (school, id) > (1, 1) ORDER BY id", "2;3"),
    ("SELECT id FROM pupil WHERE (school, id) IN (VALUES (1, 2), (2, 3)) ORDER BY id", "2;3"),
    (
        "SELECT s.name, p.name FROM pupil p FULL JOIN school s ON s.id = p.school ORDER BY s.name NULLS LAST, p.name",
        "Bay|aroha;Empty|null;Kura|Zoe;Kura|Āpirana;null|Māui"
    ),
    ("SELECT id FROM pupil EXCEPT SELECT id FROM school ORDER BY id", "3;4"),
    ("SELECT id FROM pupil INTERSECT SELECT id FROM school ORDER BY id", "1;2"),
    ("SELECT id FROM pupil WHERE lower(name) LIKE 'ar%'", "3"),
    ("SELECT id FROM pupil WHERE name LIKE 'Ar%'", ""),
    ("SELECT doubled FROM pupil ORDER BY doubled DESC LIMIT 2 OFFSET 1", "6;4"),
    ("SELECT length(name), substr(name, 1, 2) FROM pupil WHERE id = 2", "7|Āp"),
    ("SELECT coalesce(score, 0.5), nullif(id, 3) FROM pupil WHERE id = 3", "0.5|null"),
    ("SELECT CASE WHEN score > 2 THEN 'high' ELSE 'low' END FROM pupil ORDER BY id", "low;high;low;low"),
    ("SELECT school, avg(score) FROM pupil WHERE school IS NOT NULL GROUP BY school ORDER BY school", "1|1.875;2|null"),
    ("SELECT school FROM pupil GROUP BY school HAVING count(*) > 1", "1"),
    ("SELECT 7 / 2, 7 % 2, -7 / 2", "3|1|-3"),
    ("SELECT CAST(12 AS TEXT) || 'a', CAST('12' AS BIGINT) + 1", "12a|13"),
    ("SELECT name FROM pupil ORDER BY name", "Māui;Zoe;aroha;Āpirana"),
    ("SELECT id FROM pupil p WHERE EXISTS (SELECT 1 FROM school s WHERE s.id = p.school) ORDER BY id", "1;2;3"),
    ("SELECT id FROM pupil WHERE '2026-02-28' < '2026-03-01' ORDER BY id LIMIT 1", "1"),
]

@Suite struct `The same text` {
    @Test(arguments: TestDatabases.all) func `gives the same answer`(_ engine: Engine) async throws {
        try await withDatabase(engine, [schema]) { database in
            for (statement, expected) in statements {
                let answer = try await database.answer(to: statement)
                #expect(answer == expected, "\(statement.statement(for: engine).text)")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `changes a schema alike`(_ engine: Engine) async throws {
        try await withDatabase(engine, [schema]) { database in
            try await database.write { transaction in
                try transaction.execute(
                    script: """
                        ALTER TABLE school ADD COLUMN roll BIGINT NOT NULL DEFAULT 0;
                        ALTER TABLE school RENAME COLUMN name TO title;
                        ALTER TABLE pupil DROP COLUMN score;
                        ALTER TABLE pupil RENAME TO learner;
                        CREATE INDEX IF NOT EXISTS learner_name ON learner (lower(name), id DESC);
                        CREATE VIEW small AS SELECT id, title FROM school WHERE roll < 10;
                        DROP VIEW small;
                        """)
            }
            let school = try await database.answer(to: "SELECT title, roll FROM school WHERE id = 1")
            #expect(school == "Kura|0")
            let learners = try await database.answer(to: "SELECT count(*) FROM learner")
            #expect(learners == "4")
        }
    }
}

private struct Rollback: Error { let answer: String }

extension Database {
    /// The rows of an answer, `;` between them and `|` between their columns; whatever it changed is undone.
    func answer(to statement: SQL) async throws -> String {
        do {
            return try await write { transaction -> String in
                let rows = try transaction.rows(statement) { row in
                    (0..<row.source.columnCount).map { row.source.shown($0) }.joined(separator: "|")
                }
                let isOrdered = statement.statement(for: engine).text.contains("ORDER BY")
                throw Rollback(answer: (isOrdered ? rows : rows.sorted()).joined(separator: ";"))
            }
        } catch let rollback as Rollback { return rollback.answer }
    }
}

extension RowSource {
    fileprivate func shown(_ index: Int) -> String {
        if isNull(index) { return "null" }
        if let integer = int(index) { return "\(integer)" }
        if let number = double(index) { return Int(exactly: number).map { "\($0)" } ?? "\(number)" }
        if text(index) == "t" { return "true" }
        if text(index) == "f" { return "false" }
        return text(index) ?? "bytes"
    }
}
