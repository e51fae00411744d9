import Web
import Accounts
import Communities
import Database
import DatabaseTesting
import Ground
import Programmes
import TestSupport
import Testing
import World

@testable import Measurement

@Suite struct `The calendar in the browser` {
    /// The first school has everything, the second half of it, the third nothing. Today is 22 November 2026.
    private func withResults(_ engine: Engine, _ body: (Scene, String) async throws -> Void) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let schools = scene.schools
            try await scene.site.database.write { transaction in
                try Brought.bring(World.fiveSchools[0], as: schools[0].id, in: transaction)
                try Brought.bring(World.fiveSchools[2], as: schools[1].id, in: transaction)
                // Only the first learners of the second school were assessed in reading.
                try transaction.execute(
                    "DELETE FROM result WHERE organisation_id = \(schools[1].id) AND learner > 10 AND construct = 'reading'"
                )
            }
            try await body(scene, "/communities/\(scene.community.id)")
        }
    }

    private func decide(_ scene: Scene, _ home: String, due: String, _ more: [(String, String)] = []) async throws
        -> Int
    {
        let leader = try await scene.browser(as: .leader)
        let owing = scene.schools.map { ("owing", $0.id.rawValue) }
        return try await leader.post(
            home + "/calendar/collections", [("measure", "reading"), ("term", "2026-T4"), ("due", due)] + more + owing
        ).status
    }

    @Test(arguments: TestDatabases.all) func `says who has signed off, who is late, and what comes next`(
        _ engine: Engine
    ) async throws {
        try await withResults(engine) { scene, home in
            let leader = try await scene.browser(as: .leader)
            #expect(try await leader.get(home + "/calendar").body.contains("What is collected when will be here."))
            #expect(try await decide(scene, home, due: "20 Nov 2026") == 303)
            let before = try await leader.get(home + "/calendar")
            #expect(before.body.contains("0 of 3 schools have signed off reading for Term 4 2026. 3 are late."))
            #expect(before.body.contains("Te Kura o Tōtara has brought in for Term 4 2026: Reading, due 2 days ago."))

            let principal = try await scene.browser(as: .principal)
            _ = try await principal.post(
                home + "/sign-offs",
                [("organisation", scene.schools[0].id.rawValue), ("measure", "reading"), ("term", "2026-T4")])
            let after = try await principal.get(home + "/calendar").body
            #expect(after.contains("1 of 3 schools has signed off") || after.contains("1 of 3 schools have signed off"))
            #expect(after.contains("Nothing is owed here."))
        }
    }

    @Test(arguments: TestDatabases.all)
    func `shows coverage exactly to the school's own people, and in halves to others`(
        _ engine: Engine
    ) async throws {
        try await withResults(engine) { scene, home in
            #expect(try await decide(scene, home, due: "4 Dec 2026") == 303)
            let own = try await scene.browser(as: .neighbour).get(home + "/calendar").body
            #expect(own.firstMatch(of: #/\d+ of 25 learners \(\d+/#) != nil)
            for part in [Scene.Part.principal, .teacher, .board] {
                let others = try await scene.browser(as: part).get(home + "/calendar").body
                #expect(!others.contains("of 25 learners"), "\(part)")
                #expect(others.contains("Harakeke School"))
            }
            let inside = try await scene.browser(as: .principal).get(home + "/calendar").body
            #expect(inside.contains("partly: less than half of the learners"))
            let outside = try await scene.browser(as: .board).get("/api/v1" + home + "/calendar").body
            #expect(outside.contains("\"state\":\"partly\""))
            #expect(!outside.contains("half"))
        }
    }

    @Test(arguments: TestDatabases.all) func `plans a year with one click, once`(_ engine: Engine) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let home = "/communities/\(scene.community.id)"
            let leader = try await scene.browser(as: .leader)
            let planned = try await leader.post(home + "/calendar/year", [("year", "2026")])
            #expect(planned.status == 303)
            #expect(try await leader.post(home + "/calendar/year", [("year", "2026")]).status == 409)
            #expect(try await leader.post(home + "/calendar/year", [("year", "2040")]).status == 409)
            let principal = try await scene.browser(as: .neighbour)
            #expect(try await principal.post(home + "/calendar/year", [("year", "2027")]).status == 403)
            let id = scene.community.id
            let collections = try await scene.site.database.read { try $0.collections(of: id) }
            #expect(Set(collections.map(\.due.description)) == ["2026-12-04"])
            let removed = try await leader.post(
                home + "/calendar/collections/removal", [("measure", "writing"), ("term", "2026-T4")])
            #expect(removed.status == 303)
            let left = try await scene.site.database.read { try $0.collections(of: id) }
            #expect(left.count == collections.count - 1)
        }
    }

    @Test(arguments: TestDatabases.all) func `brings a form back that cannot be used, and asks only those it names`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let home = "/communities/\(scene.community.id)"
            let leader = try await scene.browser(as: .leader)
            let wrong = try await leader.post(
                home + "/calendar/collections", [("measure", "reading"), ("term", "2026-T4"), ("due", "Easter")])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("value=\"Easter\""))
            #expect(try await decide(scene, home, due: "4 Dec 2028") == 422)
            let one = try await leader.post(
                home + "/calendar/collections",
                [("measure", "reading"), ("term", "2026-T4"), ("owing", scene.schools[1].id.rawValue)])
            #expect(one.status == 303)
            let id = scene.community.id
            let found = try await scene.site.database.read { try $0.collections(of: id) }
            #expect(found.map(\.named) == [[scene.schools[1].id]])
            #expect(try await leader.get(home + "/calendar").body.contains("0 of 1 school"))
        }
    }

    @Test(arguments: TestDatabases.all) func `reminds each school once before and once after`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let measuring = Measuring(communities: scene.communities)
            let id = scene.community.id
            let due = Scene.today.adding(days: 5)
            try await scene.site.database.write { transaction in
                try transaction.store(
                    MeasureCollection(.init("reading", Term(year: 2026, number: 4)), due: due), in: id, by: nil)
                try transaction.store(
                    SignOff(
                        organisation: scene.schools[0].id, measure: "reading", term: Term(year: 2026, number: 4),
                        signed: transaction.now), in: id, by: nil)
            }
            #expect(try await measuring.remind(on: Scene.today.adding(days: -10)) == 0)
            #expect(try await measuring.remind(on: Scene.today) == 2)
            #expect(try await measuring.remind(on: Scene.today) == 0)
            #expect(try await measuring.remind(on: due.adding(days: 1)) == 2)
            #expect(try await measuring.remind(on: due.adding(days: 2)) == 0)
            let events = try await scene.site.database.read { try $0.events(in: id, limit: 20) }
            let reminded = events.filter { $0.kind.hasPrefix("collection-") }
            #expect(reminded.count == 4)
            #expect(Set(reminded.compactMap(\.organisation)) == [scene.schools[1].id, scene.schools[2].id])
        }
    }
}

@Suite struct `Term dates in the browser` {
    @Test(arguments: TestDatabases.all) func `are set by the principal, and results follow them`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let home = "/communities/\(scene.community.id)"
            let (school, neighbour) = (scene.schools[0].id, try await scene.browser(as: .neighbour))
            let principal = try await scene.browser(as: .principal)
            let page = try await principal.get(home + "/term-dates?year=2026")
            #expect(page.body.contains("Te Kura o Tōtara goes by the national term dates in 2026."))
            #expect(page.body.contains("Schools choose: from 26 January 2026 to 7 February 2026."))
            let fields = [("organisation", school.rawValue), ("year", "2026")]
            let wrong = try await principal.post(home + "/term-dates", fields + [("starts-1", "9 Feb 2026")])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("value=\"9 Feb 2026\""))
            let set = try await principal.post(
                home + "/term-dates", fields + [("starts-1", "29 Jan 2026"), ("starts-2", "22/4/2026")])
            #expect(set.status == 303)
            let own = try await principal.get(try #require(set.location)).body
            #expect(own.contains("goes by its own term dates in 2026"))
            #expect(own.contains("value=\"22 April 2026\""))

            #expect(try await neighbour.post(home + "/term-dates", fields).status == 404)
            #expect(try await scene.browser(as: .teacher).get(home + "/term-dates").status == 403)

            let calendars = try await scene.site.database.read {
                (try $0.calendar(of: school), try $0.calendar(of: scene.schools[1].id))
            }
            let day = try #require(Day(text: "2026-04-21"))
            #expect(calendars.0.term(of: day).number == 1)
            #expect(calendars.1.term(of: day).number == 2)

            _ = try await principal.post(home + "/term-dates", fields)
            let back = try await scene.site.database.read { try $0.ownTermDates(of: school) }
            #expect(back.isEmpty)
            let history = try await scene.site.database.read { try $0.termDatesHistory(of: school, year: 2026) }
            #expect(history.count == 4)
        }
    }
}
