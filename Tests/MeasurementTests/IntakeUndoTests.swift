import Communities
import Database
import DatabaseTesting
import Foundation
import Ground
import Jobs
import TestSupport
import Testing
import Web

@testable import Measurement

/// Everything an installation holds that depends on which intakes count, in one text.
///
/// What an undone intake wrote lies there for thirty days, so that it can count again, and no reader sees it. It is
/// taken away here before the dump, in a transaction that is then given up. Left out are the traces that taking back
/// must not remove: events, the audit trail, the versions by which caches notice, and the record of each intake with
/// its file, its problems and what is remembered of its columns.
private struct Content: Error {
    let text: String

    static let traces: Set = [
        "event", "audit_entry", "audit_head", "data_version", "job", "intake", "intake_problem", "intake_change",
        "intake_reading", "intake_file", "intake_mend",
    ]

    static func of(_ database: any Database) async throws -> String {
        try await of(database) { try $0.removeWhatDoesNotCount() }
    }

    /// As it is after the daily sweep, without our help. Counts are not swept: that they were withdrawn is on record.
    static func ofSwept(_ database: any Database) async throws -> String {
        try await of(database) { try $0.removeWhatDoesNotCount(from: [.name("count_entry")]) }
    }

    private static func of(
        _ database: any Database, without remove: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> String {
        do {
            // Thrown, so that nothing of it stays.
            try await database.write { transaction in
                try remove(transaction)
                var bytes: [UInt8] = []
                for table in try transaction.tableShapes() where !traces.contains(table.name) {
                    bytes.append(contentsOf: "# \(table.name)\n".utf8)
                    try transaction.dump(table) { bytes.append(contentsOf: $0) }
                }
                throw Content(text: String(decoding: bytes, as: UTF8.self))
            }
            preconditionFailure("the dump comes as an error")
        } catch let content as Content {
            return content.text
        }
    }
}

extension Transaction {
    fileprivate func removeWhatDoesNotCount() throws {
        try removeWhatDoesNotCount(from: [.name("result"), .name("learner_version"), .name("count_entry")])
        // A learner is there because a list or a result that counts speaks of them.
        try execute(
            """
            DELETE FROM learner WHERE NOT EXISTS (SELECT 1 FROM learner_version
                WHERE learner_version.organisation_id = learner.organisation_id
                    AND learner_version.learner = learner.learner)
                AND NOT EXISTS (SELECT 1 FROM result
                    WHERE result.organisation_id = learner.organisation_id AND result.learner = learner.learner)
            """)
    }

    fileprivate func removeWhatDoesNotCount(from tables: [SQL]) throws {
        for table in tables {
            try execute(
                """
                DELETE FROM \(table) WHERE NOT EXISTS (SELECT 1 FROM intake
                    WHERE intake.organisation_id = \(table).organisation_id AND intake.intake = \(table).intake
                        AND intake.state = 'applied')
                """)
        }
    }
}

/// Somebody who brings in, takes back, mends and enters in no sensible order, and can be made to do the same again.
private struct Restless {
    let scene: Scene
    var chance: Chance
    /// What the installation held, by which intakes counted: it must not depend on the way there.
    var held: [Set<String>: String] = [:]
    var done: [String] = []
    var applied: Set<String> = []
    /// What is never taken back.
    var kept: Set<String> = []

    var school: OrganisationID { scene.schools[0].id }
    var database: any Database { scene.site.database }

    /// Does something, and compares what is there then.
    mutating func act() async throws {
        let said = try await one()
        done.append(said)
        try await compare()
    }

    mutating func compare() async throws {
        let states = try await states()
        applied = Set(states.filter { $0.value == "applied" }.keys)
        let content = try await Content.of(database)
        if let before = held[applied] {
            #expect(content == before, "after: \(done.joined(separator: ", "))")
        }
        held[applied] = content
    }

    private mutating func one() async throws -> String {
        switch chance.below(8) {
        case 0: return try await bringIn(list(), "list")
        case 1, 2:
            return try await bringIn(round(), "results", instrument: "harbour-scale", addsLearners: chance.coin())
        case 3: return try await mend()
        case 4: return try await enterCounts()
        case 5, 6: return try await takeBack()
        default: return try await again()
        }
    }

    // MARK: Acts

    private mutating func bringIn(
        _ text: String, _ what: String, instrument: String? = nil, addsLearners: Bool = false
    ) async throws -> String {
        let before = try await Content.of(database)
        let intake = try await stage(text, instrument, addsLearners, [])
        // Nobody sees what is only staged.
        #expect(try await Content.of(database) == before)
        guard chance.below(4) > 0 else {
            try await database.write { _ = try $0.discard(intake) }
            return "discarded \(what)"
        }
        return try await apply(intake, what)
    }

    /// Brings in rows that cannot be used, throws them away, and brings them in with one of them mended.
    private mutating func mend() async throws -> String {
        let text = round() + "2,abs,Reading,\(40 + chance.below(50))\n"
        let spoilt = try await stage(text, "harbour-scale", true, [])
        #expect(spoilt.counts.refused > 0)
        try await database.write { _ = try $0.discard(spoilt) }
        let line = text.split(separator: "\n").count
        let mend = IntakeMend(line: line, heading: "Date", value: "5/11/2026")
        let mended = try await stage(text, "harbour-scale", true, [mend])
        #expect(mended.counts.refused == spoilt.counts.refused - 1)
        return try await apply(mended, "mended results")
    }

    private mutating func enterCounts() async throws -> String {
        let assessed = 10 + chance.below(30)
        let entry = CountEntry(
            measure: "reading", instrument: nil, term: Term(year: 2026, number: 1 + chance.below(4)),
            yearLevel: 1 + chance.below(3), assessed: assessed, atOrAbove: chance.below(assessed))
        let school = school
        _ = try await database.write { try $0.enter([entry], of: school, source: "by hand", by: nil) }
        return "entered counts"
    }

    private mutating func takeBack() async throws -> String {
        guard let id = applied.subtracting(kept).sorted().one(by: &chance) else { return "nothing" }
        try await undo(id)
        return "took back \(id.suffix(4))"
    }

    /// Lets something count again that was taken back: refused where anything came between.
    private mutating func again() async throws -> String {
        let undone = try await states().filter { $0.value == "undone" }.keys.sorted()
        guard let id = undone.last else { return "nothing" }
        do {
            try await database.write { transaction in
                guard let intake = try transaction.intake(Identifier(rawValue: id)) else { return }
                _ = try transaction.applyAgain(intake, in: nil, by: nil)
            }
            return "let \(id.suffix(4)) count again"
        } catch is IntakeRefusal {
            return "was refused"
        }
    }

    // MARK: How

    func undo(_ id: String) async throws {
        try await database.write { transaction in
            if try transaction.countIntake(Identifier(rawValue: id)) != nil {
                try transaction.withdrawCounts(Identifier(rawValue: id))
            } else if let intake = try transaction.intake(Identifier(rawValue: id)) {
                _ = try transaction.undo(intake, in: nil, by: nil)
            }
        }
    }

    private func apply(_ intake: Intake, _ what: String) async throws -> String {
        do {
            try await database.write { transaction in
                let staged = try #require(try transaction.intake(intake.id))
                _ = try transaction.apply(staged, in: nil, by: nil)
            }
            return "applied \(what)"
        } catch IntakeRefusal.nothingNew {
            try await database.write { _ = try $0.discard(intake) }
            return "\(what) held nothing new"
        }
    }

    private func stage(
        _ text: String, _ instrument: String?, _ addsLearners: Bool, _ mends: [IntakeMend]
    ) async throws -> Intake {
        var mapping = try IntakeDesk.guess(text)
        if let instrument { mapping.instrument = instrument }
        var order = IntakeOrder(
            IntakeDesk.source(text), name: "file.csv", of: school, by: mapping, pack: try IntakeDesk.pack(),
            addsLearners: addsLearners, person: nil)
        order.mends = mends
        return try await Intake.stage(order, at: scene.site)
    }

    private func states() async throws -> [String: String] {
        let pairs: [(String, String)] = try await database.read {
            try $0.rows("SELECT id, state FROM intake") { try ($0[0], $0[1]) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    // MARK: Files

    /// Some of six learners, whose numbers, year levels and groups change from list to list.
    private mutating func list() -> String {
        var text = "Id,NSN,Year level,Gender\n"
        for learner in 1...6 where chance.below(4) > 0 {
            // Now and then the school gives somebody another number; the national one finds them again.
            let id = chance.below(6) == 0 ? learner + 10 : learner
            text += "\(id),\(chance.below(5) == 0 ? "" : "\(900 + learner)"),\(4 + chance.below(3)),"
            text += "\(chance.coin() ? "F" : "M")\n"
        }
        return text
    }

    private mutating func round() -> String {
        var text = "Id,Date,Subject,Scale score\n"
        for learner in 1...8 where learner == 1 || chance.coin() {
            let subject = chance.coin() ? "Reading" : "Mathematics"
            text += "\(learner),\(1 + chance.below(2))/11/2026,\(subject),\(30 + chance.below(4))\n"
        }
        return text
    }
}

private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        // SplitMix64 (Steele, Lea & Flood, 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func coin() -> Bool { below(2) == 0 }
}

extension [String] {
    fileprivate func one(by chance: inout Chance) -> String? { isEmpty ? nil : self[chance.below(count)] }
}

@Suite struct `Bringing in and taking back, in any order` {
    @Test(arguments: TestDatabases.all, 1...6)
    func `leaves what counts as it would be, had only what still counts been brought in`(
        _ engine: Engine, _ seed: Int
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            var restless = Restless(scene: scene, chance: Chance(seed: UInt64(seed)))
            // Not into an empty house: some of it counts already, and is never taken back.
            for _ in 0..<3 { try await restless.act() }
            let (first, before) = (restless.applied, try await Content.of(scene.site.database))
            restless.kept = first
            for _ in 0..<25 { try await restless.act() }
            var last = restless.applied.subtracting(first).sorted()
            while let id = last.one(by: &restless.chance) {
                last.removeAll { $0 == id }
                try await restless.undo(id)
                restless.done.append("took back \(id.suffix(4))")
                try await restless.compare()
            }
            #expect(restless.applied == first)
            #expect(try await Content.of(scene.site.database) == before)
            #expect(restless.done.count { $0.hasPrefix("applied") } > 5)
            try await scene.site.database.write { transaction in
                try transaction.execute(
                    "UPDATE intake SET undone_at = '2026-10-01T00:00:00.000Z' WHERE state = 'undone'")
                try transaction.ask(for: "intake-sweep", about: "test")
            }
            try await scene.doJobs()
            #expect(try await Content.ofSwept(scene.site.database) == before)
        }
    }
}
