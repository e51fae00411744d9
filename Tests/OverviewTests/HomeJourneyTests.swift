import Accounts
import Communities
import Database
import DatabaseTesting
import FocusAreas
import Ground
import Measurement
import Overview
import TestSupport
import Testing
import Web
import Challenges
import Gems
import Impact

@Suite struct `The home of a community` {
    @Test(arguments: TestDatabases.all) func `says what is missing before there is anything`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { features($0) }) { scene in
            let home = try await scene.browser(as: .leader).get("/communities/\(scene.community.id)")
            #expect(home.status == 200)
            #expect(home.body.contains("Begin with a focus area"))
        }
    }

    @Test func `shows the public its purpose only, and strangers nothing of a private community`() async throws {
        try await withScene(.sqlite, { features($0) }) { scene in
            let visitor = try await scene.browser(as: .visitor)
            let open = try await visitor.get("/communities/\(scene.community.id)")
            #expect(open.status == 200)
            #expect(open.body.contains(scene.community.purpose))
            #expect(!open.body.contains("What to do next"))
            #expect(try await visitor.get("/communities/\(scene.other.id)").status == 404)
        }
    }

    @Test(arguments: TestDatabases.all) func `tells a principal of numbers that changed since they signed off`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { features($0) }) { scene in
            let (community, school) = (scene.community.id, scene.schools[1].id)
            let neighbour = try await scene.browser(as: .neighbour)
            func signedOff(_ numbers: SignedNumbers?) async throws -> String {
                try await scene.site.database.write { transaction in
                    for measure in ["reading", "writing", "mathematics"] {
                        let signOff = SignOff(
                            organisation: school, measure: measure, term: Term(year: 2026, number: 4),
                            signed: transaction.now, numbers: measure == "reading" ? numbers : nil)
                        try transaction.store(signOff, in: community, by: nil)
                    }
                    try transaction.advanceVersion(of: community.rawValue)
                }
                return try await neighbour.get("/communities/\(community)").body
            }
            try await scene.site.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement,
                        created_at, applied_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused,
                        dropped_columns)
                    VALUES (\(school), 1, 'i', 'results', 'applied', 'test', '', '', \(transaction.now),
                        \(transaction.now), 1, 0, 0, 0, 0, '')
                    """)
                try transaction.execute(
                    """
                    INSERT INTO result (organisation_id, intake, row_number, learner, construct, instrument, raw, number,
                        day, year_level)
                    VALUES (\(school), 1, 1, 1, 'reading', 'harbour-scale', '63', 63, '2026-11-04', 5)
                    """)
            }
            let task = "Harakeke School has 1 measure of Term 4 2026 that nobody else sees yet."
            #expect(try await !signedOff(nil).contains(task))
            #expect(try await signedOff(SignedNumbers(digest: "others than now")).contains(task))
        }
    }
}

private func features(_ communities: Communities) -> [any Feature] {
    let measurement = Measuring(communities: communities)
    return [
        Overview(communities: communities, measurement: measurement), FocusAreas(communities: communities),
        Challenges(communities: communities), measurement, Gems(communities: communities),
        Impact(communities: communities),
    ]
}
