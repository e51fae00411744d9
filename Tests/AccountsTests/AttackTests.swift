import Web
import Accounts
import Database
import DatabaseTesting
import Ground
import HTTPTypes
import Secrets
import TestSupport
import Testing

private let right = "four small brown ducks"

extension Scene {
    /// Wai, who can sign in.
    fileprivate func addWai() async throws -> PersonID {
        let hash = Password.hash(right)
        return try await site.database.write {
            try $0.addPerson(name: "Wai", email: "wai@sightline.example", passwordHash: hash)
        }
    }
}

extension Browser {
    fileprivate func signIn(_ password: String, cookie: String? = nil) async throws -> Answer {
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .origin: "http://sightline.test",
        ]
        headers[.cookie] = cookie
        let typed = password.replacing(" ", with: "+")
        return try await ask(
            .post, "/sign-in", headers: headers, body: "email=wai%40sightline.example&password=\(typed)")
    }
}

extension Browser.Answer {
    /// What a browser would send back of the cookies that came.
    fileprivate var cookies: String {
        headers[values: .setCookie].compactMap { $0.split(separator: ";").first }.joined(separator: "; ")
    }
}

@Suite struct `A link that works once` {
    @Test(arguments: TestDatabases.all) func `works once, also when many follow it at the same moment`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let person = try await scene.addWai()
            let token = try await scene.site.database.write {
                try $0.makeLink(.reset, person: person, name: "Wai", email: "wai@sightline.example", by: nil)
            }
            let visitor = try await scene.browser(as: .visitor)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await visitor.post("/link/\(token)", [("password", "\(number) quiet green herons")]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 303 }.count == 1)
            #expect(statuses.filter { $0 == 410 }.count == 7)
        }
    }

    @Test(arguments: TestDatabases.all) func `makes one administrator, however many were printed`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            try await scene.site.database.write {
                try $0.execute("UPDATE person SET is_operator = FALSE")
                return ()
            }
            var tokens: [String] = []
            for _ in 0..<3 {
                tokens.append(try await scene.site.database.write { try $0.makeLink(.firstOperator, by: nil) })
            }
            let visitor = try await scene.browser(as: .visitor)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for (number, token) in tokens.enumerated() {
                    group.addTask {
                        try await visitor.post(
                            "/link/\(token)",
                            [("name", "Wi"), ("email", "w\(number)@sightline.example"), ("password", right)]
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [303, 410, 410])
            let operators = try await scene.site.database.read {
                try $0.value("SELECT count(*) FROM person WHERE is_operator", as: Int.self)
            }
            #expect(operators == 1)
        }
    }

    @Test(arguments: TestDatabases.all) func `spends the others that could still set a password`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let person = try await scene.addWai()
            let (first, second) = try await scene.site.database.write { transaction in
                func link() throws -> String {
                    try transaction.makeLink(
                        .reset, person: person, name: "Wai", email: "wai@sightline.example", by: nil)
                }
                return (try link(), try link())
            }
            let visitor = try await scene.browser(as: .visitor)
            #expect(try await visitor.post("/link/\(first)", [("password", "nine quiet green herons")]).status == 303)
            #expect(try await visitor.post("/link/\(second)", [("password", "ten quiet green herons")]).status == 410)
        }
    }

    @Test(arguments: TestDatabases.all) func `works no longer once its time is over`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let token = try await scene.site.database.write { try $0.makeLink(.invitation, by: nil) }
            try await scene.site.database.write {
                _ = try $0.execute("UPDATE one_time_link SET expires_at = \(Scene.now)")
            }
            let visitor = try await scene.browser(as: .visitor)
            #expect(try await visitor.get("/link/\(token)").status == 410)
            let isUsed = try await scene.site.database.write { try $0.useLink(token: token) }
            #expect(!isUsed)
        }
    }
}

@Suite struct `A session` {
    @Test func `is never one that somebody brought along`() async throws {
        try await withScene(.sqlite) { scene in
            _ = try await scene.addWai()
            let visitor = try await scene.browser(as: .visitor)
            let planted = String(repeating: "A", count: 43)
            let answer = try await visitor.signIn(right, cookie: "sightline=\(planted)")
            #expect(answer.status == 303)
            #expect(!answer.cookies.contains(planted))
            let account = try await visitor.ask(.get, "/account", headers: [.cookie: "sightline=\(planted)"], body: nil)
            #expect(account.status == 303)
        }
    }

    @Test func `ends when another begins in its place, and when it is ended`() async throws {
        try await withScene(.sqlite) { scene in
            _ = try await scene.addWai()
            let visitor = try await scene.browser(as: .visitor)
            func opens(_ cookie: String) async throws -> Bool {
                try await visitor.ask(.get, "/account", headers: [.cookie: cookie], body: nil).status == 200
            }
            let first = try await visitor.signIn(right).cookies
            #expect(try await opens(first))
            let token = try #require(first.firstMatch(of: #/sightline=([\w-]+)/#)?.1)
            let form =
                "token=\(Secrets.digest("form:" + token))&email=wai%40sightline.example&password=four+small+brown+ducks"
            let again = try await visitor.ask(
                .post, "/sign-in",
                headers: [
                    .cookie: first, .origin: "http://sightline.test",
                    .contentType: "application/x-www-form-urlencoded",
                ], body: form)
            #expect(again.status == 303)
            #expect(try await !opens(first))
            #expect(try await opens(again.cookies))
        }
    }

    @Test(arguments: TestDatabases.all) func `of somebody else cannot be ended`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let board = try await scene.browser(as: .board)
            let person = try #require(scene.people[.teacher])
            let digest = try await scene.site.database.read { try $0.sessions(of: person).first?.digest }
            let ended = try await board.post("/account/sessions/end", [("session", digest ?? "")])
            #expect(ended.status == 303)
            #expect(try await teacher.get("/account").status == 200)
        }
    }

    @Test(arguments: TestDatabases.all) func `runs out an hour after its last click`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let teacher = try await scene.browser(as: .teacher)
            try await scene.site.database.write {
                _ = try $0.execute("UPDATE session SET seen_at = \(Scene.now.adding(seconds: -3_599))")
            }
            #expect(try await teacher.get("/account").status == 200)
            try await scene.site.database.write {
                _ = try $0.execute("UPDATE session SET seen_at = \(Scene.now.adding(seconds: -3_601))")
            }
            #expect(try await teacher.get("/account").status == 303)
        }
    }
}

@Suite struct `Guessing a password` {
    @Test(arguments: TestDatabases.all) func `has to wait, and does not keep the owner out`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            _ = try await scene.addWai()
            let visitor = try await scene.browser(as: .visitor)
            let known = try await visitor.signIn(right).cookies
            for _ in 0..<10 { #expect(try await visitor.signIn("wrong").status == 422) }
            #expect(try await visitor.signIn("wrong").status == 429)
            #expect(try await visitor.signIn(right).status == 429)
            // A browser in which Wai has signed in before is counted apart, also after the session has ended.
            let seal = try #require(known.split(separator: "; ").first { $0.hasPrefix("known=") })
            #expect(try await visitor.signIn(right, cookie: String(seal)).status == 303)
            #expect(try await visitor.signIn(right, cookie: "known=" + String(repeating: "0", count: 64)).status == 429)
        }
    }

    @Test(arguments: TestDatabases.all) func `costs nothing to whoever types the right one`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            _ = try await scene.addWai()
            let visitor = try await scene.browser(as: .visitor)
            for _ in 0..<12 { #expect(try await visitor.signIn(right).status == 303) }
        }
    }

    @Test(arguments: TestDatabases.all) func `from one address takes nothing from an account once it has to wait`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let (address, account) = (SignInBucket.address("192.0.2.7"), SignInBucket.account("wai@sightline.example"))
            let others = (0..<60).map { SignInBucket.account("\($0)@sightline.example") }
            let (mayOthers, mayAfter, mayOwner) = try await scene.site.database.write { transaction in
                (
                    try others.allSatisfy { try transaction.mayAttempt([address, $0]) },
                    try (0..<20).contains { _ in try transaction.mayAttempt([address, account]) },
                    try (0..<10).allSatisfy { _ in try transaction.mayAttempt([account]) }
                )
            }
            #expect(mayOthers)
            #expect(!mayAfter)
            #expect(mayOwner)
        }
    }

    @Test(arguments: TestDatabases.all) func `of anybody is forgotten after a day`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let left = try await scene.site.database.write { transaction in
                _ = try transaction.mayAttempt([.account("gone@sightline.example")])
                try transaction.execute(
                    "UPDATE sign_in_throttle SET updated_at = \(Scene.now.adding(seconds: -86_401))")
                guard let person = scene.people[.teacher] else { return -1 }
                _ = try transaction.beginSession(of: person, address: "", agent: "")
                return try transaction.value("SELECT count(*) FROM sign_in_throttle") ?? -1
            }
            #expect(left == 0)
        }
    }
}
