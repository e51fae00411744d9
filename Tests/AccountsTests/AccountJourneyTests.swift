import Accounts
import Communities
import Database
import DatabaseTesting
import Ground
import HTTPTypes
import Secrets
import TestSupport
import Testing
import Web

@Suite struct `Signing in` {
    @Test(arguments: TestDatabases.all) func `begins with a link that works once`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let token = try await scene.site.database.write { try $0.makeLink(.invitation, by: nil) }
            let visitor = try await scene.browser(as: .visitor)
            let page = try await visitor.get("/link/\(token)")
            #expect(page.status == 200)
            let fields = [
                ("name", "Wiremu"), ("email", "wiremu@sightline.example"), ("password", "four small brown ducks"),
            ]
            let first = try await visitor.post("/link/\(token)", fields)
            #expect(first.status == 303)
            #expect(first.headers[.setCookie]?.contains("HttpOnly") == true)
            let second = try await visitor.post("/link/\(token)", fields)
            #expect(second.status == 410)
        }
    }

    @Test(arguments: TestDatabases.all) func `says the same for a wrong password and for nobody`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let hash = Password.hash("four small brown ducks")
            try await scene.site.database.write { transaction in
                let person = try transaction.addPerson(name: "Wai", email: "wai@sightline.example", passwordHash: hash)
                try transaction.grant(
                    Grant(.teacher, community: scene.community.id, organisation: nil), to: person, since: Scene.today)
            }
            let visitor = try await scene.browser(as: .visitor)
            let wrong = try await visitor.post("/sign-in", [("email", "wai@sightline.example"), ("password", "wrong")])
            let nobody = try await visitor.post(
                "/sign-in", [("email", "non@sightline.example"), ("password", "wrong")])
            #expect(wrong.status == 422)
            #expect(wrong.body.replacing("wai@", with: "non@") == nobody.body)
            let right = try await visitor.post(
                "/sign-in", [("email", "WAI@sightline.example"), ("password", "four small brown ducks")])
            #expect(right.status == 303)
        }
    }

    @Test(arguments: TestDatabases.all) func `is written into the audit trail: who, and when`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let hash = Password.hash("four small brown ducks")
            let person = try await scene.site.database.write {
                try $0.addPerson(name: "Wai", email: "wai@sightline.example", passwordHash: hash)
            }
            let visitor = try await scene.browser(as: .visitor)
            for password in ["wrong", "four small brown ducks"] {
                _ = try await visitor.post("/sign-in", [("email", "wai@sightline.example"), ("password", password)])
            }
            let (entries, fault) = try await scene.site.database.read { transaction in
                (
                    try transaction.rows("SELECT actor, at FROM audit_entry WHERE action = 'signed-in'") {
                        (actor: try $0[0] as String, at: try $0[1] as Instant)
                    }, try transaction.verifyAudit(scope: "installation").fault
                )
            }
            #expect(entries.map(\.actor) == [person.rawValue])
            #expect(entries.map(\.at) == [Scene.now])
            #expect(fault == nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `leads only to places of our own`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let hash = Password.hash("four small brown ducks")
            try await scene.site.database.write {
                _ = try $0.addPerson(name: "Wai", email: "wai@sightline.example", passwordHash: hash)
            }
            let visitor = try await scene.browser(as: .visitor)
            for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example"] {
                let answer = try await visitor.post(
                    "/sign-in",
                    [("email", "wai@sightline.example"), ("password", "four small brown ducks"), ("next", elsewhere)])
                #expect(answer.location == "/")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `ends everywhere else when the password changes`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let hash = Password.hash("four small brown ducks")
            let id = try #require(scene.people[.teacher])
            try await scene.site.database.write { try $0.setPassword(hash: hash ?? "", of: id) }
            let here = try await scene.browser(as: .teacher)
            let there = try await scene.browser(as: .teacher)
            let changed = try await here.post(
                "/account/password", [("current", "four small brown ducks"), ("password", "nine quiet green herons")])
            #expect(changed.status == 303)
            let wrong = try await here.post(
                "/account/password", [("current", "six loud red hens"), ("password", "nine quiet green herons")])
            #expect(wrong.body.contains("That is not your current password."))
            #expect(try await here.get("/account").status == 200)
            #expect(try await there.get("/account").status == 303)
        }
    }
}

@Suite struct `A page that is not there` {
    @Test func `keeps whoever is signed in within their own frame`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            for path in ["/nowhere", "/communities/\(scene.other.id)/members"] {
                let page = try await leader.get(path)
                #expect(page.status == 404)
                #expect(page.body.contains("Aroha Ngata"))
                #expect(!page.body.contains(">Sign in<"))
            }
            let forbidden = try await scene.browser(as: .teacher).get("/communities/\(scene.community.id)/settings")
            #expect(forbidden.status == 403)
            #expect(forbidden.body.contains("Tom Weka"))
        }
    }

    @Test func `leads a visitor to the sign-in and back, and does not tell what is there`() async throws {
        try await withScene(.sqlite) { scene in
            let visitor = try await scene.browser(as: .visitor)
            let there = try await visitor.get("/communities/\(scene.other.id)/positions?filled=1&x=/y")
            #expect(there.location == "/sign-in?next=/communities/\(scene.other.id)/positions%3Ffilled%3D1%26x%3D/y")
            let form = try await visitor.get(try #require(there.location))
            #expect(form.body.contains("value=\"/communities/\(scene.other.id)/positions?filled=1&amp;x=/y\""))
            let nowhere = try await visitor.get("/communities/nowhere/positions")
            #expect(nowhere.location == "/sign-in?next=/communities/nowhere/positions")
            #expect(try await visitor.get("/nowhere").status == 404)
        }
    }

    @Test func `is not what loading the list of communities anew leads to`() async throws {
        try await withScene(.sqlite) { scene in
            let answer = try await scene.browser(as: .teacher).get("/communities")
            #expect(answer.body.contains("You belong to 1 community"))
        }
    }
}

@Suite struct `A request that changes something` {
    @Test func `is refused from another site, and without the session's token`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let path = "/communities/\(scene.community.id)/settings"
            let body = "name=Taken&purpose=over"
            let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            var elsewhere = form
            elsewhere[.origin] = "https://evil.example"
            #expect(try await leader.ask(.post, path, headers: elsewhere, body: body).status == 403)
            #expect(try await leader.ask(.post, path, headers: form, body: body).status == 403)
            var here = form
            here[.origin] = "http://sightline.test"
            #expect(try await leader.ask(.post, path, headers: here, body: body).status == 403)
            #expect(try await leader.ask(.post, path, headers: here, body: "token=wrong&" + body).status == 403)
            let name = try await scene.site.database.read {
                try $0.value("SELECT name FROM community WHERE id = \(scene.community.id)", as: String.self)
            }
            #expect(name == scene.community.name)
        }
    }

    @Test func `carries headers that keep scripts, frames and other hosts out`() async throws {
        try await withScene(.sqlite) { scene in
            let answer = try await scene.browser(as: .visitor).get("/sign-in")
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }
}
