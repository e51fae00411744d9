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

private func withMeasuring(_ engine: Engine, _ body: (Scene, Measuring) async throws -> Void) async throws {
    try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
        try await body(scene, Measuring(communities: scene.communities))
    }
}

extension Measuring {
    fileprivate func export(
        _ kind: Intake.Kind, of school: OrganisationID, _ format: TakenOut.Format = .csv,
        as person: String = "principal@sightline.example", purpose: String = "Moving to another program"
    ) async throws -> [UInt8] {
        let command = LearnerExportCommand(
            organisation: school, kind: kind, format: format, purpose: purpose, as: person)
        return try await run(command).bytes
    }

    /// Brings a file in as the command line does, with nothing said about it.
    fileprivate func bringIn(_ bytes: [UInt8], _ name: String, to school: OrganisationID) async throws -> IntakeReport {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)").path
        defer { try? FileManager.default.removeItem(atPath: path) }  // a file that stays behind harms nobody
        try Data(bytes).write(to: URL(filePath: path))
        let outcome = try await run(IntakeCommand(path: path, organisation: school))
        #expect(outcome.isUsable)
        return outcome.report
    }
}

extension Scene {
    /// What readers see of the first school's learners, a line each.
    fileprivate func known() async throws -> Set<String> {
        let school = schools[0].id
        return try await site.database.read { transaction in
            var lines: Set<String> = []
            var numbers: [Int: String] = [:]
            for learner in try transaction.register(of: school).learners {
                numbers[learner.learner] = learner.localID
                let (year, until) = (learner.yearLevel ?? -1, learner.until?.description ?? "")
                lines.insert("\(learner.localID)|\(year)|\(learner.groups)|\(until)")
            }
            try transaction.eachKnownResult(of: school) { key, result in
                lines.insert("\(numbers[key.learner] ?? "?")|\(key.construct)|\(key.instrument)|\(key.day)|\(result)")
            }
            return lines
        }
    }
}

/// A learner's number as schools write them, and some that a spreadsheet would rather run or round.
private let oddList = """
    Local ID,NSN,Year level,Groups,Leaving date
    007,123456788,5,Māori; girls,
    "'-5",,6,,
    "'=1+1",,6,boys,2026-06-30
    1234567890123456789,,7,,
    """

private let oddResults = """
    Local ID,Date tested,Subject,Instrument,Result,Version,Norms,Year level
    007,2026-05-04,Reading,harbour-scale,63,B,2024,5
    "'-5",2026-05-04,Reading,harbour-scale,48,,,6
    "'=1+1",2026-05-04,Mathematics,harbour-scale,71,'=cmd,,6
    1234567890123456789,2026-05-04,Reading,harbour-scale,55,,,7
    """

@Suite struct `A school's own export` {
    @Test(arguments: TestDatabases.all, TakenOut.Format.allCases)
    func `comes in elsewhere as the same learners and results`(
        _ engine: Engine, _ format: TakenOut.Format
    ) async throws {
        try await withMeasuring(engine) { scene, measuring in
            let school = scene.schools[0].id
            let smallest = try #require(World.schools.min { $0.roll < $1.roll })
            try await scene.site.database.write { try Brought.bring(smallest, as: school, in: $0) }
            _ = try await measuring.bringIn(Array(oddList.utf8), "list.csv", to: school)
            _ = try await measuring.bringIn(Array(oddResults.utf8), "results.csv", to: school)
            let before = try await scene.known()
            #expect(before.count > 100)
            #expect(before.contains { $0.hasPrefix("=1+1|mathematics") })
            let list = try await measuring.export(.learners, of: school, format)
            let results = try await measuring.export(.results, of: school, format)
            let text = String(decoding: list + results, as: UTF8.self)
            #expect(!text.contains("123456788"))
            try await withMeasuring(engine) { other, elsewhere in
                let there = other.schools[0].id
                let taken = try await elsewhere.bringIn(list, "list.\(format)", to: there)
                #expect(taken.kind == "learners")
                #expect(taken.counts.refused == 0)
                let takenResults = try await elsewhere.bringIn(results, "results.\(format)", to: there)
                #expect(takenResults.kind == "results")
                #expect(takenResults.counts.refused == 0)
                let after = try await other.known()
                #expect(after.symmetricDifference(before).sorted() == [])
                let again = try await elsewhere.export(.results, of: there)
                let first = try await measuring.export(.results, of: school)
                #expect(again.count == first.count)
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `asks what for, and keeps it with who and how many`(
        _ engine: Engine
    ) async throws {
        try await withMeasuring(engine) { scene, measuring in
            let school = scene.schools[0].id
            _ = try await measuring.bringIn(Array(oddList.utf8), "list.csv", to: school)
            let path = LearnerExportPath.exports(scene.community.id)
            let principal = try await scene.browser(as: .principal)
            let form = [("kind", "learners"), ("format", "csv"), ("organisation", school.rawValue)]
            let page = try await principal.get(path)
            #expect(page.body.contains("Nothing has been taken out yet."))
            let without = try await principal.post(path, form + [("purpose", "  ")])
            #expect(without.status == 422)
            #expect(without.body.contains("Say in a sentence what the file is for."))
            let answer = try await principal.post(path, form + [("purpose", "Our own <analysis>")])
            #expect(answer.status == 200)
            #expect(answer.body.contains("'=1+1"))
            let workbook = try await principal.post(
                path, [("kind", "results"), ("format", "xlsx"), ("purpose", "Archive")])
            #expect(workbook.body.hasPrefix("PK"))
            let after = try await principal.get(path).body
            #expect(after.contains("Our own &lt;analysis&gt;"))
            #expect(after.contains("Piripi Moana"))
            let person = try #require(scene.people[.principal])
            let trail = try await scene.site.database.read { transaction in
                try transaction.rows(
                    """
                    SELECT actor, subject FROM audit_entry
                    WHERE scope = \(school) AND action = \("learners-exported") ORDER BY sequence
                    """
                ) { "\(try $0[0] as String) \(try $0[1] as String)" }
            }
            #expect(trail == ["\(person) learners 4 csv", "\(person) results 0 xlsx"])
            let left = try FileManager.default.contentsOfDirectory(atPath: scene.site.settings.dataFolder + "/exports")
            #expect(left == [])
        }
    }

    @Test func `is for those who may see the school's learners`() async throws {
        try await withMeasuring(.sqlite) { scene, measuring in
            let path = LearnerExportPath.exports(scene.community.id)
            let form = [
                ("kind", "results"), ("format", "csv"), ("purpose", "x"),
                ("organisation", scene.schools[0].id.rawValue),
            ]
            let expected: [(Scene.Part, Int)] = [
                (.principal, 200), (.leadTeacher, 200), (.neighbour, 404), (.teacher, 403), (.board, 403),
                (.adviser, 403), (.stranger, 404), (.operator, 404), (.visitor, 404),
            ]
            for (part, status) in expected {
                let answer = try await scene.browser(as: part).post(path, form)
                #expect(answer.status == status || answer.status == 303 && part == .visitor, "\(part)")
            }
            for person in ["teacher", "neighbour", "stranger", "operator", "nobody"] {
                await #expect(throws: LearnerExportRefusal.notTheirs, "\(person)") {
                    try await measuring.export(
                        .results, of: scene.schools[0].id, as: "\(person)@sightline.example")
                }
            }
            await #expect(throws: LearnerExportRefusal.self) {
                try await measuring.export(.results, of: scene.schools[0].id, purpose: " ")
            }
        }
    }

    @Test func `leaves out those whom no file could tell apart`() throws {
        func learner(_ number: Int, _ id: String, until: Day? = nil) -> KnownLearner {
            KnownLearner(
                learner: number, localID: id, matchDigest: nil, yearLevel: 5, groups: "", until: until, isVisible: true)
        }
        func result(_ learner: Int) -> StoredResult {
            StoredResult(
                learner: learner, construct: "reading", instrument: "harbour-scale", version: nil, norms: nil, raw: "5",
                number: 5, level: nil, day: World.today, yearLevel: 5, assessor: nil)
        }
        let pack = try IntakeDesk.pack()
        let learners = [learner(1, "7", until: World.today), learner(2, "7"), learner(3, "8")]
        let list = LearnerExport.learners(learners, pack: pack)
        #expect(list.rows.map(\.first) == [.text("8")])
        #expect(list.unclear == 2)
        let results = LearnerExport.results([result(1), result(2), result(3)], of: learners, pack: pack)
        #expect(results.rows.map(\.first) == [.text("8")])
    }
}

@Suite struct `The numbers that go along with a community` {
    @Test func `leave out what somebody sees of their own school alone`() async throws {
        try await withMeasuring(.sqlite) { scene, measuring in
            let smallest = try #require(World.schools.min { $0.roll < $1.roll })
            try await scene.site.database.write { try Brought.bring(smallest, as: scene.schools[0].id, in: $0) }
            let own = try await measuring.exported(
                scene.community.id, PictureFilter(measure: "reading"), as: "principal@sightline.example")
            #expect(try #require(own).count { $0 == UInt8(ascii: "\n") } > 1)
            let viewer = try await scene.viewer(.principal)
            let files = try await measuring.exportedPictures(
                of: scene.community.id, measures: ["reading"], for: viewer)
            #expect(files.map(\.name) == [])
        }
    }
}
