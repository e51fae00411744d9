import Web
import Communities
import Database
import DatabaseTesting
import FocusAreas
@testable import Gems
import Ground
import TestSupport
import Testing

/// A gem that was nominated through the browser, and the ways to it.
private struct Walk {
    let scene: Scene
    let home: String

    init(_ scene: Scene) { (self.scene, home) = (scene, "/communities/\(scene.community.id)") }

    func nominated(by part: Scene.Part, _ title: String = "Talk before you write") async throws -> String {
        let browser = try await scene.browser(as: part)
        let answer = try await browser.post(home + "/gems", Self.nomination(title))
        return try #require(answer.location)
    }

    static func nomination(_ title: String) -> [(String, String)] {
        [
            ("title", title), ("text", "Tell it to a partner <first>."), ("finder", "Tom Weka"),
            ("evidence-tried-where", "Room 4, two terms"), ("evidence-with-whom", "52 learners"),
            ("evidence-what-changed", "They write more"),
        ]
    }
}

@Suite struct `Writing down an activity` {
    @Test(arguments: TestDatabases.all) func `takes one line, and the day is today`(_ engine: Engine) async throws {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let path = "/communities/\(scene.community.id)/activities"
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.get(path).body.contains("Nobody has written down an activity yet."))
            let answer = try await teacher.post(path, [("text", "Visited Room 4 & stayed")])
            #expect(answer.status == 303)
            let page = try await teacher.get(try #require(answer.location))
            #expect(page.body.contains("Visited Room 4 &amp; stayed"))
            #expect(page.body.contains("Written down."))
            let activities = try await scene.site.database.read { try $0.activities(of: scene.community.id) }
            #expect(activities.map(\.organisation) == [scene.schools[0].id])
            #expect(activities.map(\.day) == [Scene.today])
        }
    }

    @Test(arguments: TestDatabases.all) func `belongs to a focus area that goes on, and is found by it`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let path = "/communities/\(scene.community.id)/activities"
            let area = try await scene.site.database.write { transaction in
                let area = FocusArea(
                    id: .new(at: transaction.now), title: "Kōrero", text: "Talk", started: Scene.today)
                try transaction.add(area, to: scene.community.id)
                return area.id
            }
            let teacher = try await scene.browser(as: .teacher)
            #expect(try await teacher.post(path, [("text", "Talked"), ("focus", "elsewhere")]).status == 422)
            #expect(try await teacher.post(path, [("text", "Talked"), ("focus", area.rawValue)]).status == 303)
            #expect(try await teacher.post(path, [("text", "Walked")]).status == 303)
            let within = try await teacher.get("\(path)?focus=\(area)").body
            #expect(within.contains("Talked") && !within.contains("Walked"))
            let without = try await teacher.get(path + "?focus=none").body
            #expect(without.contains("Walked") && !without.contains("Talked"))
        }
    }

    @Test func `brings back what was typed, with what is wrong beside it`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let path = "/communities/\(scene.community.id)/activities"
            let teacher = try await scene.browser(as: .teacher)
            let answer = try await teacher.post(
                path, [("text", ""), ("company", "The library"), ("day", "3 March 2031")])
            #expect(answer.status == 422)
            #expect(answer.body.contains("value=\"The library\""))
            #expect(answer.body.contains("href=\"#field-day\""))
            #expect(try await teacher.post(path, [("text", "x"), ("kind", "sailing")]).status == 422)
            #expect(
                try await teacher.post(path, [("text", "x"), ("organisation", scene.schools[1].id.rawValue)]).status
                    == 422)
        }
    }

    @Test(arguments: TestDatabases.all) func `can be changed, taken back and put back by who wrote it`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let path = "/communities/\(scene.community.id)/activities"
            let teacher = try await scene.browser(as: .teacher)
            let neighbour = try await scene.browser(as: .neighbour)
            _ = try await teacher.post(path, [("text", "Vistied Room 4")])
            let line = try #require(
                try await scene.site.database.read { try $0.activities(of: scene.community.id) }.first)
            let own = "\(path)/\(line.id)"
            #expect(try await neighbour.get(own).status == 403)
            #expect(try await neighbour.post(own, [("text", "Ours")]).status == 403)
            #expect(try await neighbour.post(own + "/removal").status == 403)
            #expect(try await teacher.get(own).body.contains("Vistied Room 4"))
            #expect(try await teacher.post(own, [("text", "Visited Room 4")]).status == 303)
            let removal = try await teacher.post(own + "/removal")
            let after = try await teacher.get(try #require(removal.location))
            #expect(!after.body.contains("Visited Room 4"))
            #expect(after.body.contains(own + "/restoration"))
            #expect(try await teacher.post(own + "/restoration").status == 303)
            #expect(try await teacher.get(path).body.contains("Visited Room 4"))
        }
    }
}

@Suite struct `A gem's way through the browser` {
    @Test(arguments: TestDatabases.all) func `leads from a nomination to the board`(_ engine: Engine) async throws {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            let path = try await walk.nominated(by: .teacher)
            let leader = try await scene.browser(as: .leader)
            let nominated = try await leader.get(path).body
            #expect(nominated.contains("Tell it to a partner &lt;first&gt;."))
            // The way to the form and its button are called by what they do.
            #expect(nominated.contains(">Go to the answer<") && nominated.contains(">Give this answer<"))
            #expect(!nominated.contains(">Answer<"))

            #expect(try await leader.post(path + "/design", [("audience", "All"), ("core", "Told")]).status == 409)
            #expect(try await leader.post(path + "/answer", [("answer", "spread")]).status == 422)
            let answer = [("answer", "spread"), ("reason", "Writing is our challenge.")]
            #expect(try await leader.post(path + "/answer", answer).status == 303)
            #expect(try await leader.post(path + "/answer", answer).status == 422)
            #expect(try await leader.post(path + "/design", [("audience", "All")]).status == 422)
            let design = [("audience", "Years 3 to 8"), ("core", "Told first\nTwo questions"), ("due", "1 May 2027")]
            #expect(try await leader.post(path + "/design", design).status == 303)

            let neighbour = try await scene.browser(as: .neighbour)
            let place = "\(path)/adoptions/\(scene.schools[1].id)"
            #expect(try await neighbour.get(place).status == 200)
            #expect(try await neighbour.post(place, [("state", "flying")]).status == 422)
            #expect(try await neighbour.post(place, [("state", "trying"), ("day", "1 May 2031")]).status == 422)
            #expect(
                try await neighbour.post(
                    place, [("state", "trying"), ("day", "1 Mar 2026"), ("note", "Years 5 and 6")]
                ).status == 303)
            let article = try await neighbour.get(path).body
            for said in ["Writing is our challenge.", "Two questions", "Years 5 and 6", "Nell Harper"] {
                #expect(article.contains(said), "\(said)")
            }
            let board = try await leader.get(walk.home + "/diffusion").body
            #expect(board.contains("no change for 266 days"))
            #expect(board.contains(place))
            let before = try await leader.get(walk.home + "/diffusion?on=2026-02-01").body
            #expect(!before.contains("no change for"))
        }
    }

    @Test func `asks every question that must be answered, and loses nothing`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let answer = try await teacher.post(
                "/communities/\(scene.community.id)/gems",
                Walk.nomination("Talk").filter { $0.0 != "evidence-what-changed" })
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#field-evidence-what-changed\""))
            #expect(answer.body.contains("Room 4, two terms"))
        }
    }

    @Test func `starts from an activity, which then stays`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let home = "/communities/\(scene.community.id)"
            let teacher = try await scene.browser(as: .teacher)
            _ = try await teacher.post(home + "/activities", [("text", "Walked the creek")])
            let line = try #require(
                try await scene.site.database.read { try $0.activities(of: scene.community.id) }.first)
            let form = try await teacher.get("\(home)/gems/new?activity=\(line.id)")
            #expect(form.body.contains("value=\"\(line.id)\" checked"))
            let nominated = try await teacher.post(
                home + "/gems", Walk.nomination("Sound walks") + [("activity", line.id.rawValue)])
            #expect(try await teacher.get(try #require(nominated.location)).body.contains("Walked the creek"))
            #expect(try await teacher.post("\(home)/activities/\(line.id)/removal").status == 409)
        }
    }

    @Test func `is kept from changing while the community rests`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            let path = try await walk.nominated(by: .teacher)
            let leader = try await scene.browser(as: .leader)
            _ = try await leader.post(walk.home + "/state", [("state", "paused"), ("reason", "Holidays")])
            #expect(try await leader.post(path + "/answer", [("answer", "spread"), ("reason", "Yes")]).status == 409)
            #expect(try await leader.post(walk.home + "/gems", Walk.nomination("More")).status == 409)
            #expect(try await leader.get(path).status == 200)
        }
    }
}

@Suite struct `Who may do what with gems` {
    private func table(_ ask: (Browser) async throws -> Int, _ scene: Scene) async throws -> [String] {
        var lines: [String] = []
        for part in Scene.Part.allCases {
            lines.append("\(try await ask(try await scene.browser(as: part))) \(part.rawValue)")
        }
        return lines
    }

    @Test func `is the policy's word: decide to answer, contribute to nominate and to say how far`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            let path = try await walk.nominated(by: .teacher)
            let answering = try await table({ try await $0.post(path + "/answer").status }, scene)
            #expect(
                answering == [
                    "422 leader", "422 principal", "422 neighbour", "403 leadTeacher", "403 teacher", "403 board",
                    "403 partner", "403 adviser", "403 steward", "403 evaluator", "404 stranger", "404 operator",
                    "404 visitor",
                ])
            let nominating = try await table({ try await $0.post(walk.home + "/gems").status }, scene)
            #expect(
                nominating == [
                    "422 leader", "422 principal", "422 neighbour", "422 leadTeacher", "422 teacher", "403 board",
                    "422 partner", "403 adviser", "403 steward", "403 evaluator", "404 stranger", "404 operator",
                    "404 visitor",
                ])
            let place = "\(path)/adoptions/\(scene.schools[0].id)"
            let saying = try await table({ try await $0.post(place).status }, scene)
            #expect(
                saying == [
                    "422 leader", "422 principal", "403 neighbour", "422 leadTeacher", "422 teacher", "403 board",
                    "403 partner", "403 adviser", "403 steward", "403 evaluator", "404 stranger", "404 operator",
                    "404 visitor",
                ])
        }
    }

    @Test(arguments: TestDatabases.all) func `shows visitors what spreads, and nobody's name`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            let hidden = try await walk.nominated(by: .teacher, "Sound walks")
            let path = try await walk.nominated(by: .teacher)
            let leader = try await scene.browser(as: .leader)
            _ = try await leader.post(path + "/answer", [("answer", "spread"), ("reason", "Secret reason")])
            _ = try await leader.post(path + "/design", [("audience", "All"), ("core", "Told first")])
            _ = try await leader.post("\(path)/adoptions/\(scene.schools[1].id)", [("state", "using")])
            let visitor = try await scene.browser(as: .visitor)
            let article = try await visitor.get(path)
            #expect(article.status == 200)
            #expect(article.body.contains("Told first"))
            #expect(article.body.contains("It has reached 2 places; 2 try or use it now."))
            for kept in ["Tom Weka", "Secret reason", "Harakeke School", "52 learners"] {
                #expect(!article.body.contains(kept), "\(kept)")
            }
            let list = try await visitor.get(walk.home + "/gems")
            #expect(list.body.contains("Talk before you write"))
            #expect(!list.body.contains("Sound walks"))
            let answer = try await visitor.get(hidden)
            #expect(answer.location == "/sign-in?next=\(hidden)")
            for room in ["/activities", "/diffusion", "/gems/new"] {
                let answer = try await visitor.get(walk.home + room)
                #expect(answer.location?.hasPrefix("/sign-in?next=") == true, "\(room)")
            }
            let data = try await visitor.get("/api/v1" + walk.home + "/gems", accept: "application/json")
            #expect(data.body.contains("\"reached\":2"))
            #expect(!data.body.contains("Tom Weka"))
            #expect(!data.body.contains("Sound walks"))
            for noun in ["activities", "adoptions"] {
                #expect(try await visitor.get("/api/v1\(walk.home)/\(noun)").status == 404, "\(noun)")
            }
        }
    }

    @Test func `never crosses from one community to another`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let path = try await Walk(scene).nominated(by: .teacher)
            let stranger = try await scene.browser(as: .stranger)
            let moved = path.replacing(scene.community.id.rawValue, with: scene.other.id.rawValue)
            #expect(try await stranger.get(path).status == 404)
            #expect(try await stranger.get(moved).status == 404)
            #expect(try await stranger.post(moved + "/answer", [("answer", "spread"), ("reason", "x")]).status == 404)
        }
    }
}

@Suite struct `Gems for programs` {
    @Test func `tell stage, waiting days and evidence`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            _ = try await walk.nominated(by: .teacher)
            let board = try await scene.browser(as: .board)
            let answer = try await board.get("/api/v1\(walk.home)/gems", accept: "application/json")
            #expect(answer.status == 200)
            #expect(answer.body.contains("\"stage\":\"nominated\""))
            #expect(answer.body.contains("\"daysWaiting\":0"))
            #expect(answer.body.contains("\"text\":\"Room 4, two terms\""))
        }
    }
}

@Suite struct `A gem that was just nominated` {
    @Test(arguments: TestDatabases.all) func `is being tried where it was found, and who says so is who nominates`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let walk = Walk(scene)
            let path = try await walk.nominated(by: .teacher)
            let said = try await scene.site.database.read { try $0.adoptions(of: scene.community.id) }
            #expect(said.map(\.organisation) == [scene.schools[0].id])
            #expect(said.map(\.state) == [.trying])
            #expect(said.map(\.by) == ["Tom Weka"])
            #expect(try await !scene.browser(as: .leader).get(path).body.contains("Nobody has tried it yet"))
            // Whoever belongs has a row on the board, the partner too.
            let board = try await scene.browser(as: .leader).get(walk.home + "/diffusion").body
            #expect(board.contains("1 of 4 members try or use"))
            #expect(board.contains("Puna Trust"))
        }
    }

    @Test func `names each question that is still to be answered`() async throws {
        try await withScene(.sqlite, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let answer = try await scene.browser(as: .teacher).post(
                "/communities/\(scene.community.id)/gems", [("title", "Sound walks"), ("text", "Listen.")])
            #expect(answer.status == 422)
            let named = answer.body.matches(of: /Answer “([^”]+)” too/).map { String($0.1) }
            #expect(Set(named).count >= 2)
        }
    }
}
