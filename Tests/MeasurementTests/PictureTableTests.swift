import DisclosureControl
import Ground
import Programmes
import Testing
import World

@testable import Measurement

@Suite struct `The published table` {
    @Test func `adds up in every way it declares`() throws {
        // Refused by itself where a sum does not hold: the whole harbour, every tool and term.
        let pack = try Brought.pack()
        for measure in pack.measures {
            let schools = World.harbourSchools.map {
                (id: Brought.organisation($0), slots: Brought.results(of: $0).tallies(of: measure, in: pack))
            }
            let table = try PictureTable(schools)
            #expect(table.table.cells.count > 100)
            #expect(table.members.count == 7)
        }
    }

    @Test func `gives nothing away to outsiders or to any one school`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "writing"])
        let terms = Set([Term(year: 2026, number: 2), Term(year: 2026, number: 4)])
        let schools = World.harbourSchools.map { school in
            let slots = Brought.results(of: school).tallies(of: measure, in: pack)
            return (id: Brought.organisation(school), slots: slots.filter { terms.contains($0.key.term) })
        }
        let table = try PictureTable(schools)
        let inside = table.pattern(under: .inside)
        let outside = table.pattern(under: .outside, around: inside)
        #expect(inside.values.contains(.hidden))
        #expect(inside.values.count { $0 == .shown } > inside.count / 2)
        for (showings, width) in [(inside, 3), (outside, 3)] {
            for known in [[]] + table.members {
                let attack = Attack(
                    on: Publication(of: table.table, as: showings), knowing: table.table.tallies(of: known))
                #expect(attack.isConsistent)
                #expect(attack.recovered(narrowerThan: width).isEmpty)
            }
        }
    }

    @Test func `hides a community's group when one school could subtract its own`() throws {
        let slot = Slot(term: Term(year: 2026, number: 4), tool: Tool(instrument: "harbour-scale", norms: "2022"))
        func school(_ learners: Int, _ pacific: Int) -> SlotTally {
            var tally = SlotTally()
            tally.isFromRecords = true
            tally.years = [5: Tally(count: learners, hits: learners * 2 / 3)]
            tally.groups = ["pacific": Tally(count: pacific, hits: pacific * 2 / 3)]
            return tally
        }
        let (large, small) = (OrganisationID(rawValue: "large"), OrganisationID(rawValue: "small"))
        let group = CellKey(slot, part: .group("pacific"))
        let open = try PictureTable([(large, [slot: school(80, 30)]), (small, [slot: school(60, 20)])])
        #expect(open.pattern(under: .inside)[group] == .shown)
        let shut = try PictureTable([(large, [slot: school(80, 30)]), (small, [slot: school(60, 2)])])
        #expect(shut.pattern(under: .inside)[group] != .shown)
    }

    @Test func `counts who was assessed with whatever tool without adding what they reached`() throws {
        let term = Term(year: 2026, number: 4)
        func tally(_ count: Int, _ hits: Int) -> SlotTally {
            var tally = SlotTally()
            tally.years = [3: Tally(count: count, hits: hits)]
            return tally
        }
        let school = OrganisationID(rawValue: "a")
        let slots = [
            Slot(term: term, tool: Tool(instrument: "pipit-test", norms: nil)): tally(30, 20),
            Slot(term: term, tool: Tool(instrument: "teacher-judgement", norms: nil)): tally(20, 15),
        ]
        let cell = try PictureTable([(school, slots)]).table.cells.first { $0.key == CellKey(term, nil) }
        #expect(cell?.tally == Tally(count: 50))
    }
}
