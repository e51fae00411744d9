import Accounts
import Charts
import Communities
import Database
import DatabaseTesting
import DisclosureControl
import Foundation
import Ground
import Programmes
import Tables
import TestSupport
import Testing
import Web
import World

@testable import Measurement

@Suite struct `The picture in the browser` {
    /// Three small schools with results by one tool, not signed off yet.
    private func withResults(_ engine: Engine, _ body: (Scene, String) async throws -> Void) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let told = [World.fiveSchools[0], World.fiveSchools[2], World.fiveSchools[4]]
            let schools = scene.schools
            try await scene.site.database.write { transaction in
                for (school, organisation) in zip(told, schools) {
                    try Brought.bring(school, as: organisation.id, in: transaction)
                }
            }
            try await body(scene, "/communities/\(scene.community.id)")
        }
    }

    private func signOff(
        _ scene: Scene, _ part: Scene.Part, _ school: Int, _ home: String, term: String = "2026-T4",
        measure: String = "reading", recall: Bool = false
    ) async throws -> Int {
        let browser = try await scene.browser(as: part)
        return try await browser.post(
            home + "/sign-offs" + (recall ? "/recall" : ""),
            [("organisation", scene.schools[school].id.rawValue), ("measure", measure), ("term", term)]
        ).status
    }

    @Test(arguments: TestDatabases.all) func `shows a school to the others once it has signed off`(_ engine: Engine)
        async throws
    {
        try await withResults(engine) { scene, home in
            let picture = home + "/picture?measure=reading&term=2026-T4&by=school"
            let (principal, neighbour) = (
                try await scene.browser(as: .principal), try await scene.browser(as: .neighbour)
            )
            let own = try await principal.get(picture)
            #expect(own.status == 200)
            #expect(own.body.contains("Te Kura o Tōtara (only your school sees this)"))
            #expect(own.body.contains("Look and sign off"))
            #expect(try await !neighbour.get(picture).body.contains("Te Kura o Tōtara (only"))
            #expect(try await !neighbour.get(picture).body.contains("All 2 schools"))

            #expect(try await signOff(scene, .principal, 0, home) == 303)
            #expect(try await signOff(scene, .principal, 0, home) == 409)
            #expect(try await signOff(scene, .neighbour, 1, home) == 303)
            let signed = try await neighbour.get(picture)
            #expect(signed.body.contains("All 2 schools"))
            #expect(signed.body.contains("2 of 3 schools have signed off"))

            #expect(try await signOff(scene, .principal, 0, home, recall: true) == 303)
            #expect(try await !neighbour.get(picture).body.contains("All 2 schools"))
            let page = try await principal.get(home + "/sign-offs?term=2026-T4")
            #expect(page.body.contains("recalled"))
            let events = try await scene.site.database.read { try $0.events(in: scene.community.id, limit: 10) }
            #expect(Set(events.map(\.kind)).isSuperset(of: ["results-signed-off", "results-recalled"]))
        }
    }

    @Test(arguments: TestDatabases.all) func `shows numbers that changed only once they are signed off anew`(
        _ engine: Engine
    ) async throws {
        try await withResults(engine) { scene, home in
            let picture = home + "/picture?measure=reading&term=2026-T4&by=school"
            let (principal, neighbour) = (
                try await scene.browser(as: .principal), try await scene.browser(as: .neighbour)
            )
            for (part, school) in [(Scene.Part.principal, 0), (.neighbour, 1)] {
                #expect(try await signOff(scene, part, school, home) == 303)
            }
            #expect(try await neighbour.get(picture).body.contains("All 2 schools"))

            let school = scene.schools[0].id
            try await scene.site.database.write { transaction in
                try Brought.intake(3, "results", of: school, in: transaction)
                try transaction.execute(
                    """
                    INSERT INTO result (organisation_id, intake, row_number, learner, construct, instrument, raw, number,
                        day, year_level)
                    VALUES (\(school), 3, 1, 9999, 'reading', 'harbour-scale', '119', 119, '2026-11-20', 5)
                    """)
                try transaction.advanceVersion(of: school.rawValue)
            }
            let sentence =
                "The numbers of Te Kura o Tōtara have changed since it signed off, most likely by new results."
            let changed = try await neighbour.get(picture)
            #expect(changed.body.contains(sentence))
            #expect(!changed.body.contains("All 2 schools"))
            #expect(changed.body.contains("1 of 3 schools has signed off"))
            // The term before did not change.
            let own = try await principal.get(home + "/sign-offs?term=2026-T4")
            #expect(own.body.contains(sentence) && own.body.contains("Sign off Reading anew"))
            #expect(try await principal.get(picture).body.contains("Te Kura o Tōtara (only your school sees this)"))

            #expect(try await signOff(scene, .principal, 0, home) == 303)
            #expect(try await signOff(scene, .principal, 0, home) == 409)
            let anew = try await neighbour.get(picture)
            #expect(!anew.body.contains(sentence) && anew.body.contains("All 2 schools"))
        }
    }

    @Test func `is led to from where results come in, and to counts by hand`() async throws {
        try await withResults(.sqlite) { scene, home in
            let principal = try await scene.browser(as: .principal)
            for room in ["/intakes", "/sign-offs"] {
                #expect(try await principal.get(home + room).body.contains("href=\"\(home)/counts\""), "\(room)")
            }
            let board = try await scene.browser(as: .partner)
            #expect(try await !board.get(home + "/sign-offs").body.contains("\(home)/counts"))
        }
    }

    @Test func `draws the aim of the community where all learners are looked at`() async throws {
        let aim = Goal(0.85, Words(verbatim: "Aim 85 %"))
        let features: @Sendable (Communities) -> [any Feature] = { communities in
            [Measuring(communities: communities, aim: { _, _, measure in measure.key == "reading" ? aim : nil })]
        }
        try await withScene(.sqlite, features) { scene in
            let school = scene.schools[0]
            try await scene.site.database.write { try Brought.bring(World.fiveSchools[0], as: school.id, in: $0) }
            let principal = try await scene.browser(as: .principal)
            let picture = "/communities/\(scene.community.id)/picture?measure="
            #expect(try await principal.get(picture + "reading").body.contains("Aim 85 %"))
            #expect(try await !principal.get(picture + "reading&by=group").body.contains("Aim 85 %"))
            #expect(try await !principal.get(picture + "writing").body.contains("Aim 85 %"))
        }
    }

    @Test func `lets nobody sign off for another school`() async throws {
        try await withResults(.sqlite) { scene, home in
            // Whoever does not belong is told no more than a visitor.
            let expected: [Scene.Part: Int] = [
                .neighbour: 403, .teacher: 403, .leadTeacher: 403, .board: 403, .partner: 403, .steward: 403,
                .stranger: 404, .operator: 404, .visitor: 404,
            ]
            for (part, status) in expected {
                let answer = try await signOff(scene, part, 0, home)
                #expect(answer == status, "\(part)")
            }
        }
    }

    @Test func `says the same on the page, in the file and to programs`() async throws {
        try await withResults(.sqlite) { scene, home in
            for (part, school) in [(Scene.Part.principal, 0), (.neighbour, 1)] {
                for term in ["2026-T2", "2026-T4"] { _ = try await signOff(scene, part, school, home, term: term) }
            }
            for part in [Scene.Part.leader, .principal, .neighbour, .teacher, .board, .visitor] {
                for by in ["school", "year", "group"] {
                    let query = "?measure=reading&term=2026-T4&by=\(by)"
                    let browser = try await scene.browser(as: part)
                    let page = try await browser.get(home + "/picture" + query)
                    let file = try await browser.get(home + "/picture.csv" + query)
                    let json = try await browser.get("/api/v1" + home + "/picture" + query)
                    #expect(page.status == 200 && file.status == 200 && json.status == 200, "\(part) \(by)")
                    #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
                    let cells = try JSONDecoder().decode(Read.self, from: Data(json.bytes)).cells
                    #expect(!cells.isEmpty)
                    let rows = try Self.rows(of: file.bytes)
                    let workbook = try await browser.get(home + "/picture.xlsx" + query)
                    #expect(page.body.contains("picture.xlsx") && workbook.status == 200)
                    #expect(try Self.cells(of: workbook.bytes) == Self.cells(of: file.bytes))
                    #expect(rows.map(\.words) == cells.map(\.words))
                    #expect(rows.map(\.assessed) == cells.map { $0.assessed.map(String.init) ?? "" })
                    #expect(rows.map(\.percent) == cells.map { $0.percent.map(String.init) ?? "" })
                    // The page's first table has the cells of the term, its rows before its whole.
                    let ofTerm = cells.filter { $0.term == "2026-T4" }
                    let expected = Set(ofTerm.filter { by != "school" || $0.about == "school" }.map(\.words))
                    for words in expected { #expect(page.body.contains(words), "\(part) \(by) \(words)") }
                }
            }
        }
    }

    @Test func `gives no reader a way to work out what is hidden`() async throws {
        try await withResults(.sqlite) { scene, home in
            for term in ["2026-T2", "2026-T4"] {
                for (part, school) in [(Scene.Part.principal, 0), (.neighbour, 1)] {
                    _ = try await signOff(scene, part, school, home, term: term)
                }
            }
            // The third school has no principal among the people of the scene.
            try await scene.site.database.write { transaction in
                for number in [2, 4] {
                    try transaction.store(
                        SignOff(
                            organisation: scene.schools[2].id, measure: "reading",
                            term: Term(year: 2026, number: number),
                            signed: transaction.now),
                        in: scene.community.id, by: nil)
                }
                try transaction.advanceVersion(of: scene.community.id.rawValue)
            }
            let truth = try await self.truth(scene)
            for part in [Scene.Part.leader, .teacher, .neighbour, .board, .adviser, .visitor] {
                let printed = try await self.printed(scene, part, home)
                #expect(printed.count > 20, "\(part)")
                let own: Set<Int> = part == .neighbour ? [1] : [.leader, .teacher, .board].contains(part) ? [0] : []
                let known = Set(own.flatMap { truth.members[$0] })
                // What is their own they may see exactly; for the attack it is known, whatever is printed of it.
                let showings = printed.filter { !known.contains($0.key) }
                let attack = Attack(
                    on: Publication(of: truth.table, as: showings), knowing: truth.table.tallies(of: known))
                #expect(attack.isConsistent, "\(part)")
                #expect(attack.recovered(narrowerThan: 3).isEmpty, "\(part)")
                let smallest = showings.filter { $0.value.showsCount }.compactMap { key, _ in
                    truth.table.tallies(of: [key])[key]?.count
                }.min()
                let isInside = [.leader, .teacher, .neighbour].contains(part)
                #expect((smallest ?? 99) >= (isInside ? 5 : 10), "\(part)")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `hides what it hid when another term has been signed off`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let told = [World.saltmarshRoad, World.kotareCreek, World.patikiFlat]
            try await scene.site.database.write { transaction in
                for (school, organisation) in zip(told, scene.schools) {
                    try Brought.bring(school, as: organisation.id, in: transaction)
                }
            }
            let home = "/communities/\(scene.community.id)"
            for term in ["2025-T4", "2026-T2"] {
                for (part, school) in [(Scene.Part.principal, 0), (.neighbour, 1)] {
                    _ = try await signOff(scene, part, school, home, term: term)
                }
            }
            let readers = [Scene.Part.leader, .neighbour, .teacher, .board, .visitor]
            var before: [Scene.Part: [CellKey: Showing]] = [:]
            for part in readers { before[part] = try await printed(scene, part, home) }
            #expect(before[.visitor]?.values.contains(.hidden) ?? false)
            #expect(before[.visitor]?.values.contains { $0.showsCount && $0 != .shown } ?? false)

            // Another term of one school, of the other, and the first one back again: each a new version.
            for (part, school, recall) in [
                (Scene.Part.principal, 0, false), (.neighbour, 1, false), (.principal, 0, true),
            ] {
                #expect(try await signOff(scene, part, school, home, recall: recall) == 303)
                for part in readers {
                    let after = try await printed(scene, part, home)
                    for (key, showing) in before[part] ?? [:] {
                        #expect(after[key] == showing, "\(part) \(key.text)")
                    }
                }
            }
            // What is remembered is in the database: another process says the same.
            let pack = try scene.communities.pack(of: scene.community)
            let versions = try await scene.site.database.read {
                try $0.pictureVersions(of: scene.community.id, on: Scene.today)
            }
            let measure = try #require(pack.measures[key: "reading"])
            let again = try await PictureMaker(database: scene.site.database).picture(
                of: measure, in: scene.community, by: pack, at: versions, for: .outside)
            let printedAgain = again.printed
            for (key, showing) in before[.visitor] ?? [:] {
                let hasCount = printedAgain[key]?.assessed != nil
                #expect(hasCount == showing.showsCount, "\(key.text)")
            }
        }
    }

    @Test func `is not there for strangers where the community is not public`() async throws {
        try await withScene(.sqlite, { [Measuring(communities: $0)] }) { scene in
            let (first, other) = ("/communities/\(scene.community.id)", "/communities/\(scene.other.id)")
            let expected: [(part: Scene.Part, path: String, status: Int)] = [
                (.leader, other + "/picture", 404), (.visitor, other + "/picture", 303),
                (.stranger, other + "/picture", 200), (.visitor, first + "/picture", 200),
                (.visitor, first + "/sign-offs", 303), (.partner, first + "/sign-offs", 200),
            ]
            for (part, path, status) in expected {
                let answer = try await scene.browser(as: part).get(path)
                #expect(answer.status == status, "\(part) \(path)")
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `takes counts by hand and takes them back`(_ engine: Engine) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let home = "/communities/\(scene.community.id)"
            let neighbour = try await scene.browser(as: .neighbour)
            #expect(try await neighbour.get(home + "/counts?measure=writing").status == 200)
            let fields = [
                ("organisation", scene.schools[1].id.rawValue), ("measure", "writing"), ("term", "2026-T4"),
                ("tool", "teacher-judgement"), ("assessed-5", "24"), ("above-5", "18"), ("assessed-6", "21"),
                ("above-6", "11"),
            ]
            let saved = try await neighbour.post(home + "/counts", fields)
            #expect(saved.status == 303)
            let back = try await neighbour.get(try #require(saved.location))
            #expect(back.body.contains("Saved: 2 year levels"))
            let picture = home + "/picture?measure=writing&term=2026-T4"
            #expect(try await neighbour.get(picture).body.contains("29 of 45"))
            #expect(try await !scene.browser(as: .principal).get(picture).body.contains("29 of 45"))

            let wrong = try await neighbour.post(home + "/counts", fields.filter { $0.0 != "above-6" })
            #expect(wrong.status == 422 && wrong.body.contains("value=\"24\""))
            let foreign = try await scene.browser(as: .principal).post(home + "/counts", fields)
            #expect(foreign.status == 404)
            #expect(try await scene.browser(as: .teacher).post(home + "/counts", fields).status == 403)

            let undo = try #require(back.body.firstMatch(of: #/action="([^"]+/withdrawal)"/#)?.1)
            #expect(try await scene.browser(as: .principal).post(String(undo)).status == 403)
            #expect(try await neighbour.post(String(undo)).status == 303)
            #expect(try await !neighbour.get(picture).body.contains("29 of 45"))
            #expect(try await neighbour.post(String(undo)).status == 409)
        }
    }

    // MARK: Reading what was answered

    private struct Read: Decodable {
        struct Cell: Decodable {
            let term: String
            let tool: String
            let norms: String?
            let about: String
            let school: String?
            let yearLevel: Int?
            let group: String?
            let assessed: Int?
            let atOrAbove: Int?
            let atOrAboveAtLeast: Int?
            let atOrAboveAtMost: Int?
            let percent: Int?
            let words: String
        }

        let cells: [Cell]
    }

    /// Everything a file says, whatever its form.
    private static func cells(of bytes: [UInt8]) throws -> [[String]] {
        let reader = try TableReader(.bytes(bytes))
        var cells = [reader.header]
        while let row = try reader.next() { cells.append(row.fields) }
        return cells
    }

    private static func rows(of bytes: [UInt8]) throws -> [(words: String, assessed: String, percent: String)] {
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").dropFirst()
        return lines.map { line in
            var fields: [String] = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return (fields[19], fields[10], fields[14])
        }
    }

    private func truth(_ scene: Scene) async throws -> PictureTable {
        let pack = try scene.communities.pack(of: scene.community)
        let measure = try #require(pack.measures[key: "reading"])
        let ids = scene.schools.map(\.id)
        let results = try await scene.site.database.read { transaction in
            try ids.map { try transaction.results(of: $0, calendar: .newZealand) }
        }
        return try PictureTable(zip(ids, results).map { ($0, $1.tallies(of: measure, in: pack)) })
    }

    /// Everything the API prints for somebody, whatever they ask, as showings of the true table.
    private func printed(_ scene: Scene, _ part: Scene.Part, _ home: String) async throws -> [CellKey: Showing] {
        let browser = try await scene.browser(as: part)
        var showings: [CellKey: Showing] = [:]
        var queries = ["?by=year", "?by=group", "?by=school"]
        queries += (1...8).map { "?by=school&years=\($0)" }
        for query in queries {
            let answer = try await browser.get("/api/v1" + home + "/picture" + query + "&measure=reading")
            for cell in try JSONDecoder().decode(Read.self, from: Data(answer.bytes)).cells {
                let term = try #require(Term(text: cell.term))
                let key = CellKey(
                    term, Tool(instrument: cell.tool, norms: cell.norms),
                    school: cell.school.map { OrganisationID(rawValue: $0) }, yearLevel: cell.yearLevel,
                    part: cell.group.map { .group($0) })
                let showing: Showing =
                    if cell.assessed == nil { .hidden } else if cell.atOrAbove != nil { .shown } else {
                        .bounded((cell.atOrAboveAtLeast ?? 0)...(cell.atOrAboveAtMost ?? 0))
                    }
                showings[key] = showing
            }
        }
        // Who was assessed with whatever tool is printed beside schools; here every school has one tool.
        for (key, showing) in showings where key.tool != nil && key.yearLevel == nil && key.part == nil {
            showings[CellKey(key.term, nil, school: key.school)] = showing == .hidden ? .hidden : .shown
        }
        return showings
    }
}
