import Communities
import App
import Database
import DatabaseTesting
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import Interface
import TestSupport
import Testing
import Web

/// A feature in which everything goes wrong.
private struct Failing: Feature {
    func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        for (name, error) in Self.errors {
            router.get(RouterPath("fails/\(name)")) { _, _ -> Response in throw error }
            api.get(RouterPath("fails/\(name)")) { _, _ -> Response in throw error }
        }
    }

    static let errors: [(String, any Error)] = [
        ("not-found", NotFound()), ("forbidden", Forbidden()), ("refused", SampleRefusal.no),
        ("problems", Problems("name", SampleRefusal.no.words)),
        ("unreachable", SQLError(kind: .unreachable, code: "08006", message: "secret host")),
        ("perhaps", SQLError(kind: .unreachable, code: SQLError.unknownOutcome, message: "secret host")),
        ("full", SQLError(kind: .diskFull, code: "13", message: "secret path")),
        ("read-only", SQLError(kind: .readOnly, code: "8", message: "secret path")),
        ("busy", SQLError(kind: .collision, code: "5", message: "secret path")),
        ("broken", SQLError(kind: .other, code: "1", message: "secret column")),
        ("anything", SampleError(detail: "secret column")),
    ]
}

private enum SampleRefusal: Refusal {
    case no
    var words: Words { Words(verbatim: "Not <now>") }
}

private struct SampleError: Error { let detail: String }

@Suite struct `Whatever goes wrong` {
    @Test(arguments: [
        ("not-found", 404, "There is nothing here for you"), ("forbidden", 403, "You may look at this"),
        ("refused", 409, "Not &lt;now&gt;"), ("problems", 422, "Not &lt;now&gt;"),
        ("unreachable", 503, "The database cannot be reached. Nothing was changed or lost."),
        ("perhaps", 503, "may or may not have been kept"),
        ("full", 503, "The disk is full, so nothing was saved"), ("read-only", 503, "Sightline cannot be used"),
        ("busy", 503, "Too much is being done at once"),
        ("broken", 500, "Something went wrong on our side"), ("anything", 500, "tell your administrator the reference"),
    ]) func `becomes a page with a sentence, and never says more`(_ name: String, _ status: Int, _ sentence: String)
        async throws
    {
        try await withScene(.sqlite) { _ in
            [Failing()]
        } _: { scene in
            let browser = try await scene.browser(as: .leader)
            let page = try await browser.get("/fails/\(name)")
            #expect(page.status == status)
            #expect(page.body.contains(sentence))
            #expect(!page.body.contains("secret"))
            #expect(page.headers[.contentSecurityPolicy] != nil)
            #expect((page.headers[.retryAfter] != nil) == (status == 503))
            let answer = try await browser.get("/api/v1/fails/\(name)")
            #expect(answer.status == status)
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            let object = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: String]
            #expect(object?.keys.sorted() == ["error", "why"])
            #expect(!answer.body.contains("secret"))
        }
    }

    @Test func `gives each fault of ours a reference of its own`() async throws {
        try await withScene(.sqlite) { _ in
            [Failing()]
        } _: { scene in
            let browser = try await scene.browser(as: .visitor)
            let first = try await browser.get("/fails/anything").body
            let second = try await browser.get("/fails/anything").body
            #expect(first != second)
        }
    }
}

@Suite struct `Without its database` {
    @Test(arguments: TestDatabases.all) func `the program says so, on pages and to whoever watches over it`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { site, shelf, passwords in
            let app = App(site: site, shelf: shelf, passwords: passwords)
            return Program(migrations: app.migrations, router: app.router())
        } body: { scene in
            let leader = try await scene.browser(as: .leader)
            let visitor = try await scene.browser(as: .visitor)
            #expect(try await visitor.get("/up").status == 200)
            try await scene.site.database.close()
            let up = try await visitor.get("/up")
            #expect(up.status == 503)
            #expect(up.body.contains("the database cannot be used"))
            for path in ["/", "/account", "/communities/\(scene.community.id)/members"] {
                let page = try await leader.get(path)
                #expect(page.status == 503)
                #expect(page.body.contains("The database cannot be reached. Nothing was changed or lost."))
            }
            #expect(try await visitor.get("/sign-in").status == 200)
            let attempt = try await visitor.post("/sign-in", [("email", "a@b"), ("password", "c")])
            #expect(attempt.status == 503)
        }
    }
}

@Suite struct `What is asked for` {
    @Test func `is not there, in the same words, whatever it is called`() async throws {
        try await withScene(.sqlite) { scene in
            let visitor = try await scene.browser(as: .visitor)
            let usual = try await visitor.get("/nothing")
            #expect(usual.status == 404)
            for path in ["/assets/nothing.css", "/assets/../Package.swift", "/communities/\(scene.other.id)", "/.env"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 404)
                #expect(answer.body == usual.body)
            }
        }
    }

    @Test func `is described to a HEAD as to a GET, without a body`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            for path in ["/sign-in", "/account", Asset.icon.path, "/communities/\(scene.other.id)/members"] {
                let got = try await leader.get(path)
                let told = try await leader.ask(.head, path, headers: [.accept: "text/html"], body: nil)
                #expect(told.status == got.status)
                #expect(told.headers[.contentType] == got.headers[.contentType])
                #expect(told.bytes.isEmpty)
            }
        }
    }

    @Test func `may be kept if it is an asset, and never if it is a page`() async throws {
        try await withScene(.sqlite) { scene in
            let visitor = try await scene.browser(as: .visitor)
            for asset in Asset.all {
                let answer = try await visitor.get(asset.path)
                #expect(answer.status == 200)
                #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
                let again = try await visitor.ask(
                    .get, asset.path, headers: [.ifNoneMatch: answer.headers[.eTag] ?? ""], body: nil)
                #expect(again.status == 304)
                #expect(again.bytes.isEmpty)
            }
            #expect(try await visitor.get("/sign-in").headers[.cacheControl] == "no-store")
            #expect(try await visitor.get("/nothing").headers[.cacheControl] == "no-store")
        }
    }

    @Test(arguments: [HTTPRequest.Method.put, .delete, .patch, .trace])
    func `is nothing in a way that no page asks`(_ method: HTTPRequest.Method) async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let path = "/communities/\(scene.community.id)/settings"
            let bare = try await leader.ask(method, path, headers: [:], body: nil)
            #expect(bare.status == 403)
            let asked = try await leader.post(path, [("name", "Taken")], method: method)
            #expect(asked.status == 404)
        }
    }
}
