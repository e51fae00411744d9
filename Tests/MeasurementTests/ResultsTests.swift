import DisclosureControl
import Ground
import Programmes
import Testing
import World

@testable import Measurement

@Suite struct `Results in columns` {
    private let term = Term(year: 2026, number: 4)

    private func results(_ rows: [(learner: Int, day: Int32, score: Double)]) -> Results {
        var results = Results()
        let tool = results.tools.code(adding: Tool(instrument: "harbour-scale", norms: nil))
        let construct = results.constructs.code(adding: "reading")
        let term = results.terms.code(adding: term)
        for row in rows {
            results.add(
                learner: row.learner, construct: construct, tool: tool, term: term, day: row.day, yearLevel: 5,
                score: row.score, level: nil)
        }
        results.finish()
        return results
    }

    private func tally(_ results: Results) throws -> Tally? {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        return results.tallies(of: measure, in: pack).values.first?.total
    }

    @Test func `count the latest of a term`() throws {
        // 63 is expected in Year 5.
        #expect(try tally(results([(1, 10, 70), (1, 20, 50), (2, 10, 63)])) == Tally(count: 2, hits: 1))
        #expect(try tally(results([(1, 20, 70), (1, 10, 50)])) == Tally(count: 1, hits: 1))
    }

    @Test func `take what came last where the day is the same`() throws {
        #expect(try tally(results([(1, 10, 50), (1, 10, 70)])) == Tally(count: 1, hits: 1))
    }

    @Test func `leave out what the tool cannot give`() throws {
        #expect(try tally(results([(1, 10, 690), (2, 10, 60)])) == Tally(count: 1, hits: 0))
    }

    @Test func `name the tools that cannot be judged`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        var results = results([(1, 10, 70)])
        let pat = Tool(instrument: "pat", norms: nil)
        let (construct, tool) = (results.constructs.code(adding: "reading"), results.tools.code(adding: pat))
        #expect(results.unjudged(of: measure, in: pack).isEmpty)
        results.add(
            learner: 2, construct: construct, tool: tool, term: results.terms.code(adding: term), day: 20,
            yearLevel: 5, score: 40, level: nil)
        #expect(results.unjudged(of: measure, in: pack) == [term: [pat]])
        #expect(results.tallies(of: measure, in: pack).keys.map(\.tool.instrument) == ["harbour-scale"])
    }

    @Test func `judge every result as the pack does`() throws {
        let pack = try Brought.pack()
        for school in [World.saltmarshRoad, World.ropewalk, World.lamplighterHill] {
            let results = Brought.results(of: school)
            for measure in pack.measures {
                var expected: [Slot: Tally] = [:]
                for result in World.results(of: school) where result.subject.rawValue == measure.construct {
                    let (score, level) = Brought.value(result)
                    let value = level.map(Pack.ScaleValue.level) ?? .score(score ?? .nan)
                    let tool = Tool(instrument: result.tool.rawValue, norms: nil).known(in: pack)
                    guard
                        let isAt = pack.isAtExpectation(
                            value, measure: measure.key, instrument: tool.instrument, norms: tool.norms,
                            year: result.yearLevel)
                    else { continue }
                    let slot = Slot(term: TermCalendar.newZealand.term(of: result.day), tool: tool)
                    expected[slot] = (expected[slot] ?? Tally(count: 0, hits: 0)) + Tally(count: 1, hits: isAt ? 1 : 0)
                }
                #expect(results.tallies(of: measure, in: pack).mapValues(\.total) == expected)
            }
        }
    }

    @Test func `know groups that overlap`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "writing"])
        let school = World.toreaSpit
        let tallies = Brought.results(of: school).tallies(of: measure, in: pack)
        let tally = try #require(tallies.first { $0.key.term == term }?.value)
        let sat = World.results(of: school).filter {
            $0.subject == .writing && TermCalendar.newZealand.term(of: $0.day) == term
        }
        for group in pack.groups {
            #expect(tally.groups[group.key]?.count == sat.count { $0.learner.groups.contains(group.key) })
        }
        #expect(tally.groups.values.map(\.count).reduce(0, +) > tally.total.count)
    }

    @Test func `say who is on the roll on a day`() {
        let results = Brought.results(of: World.patikiFlat)
        #expect(results.roll(on: World.today) == World.patikiFlat.roll)
    }

    @Test func `find the year level of a learner in another year`() throws {
        var results = Results()
        let pack = try Brought.pack()
        results.set(1, groups: [], yearLevel: 6, in: 2026, until: nil)
        let tool = results.tools.code(adding: Tool(instrument: "harbour-scale", norms: nil))
        let construct = results.constructs.code(adding: "reading")
        let before = results.terms.code(adding: Term(year: 2025, number: 4))
        results.add(
            learner: 1, construct: construct, tool: tool, term: before, day: 1, yearLevel: nil, score: 64, level: nil)
        let measure = try #require(pack.measures[key: "reading"])
        let tally = results.tallies(of: measure, in: pack).values.first
        #expect(tally?.years == [5: Tally(count: 1, hits: 1)])
    }
}

@Suite struct `Counts beside records` {
    private let term = Term(year: 2026, number: 4)
    private let tool = Tool(instrument: "harbour-scale", norms: "2022")

    private var records: [Slot: SlotTally] {
        var tally = SlotTally()
        tally.isFromRecords = true
        tally.years = [5: Tally(count: 30, hits: 20)]
        tally.groups = ["maori": Tally(count: 10, hits: 6)]
        return [Slot(term: term, tool: tool): tally]
    }

    private func count(_ year: Int?, _ assessed: Int, _ above: Int, term: Term? = nil) -> CountEntry {
        CountEntry(
            measure: "reading", instrument: "harbour-scale", term: term ?? self.term, yearLevel: year,
            assessed: assessed, atOrAbove: above)
    }

    @Test func `give way to records of the same year level, and it is said`() throws {
        let pack = try Brought.pack()
        let both = SchoolTallies(records: records, counts: [count(5, 28, 20), count(6, 25, 18)], pack: pack)
        let tally = try #require(both.slots[Slot(term: term, tool: tool)])
        #expect(tally.years == [5: Tally(count: 30, hits: 20), 6: Tally(count: 25, hits: 18)])
        #expect(both.setAside == [.init(term: term, yearLevel: 5)])
    }

    @Test func `give way altogether where they name no year level`() throws {
        let both = SchoolTallies(records: records, counts: [count(nil, 55, 40)], pack: try Brought.pack())
        #expect(both.slots == records)
        #expect(both.setAside == [.init(term: term, yearLevel: nil)])
    }

    @Test func `leave groups unsaid where some were counted without them`() throws {
        let both = SchoolTallies(records: records, counts: [count(6, 25, 18)], pack: try Brought.pack())
        #expect(both.slots.values.first?.groups.isEmpty == true)
    }

    @Test func `stand alone in another term`() throws {
        let other = Term(year: 2026, number: 2)
        let both = SchoolTallies(records: records, counts: [count(5, 28, 20, term: other)], pack: try Brought.pack())
        #expect(both.slots.count == 2)
        #expect(both.setAside.isEmpty)
    }
}
