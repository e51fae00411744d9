import Web
import Communities
import Database
import DatabaseTesting
import Ground
import TestSupport
import Testing

@Suite struct `A member that leaves` {
    private func membership(_ school: Int, in scene: Scene) async throws -> Member {
        let members = try await scene.site.database.read { try $0.members(of: scene.community.id) }
        return try #require(members.first { $0.organisation.id == scene.schools[school].id })
    }

    private func grants(_ part: Scene.Part, in scene: Scene) async throws -> [Grant] {
        try await scene.viewer(part).grants
    }

    @Test(arguments: TestDatabases.all) func `is asked about first, and comes back with its roles`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            let member = try await membership(1, in: scene)
            let before = try await grants(.neighbour, in: scene)
            let position = Position(
                id: .new(at: Scene.now), role: "principal", organisation: member.organisation.id,
                holder: scene.people[.neighbour], since: Scene.today.adding(days: -100),
                until: Scene.today.adding(days: 200), release: nil)
            try await scene.site.database.write { try $0.add(position, to: scene.community.id) }

            let page = "\(home)/members/\(member.membership.id)/end"
            let question = try await leader.get(page)
            #expect(question.body.contains("Does Harakeke School leave the community today?"))
            #expect(question.body.contains("Nell Harper"))

            let left = try await leader.post(page)
            let list = try await leader.get(try #require(left.location))
            #expect(list.body.contains("\(member.membership.id)/return"))
            #expect(try await scene.browser(as: .neighbour).get(home + "/positions").status == 404)
            #expect(try await !leader.get(home + "/positions").body.contains("Nell Harper"))

            #expect(try await leader.post("\(home)/members/\(member.membership.id)/return").status == 303)
            #expect(try await grants(.neighbour, in: scene) == before)
            let held = try await scene.site.database.read {
                try $0.position(position.id, in: scene.community.id, on: Scene.today)
            }
            #expect(held?.position == position)
            #expect(try await membership(1, in: scene).membership == member.membership)
            #expect(try await leader.post("\(home)/members/\(member.membership.id)/return").status == 409)
        }
    }

    @Test func `stays away where it has joined anew meanwhile`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            let member = try await membership(2, in: scene)
            _ = try await leader.post("\(home)/members/\(member.membership.id)/end")
            let again = [("organisation", "Mānuka Primary"), ("kind", "primary-school"), ("membership", "associate")]
            #expect(try await leader.post(home + "/members", again).status == 303)
            #expect(try await leader.post("\(home)/members/\(member.membership.id)/return").status == 409)
        }
    }
}

@Suite struct `Correcting a member` {
    @Test(arguments: TestDatabases.all) func `takes a roll with a comma, and shows it with one`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            let members = try await scene.site.database.read { try $0.members(of: scene.community.id) }
            let member = try #require(members.first { $0.organisation.id == scene.schools[0].id })
            let page = "\(home)/members/\(member.membership.id)"
            #expect(try await leader.get(page).body.contains("value=\"Te Kura o Tōtara\""))
            let fields = [("organisation", "Te Kura o Tōtara Nui"), ("kind", "primary-school"), ("roll", "1,240")]
            let changed = try await leader.post(page, fields)
            #expect(changed.status == 303)
            let list = try await leader.get(try #require(changed.location))
            #expect(list.body.contains("Te Kura o Tōtara Nui is changed."))
            #expect(list.body.contains(">1,240<"))
        }
    }

    @Test func `is for its principal and the leaders, with everything typed brought back`() async throws {
        try await withScene(.sqlite) { scene in
            let home = "/communities/\(scene.community.id)"
            let members = try await scene.site.database.read { try $0.members(of: scene.community.id) }
            let member = try #require(members.first { $0.organisation.id == scene.schools[0].id })
            let page = "\(home)/members/\(member.membership.id)"
            let wrong = try await scene.browser(as: .principal).post(
                page, [("organisation", "Tōtara"), ("kind", "primary-school"), ("roll", "many")])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("value=\"many\""))
            #expect(try await scene.browser(as: .neighbour).get(page).status == 403)
            #expect(try await scene.browser(as: .stranger).get(page).status == 404)
        }
    }
}
