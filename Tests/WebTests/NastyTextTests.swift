import Database
import Communities
import DatabaseTesting
import Foundation
import Ground
import TestSupport
import Testing

private struct Shown: Decodable, Equatable {
    let name: String
    let purpose: String
}

@Suite struct `Whatever people type` {
    @Test(arguments: TestDatabases.all) func `is shown back unchanged, and does nothing`(_ engine: Engine) async throws
    {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            let settings = "/communities/\(scene.community.id)/settings"
            let json = "/api/v1/communities/\(scene.community.id)"
            for text in NastyText.all {
                let purpose = "Why: \(text) – that is why"
                let saved = try await leader.post(settings, [("name", text), ("purpose", purpose), ("public", "1")])
                guard saved.status == 303 else {
                    Issue.record("\(text.debugDescription) was answered with \(saved.status)")
                    continue
                }
                let page = try await leader.get(settings).body
                #expect(shows(page, text.tidied, as: "value=\"", until: "\""), "\(text.debugDescription)")
                #expect(shows(page, purpose.tidied, as: ">\n", until: "</textarea>"), "\(text.debugDescription)")
                let read = try JSONDecoder().decode(Shown.self, from: Data(try await leader.get(json).bytes))
                #expect(read == Shown(name: text.tidied, purpose: purpose.tidied))
            }
        }
    }

    @Test func `adds no element to a page`() async throws {
        try await withScene(.sqlite) { scene in
            let leader = try await scene.browser(as: .leader)
            let settings = "/communities/\(scene.community.id)/settings"
            func outline(_ text: String) async throws -> [String] {
                _ = try await leader.post(settings, [("name", text), ("purpose", text), ("public", "1")])
                var names: [String] = []
                for path in [settings, "/communities/\(scene.community.id)/members", "/?all=1"] {
                    names += try await leader.get(path).body.matches(of: #/<(/?[a-zA-Z!][a-zA-Z0-9]*)/#).map {
                        String($0.1)
                    }
                }
                return names
            }
            let usual = try await outline("Kōwhai")
            for text in NastyText.all {
                let nasty = try await outline(text)
                #expect(nasty == usual, "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `comes back with a refused form as it was typed`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let teacher = try await scene.browser(as: .teacher)
            for text in NastyText.all {
                let answer = try await teacher.post("/communities", [("name", text), ("roll", text)])
                #expect(answer.status == 422)
                #expect(shows(answer.body, text.tidied, as: "value=\"", until: "\""), "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `opens nothing in an address`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let leader = try await scene.browser(as: .leader)
            var allowed = CharacterSet.alphanumerics
            allowed.insert("-")
            for text in NastyText.all + ["\u{0}", "a\u{0}b", "%", "%zz"] {
                let encoded = text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
                for path in [
                    "/communities/\(encoded)/members", "/link/\(encoded)", "/\(encoded)", "/sign-in?next=\(encoded)",
                ] {
                    let status = try await leader.get(path).status
                    #expect([200, 404, 410].contains(status), "\(path): \(status)")
                }
                let posted = try await leader.post(
                    "/communities/\(scene.community.id)/members/\(encoded)/end", [("organisation", text)])
                #expect(posted.status == 404, "\(text.debugDescription): \(posted.status)")
            }
        }
    }

    /// Whether a page holds a text, escaped, between two marks. A field whose text begins with a line break loses it.
    private func shows(_ page: String, _ text: String, as start: String, until end: String) -> Bool {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
        return Data(page.utf8).range(of: Data("\(start)\(escaped)\(end)".utf8)) != nil
    }
}
