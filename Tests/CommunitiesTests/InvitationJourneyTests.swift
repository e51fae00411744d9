import Web
import Communities
import Database
import DatabaseTesting
import Ground
import TestSupport
import Testing

@Suite struct `An invitation` {
    private func fields(_ role: String, for school: OrganisationID, _ more: [(String, String)] = []) -> [(
        String, String
    )] {
        [("role", role), ("organisation", school.rawValue)] + more
    }

    private let mere = [("name", "Mere Pōtae"), ("email", "mere@sightline.example")]

    private func link(_ page: Browser.Answer) -> String? {
        page.body.firstMatch(of: #/http://sightline\.test(/link/[\w-]+)/#).map { String($0.1) }
    }

    @Test(arguments: TestDatabases.all) func `can be made anew until it is followed, and says who invites to what`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let principal = try await scene.browser(as: .principal)
            let positions = "/communities/\(scene.community.id)/positions"
            let filled = try await principal.post(positions, fields("teacher", for: scene.schools[0].id, mere))
            #expect(filled.status == 303)
            let page = try #require(filled.location)
            let first = try #require(link(try await principal.follow(filled)))
            // Loaded again it is still there for who made it, and for nobody else.
            #expect(link(try await principal.follow(filled)) == first)
            #expect(link(try await scene.browser(as: .neighbour).follow(filled)) == nil)

            let id = try #require(page.split(separator: "=").last)
            let renewed = try await principal.post("\(positions)/\(id)/link")
            let second = try #require(link(try await principal.follow(renewed)))
            #expect(second != first)

            let visitor = try await scene.browser(as: .visitor)
            let opened = try await visitor.get(second)
            #expect(opened.body.contains("Piripi Moana invites you to Kōwhai Community of Practice"))
            #expect(opened.body.contains("mere@sightline.example"))
            #expect(try await visitor.post(second, [("password", "four small brown ducks")]).status == 303)
            #expect(try await principal.post("\(positions)/\(id)/link").status == 409)
        }
    }

    @Test func `is made again for an address that was invited before and never came`() async throws {
        try await withScene(.sqlite) { scene in
            let principal = try await scene.browser(as: .principal)
            let positions = "/communities/\(scene.community.id)/positions"
            let form = fields("teacher", for: scene.schools[0].id, mere)
            let first = try await principal.post(positions, form)
            let id = try #require(first.location?.split(separator: "=").last)
            _ = try await principal.post("\(positions)/\(id)/end")
            let second = try await principal.post(positions, form)
            #expect(link(try await principal.follow(second)) != nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `opens nobody's place that was not the inviter's to give`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            // Mere is invited at the first school; the leader of another community gives her a role there too.
            let principal = try await scene.browser(as: .principal)
            _ = try await principal.post(
                "/communities/\(scene.community.id)/positions", fields("lead-teacher", for: scene.schools[0].id, mere))
            let stranger = try await scene.browser(as: .stranger)
            let positions = "/communities/\(scene.other.id)/positions"
            let filled = try await stranger.post(positions, fields("teacher", for: scene.otherSchool.id, mere))
            #expect(filled.status == 303)
            let page = try await stranger.follow(filled)
            #expect(link(page) == nil)
            #expect(page.body.contains("has yet to follow an invitation made elsewhere"))
            let id = try #require(filled.location?.split(separator: "=").last)
            #expect(try await stranger.post("\(positions)/\(id)/link").status == 409)
        }
    }
}

@Suite struct `A role` {
    @Test func `of one school names that school, and a vacancy is ticked and can be removed`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let positions = "/communities/\(scene.community.id)/positions"
            let everywhere = try await leader.post(
                positions, [("role", "principal"), ("organisation", "all"), ("vacant", "yes")])
            #expect(everywhere.status == 422)
            #expect(everywhere.body.contains("Principal is a role of one school"))
            let empty = try await leader.post(positions, [("role", "lead-principal"), ("organisation", "all")])
            #expect(empty.status == 422)
            #expect(empty.body.contains("tick that nobody holds it yet"))
            let date = try await leader.post(
                positions,
                [("role", "lead-principal"), ("organisation", "all"), ("vacant", "yes"), ("until", "some day")])
            #expect(date.body.contains("leave it empty where no end is agreed"))

            let vacant = [("role", "lead-principal"), ("organisation", "all"), ("vacant", "yes")]
            #expect(try await leader.post(positions, vacant).status == 303)
            let id = try await scene.site.database.read {
                try $0.positions(of: scene.community.id, on: Scene.today).first?.position.id
            }
            #expect(try await leader.post("\(positions)/\(try #require(id))/end").status == 303)
            #expect(try await leader.get(positions).body.contains("No roles have been set up yet"))
        }
    }

    @Test(arguments: TestDatabases.all) func `is held by a founder from the first day`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let formed = try await teacher.post(
                "/communities",
                [
                    ("name", "Ngā Awa"), ("purpose", "Writing that travels"), ("pack", "community-of-practice"),
                    ("organisation", "Te Kura o Ngā Awa"), ("kind", "primary-school"), ("roll", "1 180"),
                ])
            let members = try #require(formed.location)
            let positions = try await teacher.get(members.replacing("/members", with: "/positions"))
            #expect(positions.body.contains("Tom Weka"))
            #expect(positions.body.contains("2 of 2 roles are filled"))
        }
    }
}
