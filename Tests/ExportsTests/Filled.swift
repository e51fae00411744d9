import Accounts
import App
import Archives
import Communities
import Database
import Exports
import Foundation
import Ground
import Measurement
import Programmes
import Secrets
import Tables
import TestSupport
import Testing
import Web

/// A scene in which the whole program plays.
func withProgram(_ engine: Engine, _ body: (Scene) async throws -> Void) async throws {
    try await withScene(engine) { site, shelf, passwords in
        let app = App(site: site, shelf: shelf, passwords: passwords)
        return Program(migrations: app.migrations, router: app.router())
    } body: {
        try await body($0)
    }
}

extension Scene {
    var exports: Exports {
        Exports(communities: communities, measurement: Measuring(communities: communities), version: "t")
    }

    /// Exports the first community as its leader; the file is gone with the scene.
    func export(_ name: String = "e.zip") async throws -> ExportFile {
        try await exports.export(
            community.id, for: viewer(.leader), to: "\(site.settings.dataFolder)/\(name)")
    }
}

/// The cells of the formula fixture, and a few that are hard on a reader of CSV.
enum Nasty {
    static func texts() throws -> [String] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "TablesTests/Fixtures/csv-formula-injection/payloads.csv").path
        var options = TableOptions()
        options.removesFormulaGuard = false
        let reader = try TableReader(.file(path: path), options: options)
        var texts: [String] = []
        while let row = try reader.next() { texts.append(row.fields[1]) }
        // No database keeps a NUL, so no record holds one.
        return texts.filter { !$0.utf8.contains(0) } + ["Whānau hui, ngā tamariki", "\"quoted\", and\r\nbroken", "🌱"]
    }
}

extension Scene {
    /// Writes something of every kind into the first community: one of each for every text, which stands wherever people
    /// write something. The first school has a learner with a result, too.
    func fill(with texts: [String]) async throws {
        let (id, school, person) = (community.id, schools[0].id, people[.leader])
        try await site.database.write { transaction in
            for (number, text) in texts.enumerated() {
                try transaction.fill(id, school, person, "\(number)", text)
            }
            try transaction.execute(
                """
                INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement,
                    created_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused, dropped_columns)
                VALUES (\(school), 1, 'i1', 'results', 'applied', 'secret-source.csv', '', '', \(transaction.now), 1, 0,
                    0, 0, 0, '')
                """)
            try transaction.execute(
                "INSERT INTO learner (organisation_id, learner, local_id) VALUES (\(school), 1, 'SECRET-LEARNER')")
            try transaction.execute(
                """
                INSERT INTO result (organisation_id, intake, row_number, learner, construct, instrument, raw, day)
                VALUES (\(school), 1, 1, 1, 'reading', 'harbour-scale', 'SECRET-RESULT', '2026-05-01')
                """)
            try transaction.execute(
                """
                INSERT INTO count_entry (organisation_id, intake, row_number, measure, year, term, assessed, at_or_above)
                VALUES (\(school), 1, 1, 'SECRET-COUNT', 2026, 2, 3, 1)
                """)
            try transaction.execute(
                """
                INSERT INTO sign_off (community_id, organisation_id, measure, year, term, signed_at, numbers_digest)
                VALUES (\(id), \(school), 'reading', 2026, 2, \(transaction.now), 'SECRET-DIGEST')
                """)
        }
    }
}

extension Transaction {
    fileprivate func fill(
        _ id: CommunityID, _ school: OrganisationID, _ person: PersonID?, _ key: String, _ text: String
    ) throws {
        let day = Scene.today
        let pupil = try addPerson(name: text, email: "\(key)@secret.example", passwordHash: "SECRET-HASH")
        try record(
            Event("focus-area-changed", community: id, organisation: school, subject: key, text: text), by: pupil)
        try execute(
            """
            INSERT INTO stage_move (community_id, id, component, to_stage, evidence, day, person_id)
            VALUES (\(id), \(key), 'practice', 'form', \(text), \(day), \(person))
            """)
        try execute(
            """
            INSERT INTO position (community_id, id, role, organisation_id, person_id, since, release)
            VALUES (\(id), \(key), 'lead-teacher', \(school), \(pupil), \(day), 0.4)
            """)
        try execute(
            """
            INSERT INTO focus_area (community_id, id, title, text, suggestion, started, phase)
            VALUES (\(id), \(key), \(text), \(text), \(key), \(day), 'embed')
            """)
        try execute(
            """
            INSERT INTO focus_area_move (community_id, id, focus_area_id, from_phase, to_phase, reason, day)
            VALUES (\(id), \(key), \(key), 'introduce', 'embed', \(text), \(day))
            """)
        try execute(
            """
            INSERT INTO focus_area_lead (community_id, id, focus_area_id, person_id, since)
            VALUES (\(id), \(key), \(key), \(pupil), \(day))
            """)
        try execute(
            """
            INSERT INTO challenge (community_id, id, title, why, story, how_known, focus_area_id, proposed, closed,
                closed_because)
            VALUES (\(id), \(key), \(text), \(text), \(text), \(text), \(key), \(day), \(day), \(text))
            """)
        try execute(
            """
            INSERT INTO target (community_id, id, challenge_id, measure, first_year, last_year, direction, counted,
                learners, goal_tenths, due, source)
            VALUES (\(id), \(key), \(key), 'writing', 4, 6, 'more', 62, 80, 850, \(day), \(text))
            """)
        try execute(
            """
            INSERT INTO planned_action (community_id, id, what, challenge_id, person_id, due, state)
            VALUES (\(id), \(key), \(text), \(key), \(pupil), \(day), 'planned')
            """)
        try execute(
            """
            INSERT INTO action_version (community_id, action_id, organisation_id, text, state, written)
            VALUES (\(id), \(key), \(school), \(text), 'done', \(day))
            """)
        try fillGem(id, school, pupil, key, text, day)
        try execute(
            """
            INSERT INTO published_cell (community_id, circle, measure, cell, assessed, at_or_above, showing)
            VALUES (\(id), 'inside', 'reading', \("SECRET-CELL-\(key)"), 3, 1, 'hidden')
            """)
        let year = 2000 + (Int(key) ?? 0)
        try execute(
            """
            INSERT INTO collection (community_id, measure, year, term, due, decided_at)
            VALUES (\(id), 'reading', \(year), 1, \(day), \(now))
            """)
        try execute(
            """
            INSERT INTO collection_organisation (community_id, measure, year, term, organisation_id)
            VALUES (\(id), 'reading', \(year), 1, \(school))
            """)
        try execute(
            """
            INSERT INTO collection_reminder (community_id, organisation_id, measure, year, term, kind, due, written_on)
            VALUES (\(id), \(school), 'reading', \(year), 1, 'due', \(day), \(day))
            """)
    }

    private func fillGem(
        _ id: CommunityID, _ school: OrganisationID, _ person: PersonID, _ key: String, _ text: String, _ day: Day
    ) throws {
        try execute(
            """
            INSERT INTO activity (community_id, id, organisation_id, text, company, focus_area, day, person_id,
                is_removed)
            VALUES (\(id), \(key), \(school), \(text), \(text), \(key), \(day), \(person), FALSE)
            """)
        try execute(
            """
            INSERT INTO activity_partner (community_id, activity_id, organisation_id)
            VALUES (\(id), \(key), \(school))
            """)
        try execute(
            """
            INSERT INTO gem (community_id, id, title, sort_key, text, focus_area, organisation_id, finder, nominated,
                person_id)
            VALUES (\(id), \(key), \(text), \(text.sortKey), \(text), \(key), \(school), \(text), \(day), \(person))
            """)
        try execute(
            """
            INSERT INTO gem_evidence (community_id, gem_id, position, question, asked, text)
            VALUES (\(id), \(key), 1, 'q', \(text), \(text))
            """)
        try execute(
            "INSERT INTO gem_activity (community_id, gem_id, activity_id) VALUES (\(id), \(key), \(key))")
        try execute(
            """
            INSERT INTO gem_answer (community_id, gem_id, id, kind, reason, day, at, person_id)
            VALUES (\(id), \(key), \(key), 'spread', \(text), \(day), \(now), \(person))
            """)
        try execute(
            """
            INSERT INTO gem_design (community_id, gem_id, audience, core, adaptable, help, day)
            VALUES (\(id), \(key), \(text), \(text), \(text), \(text), \(day))
            """)
        try execute(
            """
            INSERT INTO gem_verdict (community_id, gem_id, id, kind, reason, day, at, person_id)
            VALUES (\(id), \(key), \(key), 'keep', \(text), \(day), \(now), \(person))
            """)
        try execute(
            """
            INSERT INTO impact_finding (community_id, gem_id, verdict_id, position, outcome, text, link)
            VALUES (\(id), \(key), \(key), 1, 'practice', \(text), \(text))
            """)
        try execute(
            """
            INSERT INTO adoption (community_id, gem_id, organisation_id, id, state, day, note, person_id)
            VALUES (\(id), \(key), \(school), \(key), 'using', \(day), \(text), \(person))
            """)
    }
}

extension ExportFile {
    /// What lies in it, by name.
    func entries() throws -> [String: [UInt8]] {
        let archive = try Archive(.file(path: path))
        return try Dictionary(
            uniqueKeysWithValues: archive.members.map { ($0.name, try archive.open($0).all(upTo: 1 << 26)) })
    }

    /// The tables for programs, by name.
    func tables() throws -> [String: String] {
        try entries().filter { $0.key.hasPrefix("tables/") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// Written anew as somebody with ill intent might: one entry, or the manifest, is another, and all digests fit.
    func rewritten(
        to path: String, manifest change: (inout [String: Any]) -> Void = { _ in },
        entries: [String: (String) -> String] = [:]
    ) throws -> String {
        var all = try self.entries()
        var manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(all.removeValue(forKey: "manifest.json") ?? []))
                as? [String: Any])
        var tables = try #require(manifest["tables"] as? [[String: Any]])
        for (entry, transform) in entries {
            let text = transform(String(decoding: all[entry] ?? [], as: UTF8.self))
            all[entry] = Array(text.utf8)
            for index in tables.indices where tables[index]["entry"] as? String == entry {
                tables[index]["bytes"] = text.utf8.count
                tables[index]["rows"] = text.utf8.count { $0 == UInt8(ascii: "\n") }
                tables[index]["sha256"] = Secrets.digest(text)
            }
        }
        manifest["tables"] = tables
        change(&manifest)
        let writer = try ArchiveWriter(path: path, made: Scene.now)
        for (name, bytes) in all.sorted(by: { $0.key < $1.key }) { try writer.add(name, bytes) }
        try writer.add("manifest.json", Array(try JSONSerialization.data(withJSONObject: manifest)))
        try writer.close()
        return path
    }
}
