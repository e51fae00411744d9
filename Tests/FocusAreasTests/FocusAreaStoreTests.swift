import Web
import Communities
import Database
import DatabaseTesting
import FocusAreas
import Ground
import TestSupport
import Testing

@Suite struct `Keeping focus areas` {
    private func area(_ title: String, suggestion: String? = nil, started: Day = Scene.today) -> FocusArea {
        FocusArea(
            id: .new(at: Scene.now), title: title, text: "Words", suggestion: suggestion, started: started)
    }

    @Test(arguments: TestDatabases.all) func `gives back who leads and how it moved`(_ engine: Engine) async throws {
        try await withScene(engine, alone) { scene in
            let id = scene.community.id
            let lena = try #require(scene.people[.leadTeacher])
            var written = area("Creativity", suggestion: "creativity")
            written.leads = [
                FocusArea.Lead(
                    id: .new(at: Scene.now), person: lena, name: "Lena Tautahi", organisation: scene.schools[0].id,
                    since: Scene.today)
            ]
            let saved = written
            let move = PhaseMove(
                from: .introduce, to: .embed, reason: "It holds", day: Scene.today, actor: "Lena Tautahi")
            let read = try await scene.site.database.write { transaction in
                try transaction.add(saved, to: id)
                try transaction.add(move, to: saved.id, in: id, by: lena)
                return try transaction.focusArea(saved.id, in: id)
            }
            #expect(read?.phase == .embed)
            #expect(read?.moves == [move])
            #expect(read?.leads == saved.leads)
            #expect(read?.suggestion == "creativity")
        }
    }

    @Test(arguments: TestDatabases.all) func `hands over in one write`(_ engine: Engine) async throws {
        try await withScene(engine, alone) { scene in
            let id = scene.community.id
            let (leader, neighbour) = (try #require(scene.people[.leader]), try #require(scene.people[.neighbour]))
            let new = area("Leadership")
            let read = try await scene.site.database.write { transaction in
                let candidates = try transaction.candidates(in: id, on: Scene.today)
                let first = try new.led(
                    by: leader, among: candidates, since: Scene.today, id: .new(at: transaction.now))
                try transaction.add(first, to: id)
                let second = try first.led(
                    by: neighbour, among: candidates, since: Scene.today, id: .new(at: transaction.now))
                try transaction.store(second, in: id)
                return try transaction.focusArea(new.id, in: id)
            }
            #expect(read?.leadPrincipal?.name == "Nell Harper")
            #expect(read?.leads.count == 2)
        }
    }

    @Test(arguments: TestDatabases.all) func `knows nothing of another community's`(_ engine: Engine) async throws {
        try await withScene(engine, alone) { scene in
            let (mine, theirs) = (scene.community.id, scene.other.id)
            let new = area("Creativity")
            let (here, there) = try await scene.site.database.write { transaction in
                try transaction.add(new, to: mine)
                return (try transaction.focusAreas(of: mine), try transaction.focusArea(new.id, in: theirs))
            }
            #expect(here.map(\.title) == ["Creativity"])
            #expect(there == nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `puts what was let go last`(_ engine: Engine) async throws {
        try await withScene(engine, alone) { scene in
            let id = scene.community.id
            let old = try area("First", started: Scene.today.adding(days: -90)).ended(
                on: Scene.today, because: "Enough")
            let later = area("Third", started: Scene.today.adding(days: 9))
            let now = area("Second")
            let titles = try await scene.site.database.write { transaction in
                for area in [later, old, now] { try transaction.add(area, to: id) }
                return try transaction.focusAreas(of: id).map(\.title)
            }
            #expect(titles == ["Second", "Third", "First"])
        }
    }

    @Test(arguments: TestDatabases.all) func `refuses a suggestion twice in the database itself`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, alone) { scene in
            let id = scene.community.id
            let (first, second) = (area("One", suggestion: "creativity"), area("Two", suggestion: "creativity"))
            let error = await #expect(throws: SQLError.self) {
                try await scene.site.database.write { transaction in
                    try transaction.add(first, to: id)
                    try transaction.add(second, to: id)
                }
            }
            #expect(error?.kind == .unique)
        }
    }
}
