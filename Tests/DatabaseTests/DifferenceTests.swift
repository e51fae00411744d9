import Database
import DatabaseTesting
import Testing

/// What `docs/sql.md` warns of: the same text, and what each engine makes of it (`nil` where it refuses).
private let differences: [(SQL, sqlite: String?, postgres: String?)] = [
    ("SELECT lower('TĀNE')", "tĀne", "tāne"),
    ("SELECT 1 / 0", "null", nil),
    ("SELECT 9223372036854775807 + 1", "9.223372036854776e+18", nil),
    ("SELECT CAST(2.7 AS BIGINT)", "2", "3"),
    ("SELECT CAST('x' AS BIGINT)", "0", nil),
    ("SELECT round(CAST(2.5 AS DOUBLE PRECISION))", "3", "2"),
    ("SELECT round(CAST(2.5 AS DOUBLE PRECISION), 1)", "2.5", nil),
    ("WITH v(x) AS (VALUES (1), (NULL)) SELECT x FROM v ORDER BY x", "null;1", "1;null"),
    ("INSERT INTO t (n) VALUES ('many') RETURNING n", "many", nil),
    ("SELECT TRUE = 1", "1", nil),
    ("SELECT sum(ok) FROM t", "null", nil),
    ("SELECT n, name FROM t GROUP BY n", "", nil),
    ("SELECT name = 5 FROM t", "", nil),
    ("SELECT max(1, 2)", "2", nil),
    ("SELECT group_concat(name) FROM t", "null", nil),
    ("SELECT strftime('%Y', '2026-02-03')", "2026", nil),
    ("SELECT string_agg(name, ',') FROM t", nil, "null"),
    ("SELECT greatest(1, 2)", nil, "2"),
    ("SELECT 'a' ILIKE 'A'", nil, "true"),
    ("SELECT '12'::BIGINT", nil, "12"),
    ("SELECT count(now())", nil, "1"),
    ("SELECT stddev_samp(n) FROM t", nil, "null"),
    ("SELECT n FROM t FOR UPDATE", nil, ""),
    ("SELECT DISTINCT ON (n) n FROM t", nil, ""),
    ("SELECT b FROM (VALUES (1, 'x')) AS v(a, b)", nil, "x"),
    ("INSERT INTO t (n) SELECT n FROM t ON CONFLICT DO NOTHING", nil, ""),
    ("ALTER TABLE t ALTER COLUMN n SET DEFAULT 1", nil, ""),
    ("ALTER TABLE t ADD CONSTRAINT small CHECK (n < 9)", nil, ""),
    ("SELECT '{\"a\":1}' ->> 'a'", "1", nil),
    ("SELECT name ->> 'a' FROM t", "", nil),
    ("SELECT substr('abc', \(2))", "bc", nil),
    ("SELECT substr('abc', CAST(\(2) AS INTEGER))", "bc", "bc"),
]

@Suite struct `A difference between the engines` {
    @Test(arguments: TestDatabases.all) func `is as documented`(_ engine: Engine) async throws {
        let table = Migration("differences-1", "CREATE TABLE t (n BIGINT, name TEXT, ok BOOLEAN);")
        try await withDatabase(engine, [table]) { database in
            for (statement, sqlite, postgres) in differences {
                // `nil` is a refusal, whatever the reason.
                let answer = try? await database.answer(to: statement)
                let text = statement.statement(for: engine).text
                #expect(answer == (engine == .sqlite ? sqlite : postgres), "\(text)")
            }
        }
    }
}
