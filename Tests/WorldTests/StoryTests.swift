import Ground
import Testing
import World

@Suite struct `The story` {
    static let people = Set(World.people.map(\.key))
    static let organisations = Set(World.organisations.map(\.key))
    static let schools = Set(World.harbourSchools.map(\.key))
    static let areas = Set(World.focusAreas.map(\.key))
    static let outcomes = ["learners", "teaching", "parents", "community"]
    /// Kinds of activity of both packs, typed again from them.
    static let kinds: Set = [
        "trial", "open-classroom", "mentoring", "professional-learning", "shared-day", "collaboration", "inquiry",
        "visit", "environmental-project", "business-partnership", "whanau-partnership",
    ]

    @Test func `names only those who are in it`() {
        for activity in World.activities {
            #expect(Self.areas.contains(activity.focusArea) && Self.kinds.contains(activity.kind))
            #expect(Self.people.contains(activity.by) && Self.organisations.isSuperset(of: activity.organisations))
        }
        for gem in World.gems {
            #expect(Self.areas.contains(gem.focusArea) && Self.schools.contains(gem.foundAt))
            #expect(Self.people.contains(gem.by) && Self.people.isSuperset(of: gem.design?.help ?? []))
            #expect(gem.activity.map { key in World.activities.contains { $0.key == key } } ?? true)
            #expect(gem.adoptions.allSatisfy { Self.schools.contains($0.school) && Self.people.contains($0.by) })
        }
        for challenge in World.challenges {
            #expect(Self.areas.contains(challenge.focusArea) && Self.people.contains(challenge.lead))
            for action in challenge.actions {
                #expect(Self.people.contains(action.owner))
                #expect(action.versions.allSatisfy { Self.schools.contains($0.school) })
            }
        }
    }

    @Test func `has a key for everything once`() {
        for keys in [
            World.activities.map(\.key), World.gems.map(\.key), World.challenges.map(\.key),
            World.challenges.flatMap(\.actions).map(\.key),
        ] {
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func `has about fourteen activities in two years, on working days, in order`() {
        let days = World.activities.map(\.day)
        #expect(days.count == 14 && days == days.sorted())
        #expect(days.allSatisfy { day in (2025...2026).contains(day.year) && (day.daysSince1970 + 3) % 7 < 5 })
        #expect(World.activities.allSatisfy { $0.what.count + $0.with.count < 160 })
    }

    @Test func `has happened, but for what is due`() {
        let gems = World.gems
        let days =
            World.activities.map(\.day) + gems.map(\.nominated) + gems.flatMap(\.answers).map(\.day)
            + gems.flatMap(\.adoptions).map(\.day) + gems.flatMap(\.checks).map(\.day) + World.stageMoves.map(\.day)
            + World.signOffs.map(\.day) + World.challenges.map(\.since)
        #expect(days.allSatisfy { $0 <= World.today })
        #expect(World.challenges.flatMap(\.targets).allSatisfy { $0.due > World.today })
    }

    @Test func `has a gem at every stage`() {
        #expect(
            World.gems.map(\.stage).sorted { $0.rawValue < $1.rawValue }
                == World.Gem.Stage.allCases.sorted { $0.rawValue < $1.rawValue })
        #expect(World.gems.map(\.nominated) == World.gems.map(\.nominated).sorted())
    }

    @Test(arguments: World.gems) func `lifts no gem without evidence, and spreads none without an answer`(
        gem: World.Gem
    ) {
        let required: Set = ["tried-where", "with-whom", "what-changed"]
        let known = required.union(["compared-with", "like-ours", "what-it-takes"])
        #expect(required.isSubset(of: gem.evidence.map(\.question)))
        #expect(known.isSuperset(of: gem.evidence.map(\.question)))
        #expect(gem.answers.allSatisfy { $0.day >= gem.nominated && World.person($0.by)?.standing == .leader })
        if gem.design != nil || !gem.adoptions.isEmpty { #expect(gem.answers.last?.kind == .spread) }
        for check in gem.checks { #expect(check.findings.map(\.outcome) == Self.outcomes) }
        let days = gem.adoptions.map(\.day)
        #expect(days == days.sorted())
    }

    @Test func `tells of one gem that was given up somewhere and goes on elsewhere`() {
        let latest = Dictionary(World.learnersOpenTheDay.adoptions.map { ($0.school, $0.state) }) { $1 }
        #expect(
            latest == [
                "kotare-creek": .embedded, "torea-spit": .embedded, "tarapunga-point": .using,
                "saltmarsh-road": .trying,
                "ropewalk": .adapted, "patiki-flat": .dropped,
            ])
    }

    @Test func `has three challenges, one without targets by choice`() {
        #expect(World.challenges.map(\.targets.count) == [1, 1, 0])
        #expect(Set(World.challenges.flatMap(\.actions).map(\.state)) == Set(World.Action.State.allCases))
        #expect(World.challenges.flatMap(\.actions).allSatisfy { $0.starts < $0.due })
    }

    @Test func `waits for one school to sign off its latest results`() {
        let latest = World.signOffs.filter { $0.occasion == World.occasions.last }
        #expect(Self.schools.subtracting(latest.map(\.school)) == ["lamplighter-hill"])
        #expect(World.signOffs.count == 7 * 4 * 3 - 3)
    }
}
