import Challenges
import Communities
import Database
import DatabaseTesting
import DisclosureControl
import FocusAreas
import Gems
import Ground
import Measurement
import Programmes
import TestSupport
import Testing
import Web

@testable import Reports

@Suite struct `The board page` {
    /// Counts by hand of two schools in a term of each of two years, signed off.
    private func withCounts(
        _ engine: Engine, _ counts: [(school: Int, year: Int, tool: String, assessed: Int, above: Int)],
        _ body: (Scene, String) async throws -> Void
    ) async throws {
        try await withScene(
            engine,
            { communities in
                let measurement = Measuring(communities: communities)
                return [
                    measurement, FocusAreas(communities: communities), Challenges(communities: communities),
                    Gems(communities: communities), Reports(communities: communities, measurement: measurement),
                ]
            }
        ) { scene in
            let schools = scene.schools
            try await scene.site.database.write { transaction in
                for (index, count) in counts.enumerated() {
                    let school = schools[count.school].id
                    try transaction.execute(
                        """
                        INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement,
                            created_at, applied_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused,
                            dropped_columns)
                        VALUES (\(school), \(index + 1), \("i\(index)"), 'counts', 'applied', 'test', '', '',
                            \(transaction.now), \(transaction.now), 1, 0, 0, 0, 0, '')
                        """)
                    try transaction.execute(
                        """
                        INSERT INTO count_entry (organisation_id, intake, row_number, measure, instrument, year, term,
                            year_level, assessed, at_or_above)
                        VALUES (\(school), \(index + 1), 1, 'reading', \(count.tool), \(count.year), 4, 5,
                            \(count.assessed), \(count.above))
                        """)
                    try transaction.store(
                        SignOff(
                            organisation: school, measure: "reading", term: Term(year: count.year, number: 4),
                            signed: transaction.now),
                        in: scene.community.id, by: nil)
                }
            }
            try await body(scene, "/communities/\(scene.community.id)/board")
        }
    }

    @Test(arguments: TestDatabases.all) func `compares with a year ago at the same schools`(_ engine: Engine)
        async throws
    {
        let counts = [
            (0, 2025, "harbour-scale", 200, 110), (1, 2025, "harbour-scale", 100, 50),
            (0, 2026, "harbour-scale", 200, 150), (1, 2026, "harbour-scale", 100, 70),
            (2, 2026, "harbour-scale", 60, 40),
        ]
        try await withCounts(engine, counts) { scene, path in
            let page = try await scene.browser(as: .board).get(path)
            #expect(page.status == 200)
            #expect(
                page.body.contains("At the same 2 schools it was 53\u{00A0}% a year ago and is 73\u{00A0}% now: more."))
        }
    }

    @Test func `calls no change what chance might have done, and compares no two tools`() async throws {
        let small = [(0, 2025, "harbour-scale", 40, 28), (0, 2026, "harbour-scale", 40, 30)]
        try await withCounts(.sqlite, small) { scene, path in
            let page = try await scene.browser(as: .leader).get(path)
            #expect(page.body.contains("too little to call a change"))
        }
        let moved = [(0, 2025, "pipit-test", 40, 28), (0, 2026, "harbour-scale", 40, 30)]
        try await withCounts(.sqlite, moved) { scene, path in
            let page = try await scene.browser(as: .leader).get(path)
            #expect(page.body.contains("cannot be compared with a year ago"))
        }
    }

    @Test func `shows what may leave the house, whoever looks`() async throws {
        try await withCounts(.sqlite, [(0, 2026, "harbour-scale", 8, 5), (1, 2026, "harbour-scale", 80, 61)]) {
            scene, path in
            for part in [Scene.Part.leader, .principal, .board, .partner] {
                let page = try await scene.browser(as: part).get(path)
                #expect(page.status == 200)
                #expect(!page.body.contains("5 of\u{00A0}8"), "\(part)")
                #expect(page.body.contains("not shown, to protect learners"), "\(part)")
            }
            let stranger = try await scene.browser(as: .leader).get("/communities/\(scene.other.id)/board")
            #expect(stranger.status == 404)
        }
    }

    @Test func `is for those who belong, with what was decided and why`() async throws {
        try await withCounts(.sqlite, [(0, 2026, "harbour-scale", 80, 61)]) { scene, path in
            try await scene.site.database.write { transaction in
                try transaction.add(
                    StageMove(
                        component: "governance", from: nil, to: "forming", evidence: "We met on the spit.",
                        day: Scene.today, actor: ""),
                    to: scene.community.id, by: nil)
            }
            #expect(try await scene.browser(as: .board).get(path).body.contains("We met on the spit."))
            let visitors = try await scene.browser(as: .visitor).get(path)
            #expect(visitors.location == "/sign-in?next=\(path)")
        }
    }

    @Test func `asks for what waits, and keeps a decision apart from its evidence`() async throws {
        try await withCounts(.sqlite, [(0, 2026, "harbour-scale", 80, 61)]) { scene, path in
            try await scene.site.database.write { transaction in
                try transaction.add(
                    StageMove(
                        component: "governance", from: nil, to: "forming", evidence: "We met on the spit.",
                        day: Scene.today, actor: ""),
                    to: scene.community.id, by: nil)
                try transaction.add(
                    Challenge(
                        id: .new(at: transaction.now), title: "Writing", why: "Why", story: "What", howKnown: "How",
                        proposed: Scene.today, targets: []),
                    to: scene.community.id)
            }
            let page = try await scene.browser(as: .board).get(path).body
            #expect(page.contains("Governance is now at the stage “Forming”.</b>"))
            #expect(page.contains("<br>Evidence: We met on the spit."))
            #expect(page.contains("What the board is asked"))
            #expect(page.contains("“Writing” has been proposed and waits to be agreed."))
            #expect(page.contains("are still to be signed off at: Harakeke School, Mānuka Primary."))
        }
    }
}
