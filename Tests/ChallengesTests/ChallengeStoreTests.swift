import Programmes
import Web
import Communities
import Challenges
import Charts
import Database
import DatabaseTesting
import FocusAreas
import Ground
import TestSupport
import Testing

@Suite struct `Keeping challenges and actions` {
    private let target = Target(
        id: .new(at: Scene.now), measure: "writing", years: 4...6, group: "maori", counted: 62, of: 80,
        goal: Percent(tenths: 855), due: Scene.today.adding(days: 384), source: "Term 4")

    private func challenge(_ title: String = "Writing", targets: [Target] = []) -> Challenge {
        Challenge(
            id: .new(at: Scene.now), title: title, why: "Why", story: "What", howKnown: "How",
            proposed: Scene.today, targets: targets)
    }

    @Test(arguments: TestDatabases.all) func `gives a challenge back as it was`(_ engine: Engine) async throws {
        try await withScene(engine, plan) { scene in
            let id = scene.community.id
            let written = try challenge(targets: [target]).agreed(on: Scene.today, by: .expected)
            let closed = try written.closed(on: Scene.today, because: "Reached")
            let (first, second, elsewhere) = try await scene.site.database.write { transaction in
                try transaction.add(written, to: id)
                let first = try transaction.challenge(written.id, in: id)
                try transaction.store(closed, in: id)
                return (
                    first, try transaction.challenge(written.id, in: id), try transaction.challenges(of: scene.other.id)
                )
            }
            #expect(first == written)
            #expect(second == closed)
            #expect(elsewhere.isEmpty)
        }
    }

    @Test func `gives the aim of a measure where exactly one is set for all its learners`() async throws {
        try await withScene(.sqlite, plan) { scene in
            let (id, pack) = (scene.community.id, try scene.communities.pack(of: scene.community))
            let measure = try #require(pack.measures[key: "writing"])
            func aim(_ tenths: Int) -> Target {
                Target(
                    id: .new(at: Scene.now), measure: "writing", years: measure.years, counted: 62, of: 80,
                    goal: Percent(tenths: tenths), due: Scene.today.adding(days: 384))
            }
            func add(_ targets: [Target]) async throws -> Goal? {
                let agreed = try challenge(targets: targets).agreed(on: Scene.today, by: .expected)
                return try await scene.site.database.write { transaction in
                    try transaction.add(agreed, to: id)
                    return try Challenges.goal(transaction, id, measure)
                }
            }
            #expect(try await add([target]) == nil)
            #expect(try await add([aim(850)])?.value == 0.85)
            #expect(try await add([aim(900)]) == nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `gives an action with its names and versions, what is to do first`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, plan) { scene in
            let id = scene.community.id
            let lena = try #require(scene.people[.leadTeacher])
            let area = FocusArea(id: .new(at: Scene.now), title: "Creativity", text: "Music", started: Scene.today)
            let served = challenge()
            func action(_ what: String, _ purpose: PlannedAction.Purpose, _ owner: PlannedAction.Owner, due: Int?)
                -> PlannedAction
            {
                PlannedAction(
                    id: .new(at: Scene.now), what: what, purpose: purpose, owner: owner,
                    due: due.map { Scene.today.adding(days: $0) })
            }
            let some = [
                action("without a day", .challenge(served.id), .organisation(scene.schools[1].id), due: nil),
                try action("finished", .focusArea(area.id), .person(lena), due: -9).moved(to: .done, because: ""),
                action("soon", .focusArea(area.id), .person(lena), due: 3),
            ]
            let version = try some[2].version(of: scene.schools[0].id, "Ours", .underWay, on: Scene.today)
            let again = try some[2].version(of: scene.schools[0].id, "Ours, mended", .done, on: Scene.today)
            let read = try await scene.site.database.write { transaction in
                try transaction.add(area, to: id)
                try transaction.add(served, to: id)
                for action in some { try transaction.add(action, to: id) }
                try transaction.store(version, of: some[2].id, in: id)
                try transaction.store(again, of: some[2].id, in: id)
                return try transaction.actions(of: id)
            }
            #expect(read.map(\.what) == ["soon", "without a day", "finished"])
            #expect(read.map(\.ownerName) == ["Lena Tautahi", "Harakeke School", "Lena Tautahi"])
            #expect(read.map(\.purposeTitle) == ["Creativity", "Writing", "Creativity"])
            #expect(read[0].versions.map(\.text) == ["Ours, mended"])
            #expect(read[0].versions.map(\.organisationName) == ["Te Kura o Tōtara"])
        }
    }

    @Test(arguments: TestDatabases.all) func `finds what is mine to do`(_ engine: Engine) async throws {
        try await withScene(engine, plan) { scene in
            let id = scene.community.id
            let lena = try #require(scene.people[.leadTeacher])
            let served = challenge()
            func action(_ what: String, _ owner: PlannedAction.Owner) -> PlannedAction {
                PlannedAction(id: .new(at: Scene.now), what: what, purpose: .challenge(served.id), owner: owner)
            }
            let some = [
                action("hers", .person(lena)), action("her school's", .organisation(scene.schools[0].id)),
                action("another school's", .organisation(scene.schools[1].id)),
                try action("done", .person(lena)).moved(to: .done, because: ""),
            ]
            let (viewer, stranger) = (try await scene.viewer(.leadTeacher), try await scene.viewer(.stranger))
            let (hers, theirs) = try await scene.site.database.write { transaction in
                try transaction.add(served, to: id)
                for action in some { try transaction.add(action, to: id) }
                return (
                    try transaction.actions(of: id, ownedBy: viewer), try transaction.actions(of: id, ownedBy: stranger)
                )
            }
            #expect(Set(hers.map(\.what)) == ["hers", "her school's"])
            #expect(theirs.isEmpty)
        }
    }

    @Test(arguments: TestDatabases.all) func `refuses in the database itself what counts more than there are`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, plan) { scene in
            let id = scene.community.id
            let wrong = Target(
                id: .new(at: Scene.now), measure: "writing", years: 1...8, counted: 81, of: 80, goal: Percent(90),
                due: Scene.today)
            let written = challenge(targets: [wrong])
            let error = await #expect(throws: SQLError.self) {
                try await scene.site.database.write { try $0.add(written, to: id) }
            }
            #expect(error?.kind == .check)
        }
    }
}
