import Communities
import Database
import DatabaseTesting
import Ground
import Programmes
import TestSupport
import Testing

@Suite struct `Forming a community in the browser` {
    @Test(arguments: TestDatabases.all) func `takes one form and leads to its members`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.get("/communities/new").status == 200)
            let formed = try await teacher.post(
                "/communities",
                [
                    ("name", "Ngā Awa Learning Community"), ("purpose", "Writing that travels"),
                    ("pack", "community-of-practice"), ("organisation", "Te Kura o Ngā Awa"),
                    ("kind", "primary-school"),
                    ("roll", "180"),
                ])
            #expect(formed.status == 303)
            let members = try await teacher.get(try #require(formed.location))
            #expect(members.status == 200)
            #expect(members.body.contains("Te Kura o Ngā Awa"))
        }
    }

    @Test func `brings the form back with everything typed`() async throws {
        try await withScene(.sqlite) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let answer = try await teacher.post("/communities", [("name", "Ngā <Awa>"), ("roll", "many")])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Ngā &lt;Awa&gt;"))
            #expect(answer.body.contains("value=\"many\""))
        }
    }

    @Test(arguments: TestDatabases.all) func `adds members, fills a role and hands over a link`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            let added = try await leader.post(
                home + "/members",
                [("organisation", "Kahikatea School"), ("kind", "primary-school"), ("membership", "member")])
            #expect(added.status == 303)
            let twice = try await leader.post(
                home + "/members",
                [("organisation", "kahikatea school"), ("kind", "primary-school"), ("membership", "member")])
            #expect(twice.status == 422)
            let filled = try await leader.post(
                home + "/positions",
                [
                    ("role", "lead-teacher"), ("organisation", scene.schools[1].id.rawValue), ("name", "Mere Pōtae"),
                    ("email", "mere@sightline.example"),
                ])
            #expect(filled.status == 409, "Harakeke School has a principal, who names its own")
            let own = try await leader.post(
                home + "/positions",
                [
                    ("role", "lead-teacher"), ("organisation", scene.schools[0].id.rawValue), ("name", "Mere Pōtae"),
                    ("email", "mere@sightline.example"),
                ])
            #expect(own.status == 303)
            let shown = try await leader.follow(own)
            let link = try #require(shown.body.firstMatch(of: #/http://sightline\.test(/link/[\w-]+)/#)?.1)
            let visitor = try await scene.browser(as: .visitor)
            let joined = try await visitor.post(String(link), [("password", "four small brown ducks")])
            #expect(joined.status == 303)
        }
    }

    @Test(arguments: TestDatabases.all) func `moves a stage with evidence and keeps how it got there`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            let pack = try scene.communities.pack(of: scene.community)
            let component = try #require(pack.components.first)
            let stage = try #require(component.stages.first)
            let path = "/communities/\(scene.community.id)/stages"
            let fields = [("component", component.key), ("stage-\(component.key)", stage.key)]
            #expect(try await leader.post(path, fields).status == 422)
            let moved = try await leader.post(path, fields + [("evidence-\(component.key)", "All three boards agreed")])
            #expect(moved.status == 303)
            #expect(try await leader.get(path).body.contains("All three boards agreed"))
        }
    }

    @Test func `closes with a reason, and then nothing can be changed`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            #expect(try await leader.post(home + "/state", [("state", "closed")]).status == 422)
            #expect(
                try await leader.post(home + "/state", [("state", "closed"), ("reason", "The scheme ended")]).status
                    == 303)
            let refused = try await leader.post(
                home + "/members",
                [("organisation", "Late School"), ("kind", "primary-school"), ("membership", "member")])
            #expect(refused.status == 409)
            #expect(try await leader.get(home + "/members").status == 200)
        }
    }
}
