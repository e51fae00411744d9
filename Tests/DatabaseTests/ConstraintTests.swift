import Database
import DatabaseTesting
import Testing

private let schema = Migration(
    "constraints-1",
    """
    CREATE TABLE community (id TEXT PRIMARY KEY, stage TEXT NOT NULL CHECK (stage IN ('forming', 'formed')));
    CREATE TABLE membership (
        community_id TEXT NOT NULL REFERENCES community (id),
        school TEXT NOT NULL,
        is_resourced BOOLEAN NOT NULL DEFAULT FALSE,
        UNIQUE (community_id, school)
    );
    CREATE UNIQUE INDEX membership_resourced ON membership (school) WHERE is_resourced;
    INSERT INTO community (id, stage) VALUES ('c', 'forming'), ('d', 'forming');
    INSERT INTO membership (community_id, school, is_resourced) VALUES ('c', 'kura', TRUE);
    """)

private let refused: [(SQLError.Kind, SQL)] = [
    (.unique, "INSERT INTO community (id, stage) VALUES ('c', 'formed')"),
    (.unique, "INSERT INTO membership (community_id, school) VALUES ('c', 'kura')"),
    (.unique, "INSERT INTO membership (community_id, school, is_resourced) VALUES ('d', 'kura', TRUE)"),
    (.foreignKey, "INSERT INTO membership (community_id, school) VALUES ('nowhere', 'kura')"),
    (.foreignKey, "DELETE FROM community WHERE id = 'c'"),
    (.check, "INSERT INTO community (id, stage) VALUES ('e', 'dreaming')"),
    (.notNull, "INSERT INTO membership (community_id, school) VALUES ('c', NULL)"),
    (.other, "SELECT nothing FROM nowhere"),
    (.other, "SELECT \"not a column\" FROM community"),
]

@Suite struct `A constraint` {
    @Test(arguments: TestDatabases.all) func `is refused by its kind`(_ engine: Engine) async throws {
        try await withDatabase(engine, [schema]) { database in
            for (kind, statement) in refused {
                let error = await #expect(throws: SQLError.self) {
                    try await database.write { try $0.execute(statement) }
                }
                #expect(error?.kind == kind, "\(statement.statement(for: engine).text)")
            }
            let left = try await database.read { try $0.value("SELECT count(*) FROM membership", as: Int.self) }
            #expect(left == 1)
        }
    }
}
