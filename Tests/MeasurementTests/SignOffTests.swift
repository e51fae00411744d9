import DisclosureControl
import Ground
import Testing
import Web

@testable import Measurement
@testable import Programmes

@Suite struct `Signing off` {
    private let term = Term(year: 2026, number: 4)
    private let school = OrganisationID(rawValue: "a")
    private let now = Instant(milliseconds: 1_000)
    private let numbers = SignedNumbers(digest: "as they are")

    @Test func `needs something to sign off`() {
        #expect(throws: SignOffRefusal.nothingThere(term)) {
            try SignOff.signing("reading", term, of: school, numbers: nil, beside: nil, at: now)
        }
    }

    @Test func `can be recalled, and done again`() throws {
        let signed = try SignOff.signing("reading", term, of: school, numbers: numbers, beside: nil, at: now)
        #expect(signed.isStanding)
        #expect(throws: SignOffRefusal.signedAlready) {
            try SignOff.signing("reading", term, of: school, numbers: numbers, beside: signed, at: now)
        }
        let recalled = try signed.recalled(at: now)
        #expect(!recalled.isStanding)
        #expect(throws: SignOffRefusal.notSigned) { try recalled.recalled(at: now) }
        #expect(
            try SignOff.signing("reading", term, of: school, numbers: numbers, beside: recalled, at: now).isStanding)
    }

    @Test func `holds for the numbers that were signed off, and for no others`() throws {
        let signed = try SignOff.signing("reading", term, of: school, numbers: numbers, beside: nil, at: now)
        let changed = SignedNumbers(digest: "one more")
        #expect(signed.covers(numbers))
        #expect(!signed.covers(changed))
        #expect(!signed.covers(nil))
        #expect(try !signed.recalled(at: now).covers(numbers))
        let anew = try SignOff.signing("reading", term, of: school, numbers: changed, beside: signed, at: now)
        #expect(anew.covers(changed))
    }

    @Test func `notes what was counted by tool and year level, and not who is in which group`() {
        func numbers(_ hits: Int, group: Int? = nil, term other: Term? = nil) -> SignedNumbers? {
            var tally = SlotTally()
            tally.years = [5: Tally(count: 20, hits: hits)]
            if let group { tally.groups = ["maori": Tally(count: group, hits: 1)] }
            let slot = Slot(term: other ?? term, tool: Tool(instrument: "harbour-scale", norms: "2022"))
            return SignedNumbers([slot: tally], in: term)
        }
        #expect(numbers(12) == numbers(12, group: 7))
        #expect(numbers(12) != numbers(13))
        #expect(numbers(12, term: Term(year: 2025, number: 4)) == nil)
    }
}

@Suite struct `A grid of counts` {
    private let term = Term(year: 2026, number: 4)

    private func read(
        _ fields: [(String, String)], before: [CountEntry] = [], recorded: Set<Int> = []
    ) throws -> CountGrid {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        return try CountGrid.read(
            FormData(fields.map { (name: $0.0, value: $0.1) }), measure: measure, term: term, tools: pack.instruments,
            before: before, recorded: recorded)
    }

    @Test func `takes the year levels that are filled in`() throws {
        let grid = try read([("tool", "harbour-scale"), ("assessed-5", "24"), ("above-5", "18")])
        #expect(grid.entries.map(\.yearLevel) == [5])
        #expect(grid.entries.first?.tally.hits == 18)
    }

    @Test func `refuses more at or above than were assessed, half a row, and nothing`() throws {
        let fields = [
            [("assessed-5", "18"), ("above-5", "24")], [("assessed-5", "18")],
            [("assessed-5", "-1"), ("above-5", "0")],
            [("assessed-5", "some"), ("above-5", "0")], [],
        ]
        for wrong in fields {
            #expect(throws: Problems.self) { try read([("tool", "harbour-scale")] + wrong) }
        }
        #expect(throws: Problems.self) { try read([("assessed-5", "24"), ("above-5", "18")]) }
    }

    @Test func `says none where a number was emptied, and leaves records alone`() throws {
        let before = CountEntry(
            measure: "reading", instrument: "harbour-scale", term: term, yearLevel: 6, assessed: 20, atOrAbove: 10)
        let grid = try read(
            [
                ("tool", "harbour-scale"), ("assessed-5", "24"), ("above-5", "18"), ("assessed-4", "9"),
                ("above-4", "9"),
            ],
            before: [before], recorded: [4])
        #expect(grid.entries.map(\.yearLevel) == [5, 6])
        #expect(grid.entries.last?.tally.count == 0)
    }
}
