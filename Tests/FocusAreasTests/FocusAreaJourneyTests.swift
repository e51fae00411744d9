import Communities
import Database
import DatabaseTesting
import FocusAreas
import Foundation
import Ground
import TestSupport
import Testing
import Web

/// Focus areas without what other features add to them.
@Sendable func alone(_ communities: Communities) -> [any Feature] { [FocusAreas(communities: communities)] }

@Suite struct `Focus areas in the browser` {
    private func path(_ scene: Scene) -> String { FocusAreaPath.list(scene.community.id) }

    /// Takes up a suggestion and gives the path of the new focus area.
    private func begin(_ scene: Scene) async throws -> String {
        let answer = try await scene.browser(as: .leader).post(path(scene), [("suggestion", "creativity")])
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    @Test(arguments: TestDatabases.all) func `begin with one click on a suggestion, once`(_ engine: Engine) async throws
    {
        try await withScene(engine, alone) { scene in
            let leader = try await scene.browser(as: .leader)
            #expect(try await leader.get(path(scene)).body.contains("Your focus areas will be here."))
            #expect(try await leader.get(path(scene) + "/new").body.contains("Take up “Creativity”"))
            let one = try await begin(scene)
            #expect(try await leader.get(one).body.contains("Creativity is being introduced."))
            #expect(try await leader.get(path(scene)).body.contains("1 focus area: 1 is being introduced."))
            #expect(try await !leader.get(path(scene) + "/new").body.contains("Take up “Creativity”"))
            #expect(try await leader.post(path(scene), [("suggestion", "creativity")]).status == 422)
        }
    }

    @Test func `brings the form back with everything typed`() async throws {
        try await withScene(.sqlite, alone) { scene in
            let leader = try await scene.browser(as: .leader)
            let answer = try await leader.post(
                path(scene), [("title", "Sea & <sky>"), ("text", ""), ("started", "soon")])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Sea &amp; &lt;sky&gt;"))
            #expect(answer.body.contains("value=\"soon\""))
        }
    }

    @Test(arguments: TestDatabases.all) func `name who leads, and the schools that have nobody`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, alone) { scene in
            let one = try await begin(scene)
            let leader = try await scene.browser(as: .leader)
            let (principal, lena) = (try #require(scene.people[.leader]), try #require(scene.people[.leadTeacher]))
            #expect(try await leader.post(one + "/lead", [("lead", principal.rawValue)]).status == 303)
            let alone = try await leader.get(one).body
            #expect(alone.contains("Only Aroha Ngata carries this."))
            #expect(alone.contains("3 schools have no lead teacher yet: Te Kura o Tōtara, Harakeke School, Mānuka"))
            let choice = "\(scene.schools[0].id):\(lena)"
            #expect(try await leader.post(one + "/lead-teachers", [("teacher", choice)]).status == 303)
            let both = try await leader.get(one).body
            #expect(both.contains("Aroha Ngata leads it for everyone, with 1 lead teacher in 1 school."))
            #expect(both.contains("2 schools have no lead teacher yet: Harakeke School, Mānuka Primary."))
            #expect(!both.contains("carries this"))
            let stop = try #require(both.firstMatch(of: #/action="(/[^"]+/lead-teachers/[^"]+/end)"/#)?.1)
            #expect(try await leader.post(String(stop)).status == 303)
            #expect(try await leader.get(one).body.contains("Lena Tautahi no longer leads it at Te Kura o Tōtara."))
        }
    }

    @Test func `let a principal name lead teachers for the own school only`() async throws {
        try await withScene(.sqlite, alone) { scene in
            let one = try await begin(scene)
            let neighbour = try await scene.browser(as: .neighbour)
            let (nell, lena) = (try #require(scene.people[.neighbour]), try #require(scene.people[.leadTeacher]))
            let (theirs, own) = (scene.schools[0].id, scene.schools[1].id)
            let elsewhere = try await neighbour.post(one + "/lead-teachers", [("teacher", "\(theirs):\(lena)")])
            #expect(elsewhere.status == 403)
            #expect(try await neighbour.post(one + "/lead-teachers", [("teacher", "\(own):\(nell)")]).status == 303)
            #expect(try await neighbour.post(one + "/lead-teachers", [("teacher", "\(own):\(lena)")]).status == 422)
        }
    }

    @Test(arguments: TestDatabases.all) func `move with a reason, and tell how they got here`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, alone) { scene in
            let one = try await begin(scene)
            let leader = try await scene.browser(as: .leader)
            #expect(try await leader.post(one + "/phase", [("phase", "embed")]).status == 422)
            let moved = try await leader.post(one + "/phase", [("phase", "embed"), ("reason", "Seen in nine rooms")])
            #expect(moved.status == 303)
            #expect(try await leader.post(one + "/end", [("end-reason", "It holds without us")]).status == 303)
            let ended = try await leader.get(one).body
            #expect(ended.contains("Creativity was let go on 22 November 2026."))
            #expect(ended.contains("Seen in nine rooms"))
            #expect(ended.contains("It holds without us"))
            #expect(try await leader.post(one + "/end/withdrawal").status == 303)
            #expect(try await leader.get(one).body.contains("Creativity is being embedded."))
        }
    }

    @Test func `are changed by those who decide, and by nobody while the community rests`() async throws {
        try await withScene(.sqlite, alone) { scene in
            let one = try await begin(scene)
            for part in [Scene.Part.teacher, .board, .partner, .adviser] {
                let browser = try await scene.browser(as: part)
                #expect(try await browser.get(one).status == 200)
                let answer = try await browser.post(one + "/phase", [("phase", "embed"), ("reason", "Now")])
                #expect(answer.status == 403, "\(part)")
            }
            for part in [Scene.Part.stranger, .operator] {
                let browser = try await scene.browser(as: part)
                #expect(try await browser.get(one).status == 404, "\(part)")
            }
            let visitors = try await scene.browser(as: .visitor).get(one)
            #expect(visitors.location == "/sign-in?next=\(one)")
            let leader = try await scene.browser(as: .leader)
            let home = CommunityPath.home(scene.community.id)
            #expect(try await leader.post(home + "/state", [("state", "paused"), ("reason", "Summer")]).status == 303)
            let answer = try await leader.post(one + "/phase", [("phase", "embed"), ("reason", "Now")])
            #expect(answer.status == 409)
            #expect(try await leader.get(one).status == 200)
        }
    }

    @Test func `are there for programs too`() async throws {
        try await withScene(.sqlite, alone) { scene in
            let one = try await begin(scene)
            let leader = try await scene.browser(as: .leader)
            let answer = try await leader.get("/api/v1\(path(scene))", accept: "application/json")
            struct Answer: Decodable {
                struct Area: Decodable {
                    let id: String
                    let title: String
                    let phase: String
                }
                let focusAreas: [Area]
            }
            let read = try JSONDecoder().decode(Answer.self, from: Data(answer.bytes))
            #expect(read.focusAreas.map(\.title) == ["Creativity"])
            #expect(read.focusAreas.first?.phase == "introduce")
            #expect(one.hasSuffix(read.focusAreas.first?.id ?? "?"))
            let stranger = try await scene.browser(as: .stranger)
            #expect(try await stranger.get("/api/v1\(path(scene))", accept: "application/json").status == 404)
        }
    }
}
