import Web
import Accounts
import Communities
import Database
import DatabaseTesting
import FocusAreas
@testable import Gems
import Ground
@testable import Impact
import TestSupport
import Testing

/// A scene with a gem that two schools try.
private func withGemInUse(_ engine: Engine, _ body: (Scene, _ home: String, _ gem: String) async throws -> Void)
    async throws
{
    try await withScene(
        engine,
        {
            [
                FocusAreas(communities: $0), Gems(communities: $0, chapters: [Impact.chapter(communities: $0)]),
                Impact(communities: $0),
            ]
        }
    ) { scene in
        let community = scene.community.id
        let id = try await scene.site.database.write { transaction in
            let gem = Gem(
                id: .new(at: transaction.now), community: community, title: "Talk before you write", text: "First.",
                organisation: scene.schools[0].id, finder: "Tom", evidence: [], nominated: Scene.today, person: nil)
            try transaction.add(gem)
            try transaction.add(
                Answer(
                    id: .new(at: transaction.now), kind: .spread, reason: "Yes", day: Scene.today, at: transaction.now,
                    person: nil),
                to: gem.id, in: community)
            try transaction.add(
                Adoption(
                    id: .new(at: transaction.now), gem: gem.id, organisation: scene.schools[1].id, state: .using,
                    day: Scene.today, person: nil),
                in: community)
            return gem.id
        }
        let home = "/communities/\(community)"
        try await body(scene, home, "\(home)/gems/\(id)")
    }
}

@Suite struct `Checking a gem in the browser` {
    @Test(arguments: TestDatabases.all) func `shows what was seen, what is missing and no cause`(_ engine: Engine)
        async throws
    {
        try await withGemInUse(engine) { scene, home, gem in
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.get(home + "/impact").body.contains("not yet checked"))
            let check = [
                ("seen-learners", "52 of 60 write a page"), ("link-learners", "https://example.org/writing"),
                ("seen-teaching", "They <listen> first"), ("verdict", "keep"), ("reason", "It holds without us."),
            ]
            #expect(try await teacher.post(gem + "/checks", check).status == 303)
            let room = try await teacher.get(home + "/impact").body
            #expect(room.contains("52 of 60 write a page"))
            #expect(room.contains("They &lt;listen&gt; first"))
            #expect(room.contains("not yet checked on Support from parents, Community engagement"))
            #expect(room.contains("not because of it"))
            let article = try await teacher.get(gem).body
            #expect(article.contains("52 of 60 write a page"))
            #expect(article.contains("It is spreading, and has been checked."))
            #expect(article.contains("href=\"https://example.org/writing\""))
        }
    }

    @Test(arguments: TestDatabases.all) func `stops a gem, which is kept and can be found`(_ engine: Engine)
        async throws
    {
        try await withGemInUse(engine) { scene, home, gem in
            let stop = [("seen-learners", "Fewer came"), ("verdict", "stop"), ("reason", "It cost them their lunch.")]
            let teacher = try await scene.browser(as: .teacher)
            let refused = try await teacher.post(gem + "/checks", stop)
            #expect(refused.status == 422)
            #expect(refused.body.contains("Fewer came"))
            let leader = try await scene.browser(as: .leader)
            #expect(try await leader.post(gem + "/checks", stop).status == 303)
            #expect(try await leader.post(gem + "/checks", stop).status == 409)
            let list = try await leader.get(home + "/gems").body
            #expect(list.contains("Stopped, and kept to learn from"))
            #expect(list.contains("Talk before you write"))
            #expect(try await leader.get(gem).body.contains("It cost them their lunch."))
            let visitors = try await scene.browser(as: .visitor).get(gem)
            #expect(visitors.location == "/sign-in?next=\(gem)")
        }
    }

    @Test func `brings the form back with everything typed`() async throws {
        try await withGemInUse(.sqlite) { scene, _, gem in
            let teacher = try await scene.browser(as: .teacher)
            let answer = try await teacher.post(
                gem + "/checks", [("seen-parents", "Six asked"), ("link-parents", "javascript:alert(1)")])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Six asked"))
            #expect(answer.body.contains("href=\"#field-link-parents\""))
            #expect(answer.body.contains("href=\"#field-verdict\""))
            #expect(try await teacher.post(gem + "/checks", [("verdict", "keep"), ("reason", "x")]).status == 422)
        }
    }

    @Test func `is for those who contribute to write, and for members to read`() async throws {
        try await withGemInUse(.sqlite) { scene, home, gem in
            var lines: [String] = []
            for part in Scene.Part.allCases {
                let browser = try await scene.browser(as: part)
                let write = try await browser.post(gem + "/checks").status
                let read = try await browser.get(home + "/impact").status
                let data = try await browser.get("/api/v1\(home)/impact-checks").status
                lines.append("\(write) \(read) \(data) \(part.rawValue)")
            }
            #expect(
                lines == [
                    "422 200 200 leader", "422 200 200 principal", "422 200 200 neighbour", "422 200 200 leadTeacher",
                    "422 200 200 teacher", "403 200 200 board", "422 200 200 partner", "403 200 200 adviser",
                    "403 200 200 steward", "403 200 200 evaluator", "404 404 404 stranger", "404 404 404 operator",
                    "404 303 404 visitor",
                ])
        }
    }
}
