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

/// An installation that is reached by https, as every real one is.
private func withSecureScene(_ body: @escaping @Sendable (Scene) async throws -> Void) async throws {
    try await withScene(.sqlite) { site, shelf, passwords in
        var settings = site.settings
        settings.origin = "https://sightline.example"
        let secure = Site(database: site.database, settings: settings, clock: site.clock)
        let accounts = Accounts(site: secure, passwords: passwords)
        let features: [any Feature] = [accounts, Communities(site: secure, shelf: shelf)]
        return Program(migrations: features.flatMap(\.migrations), router: assemble(features, menu: [], site: secure))
    } body: {
        try await body($0)
    }
}

@Suite struct `Behind https` {
    private let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    private let body = "email=wai%40sightline.example&password=four+small+brown+ducks&next=%2Faccount"

    @Test func `cookies are for https, this host and no script`() async throws {
        try await withSecureScene { scene in
            let hash = Password.hash("four small brown ducks")
            try await scene.site.database.write {
                _ = try $0.addPerson(name: "Wai", email: "wai@sightline.example", passwordHash: hash)
            }
            var headers = form
            headers[.origin] = "https://sightline.example"
            let answer = try await scene.browser(as: .visitor).ask(.post, "/sign-in", headers: headers, body: body)
            #expect(answer.status == 303)
            #expect(answer.location == "/account")
            let cookies = answer.headers[values: .setCookie]
            #expect(cookies.count == 2)
            for cookie in cookies {
                #expect(cookie.hasPrefix("__Host-"))
                #expect(cookie.contains("Secure"))
                #expect(cookie.contains("HttpOnly"))
                #expect(cookie.contains("SameSite=Lax"))
                #expect(cookie.contains("Path=/"))
                #expect(!cookie.contains("Domain"))
            }
            #expect(answer.headers[.strictTransportSecurity]?.contains("max-age=63072000") == true)
        }
    }

    /// Somebody between the reader and us can answer for our name without https, but not with it.
    @Test(arguments: ["http://sightline.example", "http://sightline.test", "https://evil.example", "null"])
    func `a page that came otherwise is somebody else's`(_ origin: String) async throws {
        try await withSecureScene { scene in
            var headers = form
            headers[.origin] = origin
            let answer = try await scene.browser(as: .visitor).ask(.post, "/sign-in", headers: headers, body: body)
            #expect(answer.status == 403)
        }
    }

    @Test(arguments: [("same-origin", 422), ("same-site", 403), ("cross-site", 403), ("none", 403)])
    func `the browser's own word counts before any other`(_ word: String, _ status: Int) async throws {
        try await withSecureScene { scene in
            var headers = form
            headers[.origin] = "https://sightline.example"
            headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin] = word
            let answer = try await scene.browser(as: .visitor).ask(.post, "/sign-in", headers: headers, body: body)
            #expect(answer.status == status)
        }
    }
}
