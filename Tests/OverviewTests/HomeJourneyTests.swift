import Accounts
import Communities
import Database
import DatabaseTesting
import FocusAreas
import Ground
import Measurement
import Overview
import TestSupport
import Testing
import Web
import Challenges
import Gems
import Impact

@Suite struct `The home of a community` {
    @Test(arguments: TestDatabases.all) func `says what is missing before there is anything`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { features($0) }) { scene in
            let home = try await scene.browser(as: .leader).get("/communities/\(scene.community.id)")
            #expect(home.status == 200)
            #expect(home.body.contains("Begin with a focus area"))
        }
    }

    @Test(arguments: TestDatabases.all) func `leads a new community step by step`(_ engine: Engine) async throws {
        try await withScene(engine, { features($0) }) { scene in
            let teacher = try await scene.browser(as: .teacher)
            let formed = try await teacher.post(
                "/communities",
                [
                    ("name", "Ngā Awa"), ("purpose", "Writing that travels"), ("pack", "community-of-practice"),
                    ("organisation", "Te Kura o Ngā Awa"), ("kind", "primary-school"),
                ])
            let members = try #require(formed.location)
            let home = members.replacing("/members", with: "")
            #expect(try await teacher.get(home).body.contains("First the schools"))
            let school = [("organisation", "Puna School"), ("kind", "primary-school"), ("membership", "associate")]
            #expect(try await teacher.post(members, school).status == 303)
            #expect(try await teacher.get(home).body.contains("nobody can speak for Puna School yet"))
            let id = try #require(
                try await scene.site.database.read {
                    try $0.value("SELECT id FROM organisation WHERE name = 'Puna School'", as: String.self)
                })
            let principal = [
                ("role", "principal"), ("organisation", id), ("name", "Hana Puna"), ("email", "hana@sightline.example"),
            ]
            #expect(try await teacher.post(home + "/positions", principal).status == 303)
            #expect(try await teacher.get(home).body.contains("Choose together one thing"))
        }
    }

    @Test func `offers to mend a line to whoever can add to it`() async throws {
        try await withScene(.sqlite, { features($0) }) { scene in
            try await scene.site.database.write { transaction in
                try transaction.add(
                    FocusArea(id: .new(at: transaction.now), title: "Kōrero", text: "Talk", started: Scene.today),
                    to: scene.community.id)
            }
            let home = "/communities/\(scene.community.id)"
            #expect(try await scene.browser(as: .teacher).get(home).body.contains("Mend it"))
            let adviser = try await scene.browser(as: .adviser).get(home).body
            #expect(adviser.contains("Kōrero: nobody has noted"))
            #expect(!adviser.contains("Mend it"))
        }
    }

    @Test func `tells lately what things are called, and leads to them`() async throws {
        try await withScene(.sqlite, { features($0) }) { scene in
            let leader = try await scene.browser(as: .leader)
            let home = "/communities/\(scene.community.id)"
            let proposed = try await leader.post(home + "/challenges", [("title", "Every writer finds a reader")])
            let challenge = try #require(proposed.location)
            // An agreement of before carries no title: the challenge is named all the same.
            let id = try #require(challenge.split(separator: "/").last)
            try await scene.site.database.write {
                try $0.record(
                    Event("challenge-agreed", community: scene.community.id, subject: String(id)),
                    by: scene.people[.leader])
            }
            let page = try await leader.get(home).body
            #expect(
                page.contains("<a href=\"\(challenge)\">The challenge “Every writer finds a reader” was agreed.</a>"))
            let teacher = try await scene.browser(as: .teacher).get(home).body
            #expect(teacher.contains("Note what you tried"))
        }
    }

    @Test func `shows the public its purpose only, and strangers nothing of a private community`() async throws {
        try await withScene(.sqlite, { features($0) }) { scene in
            let visitor = try await scene.browser(as: .visitor)
            let open = try await visitor.get("/communities/\(scene.community.id)")
            #expect(open.status == 200)
            #expect(open.body.contains(scene.community.purpose))
            #expect(!open.body.contains("What to do next"))
            let hidden = try await visitor.get("/communities/\(scene.other.id)")
            #expect(hidden.location == "/sign-in?next=/communities/\(scene.other.id)")
        }
    }

    @Test(arguments: TestDatabases.all) func `tells a principal of numbers that changed since they signed off`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { features($0) }) { scene in
            let (community, school) = (scene.community.id, scene.schools[1].id)
            let neighbour = try await scene.browser(as: .neighbour)
            func signedOff(_ numbers: SignedNumbers?) async throws -> String {
                try await scene.site.database.write { transaction in
                    for measure in ["reading", "writing", "mathematics"] {
                        let signOff = SignOff(
                            organisation: school, measure: measure, term: Term(year: 2026, number: 4),
                            signed: transaction.now, numbers: measure == "reading" ? numbers : nil)
                        try transaction.store(signOff, in: community, by: nil)
                    }
                    try transaction.advanceVersion(of: community.rawValue)
                }
                return try await neighbour.get("/communities/\(community)").body
            }
            try await scene.site.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO intake (organisation_id, intake, id, kind, state, source, file_digest, statement,
                        created_at, applied_at, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused,
                        dropped_columns)
                    VALUES (\(school), 1, 'i', 'results', 'applied', 'test', '', '', \(transaction.now),
                        \(transaction.now), 1, 0, 0, 0, 0, '')
                    """)
                try transaction.execute(
                    """
                    INSERT INTO result (organisation_id, intake, row_number, learner, construct, instrument, raw, number,
                        day, year_level)
                    VALUES (\(school), 1, 1, 1, 'reading', 'harbour-scale', '63', 63, '2026-11-04', 5)
                    """)
            }
            let task = "Harakeke School has 1 measure of Term 4 2026 that nobody else sees yet."
            #expect(try await !signedOff(nil).contains(task))
            #expect(try await signedOff(SignedNumbers(digest: "others than now")).contains(task))
        }
    }
}

private func features(_ communities: Communities) -> [any Feature] {
    let measurement = Measuring(communities: communities)
    return [
        Overview(communities: communities, measurement: measurement), FocusAreas(communities: communities),
        Challenges(communities: communities), measurement, Gems(communities: communities),
        Impact(communities: communities),
    ]
}
