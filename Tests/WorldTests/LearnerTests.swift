import Ground
import Testing
import World

@Suite struct `The learners` {
    @Test(arguments: World.schools + World.fiveSchools) func `are as many as the roll`(school: World.School) {
        let here = World.learners(of: school).filter { $0.left == nil }
        #expect(here.count == school.roll)
        #expect(here.allSatisfy { school.years.contains($0.yearLevel) })
        #expect(Set(here.map(\.yearLevel)) == Set(school.years))
    }

    @Test(arguments: World.schools) func `were about as many a year ago`(school: World.School) {
        let then = World.learners(of: school).compactMap { $0.yearLevel(in: 2025) }
        #expect(then.allSatisfy { school.years.contains($0) })
        #expect((0.8...1.1).contains(Double(then.count) / Double(school.roll)))
    }

    @Test(arguments: World.schools) func `are known by numbers of their own`(school: World.School) {
        let learners = World.learners(of: school)
        #expect(Set(learners.map(\.localID)).count == learners.count)
        #expect(Set(learners.map(\.nationalID)).count == learners.count)
        #expect(learners.allSatisfy { $0.nationalID.count == 10 && $0.nationalID.hasPrefix("99") })
    }

    @Test func `share local numbers between schools, and never a national one`() {
        let all = World.schools.flatMap { World.learners(of: $0) }
        #expect(Set(all.map(\.localID)).count < all.count / 2)
        #expect(Set(all.map(\.nationalID)).count == all.count)
    }

    @Test func `belong to the groups of the pack, and some to several`() {
        let known: Set = ["maori", "pacific", "english-learners", "learning-support", "girls", "boys"]
        let groups = World.schools.flatMap { World.learners(of: $0) }.map(\.groups)
        #expect(groups.allSatisfy { known.isSuperset(of: $0) && Set($0).count == $0.count })
        #expect(Set(groups.joined()) == known)
        #expect(groups.contains { $0.contains("maori") && $0.contains("pacific") })
        #expect(groups.contains { !$0.contains("girls") && !$0.contains("boys") })
    }

    @Test(arguments: [World.kotareCreek, World.patikiFlat])
    func `are so few in one group of a small school that it needs protection`(school: World.School) {
        let here = World.learners(of: school).filter { $0.left == nil }
        #expect((1...4).contains(here.count { $0.groups.contains("pacific") }))
    }

    @Test func `are three in Year 5 at Pātiki Flat`() {
        let here = World.learners(of: World.patikiFlat).filter { $0.left == nil }
        #expect(here.count { $0.yearLevel == 5 } == 3)
    }

    @Test func `leave one who is neither girl nor boy to be found by subtraction at Kōtare Creek`() {
        let here = World.learners(of: World.kotareCreek).filter { $0.left == nil }
        #expect(here.count { $0.gender == .another } == 1)
    }

    @Test func `are about 25 in each of five small schools`() {
        #expect(World.fiveSchools.count == 5)
        #expect(World.fiveSchools.allSatisfy { (20...30).contains($0.roll) })
        #expect(Set(World.fiveSchools.map(\.key)).isSubset(of: World.harbourSchools.map(\.key)))
    }
}
