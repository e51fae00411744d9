import Web
import Communities
import Database
import DatabaseTesting
import FocusAreas
@testable import Gems
import Ground
import TestSupport
import Testing

@Suite struct `Gems in the store` {
    @Test(arguments: TestDatabases.all) func `come back with everything that happened to them`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let (community, school, other) = (scene.community.id, scene.schools[0].id, scene.schools[1].id)
            let person = scene.people[.teacher]
            let story = try await scene.site.database.write { transaction in
                let area = FocusArea(id: .new(at: transaction.now), title: "Talk", text: "Talk", started: Scene.today)
                try transaction.add(area, to: community)
                let activity = Activity(
                    id: .new(at: transaction.now), community: community, organisation: school, text: "Talked first",
                    company: "Room 4", partners: [other], kind: "trial", focusArea: area.id.rawValue, day: Scene.today,
                    person: person)
                try transaction.add(activity)
                #expect(try transaction.activity(activity.id, in: community)?.partners == [other])
                let gem = Gem(
                    id: .new(at: transaction.now), community: community, title: "Kōrero first", text: "Talk.",
                    focusArea: area.id.rawValue, organisation: school, finder: "Tom",
                    evidence: [
                        Gem.Evidence(question: "b", asked: "Where?", text: "Room 4"),
                        Gem.Evidence(question: "a", asked: "What changed?", text: "More"),
                    ],
                    activities: [activity.id], nominated: Scene.today, person: person)
                try transaction.add(gem)
                let design = Design(
                    audience: "All", core: ["First", "Second"], adaptable: ["Third"], help: "Tom",
                    due: Scene.today.adding(days: 90), day: Scene.today, person: person)
                for kind in [Answer.Kind.testMore, .spread] {
                    let answer = Answer(
                        id: .new(at: transaction.now), kind: kind, reason: "Because", day: Scene.today,
                        at: transaction.now.adding(seconds: kind == .spread ? 1 : 0), person: person)
                    try transaction.add(answer, to: gem.id, in: community)
                }
                try transaction.store(design, of: gem.id, in: community)
                try transaction.store(design, of: gem.id, in: community)
                for state in [Adoption.State.trying, .using] {
                    let adoption = Adoption(
                        id: .new(at: transaction.now), gem: gem.id, organisation: other, state: state,
                        day: Scene.today.adding(days: state == .using ? 0 : -9), note: "Seen", person: person)
                    try transaction.add(adoption, in: community)
                }
                let found = try transaction.gem(gem.id, in: community)
                #expect(found?.gem == gem)
                #expect(found?.design?.core == ["First", "Second"])
                #expect(found?.design?.due == design.due)
                #expect(try transaction.gems(of: scene.other.id).isEmpty)
                #expect(try transaction.gem(gem.id, in: scene.other.id) == nil)
                return try #require(found)
            }
            #expect(story.answers.map(\.kind) == [.testMore, .spread])
            #expect(story.answers.map(\.by) == ["Tom Weka", "Tom Weka"])
            #expect(story.adoptions.map(\.state) == [.trying, .using])
            #expect(story.stage == .spreading)
        }
    }

    @Test(arguments: TestDatabases.all) func `keep what was said of a place, word for word`(_ engine: Engine)
        async throws
    {
        try await withScene(engine, { [FocusAreas(communities: $0), Gems(communities: $0)] }) { scene in
            let community = scene.community.id
            let states = try await scene.site.database.write { transaction in
                let gem = Gem(
                    id: .new(at: transaction.now), community: community, title: "A", text: "B",
                    organisation: scene.schools[0].id, finder: "C", evidence: [], nominated: Scene.today, person: nil)
                try transaction.add(gem)
                // Told out of order: what counts is the day it is about.
                for (state, days) in [(Adoption.State.using, -5), (.heard, -90), (.trying, -30)] {
                    try transaction.add(
                        Adoption(
                            id: .new(at: transaction.now), gem: gem.id, organisation: scene.schools[1].id, state: state,
                            day: Scene.today.adding(days: days), person: nil),
                        in: community)
                }
                return try transaction.adoptions(of: community).map(\.state)
            }
            #expect(states == [.heard, .trying, .using])
        }
    }
}
