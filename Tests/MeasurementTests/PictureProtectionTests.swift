import Communities
import DisclosureControl
import Ground
import Programmes
import Testing
import World

@testable import Measurement

@Suite struct `The protection of the picture` {
    private let term = Term(year: 2026, number: 4)
    private let tool = Tool(instrument: "teacher-judgement", norms: nil)
    private let gender = [["boys", "girls"]]

    @Test func `keeps a child who is neither girl nor boy from being worked out`() throws {
        let slot = Slot(term: term, tool: tool)
        var tally = SlotTally()
        tally.years = [3: Tally(count: 50, hits: 40), 4: Tally(count: 53, hits: 43)]
        tally.groups = ["girls": Tally(count: 52, hits: 42), "boys": Tally(count: 50, hits: 41)]
        let table = try PictureTable([(OrganisationID(rawValue: "kotare"), [slot: tally])], kinds: gender)
        for protection in [Protection.inside, .outside] {
            let showings = table.pattern(under: protection)
            let cells = [CellKey(slot), CellKey(slot, part: .group("girls")), CellKey(slot, part: .group("boys"))]
            #expect(cells.contains { showings[$0] != .shown })
            try expectSafe(table, showings, protection)
        }
        // One of the three is enough.
        #expect(table.pattern(under: .inside).values.count { $0 != .shown } == 1)
    }

    @Test func `watches those in none of the groups that are large, where others are small`() throws {
        let slot = Slot(term: term, tool: tool)
        var tally = SlotTally()
        tally.years = [3: Tally(count: 104, hits: 70)]
        tally.groups = [
            "girls": Tally(count: 52, hits: 35), "boys": Tally(count: 48, hits: 33),
            "another": Tally(count: 2, hits: 1),
        ]
        let kind = [["another", "boys", "girls"]]
        let table = try PictureTable([(OrganisationID(rawValue: "a"), [slot: tally])], kinds: kind)
        let neither = CellKey(slot, part: .neither(["boys", "girls"]))
        #expect(table.table.tallies(of: [neither])[neither] == Tally(count: 4, hits: 2))
        try expectSafe(table, table.pattern(under: .inside), .inside)
    }

    @Test func `counts in neither whoever is recorded as two of a kind`() throws {
        var results = Results()
        results.set(1, groups: ["girls", "boys", "maori"], yearLevel: 4, in: 2026, until: nil)
        results.set(2, groups: ["girls"], yearLevel: 4, in: 2026, until: nil)
        let pack = try Brought.pack()
        let bits = results.learnerGroups(in: pack)
        #expect(bits.map(\.nonzeroBitCount) == [1, 1])
        #expect(pack.kinds == gender)
    }

    @Test func `takes groups that nobody shares for a kind though the pack does not say so`() throws {
        let pack = try Brought.pack()
        let told = World.harbourSchools.map { Brought.results(of: $0).together }.reduce(Set<GroupPair>()) {
            $0.union($1)
        }
        #expect(!told.contains(GroupPair("girls", "boys")))
        #expect(told.contains(GroupPair("girls", "maori")))
        #expect(pack.kinds(of: told) == gender)
        let apart: Set = [GroupPair("maori", "maori"), GroupPair("pacific", "pacific")]
        #expect(pack.kinds(of: apart) == gender + [["maori", "pacific"]])
    }

    @Test(arguments: 0..<8) func `leaves nobody to be worked out in random communities`(seed: Int) throws {
        var chance = Dice(state: UInt64(seed) &* 977 &+ 5)
        for _ in 0..<2 {
            let schools = community(of: Int.random(in: 1...4, using: &chance), using: &chance)
            let table = try PictureTable(schools, kinds: [["another", "boys", "girls"]])
            let inside = table.pattern(under: .inside)
            try expectSafe(table, inside, .inside)
            try expectSafe(table, table.pattern(under: .outside, around: inside), .outside)
        }
    }

    @Test(arguments: 0..<4) func `gives nothing away to whoever compares before and after a sign-off`(seed: Int) throws
    {
        var chance = Dice(state: UInt64(seed) &* 131 &+ 17)
        let schools = community(of: 4, using: &chance)
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        var memory = PictureMemory()
        var seen: [Sight.Circle: [String: PictureMemory.Printed]] = [.inside: [:], .outside: [:]]
        // They sign off one after the other, one takes it back, and signs again.
        for signed in [[0], [0, 1], [0, 1, 2], [0, 2], [0, 1, 2], [0, 1, 2, 3]] {
            let source = PictureSource(
                community: CommunityID(rawValue: "c"), pack: pack, measure: measure,
                schools: schools.enumerated().map { index, school in
                    PictureSource.School(
                        organisation: Organisation(id: school.id, name: "\(index)", kind: "primary-school"),
                        tallies: SchoolTallies(records: school.slots, counts: [], pack: pack),
                        signed: signed.contains(index) ? [term] : [], roll: nil, latest: nil)
                }, kinds: [["another", "boys", "girls"]], memory: memory)
            let sheets = try PictureSheets(source)
            let table = try PictureTable(
                schools.enumerated().filter { signed.contains($0.offset) }.map(\.element), kinds: source.kinds,
                past: memory.rounds.sorted(),
                away: schools.enumerated().filter { !signed.contains($0.offset) }.map(\.element))
            for (circle, protection) in [(Sight.Circle.inside, Protection.inside), (.outside, .outside)] {
                let showings = try #require(sheets.showings[circle])
                let known = memory.known(of: table, in: circle).same
                try expectSafe(table, showings, protection, remembering: known, byFirst: signed.count)
                // What was hidden and is the same stays hidden.
                for (name, now) in sheets.news[circle] ?? [:] {
                    if let before = seen[circle]?[name] { #expect(before.showing == now.showing, "\(signed) \(name)") }
                    seen[circle]?[name] = now
                }
            }
            memory.take(sheets)
        }
    }

    @Test func `hides in the harbour what it hid when another term is signed off, and shows enough`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        let results = World.harbourSchools.map { ($0, Brought.results(of: $0)) }
        let together = results.reduce(into: Set<GroupPair>()) { $0.formUnion($1.1.together) }
        let last = Term(year: 2026, number: 4)
        func source(
            withLamplighter: Bool, _ memory: PictureMemory, kinds: [[String]]
        ) -> PictureSource {
            PictureSource(
                community: CommunityID(rawValue: "c"), pack: pack, measure: measure,
                schools: results.map { school, results in
                    let slots = results.tallies(of: measure, in: pack)
                    let terms = Set(slots.keys.map(\.term))
                    let isAll = withLamplighter || school.key != World.lamplighterHill.key
                    return PictureSource.School(
                        organisation: Organisation(
                            id: Brought.organisation(school), name: school.name, kind: "primary-school"),
                        tallies: SchoolTallies(records: slots, counts: [], pack: pack),
                        signed: isAll ? terms : terms.subtracting([last]), roll: school.roll, latest: nil)
                }, kinds: kinds, memory: memory)
        }
        let first = try PictureSheets(source(withLamplighter: false, PictureMemory(), kinds: pack.kinds(of: together)))
        var memory = PictureMemory()
        memory.take(first)
        let second = try PictureSheets(source(withLamplighter: true, memory, kinds: pack.kinds(of: together)))
        for circle in Sight.Circle.allCases {
            let (before, after) = (try #require(first.showings[circle]), try #require(second.showings[circle]))
            for (key, showing) in before where key.term != last || key.school != nil {
                #expect(after[key] == showing, "\(key.text)")
            }
            #expect(before.values.contains { $0 != .shown && $0 != .hidden })
        }
        let without = try PictureSheets(source(withLamplighter: false, PictureMemory(), kinds: []))
        for circle in Sight.Circle.allCases {
            let (now, then) = (first.showings[circle] ?? [:], without.showings[circle] ?? [:])
            let seen = then.filter { $0.value == .shown }
            let kept = seen.count { now[$0.key] == .shown }
            #expect(kept * 10 >= seen.count * 9)
        }
    }

    @Test func `tells a school's own people the same of the same learners everywhere`() throws {
        let slot = Slot(term: term, tool: tool)
        let (own, other) = (OrganisationID(rawValue: "own"), OrganisationID(rawValue: "other"))
        let pack = try Brought.pack()
        func half(_ tally: Tally) -> Tally { Tally(count: tally.count / 2, hits: (tally.hits ?? 0) / 2) }
        func school(_ id: OrganisationID, _ slot: Slot, _ tally: Tally) -> PictureSource.School {
            var told = SlotTally()
            (told.years, told.groups) = ([5: tally], ["girls": half(tally), "maori": tally])
            return PictureSource.School(
                organisation: Organisation(id: id, name: id.rawValue, kind: "primary-school"),
                tallies: SchoolTallies(records: [slot: told], counts: [], pack: pack), signed: [term], roll: nil,
                latest: nil)
        }
        let pipit = Slot(term: term, tool: Tool(instrument: "pipit-test", norms: "2021"))
        let source = PictureSource(
            community: CommunityID(rawValue: "c"), pack: pack, measure: try #require(pack.measures[key: "reading"]),
            schools: [
                school(own, slot, Tally(count: 13, hits: 11)), school(other, pipit, Tally(count: 40, hits: 39)),
            ], kinds: gender)
        let sheets = try PictureSheets(source)
        let principal = try sheets.picture(for: Sight(.inside, own: [own: .exactly]), today: World.today)
        let exact = CellShown.exact(assessed: 13, atOrAbove: 11)
        for key in [
            CellKey(slot), CellKey(slot, yearLevel: 5), CellKey(slot, school: own),
            CellKey(slot, part: .group("maori")),
        ] {
            #expect(principal.shown(key) == exact)
        }
        #expect(principal.shown(CellKey(slot, part: .group("girls"))) == .exact(assessed: 6, atOrAbove: 5))
        // Others' numbers are as protected as ever, and so is one that counts others as well.
        #expect(principal.shown(CellKey(pipit)) == .between(assessed: 40, atOrAbove: 37...40))
        let teacher = try sheets.picture(for: Sight(.inside, own: [own: .atFloor]), today: World.today)
        #expect(teacher.shown(CellKey(slot)) == teacher.shown(CellKey(slot, part: .group("maori"))))
        #expect(teacher.shown(CellKey(slot)) == .between(assessed: 13, atOrAbove: 10...13))
    }

    // MARK: Attacking

    /// Neither outsiders nor any one school can narrow down what is not printed, nor anything small that is not printed
    /// at all: those who are in no group, those who are not in a group, a school's own group.
    private func expectSafe(
        _ table: PictureTable, _ showings: [CellKey: Showing], _ protection: Protection,
        remembering remembered: [CellKey: Showing] = [:], byFirst schools: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let publication = Publication(of: table.table, as: showings, remembering: remembered)
        let truth = table.table.tallies(of: Set(table.table.cells.map(\.key)))
        for known in [[]] + table.members.prefix(schools ?? .max) {
            let attack = Attack(on: publication, knowing: table.table.tallies(of: known))
            #expect(attack.isConsistent, sourceLocation: sourceLocation)
            // Where nothing was published before, whatever is not printed exactly stays uncertain.
            let printed = attack.recovered(narrowerThan: protection.width).map(\.key.text)
            #expect(!remembered.isEmpty || printed.isEmpty, sourceLocation: sourceLocation)
            // Numbers of the past were safe when they were printed; their schools' own stand here for what is left of them.
            for finding in attack.unprinted + attack.findings
            where remembered[finding.key] != .shown && finding.key.round == nil {
                let tally = try #require(truth[finding.key])
                let hits = tally.hits ?? 0
                let bounds: [Attack<CellKey>.Bounds?] =
                    switch protection.showing(of: tally) {
                    case .shown: []
                    case .hidden: [finding.count, finding.hits, finding.misses]
                    case .bounded:
                        (hits <= protection.width ? [finding.hits] : [])
                            + (tally.count - hits <= protection.width ? [finding.misses] : [])
                    }
                #expect(
                    !bounds.contains { $0?.isNarrower(than: protection.width) ?? false }, "\(finding.key.text)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    /// Schools of learners who are girls, boys, another gender or none that is said, and in other groups besides.
    private func community(of count: Int, using chance: inout Dice) -> PictureTable.Schools {
        (0..<count).map { index in
            var tally = SlotTally()
            tally.isFromRecords = true
            for group in ["girls", "boys", "another", "maori", "pacific"] {
                tally.groups[group] = Tally(count: 0, hits: 0)
            }
            for _ in 0..<Int.random(in: 6...70, using: &chance) {
                let one = Tally(count: 1, hits: Int.random(in: 0..<10, using: &chance) < 7 ? 1 : 0)
                let year = Int.random(in: 4...6, using: &chance)
                tally.years[year] = (tally.years[year] ?? Tally(count: 0, hits: 0)) + one
                let gender = Int.random(in: 0..<100, using: &chance)
                var groups = gender < 48 ? ["girls"] : gender < 96 ? ["boys"] : gender < 98 ? ["another"] : []
                if Int.random(in: 0..<10, using: &chance) < 3 { groups.append("maori") }
                if Int.random(in: 0..<20, using: &chance) < 1 { groups.append("pacific") }
                for group in groups { tally.groups[group] = (tally.groups[group] ?? Tally(count: 0, hits: 0)) + one }
            }
            return (OrganisationID(rawValue: "school-\(index)"), [Slot(term: term, tool: tool): tally])
        }
    }

    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

extension PictureMemory {
    /// As the database remembers it.
    fileprivate mutating func take(_ sheets: PictureSheets) {
        for (circle, news) in sheets.news { printed[circle, default: [:]].merge(news) { _, now in now } }
        rounds.formUnion(sheets.newRounds)
    }
}
