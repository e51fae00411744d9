import Accounts
import App
import Communities
import Database
import DatabaseTesting
import Exports
import Foundation
import Ground
import Measurement
import Programmes
import Tables
import TestSupport
import Testing
import Web

@Suite struct `The export of a community` {
    @Test(arguments: TestDatabases.all) func `comes back as the same record, on either engine`(
        _ engine: Engine
    ) async throws {
        let texts = try Nasty.texts()
        try await withProgram(engine) { scene in
            try await scene.fill(with: texts)
            let file = try await scene.export()
            #expect(file.manifest.tables.filter { $0.rows == 0 }.map(\.name) == [])
            let tables = try file.tables()
            for target in TestDatabases.all {
                try await withProgram(target) { other in
                    let taken = try await other.exports.importCommunity(file.path)
                    #expect(taken.rows == file.manifest.rows)
                    #expect(taken.trailHolds)
                    #expect(taken.organisations == (4, 0))
                    #expect(taken.people.known == 0)
                    #expect(taken.standingsLeftOut == 0)
                    #expect(taken.leaders.map(\.name) == ["Aroha Ngata"])
                    let path = other.site.settings.dataFolder + "/again.zip"
                    let leader = Viewer(
                        person: nil, name: "",
                        grants: [Grant(.leader, community: scene.community.id, organisation: nil)])
                    let again = try await other.exports.export(scene.community.id, for: leader, to: path)
                    for (name, table) in try again.tables() {
                        let isSame = table == tables[name]
                        #expect(isSame, "\(name), \(engine) to \(target)")
                    }
                    #expect(again.manifest.tables == file.manifest.tables)
                }
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `holds no learner, no count, no address and no password`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            for (name, bytes) in try file.entries() {
                let text = String(decoding: bytes, as: UTF8.self)
                for secret in ["SECRET", "secret", "@sightline.example"] {
                    #expect(!text.contains(secret), "\(name) holds \(secret)")
                }
            }
            // Nor anybody whom this community's record does not name.
            let people = try file.tables()["tables/person.jsonl"] ?? ""
            #expect(people.contains("Piripi Moana"))
            #expect(!people.contains("Sam Stone"))
            #expect(!people.contains("Ola Berg"))
        }
    }

    @Test func `carries these tables, and no other`() async throws {
        try await withProgram(.sqlite) { scene in
            let id = scene.community.id
            let tables = try await scene.site.database.read { try $0.tableShapes() }
            let carried = Set(tables.filter { $0.rows(of: id) != nil }.map(\.name))
            #expect(
                carried.sorted() == [
                    "action_version", "activity", "activity_partner", "adoption", "audit_entry", "audit_head",
                    "challenge", "collection", "collection_organisation", "collection_reminder", "community",
                    "community_pack", "event", "focus_area", "focus_area_lead", "focus_area_move", "gem",
                    "gem_activity", "gem_answer", "gem_design", "gem_evidence", "gem_verdict", "impact_finding",
                    "membership", "planned_action", "position", "stage_move", "standing", "target",
                ])
            // A new table of communities must be looked at: is it their record, and free of what must not leave?
            let ofCommunities = Set(tables.filter { $0.key.first == "community_id" }.map(\.name))
            #expect(ofCommunities.subtracting(carried) == Carried.staying)
        }
    }

    @Test func `opens in a spreadsheet without running anything`() async throws {
        let texts = try Nasty.texts()
        try await withProgram(.sqlite) { scene in
            try await scene.fill(with: texts)
            let entries = try await scene.export().entries().filter { $0.key.hasSuffix(".csv") }
            #expect(entries.count >= 18)
            let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"]
            for (name, bytes) in entries {
                #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
                var options = TableOptions()
                options.removesFormulaGuard = false
                let reader = try TableReader(.bytes(bytes), options: options)
                while let row = try reader.next() {
                    for field in row.fields {
                        let first = field.unicodeScalars.first {
                            !" \u{200B}\u{A0}\u{FEFF}".unicodeScalars.contains($0)
                        }
                        #expect(first.map { !signs.contains($0) } ?? true, "\(name): \(field.debugDescription)")
                    }
                }
            }
            let gems = try TableReader(.bytes(try #require(entries["gems.csv"])))
            var titles: [String] = []
            while let row = try gems.next() { titles.append(row.fields[0]) }
            #expect(Set(titles.map { Array($0.utf8) }) == Set(texts.map { Array($0.utf8) }))
        }
    }

    @Test(arguments: TestDatabases.all) func `is for whoever manages the community, and goes on record`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let path = ExportPath.export(scene.community.id)
            let leader = try await scene.browser(as: .leader)
            let settings = try await leader.get("/communities/\(scene.community.id)/settings")
            #expect(settings.body.contains(path))
            #expect(try await leader.get(path).body.contains("in one file"))
            let answer = try await leader.post(path, [])
            #expect(answer.status == 200)
            #expect(answer.body.hasPrefix("PK"))
            for (part, status) in [(Scene.Part.principal, 403), (.adviser, 403), (.stranger, 404), (.operator, 404)] {
                let browser = try await scene.browser(as: part)
                #expect(try await browser.get(path).status == status)
                #expect(try await browser.post(path, []).status == status)
            }
            let (id, person) = (scene.community.id, try #require(scene.people[.leader]))
            let trail = try await scene.site.database.read { transaction in
                try transaction.rows(
                    "SELECT actor FROM audit_entry WHERE scope = \(id) AND action = \("community-exported")"
                ) { try $0[0] as String }
            }
            #expect(trail == [person.rawValue])
            let left = try FileManager.default.contentsOfDirectory(atPath: scene.site.settings.dataFolder + "/exports")
            #expect(left == [])
            await #expect(throws: ExportRefusal.notTheirs) {
                try await scene.exports.export(id, as: "principal@sightline.example", to: path)
            }
            await #expect(throws: ExportRefusal.notTheirs) {
                try await scene.exports.export(id, as: "nobody@sightline.example", to: path)
            }
        }
    }
}

@Suite struct `Taking a community in` {
    @Test(arguments: TestDatabases.all) func `changes nothing where it is already`(_ engine: Engine) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            let before = try await scene.site.database.read { try $0.dump() }
            await #expect(throws: ExportRefusal.communityThere(name: scene.community.name)) {
                try await scene.exports.importCommunity(file.path)
            }
            let after = try await scene.site.database.read { try $0.dump() }
            #expect(after == before)
        }
    }

    @Test(arguments: TestDatabases.all) func `opens nothing of an organisation that was there before`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            let school = scene.schools[0]
            try await withProgram(engine) { other in
                try await other.site.database.write { transaction in
                    var known = Organisation(id: school.id, name: "Known here by another name", kind: school.kind)
                    known.roll = 7
                    try transaction.add(known)
                }
                let taken = try await other.exports.importCommunity(file.path)
                #expect(taken.organisations == (3, 1))
                #expect(taken.standingsLeftOut == 5)
                let (grants, name) = try await other.site.database.read { transaction in
                    let grants = try transaction.rows("SELECT organisation_id FROM standing") { try $0[0] as String? }
                    let name = try transaction.value(
                        "SELECT name FROM organisation WHERE id = \(school.id)", as: String.self)
                    return (grants, name)
                }
                #expect(!grants.contains(school.id.rawValue))
                #expect(name == "Known here by another name")
            }
        }
    }

    /// Each file is whole by its digests, and yet nobody exported it.
    @Test(arguments: TestDatabases.all) func `refuses rows that are not the community's, and leaves nothing behind`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            let folder = scene.site.settings.dataFolder
            let own = scene.community.id.rawValue
            try await withProgram(engine) { other in
                let before = try await other.site.database.read { try $0.dump() }
                let strange = other.community.id.rawValue
                let forged: [(String, String, (String) -> String)] = [
                    ("challenge", "tables/challenge.jsonl", { $0.replacing(own, with: strange) }),
                    ("standing", "tables/standing.jsonl", { $0.replacing(own, with: strange) }),
                    ("audit", "tables/audit_entry.jsonl", { $0.replacing(own, with: "installation") }),
                    ("gem", "tables/gem.jsonl", { String($0.dropLast(3)) + "\n" }),
                    ("nobody", "tables/person.jsonl", { _ in "" }),
                    ("phase", "tables/focus_area.jsonl", { $0.replacing("embed", with: "shine") }),
                ]
                for (name, entry, transform) in forged {
                    let path = try file.rewritten(to: "\(folder)/\(name).zip", entries: [entry: transform])
                    await #expect(throws: ExportRefusal.self, "\(name)") {
                        try await other.exports.importCommunity(path)
                    }
                }
                // Tables that the file names and no export has.
                let learners = try file.rewritten(to: folder + "/learners.zip") { manifest in
                    var tables = manifest["tables"] as? [[String: Any]] ?? []
                    for index in tables.indices where tables[index]["name"] as? String == "gem" {
                        tables[index]["name"] = "session"
                    }
                    manifest["tables"] = tables
                }
                await #expect(throws: ExportRefusal.newerProgram(version: "t")) {
                    try await other.exports.importCommunity(learners)
                }
                let after = try await other.site.database.read { try $0.dump() }
                #expect(after == before)
            }
        }
    }

    @Test func `says in a sentence why a file cannot be taken in`() async throws {
        try await withProgram(.sqlite) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            let folder = scene.site.settings.dataFolder
            try await withProgram(.sqlite) { other in
                let newer = try file.rewritten(to: folder + "/newer.zip") { $0["format"] = 2 }
                await #expect(throws: ExportRefusal.newerFormat) { try await other.exports.importCommunity(newer) }
                let backup = try file.rewritten(to: folder + "/other.zip") { $0["kind"] = "else" }
                await #expect(throws: ExportRefusal.notAnExport) { try await other.exports.importCommunity(backup) }
                let wrong = try file.rewritten(to: folder + "/wrong.zip") { manifest in
                    var sheets = manifest["sheets"] as? [[String: Any]] ?? []
                    sheets[0]["sha256"] = "00"
                    manifest["sheets"] = sheets
                }
                await #expect(throws: ExportRefusal.damaged(entry: "members.csv")) {
                    try await other.exports.importCommunity(wrong)
                }
                try Data("no zip".utf8).write(to: URL(filePath: folder + "/text.zip"))
                await #expect(throws: ExportRefusal.notAnExport) {
                    try await other.exports.importCommunity(folder + "/text.zip")
                }
                await #expect(throws: ExportRefusal.self) {
                    try await other.exports.importCommunity(folder + "/nowhere.zip")
                }
                let bare = Communities(site: other.site, shelf: PackShelf([]))
                let without = Exports(communities: bare, measurement: Measuring(communities: bare), version: "t")
                await #expect(throws: ExportRefusal.self) { try await without.importCommunity(file.path) }
                let isThere = try await other.site.database.read { transaction in
                    try transaction.exists("SELECT 1 FROM community WHERE id = \(scene.community.id)")
                }
                #expect(!isThere)
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `takes what an older version wrote, and leaves new columns empty`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            let older = try file.rewritten(
                to: scene.site.settings.dataFolder + "/older.zip",
                manifest: { manifest in
                    var tables = manifest["tables"] as? [[String: Any]] ?? []
                    for index in tables.indices where tables[index]["name"] as? String == "position" {
                        let columns = tables[index]["columns"] as? [[String: Any]] ?? []
                        tables[index]["columns"] = columns.filter { $0["name"] as? String != "release" }
                    }
                    manifest["tables"] = tables
                }, entries: ["tables/position.jsonl": { $0.replacing(",\"release\":0.4", with: "") }])
            try await withProgram(engine) { other in
                _ = try await other.exports.importCommunity(older)
                let release = try await other.site.database.read { transaction in
                    try transaction.rows("SELECT release FROM position") { try $0[0] as Double? }
                }
                #expect(release == [nil])
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `lets its leader be invited under the name they had`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            try await scene.fill(with: ["Sing every day"])
            let file = try await scene.export()
            try await withProgram(engine) { other in
                let taken = try await other.exports.importCommunity(file.path)
                let leader = try #require(taken.leaders.first)
                #expect(taken.lines.contains { $0.text.contains("--person \(leader.id)") })
                let (isTaken, isGiven, isGivenAgain, viewer) = try await other.site.database.write { transaction in
                    (
                        try transaction.give(address: "x@sightline.example", to: scene.people[.stranger] ?? leader.id),
                        try transaction.give(address: "aroha@new.example", to: leader.id),
                        try transaction.give(address: "other@new.example", to: leader.id),
                        try transaction.viewer(email: "Aroha@new.example", on: Scene.today)
                    )
                }
                #expect(!isTaken)
                #expect(isGiven)
                #expect(!isGivenAgain)
                #expect(viewer?.may(.manage, taken.community.realm) == true)
            }
        }
    }
}
