import Communities
import App
import Database
import DatabaseTesting
import Foundation
import Ground
import Hummingbird
import TestSupport
import Testing
import Web

@Suite struct `The access matrix` {
    @Test(arguments: TestDatabases.all) func `is as a person saw it, and as nobody may change it`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { site, shelf, passwords in
            let app = App(site: site, shelf: shelf, passwords: passwords)
            return Program(migrations: app.migrations, router: app.router())
        } body: { scene in
            let matrix = try await AccessMatrix.walking(scene)
            for complaint in matrix.complaints { Issue.record("\(complaint)") }
            try Golden.compare(matrix.rows)
        }
    }

    @Test func `catches a feature that forgets the policy`() async throws {
        try await withScene(.sqlite) { communities in
            [Careless(site: communities.site)]
        } _: { scene in
            let complaints = try await AccessMatrix.walking(scene).complaints
            func expect(_ part: String) {
                #expect(complaints.contains { $0.contains(part) }, "nothing says “\(part)”")
            }
            expect("GET /communities/:community/unguarded, asked by visitor (kowhai), is open to anybody")
            expect(
                "GET /communities/:community/unguarded, asked by leader (rata), must not find anything, and gets 200")
            expect("GET /communities/:community/unguarded, asked by operator (kowhai), must not find anything")
            expect("GET /communities/:community/unguarded, asked by leader (rata), is shown 'Rātā Collective'")
            expect("POST /communities/:community/unguarded, asked by stranger (kowhai), must not find anything")
            expect(
                "POST /communities/:community/undecided, asked by leader (rata), must not find anything, and gets 422")
            expect("POST /communities/:community/of-any/:organisation tells leader an id of another community")
            expect("GET /communities/:community/notes changes the database")
            expect("GET /api/v1/communities/:community/two-faced answers leader with")
            expect("the matrix has no id for ':riddle'")
        }
    }
}

/// A feature with every fault the matrix is there to find.
private struct Careless: Feature {
    let site: Site

    func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/unguarded") { _, context -> Response in
            let id = try context.id("community", of: Named.Community.self)
            return .text(try await name(of: id) ?? "nothing")
        }
        router.post("communities/:community/unguarded") { _, _ in Response.seeOther("/") }
        router.post("communities/:community/undecided") { _, _ -> Response in throw Problems() }
        router.post("communities/:community/of-any/:organisation") { _, context -> Response in
            let id = try context.id("community", of: Named.Community.self)
            let organisation = try context.id("organisation", of: Named.Organisation.self)
            guard context.viewer.communities.contains(id) else { throw NotFound() }
            let isThere = try await site.database.read {
                try $0.exists("SELECT 1 FROM organisation WHERE id = \(organisation)")
            }
            guard isThere else { throw NotFound() }
            return .seeOther("/")
        }
        router.get("communities/:community/notes") { _, context -> Response in
            _ = try await site.database.write { try $0.execute("UPDATE community SET purpose = purpose || '.'") }
            throw NotFound()
        }
        router.get("communities/:community/two-faced") { _, _ -> Response in throw NotFound() }
        api.get("communities/:community/two-faced") { _, _ -> Response in throw Forbidden() }
        router.get("riddles/:riddle") { _, _ in Response.text("") }
    }

    private func name(of id: CommunityID) async throws -> String? {
        try await site.database.read { try $0.value("SELECT name FROM community WHERE id = \(id)") }
    }
}

/// The matrix that a person looked at, recorded beside this test.
private enum Golden {
    private static let url = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Snapshots/access-matrix.txt")

    static func compare(_ rows: [String]) throws {
        guard ProcessInfo.processInfo.environment["RECORD"] != "1" else {
            try Data((AccessMatrix.legend + "\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: url)
            return
        }
        // Not there yet: every route is then a new one.
        let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        let lines = recorded.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        let old = Dictionary(lines.map { (route($0), $0) }) { first, _ in first }
        let new = Dictionary(rows.map { (route($0), $0) }) { first, _ in first }
        for row in rows {
            guard let before = old[route(row)] else {
                Issue.record("New route \(route(row)): look at the matrix, then bin/record.\n\(row)")
                continue
            }
            if before != row {
                Issue.record(
                    "\(route(row)) is answered otherwise than recorded.\nrecorded: \(before)\nnow:      \(row)")
            }
        }
        for line in lines where new[route(line)] == nil {
            Issue.record("Route \(route(line)) is gone: look at the matrix, then bin/record.")
        }
    }

    /// `GET /communities/:community/members`, of its row.
    private static func route(_ row: String) -> String {
        row.split(separator: " ").prefix(2).joined(separator: " ")
    }
}
