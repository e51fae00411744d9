import Database
import DatabaseTesting
import Testing

@Suite struct `The engines under test` {
    @Test(
        .enabled(
            if: TestDatabases.hasPostgres,
            "SIGHTLINE_TEST_POSTGRES is not set, so nothing was tried on PostgreSQL: see bin/postgres-for-tests"))
    func `include PostgreSQL`() {
        #expect(TestDatabases.all == Engine.allCases)
    }
}
