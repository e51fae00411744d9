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

    @Test func `shows the public its purpose only, and strangers nothing of a private community`() async throws {
        try await withScene(.sqlite, { features($0) }) { scene in
            let visitor = try await scene.browser(as: .visitor)
            let open = try await visitor.get("/communities/\(scene.community.id)")
            #expect(open.status == 200)
            #expect(open.body.contains(scene.community.purpose))
            #expect(!open.body.contains("What to do next"))
            #expect(try await visitor.get("/communities/\(scene.other.id)").status == 404)
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
