import Challenges
import Communities
import Database
import DatabaseTesting
import FocusAreas
import Foundation
import Ground
import TestSupport
import Testing
import Web

/// The features that a journey through challenges needs.
@Sendable func plan(_ communities: Communities) -> [any Feature] {
    [FocusAreas(communities: communities, work: Challenges.work), Challenges(communities: communities)]
}

private let words = [
    ("title", "Every writer finds a reader"), ("why", "A third cannot be read"), ("story", "Talk before writing"),
    ("how-known", "Judgements, twice a year"),
]

private let writing = [
    ("measure", "writing"), ("first-year", "4"), ("last-year", "6"), ("group", ""), ("baseline", "78"),
    ("learners", "80"), ("goal", "85 %"), ("due", "11 Dec 2027"), ("direction", "more"),
]

private func with(_ field: String, _ value: String) -> [(String, String)] {
    writing.filter { $0.0 != field } + [(field, value)]
}

@Suite struct `Challenges in the browser` {
    private func propose(_ scene: Scene, _ fields: [(String, String)] = words) async throws -> String {
        let answer = try await scene.browser(as: .teacher).post(ChallengePath.list(scene.community.id), fields)
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    @Test(arguments: TestDatabases.all) func `are proposed by a teacher and agreed by those who decide`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, plan) { scene in
            let one = try await propose(scene)
            let (teacher, leader) = (try await scene.browser(as: .teacher), try await scene.browser(as: .leader))
            #expect(try await teacher.post(one + "/agreement").status == 403)
            #expect(try await leader.get(one).body.contains("No target so far."))
            #expect(try await leader.post(one + "/agreement").status == 303)
            let agreed = try await leader.get(one).body
            #expect(agreed.contains("Agreed on 22 November 2026."))
            #expect(agreed.contains("No target, by choice."))
            let list = try await teacher.get(ChallengePath.list(scene.community.id)).body
            #expect(list.contains("1 challenge: 1 is agreed."))
            #expect(try await teacher.post(one, words).status == 403, "what was agreed is changed by who decides")
            #expect(try await leader.post(one + "/closing").status == 422)
            #expect(try await leader.post(one + "/closing", [("reason", "It holds")]).status == 303)
            #expect(try await leader.get(one).body.contains("Closed on 22 November 2026: It holds"))
            #expect(try await leader.post(one + "/closing/withdrawal").status == 303)
            #expect(try await leader.post(one + "/agreement/withdrawal").status == 303)
            #expect(try await teacher.post(one, words).status == 303)
        }
    }

    @Test(arguments: TestDatabases.all) func `ask for their focus area when they are proposed`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, plan) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let form = ChallengePath.new(scene.community.id)
            #expect(try await teacher.get(form).body.contains("There is no focus area yet."))
            let area = try await scene.site.database.write { transaction in
                let area = FocusArea(
                    id: .new(at: transaction.now), title: "Kōrero", text: "Talk", started: Scene.today)
                try transaction.add(area, to: scene.community.id)
                return area.id
            }
            let page = try await teacher.get(form).body
            #expect(page.contains("<option value=\"\(area)\" selected>Kōrero</option>"))
        }
    }

    @Test func `are not agreed before they say why`() async throws {
        try await withScene(.sqlite, plan) { scene in
            let one = try await propose(scene, [("title", "Writing")])
            let leader = try await scene.browser(as: .leader)
            let answer = try await leader.post(one + "/agreement")
            #expect(answer.status == 422)
            #expect(answer.body.contains("It does not say why yet."))
        }
    }

    @Test(arguments: TestDatabases.all) func `say their target in percent and in learners`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, plan) { scene in
            let one = try await propose(scene)
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.get(one + "/targets/new").status == 200)
            #expect(try await teacher.post(one + "/targets", writing).status == 303)
            let page = try await teacher.get(one).body
            #expect(page.contains("62 of 80 Year 4–6 learners (78 %) are at or above in writing."))
            #expect(page.contains("The aim is 85 % by 11 December 2027: 6 more learners."))
            let end = try #require(page.firstMatch(of: #/action="(/[^"]+/targets/[^"]+/end)"/#)?.1)
            #expect(try await teacher.post(String(end)).status == 303)
            #expect(try await teacher.get(one).body.contains("No target so far."))
        }
    }

    @Test func `do not tell where all or none stand`() async throws {
        try await withScene(.sqlite, plan) { scene in
            let one = try await propose(scene)
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.post(one + "/targets", with("baseline", "0")).status == 303)
            let page = try await teacher.get(one).body
            #expect(page.contains("is not shown, to protect learners"))
            #expect(!page.contains("68 more learners"))
            #expect(!page.contains("0 of 80"))
            let json = try await teacher.get("/api/v1\(one)", accept: "application/json").body
            #expect(!json.contains("counted"))
            #expect(!json.contains("learnersToShift"))
        }
    }

    @Test(arguments: [
        ("goal", "70", "is not above where they stand"), ("goal", "101", "between 0 and 100"),
        ("baseline", "101", "between 0 and 100"), ("baseline", "most", "how many percent it is now"),
        ("due", "21 Nov 2026", "That day has passed"), ("due", "soon", "Type a date"),
        ("learners", "9", "Fewer than 10 learners"), ("learners", "-3", "whole number"),
        ("last-year", "9", "Years 1 to 8"), ("last-year", "3", "or a later one"), ("measure", "luck", "the measures"),
        ("group", "tall", "the groups"),
    ])
    func `refuse a target with a sentence beside the field`(field: String, value: String, says: String) async throws {
        try await withScene(.sqlite, plan) { scene in
            let one = try await propose(scene)
            let answer = try await scene.browser(as: .teacher).post(one + "/targets", with(field, value))
            #expect(answer.status == 422)
            #expect(answer.body.contains(says))
            #expect(answer.body.contains("value=\"85 %\"") || field == "goal", "nothing typed is lost")
        }
    }

    @Test func `are hidden from other communities and closed to change while the community rests`() async throws {
        try await withScene(.sqlite, plan) { scene in
            let one = try await propose(scene)
            for part in [Scene.Part.stranger, .operator] {
                #expect(try await scene.browser(as: part).get(one).status == 404, "\(part)")
            }
            let visitors = try await scene.browser(as: .visitor).get(one)
            #expect(visitors.location == "/sign-in?next=\(one)")
            let leader = try await scene.browser(as: .leader)
            let home = CommunityPath.home(scene.community.id)
            #expect(try await leader.post(home + "/state", [("state", "paused"), ("reason", "Summer")]).status == 303)
            #expect(try await leader.post(one + "/agreement").status == 409)
            #expect(try await leader.post(one + "/targets", writing).status == 409)
            #expect(try await leader.get(one).status == 200)
        }
    }
}

@Suite struct `Actions in the browser` {
    /// A challenge and an action for it, owned by the lead teacher; the paths of both.
    private func plan(_ scene: Scene, due: String = "20 Nov 2026") async throws -> (challenge: String, action: String) {
        let teacher = try await scene.browser(as: .teacher)
        let list = ChallengePath.list(scene.community.id)
        let challenge = try #require(try await teacher.post(list, words).location)
        let lena = try #require(scene.people[.leadTeacher])
        let id = try #require(challenge.split(separator: "/").last)
        let answer = try await teacher.post(
            ActionPath.list(scene.community.id),
            [
                ("what", "Open one room"), ("purpose", "challenge:\(id)"), ("owner", "person:\(lena)"),
                ("begins", "2 Nov 2026"), ("due", due),
            ])
        #expect(answer.status == 303)
        return (challenge, try #require(answer.location))
    }

    @Test(arguments: TestDatabases.all) func `have an owner and days, and say when they are late`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, ChallengesTests.plan) { scene in
            let (challenge, action) = try await plan(scene)
            let lena = try await scene.browser(as: .leadTeacher)
            #expect(try await lena.get(action).body.contains("Open one room: planned, 2 days late"))
            #expect(try await lena.get(challenge).body.contains("2 days late"))
            let list = try await lena.get(ActionPath.list(scene.community.id)).body
            #expect(list.contains("“Open one room” is yours and 2 days late."))
            #expect(try await lena.post(action + "/state", [("state", "dropped")]).status == 422)
            #expect(try await lena.post(action + "/state", [("state", "done"), ("reason", "Seen")]).status == 303)
            #expect(try await lena.get(action).body.contains("Open one room: done"))
            let after = try await lena.get(ActionPath.list(scene.community.id)).body
            #expect(after.contains("Everything that was planned is done."))
        }
    }

    @Test(arguments: TestDatabases.all) func `have each school's own version, written by that school`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, ChallengesTests.plan) { scene in
            let (_, action) = try await plan(scene)
            let (own, other) = (scene.schools[1].id, scene.schools[0].id)
            func version(_ school: OrganisationID, _ text: String) -> [(String, String)] {
                [("text-\(school)", text), ("state-\(school)", "under-way")]
            }
            let (mine, theirs) = (action + "/versions/\(own)", action + "/versions/\(other)")
            let neighbour = try await scene.browser(as: .neighbour)
            #expect(try await neighbour.post(mine, version(own, "")).status == 422)
            #expect(try await neighbour.post(mine, version(own, "On Thursdays")).status == 303)
            #expect(try await neighbour.post(theirs, version(other, "Theirs")).status == 403)
            let board = try await scene.browser(as: .board)
            #expect(try await board.post(theirs, version(other, "Ours")).status == 403)
            let page = try await board.get(action).body
            #expect(page.contains("On Thursdays"))
            #expect(page.contains("Written down by 1 of 4 members."))
        }
    }

    @Test func `are refused before they begin, and to nobody in particular`() async throws {
        try await withScene(.sqlite, ChallengesTests.plan) { scene in
            let (_, action) = try await plan(scene)
            let teacher = try await scene.browser(as: .teacher)
            let page = try await teacher.get(action + "/words").body
            let purpose = try #require(page.firstMatch(of: #/name="purpose" value="([^"]+)"/#)?.1)
            let lena = try #require(scene.people[.leadTeacher])
            func change(_ owner: String, _ due: String) -> [(String, String)] {
                [
                    ("what", "Open two rooms"), ("purpose", String(purpose)), ("owner", owner),
                    ("begins", "2 Nov 2026"), ("due", due),
                ]
            }
            let early = try await teacher.post(action, change("person:\(lena)", "1 Nov 2026"))
            #expect(early.status == 422)
            #expect(early.body.contains("It cannot be due before it begins, on 2 November 2026."))
            #expect(try await teacher.post(action, change("person:nobody", "3 Nov 2026")).status == 422)
            #expect(try await teacher.post(action, change("person:\(lena)", "4 Dec 2026")).status == 303)
            #expect(try await teacher.get(action).body.contains("2 November 2026 to 4 December 2026"))
        }
    }

    @Test func `serve a focus area too, and its page shows them`() async throws {
        try await withScene(.sqlite, ChallengesTests.plan) { scene in
            let leader = try await scene.browser(as: .leader)
            let areas = FocusAreaPath.list(scene.community.id)
            let area = try #require(try await leader.post(areas, [("suggestion", "creativity")]).location)
            let id = try #require(area.split(separator: "/").last)
            let new = try await leader.get("\(ActionPath.list(scene.community.id))/new?focus-area=\(id)").body
            #expect(new.contains("value=\"focus-area:\(id)\" selected"))
            let planned = try await leader.post(
                ActionPath.list(scene.community.id),
                [
                    ("what", "A concert"), ("purpose", "focus-area:\(id)"),
                    ("owner", "organisation:\(scene.schools[0].id)"),
                ])
            #expect(planned.status == 303)
            #expect(try await leader.get(area).body.contains("An action, planned, with Te Kura o Tōtara."))
        }
    }

    @Test func `are there for programs with their challenges`() async throws {
        try await withScene(.sqlite, ChallengesTests.plan) { scene in
            _ = try await plan(scene)
            let leader = try await scene.browser(as: .leader)
            struct Answer: Decodable {
                struct Challenge: Decodable {
                    struct Action: Decodable { let what: String, owner: String, due: String }
                    let title: String
                    let state: String
                    let actions: [Action]
                }
                let challenges: [Challenge]
            }
            let path = "/api/v1\(ChallengePath.list(scene.community.id))"
            let answer = try await leader.get(path, accept: "application/json")
            let read = try JSONDecoder().decode(Answer.self, from: Data(answer.bytes))
            #expect(read.challenges.map(\.state) == ["proposed"])
            #expect(read.challenges.first?.actions.map(\.owner) == ["Lena Tautahi"])
            #expect(try await scene.browser(as: .visitor).get(path, accept: "application/json").status == 404)
        }
    }
}
