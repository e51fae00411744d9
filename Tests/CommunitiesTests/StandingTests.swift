import Web
import Accounts
import Communities
import Database
import DatabaseTesting
import Ground
import Programmes
import TestSupport
import Testing

extension Scene {
    /// Makes a school of the first community a member of the other one too.
    fileprivate func join(_ school: Organisation) async throws {
        let kind = try communities.pack(of: other).memberships.first { !$0.isResourced }
        let membership = try #require(kind)
        try await site.database.write { transaction in
            try transaction.add(
                try Membership.joining(
                    other, organisation: school.id, as: membership, on: Scene.today.adding(days: -10), beside: [],
                    id: .new(at: transaction.now)))
        }
    }

    fileprivate func mayReadLearners(_ email: String, of school: Organisation) async throws -> Bool {
        try await site.database.read { transaction in
            guard let person = try transaction.person(email: email) else { return false }
            let grants = try transaction.grants(of: person.id, on: Scene.today)
            return Viewer(person: person.id, name: "", grants: grants).may(.seeLearners, .organisation(school.id))
        }
    }
}

@Suite struct `A school's learners` {
    /// The leader of another community, in which the school is a member too, names themselves its principal.
    @Test(arguments: TestDatabases.all) func `stay out of reach of who leads another of its communities`(
        _ engine: Engine
    )
        async throws
    {
        try await withScene(engine) { scene in
            let stranger = try await scene.browser(as: .stranger)
            let path = "/communities/\(scene.other.id)/positions"
            for (school, role) in [(0, "principal"), (1, "principal"), (1, "lead-teacher")] {
                try? await scene.join(scene.schools[school])  // the second school joins once
                let taken = try await stranger.post(
                    path,
                    [
                        ("role", role), ("organisation", scene.schools[school].id.rawValue), ("name", "Sam Stone"),
                        ("email", "stranger@sightline.example"),
                    ])
                #expect(taken.status == 409)
                #expect(try await !scene.mayReadLearners("stranger@sightline.example", of: scene.schools[school]))
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `stay out of reach also where only a lead teacher stands for it`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let school = scene.schools[2]
            let leader = try await scene.browser(as: .leader)
            let named = try await leader.post(
                "/communities/\(scene.community.id)/positions",
                [
                    ("role", "lead-teacher"), ("organisation", school.id.rawValue), ("name", "Hera"),
                    ("email", "hera@sightline.example"),
                ])
            #expect(named.status == 303)
            try await scene.join(school)
            let stranger = try await scene.browser(as: .stranger)
            let taken = try await stranger.post(
                "/communities/\(scene.other.id)/positions",
                [
                    ("role", "principal"), ("organisation", school.id.rawValue), ("name", "Sam Stone"),
                    ("email", "stranger@sightline.example"),
                ])
            #expect(taken.status == 409)
            // Its first principal can still be named where it is at home.
            let first = try await leader.post(
                "/communities/\(scene.community.id)/positions",
                [
                    ("role", "principal"), ("organisation", school.id.rawValue), ("name", "Manu"),
                    ("email", "manu@sightline.example"),
                ])
            #expect(first.status == 303)
        }
    }

    @Test(arguments: TestDatabases.all) func `cannot be reached by a role for a school of elsewhere`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let stranger = try await scene.browser(as: .stranger)
            let taken = try await stranger.post(
                "/communities/\(scene.other.id)/positions",
                [
                    ("role", "principal"), ("organisation", scene.schools[2].id.rawValue), ("name", "Sam Stone"),
                    ("email", "stranger@sightline.example"),
                ])
            #expect(taken.status == 422)
        }
    }
}

@Suite struct `A school without a principal` {
    private func name(
        _ role: String, _ person: String, for school: Organisation, in community: Community, as part: Scene.Part,
        _ scene: Scene
    ) async throws -> Int {
        try await scene.browser(as: part).post(
            "/communities/\(community.id)/positions",
            [
                ("role", role), ("organisation", school.id.rawValue), ("name", person),
                ("email", "\(person.lowercased())@sightline.example"),
            ]
        ).status
    }

    @Test(arguments: TestDatabases.all) func `is given one by who leads the community, once the last has left`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine) { scene in
            let school = scene.schools[1]
            try await scene.join(school)
            #expect(try await name("principal", "Manu", for: school, in: scene.community, as: .leader, scene) == 409)

            let nell = try #require(scene.people[.neighbour])
            try await scene.site.database.write { transaction in
                try transaction.end(
                    Grant(.principal, community: scene.community.id, organisation: school.id), of: nell,
                    on: Scene.today)
            }
            // Not in a community in which nobody ever stood for it, and nobody but a principal.
            #expect(try await name("principal", "Sam", for: school, in: scene.other, as: .stranger, scene) == 409)
            #expect(try await name("lead-teacher", "Hera", for: school, in: scene.community, as: .leader, scene) == 409)
            #expect(try await name("principal", "Manu", for: school, in: scene.community, as: .leader, scene) == 303)
            #expect(try await scene.mayReadLearners("manu@sightline.example", of: school))
            let events = try await scene.site.database.read { try $0.events(in: scene.community.id, limit: 5) }
            #expect(events.contains { $0.kind == "principal-renewed" && $0.organisation == school.id })
            // From now on it is the school's own matter again.
            #expect(try await name("principal", "Rua", for: school, in: scene.community, as: .leader, scene) == 409)
        }
    }

    @Test(arguments: TestDatabases.all) func `does not come about by who leads the community`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let school = scene.schools[2]
            #expect(try await name("principal", "Manu", for: school, in: scene.community, as: .leader, scene) == 303)
            let held = try await scene.site.database.read {
                try $0.positions(of: scene.community.id, on: Scene.today).first { $0.holderName == "Manu" }
            }
            let id = try #require(held).position.id
            let path = "/communities/\(scene.community.id)/positions"
            let leader = try await scene.browser(as: .leader)
            #expect(try await !leader.get(path).body.contains("\(path)/\(id)/end"))
            #expect(try await leader.post("\(path)/\(id)/end").status == 409)
            #expect(try await scene.mayReadLearners("manu@sightline.example", of: school))
        }
    }
}

@Suite struct `A role that ends` {
    private func place(_ role: String, until: String?, _ scene: Scene) async throws -> Identifier<Position> {
        let leader = try await scene.browser(as: .leader)
        let fields = [
            ("role", role), ("organisation", "all"), ("name", "Hera"), ("email", "hera@sightline.example"),
            ("until", until ?? ""),
        ]
        let path = "/communities/\(scene.community.id)/positions"
        let filled = try await leader.post(path, fields)
        #expect(filled.status == 303)
        let held = try await scene.site.database.read {
            try $0.positions(of: scene.community.id, on: Scene.today).first { $0.holderName == "Hera" }
        }
        return try #require(held).position.id
    }

    private func standings(_ email: String, _ scene: Scene) async throws -> Set<Standing> {
        try await scene.site.database.read { transaction in
            guard let person = try transaction.person(email: email) else { return [] }
            return Set(try transaction.grants(of: person.id, on: Scene.today).map(\.standing))
        }
    }

    @Test(arguments: TestDatabases.all) func `takes its standing along, also before its term is over`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let id = try await place("lead-principal", until: "2027-12-31", scene)
            #expect(try await standings("hera@sightline.example", scene) == [.leader])
            let leader = try await scene.browser(as: .leader)
            let ended = try await leader.post("/communities/\(scene.community.id)/positions/\(id)/end")
            #expect(ended.status == 303)
            #expect(try await standings("hera@sightline.example", scene) == [])
        }
    }

    @Test(arguments: TestDatabases.all) func `for one because another takes it over leaves them nothing`(
        _ engine: Engine
    )
        async throws
    {
        try await withScene(engine) { scene in
            let id = try await place("lead-principal", until: nil, scene)
            let leader = try await scene.browser(as: .leader)
            let filled = try await leader.post(
                "/communities/\(scene.community.id)/positions/\(id)/holder",
                [("name", "Manu"), ("email", "manu@sightline.example")])
            #expect(filled.status == 303)
            #expect(try await standings("hera@sightline.example", scene) == [])
            #expect(try await standings("manu@sightline.example", scene) == [.leader])
        }
    }
}

@Suite struct `A school that leaves` {
    @Test(arguments: TestDatabases.all) func `stands for itself, and sees the community no longer`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let school = scene.schools[1]
            let leader = try await scene.browser(as: .leader)
            let neighbour = try await scene.browser(as: .neighbour)
            let stages = "/communities/\(scene.community.id)/stages"
            #expect(try await neighbour.get(stages).status == 200)
            let membership = try await scene.site.database.read {
                try $0.members(of: scene.community.id).first { $0.organisation.id == school.id }?.membership.id
            }
            let id = try #require(membership)
            let left = try await leader.post("/communities/\(scene.community.id)/members/\(id)/end")
            #expect(left.status == 303)
            #expect(try await neighbour.get(stages).status == 404)
            #expect(try await scene.mayReadLearners("neighbour@sightline.example", of: school))

            // It comes back, and its principal is let in again as what they are.
            let back = try await leader.post(
                "/communities/\(scene.community.id)/members",
                [("organisation", school.name), ("kind", school.kind), ("membership", "member")])
            #expect(back.status == 303)
            let named = try await leader.post(
                "/communities/\(scene.community.id)/positions",
                [
                    ("role", "principal"), ("organisation", school.id.rawValue), ("name", "Nell Harper"),
                    ("email", "neighbour@sightline.example"),
                ])
            #expect(named.status == 303)
            #expect(try await neighbour.get(stages).status == 200)
        }
    }
}
