import Accounts
import Communities
import Database
import DatabaseTesting
import Foundation
import Ground
import Tables
import TestSupport
import Testing
import Web
import World

@testable import Measurement

/// A scene in which files are brought in for the first school.
private func withDesk(_ engine: Engine, _ body: (Scene, Desk) async throws -> Void) async throws {
    try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
        try await body(scene, Desk(scene: scene))
    }
}

private struct Desk: Sendable {
    let scene: Scene
    var school: OrganisationID { scene.schools[0].id }

    func stage(_ text: String, instrument: String? = nil, addsLearners: Bool = false) async throws -> Intake {
        var mapping = try IntakeDesk.guess(text)
        if let instrument { mapping.instrument = instrument }
        return try await Intake.stage(
            IntakeOrder(
                IntakeDesk.source(text), name: "file.csv", of: school, by: mapping, pack: try IntakeDesk.pack(),
                addsLearners: addsLearners, person: scene.people[.principal]),
            at: scene.site)
    }

    @discardableResult func apply(_ intake: Intake) async throws -> Intake {
        let community = scene.community.id
        return try await scene.site.database.write { transaction in
            let current = try #require(try transaction.intake(intake.id))
            return try transaction.apply(current, in: community, by: nil)
        }
    }

    @discardableResult func undo(_ intake: Intake) async throws -> Intake {
        try await scene.site.database.write { transaction in
            let current = try #require(try transaction.intake(intake.id))
            return try transaction.undo(current, in: nil, by: nil)
        }
    }

    @discardableResult func bringIn(
        _ text: String, instrument: String? = nil, addsLearners: Bool = false
    ) async throws -> Intake {
        try await apply(stage(text, instrument: instrument, addsLearners: addsLearners))
    }

    /// Scores that readers see, by the school's number of the learner.
    func scores() async throws -> [String: Double?] {
        let school = school
        return try await scene.site.database.read { transaction in
            let names = Dictionary(
                try transaction.register(of: school).learners.map { ($0.learner, $0.localID) }
            ) { first, _ in first }
            var scores: [String: Double?] = [:]
            try transaction.eachKnownResult(of: school) { scores[names[$0.learner] ?? "?"] = $1.number }
            return scores
        }
    }

    func learners() async throws -> [String] {
        let school = school
        return try await scene.site.database.read { transaction in
            try transaction.register(of: school).learners.filter(\.isVisible).map(\.localID).sorted()
        }
    }

    func count(_ table: SQL) async throws -> Int {
        try await scene.site.database.read { try $0.value("SELECT count(*) FROM \(table)") ?? 0 }
    }
}

private let list = "Id,NSN,Year level,Gender\n1,901,5,F\n2,902,5,M\n3,,6,F\n"
private let round = "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n2,4/11/2026,Reading,50\n"

@Suite struct `An intake` {
    @Test(arguments: TestDatabases.all) func `is seen by nobody until it is applied, and not after it was undone`(
        _ engine: Engine
    ) async throws {
        try await withDesk(engine) { _, desk in
            try await desk.bringIn(list)
            #expect(try await desk.learners() == ["1", "2", "3"])
            let staged = try await desk.stage(round, instrument: "harbour-scale")
            #expect(staged.state == .staged)
            #expect(staged.counts == IntakeCounts(new: 2))
            #expect(try await desk.scores() == [:])
            try await desk.apply(staged)
            #expect(try await desk.scores() == ["1": 63, "2": 50])
            try await desk.undo(staged)
            #expect(try await desk.scores() == [:])
            let again = try await desk.bringIn(round, instrument: "harbour-scale")
            #expect(again.counts == IntakeCounts(new: 2))
            #expect(try await desk.scores() == ["1": 63, "2": 50])
        }
    }

    @Test(arguments: TestDatabases.all) func `writes what is new or changed, and the later one is believed`(
        _ engine: Engine
    ) async throws {
        try await withDesk(engine) { _, desk in
            try await desk.bringIn(list)
            try await desk.bringIn(round, instrument: "harbour-scale")
            let same = try await desk.stage(round, instrument: "harbour-scale")
            #expect(same.counts == IntakeCounts(unchanged: 2))
            #expect(same.notes.wasAppliedBefore)
            await #expect(throws: IntakeRefusal.nothingNew) { try await desk.apply(same) }
            let changed = try await desk.bringIn(
                round.replacing(",50", with: ",51"), instrument: "harbour-scale")
            #expect(changed.counts == IntakeCounts(changed: 1, unchanged: 1))
            #expect(try await desk.scores() == ["1": 63, "2": 51])
            #expect(try await desk.count("result") == 3)
            try await desk.undo(changed)
            #expect(try await desk.scores() == ["1": 63, "2": 50])
        }
    }

    @Test(arguments: TestDatabases.all) func `finds its learners again under their old numbers`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { _, desk in
            let first = try await desk.bringIn(list)
            try await desk.bringIn(round, instrument: "harbour-scale")
            try await desk.undo(first)
            #expect(try await desk.learners() == [])
            let again = try await desk.bringIn(list)
            #expect(again.counts == IntakeCounts(new: 3))
            #expect(try await desk.scores() == ["1": 63, "2": 50])
            // The school has given learner 1 another number: the national one still finds them.
            let moved = try await desk.bringIn("Id,NSN,Year level\n11,0901,5\n2,902,5\n3,,6\n")
            #expect(moved.counts == IntakeCounts(changed: 1, unchanged: 2))
            #expect(try await desk.scores() == ["11": 63, "2": 50])
            try await desk.undo(moved)
            #expect(try await desk.scores() == ["1": 63, "2": 50])
        }
    }

    @Test(arguments: TestDatabases.all) func `is refused when something came between`(_ engine: Engine) async throws {
        try await withDesk(engine) { _, desk in
            try await desk.bringIn(list)
            let one = try await desk.stage(round, instrument: "harbour-scale")
            let two = try await desk.stage(round.replacing("63", with: "64"), instrument: "harbour-scale")
            try await desk.apply(one)
            await #expect(throws: IntakeRefusal.comparedTooLongAgo) { try await desk.apply(two) }
            await #expect(throws: IntakeRefusal.appliedAlready) { try await desk.apply(one) }
        }
    }

    @Test(arguments: TestDatabases.all) func `that is discarded leaves its record and nothing else`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { scene, desk in
            let staged = try await desk.stage(
                round + "2,abs,Reading,50\n", instrument: "harbour-scale", addsLearners: true)
            #expect(staged.counts == IntakeCounts(new: 2, refused: 1))
            #expect(staged.notes.addedLearners == 2)
            let discarded = try await scene.site.database.write { try $0.discard(staged) }
            #expect(discarded.state == .discarded)
            for table in [SQL.name("result"), .name("learner"), .name("learner_version"), .name("intake_problem")] {
                #expect(try await desk.count(table) == 0)
            }
            await #expect(throws: IntakeRefusal.over) { try await desk.apply(staged) }
        }
    }

    @Test(arguments: TestDatabases.all) func `that a crash left half written counts for nobody and can be discarded`(
        _ engine: Engine
    ) async throws {
        try await withDesk(engine) { scene, desk in
            let staged = try await desk.stage(round, instrument: "harbour-scale", addsLearners: true)
            try await scene.site.database.write {
                try $0.execute("UPDATE intake SET state = 'staging' WHERE id = \(staged.id)")
            }
            await #expect(throws: IntakeRefusal.unfinished) { try await desk.apply(staged) }
            #expect(try await desk.scores() == [:])
            let again = try await desk.bringIn(round, instrument: "harbour-scale", addsLearners: true)
            #expect(again.counts == IntakeCounts(new: 2))
            try await scene.site.database.write { transaction in
                let left = try #require(try transaction.intake(staged.id))
                try transaction.discard(left)
            }
            #expect(try await desk.scores() == ["1": 63, "2": 50])
            #expect(try await desk.count("result") == 2)
        }
    }

    @Test(arguments: TestDatabases.all) func `records an event and makes every cache look again`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { scene, desk in
            let (community, school) = (scene.community.id.rawValue, desk.school.rawValue)
            let before = try await scene.site.database.read { try ($0.version(of: community), $0.version(of: school)) }
            let applied = try await desk.bringIn(list)
            let after = try await scene.site.database.read { try ($0.version(of: community), $0.version(of: school)) }
            #expect(after.0 > before.0 && after.1 > before.1)
            try await desk.undo(applied)
            let last = try await scene.site.database.read { try ($0.version(of: community), $0.version(of: school)) }
            #expect(last.0 > after.0 && last.1 > after.1)
            let events = try await scene.site.database.read { try $0.events(in: scene.community.id, limit: 5) }
            #expect(events.contains { $0.kind == "intake-applied" && $0.text == "file.csv" })
        }
    }

    @Test(arguments: TestDatabases.all) func `keeps no name and no national number anywhere`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { _, desk in
            let school = World.fiveSchools[2]
            let intake = try await desk.bringIn(World.learnersCSV(school))
            #expect(intake.counts.new == school.roll)
            #expect(intake.dropped.filter(\.isPersonal).map(\.heading) == ["First name", "Family name"])
            let results = try await desk.bringIn(World.blemishedCSV, instrument: "harbour-scale")
            #expect(results.counts.new == World.unblemishedRows)
            #expect(results.counts.refused == World.blemishes.count)
            let learner = try #require(World.learners(of: school).first)
            let kept = try await desk.scene.site.database.read { transaction in
                try transaction.rows("SELECT local_id, match_digest FROM learner") {
                    "\(try $0[0] as String) \(try $0[1] as String? ?? "")"
                }
                    + transaction.rows("SELECT value, detail FROM intake_problem") {
                        "\(try $0[0] as String) \(try $0[1] as String)"
                    }
            }
            #expect(kept.count > school.roll)
            for secret in [learner.familyName, learner.nationalID, "9999999999"] {
                #expect(!kept.contains { $0.contains(secret) })
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `of more rows than one transaction takes comes in whole`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { _, desk in
            let rows = (1...6_001).map { "\($0),4/11/2026,Reading,\(20 + $0 % 100)\n" }.joined()
            let intake = try await desk.bringIn(
                "Id,Date,Subject,Scale score\n" + rows, instrument: "harbour-scale", addsLearners: true)
            #expect(intake.counts == IntakeCounts(new: 6_001))
            #expect(try await desk.learners().count == 6_001)
            #expect(try await desk.scores()["6001"] == 21)
        }
    }
}

@Suite struct `A template` {
    @Test(arguments: TestDatabases.all) func `is found by the shape of a file, in its latest version`(_ engine: Engine)
        async throws
    {
        try await withDesk(engine) { scene, desk in
            let school = desk.school
            var mapping = try IntakeDesk.guess(round)
            mapping.instrument = "harbour-scale"
            let (first, second) = (mapping, Mapping(kind: .results, columns: mapping.columns, instrument: "pat"))
            let versions = try await scene.site.database.write { transaction in
                try [first, first, second].map {
                    try transaction.remember($0, as: "Harbour", for: "shape", of: school).version
                }
            }
            #expect(versions == [1, 1, 2])
            let found = try await scene.site.database.read { transaction in
                try (
                    transaction.template(for: "shape", kind: nil, of: school),
                    transaction.template(for: "shape", kind: .learners, of: school),
                    transaction.template(named: "Harbour", of: school)
                )
            }
            #expect(found.0?.mapping == second)
            #expect(found.1 == nil)
            #expect(found.2?.version == 2)
        }
    }
}
