import Communities
import Database
import DatabaseTesting
import Ground
import Programmes
import TestSupport
import Testing
import Web

@Suite struct `Keeping communities` {
    @Test(arguments: TestDatabases.all) func `gives one only to those who may see it`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let id = scene.other.id
            let stranger = try await scene.viewer(.stranger)
            let leader = try await scene.viewer(.leader)
            let (theirs, mine) = try await scene.site.database.read {
                (try $0.community(id, for: stranger), try $0.community(id, for: leader))
            }
            #expect(theirs?.name == scene.other.name)
            #expect(mine == nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `gives a visitor the public ones`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let found = try await scene.site.database.read { try $0.communities(for: .visitor) }
            #expect(found.map(\.id) == [scene.community.id])
        }
    }

    @Test(arguments: TestDatabases.all) func `refuses a second resourced membership in the database itself`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let school = scene.schools[0].id
            let (id, other) = (scene.community.id, scene.other.id)
            let error = await #expect(throws: SQLError.self) {
                try await scene.site.database.write { transaction in
                    try transaction.execute("DELETE FROM membership WHERE organisation_id = \(school)")
                    for community in [id, other] {
                        try transaction.add(
                            Membership(
                                id: .new(at: transaction.now), community: community, organisation: school,
                                kind: "member", isResourced: true, since: Scene.today, until: nil))
                    }
                }
            }
            #expect(error?.kind == .unique)
            let members = try await scene.site.database.read { try $0.members(of: id) }
            #expect(members.contains { $0.organisation.id == school })
        }
    }

    @Test(arguments: TestDatabases.all) func `keeps the packs in the order in which they were added`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let leader = try await scene.viewer(.leader)
            let id = scene.community.id
            let found = try await scene.site.database.read { try $0.community(id, for: leader) }
            #expect(found?.packs == scene.community.packs)
            #expect(found?.packs.map(\.id) == ["community-of-practice", "collective-advantage", "demo-tools"])
        }
    }
}
