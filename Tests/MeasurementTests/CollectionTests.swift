import Ground
import Programmes
import Testing

@testable import Measurement

private func day(_ text: String) -> Day { Day(text: text) ?? Day(daysSince1970: 0) }

@Suite struct `A collection` {
    private let term = Term(year: 2026, number: 4)
    private let today = day("2026-11-22")

    private func collection(due: String) -> MeasureCollection {
        MeasureCollection(.init("reading", term), due: day(due))
    }

    @Test func `is owed by every school that belongs when it falls due, unless schools are named`() {
        let (a, b) = (OrganisationID(rawValue: "a"), OrganisationID(rawValue: "b"))
        let all = collection(due: "2026-12-04")
        #expect(all.isOwed(by: a, isSchool: true, since: day("2026-12-04")))
        #expect(!all.isOwed(by: a, isSchool: true, since: day("2026-12-05")))
        #expect(!all.isOwed(by: a, isSchool: false, since: today))
        let named = MeasureCollection(all.subject, due: all.due, named: [b])
        #expect(!named.isOwed(by: a, isSchool: true, since: today))
        #expect(named.isOwed(by: b, isSchool: false, since: today))
    }

    @Test func `is late from the day after it was due, until it is signed off`() {
        let due = collection(due: "2026-11-20")
        #expect(due.daysLate(signedOn: nil, on: day("2026-11-20")) == nil)
        #expect(due.daysLate(signedOn: nil, on: today) == 2)
        #expect(due.daysLate(signedOn: day("2026-11-21"), on: today) == 1)
        #expect(due.daysLate(signedOn: day("2026-11-20"), on: today) == nil)
    }

    @Test func `is suggested for each measure and term, two weeks before the term ends`() throws {
        let measures = try Brought.pack().measures
        let decided = collection(due: "2026-12-01")
        let suggested = MeasureCollection.suggested(
            measures, year: 2026, by: .newZealand, beside: [decided], on: today)
        // Only term 4 is left of 2026, and reading is decided already.
        #expect(suggested.map(\.measure) == ["writing", "mathematics"])
        #expect(suggested.allSatisfy { $0.due == day("2026-12-04") })
        #expect(
            MeasureCollection.suggested(measures, year: 2026, by: .newZealand, beside: [], on: day("2026-01-05")).count
                == 12)
    }

    @Test func `is refused a due day outside its term and the next`() throws {
        #expect(try collection(due: "2027-02-10").checked(by: .newZealand).due == day("2027-02-10"))
        for wrong in ["2026-10-11", "2027-06-01"] {
            #expect(throws: CollectionRefusal.self) { try collection(due: wrong).checked(by: .newZealand) }
        }
    }
}

@Suite struct `Coverage of a measure` {
    @Test func `is whole from nine in ten`() {
        #expect(Coverage(assessed: 54, expected: 60).isComplete)
        #expect(!Coverage(assessed: 53, expected: 60).isComplete)
        #expect(Coverage(assessed: 1, expected: nil).isComplete)
        #expect(!Coverage(assessed: 0, expected: nil).isComplete)
    }

    @Test func `is rounded down, and has no percentage below ten learners`() {
        #expect(Coverage(assessed: 199, expected: 200).percent == 99)
        #expect(Coverage(assessed: 210, expected: 200).percent == 100)
        #expect(Coverage(assessed: 8, expected: 9).percent == nil)
    }

    private func seen(_ assessed: Int, _ expected: Int?, floor: Int = 5) -> CoverageSeen {
        CoverageSeen(Coverage(assessed: assessed, expected: expected), floor: floor)
    }

    @Test func `is seen by others in halves of learners enough, or in a word`() {
        #expect(seen(0, 60) == .none)
        #expect(seen(59, 60) == .complete)
        #expect(seen(53, 60) == .halfOrMore)
        #expect(seen(29, 60) == .lessThanHalf)
        #expect(seen(7, 14) == .partly)
        #expect(seen(7, 14, floor: 4) == .halfOrMore)
        #expect(seen(15, 29, floor: 10) == .partly)
        #expect(seen(12, nil) == .complete)
    }

    @Test(arguments: [5, 10]) func `seen in halves fits at least as many numbers of learners as the floor`(
        _ floor: Int
    ) {
        for expected in 1...200 {
            var fitting: [CoverageSeen: Int] = [:]
            for assessed in 0...expected { fitting[seen(assessed, expected, floor: floor), default: 0] += 1 }
            for half in [CoverageSeen.lessThanHalf, .halfOrMore] {
                #expect(fitting[half].map { $0 >= floor } ?? true, "\(expected) learners, \(half)")
            }
        }
    }
}

@Suite struct `How a school stands` {
    private let school = OrganisationID(rawValue: "a")
    private let collection = MeasureCollection(
        .init("reading", Term(year: 2026, number: 4)), due: day("2026-11-20"))

    private func standing(_ coverage: Coverage?, signed: String? = nil, exactly: Bool = false) -> Owed {
        Owed.standing(
            school, collection, coverage: coverage, signedOn: signed.map(day), floor: 5, exactly: exactly,
            on: day("2026-11-22"))
    }

    @Test func `says exactly how much is there only to its own people`() {
        let half = Coverage(assessed: 31, expected: 60)
        #expect(standing(half).state == .broughtIn(.halfOrMore, exactly: nil))
        #expect(standing(half).coverage == nil)
        #expect(standing(half, exactly: true).coverage?.text(in: .english) == "31 of 60 learners (51\u{00A0}%)")
    }

    @Test func `is late until it signs off, and not concerned without learners of the measure`() {
        #expect(standing(nil).isLate)
        #expect(standing(nil).daysLate == 2)
        #expect(standing(Coverage(assessed: 60, expected: 60)).isLate)
        let signed = standing(Coverage(assessed: 60, expected: 60), signed: "2026-11-18")
        #expect(signed.isSignedOff && !signed.isLate && signed.daysLate == nil)
        #expect(!standing(Coverage(assessed: 0, expected: 0)).isConcerned)
    }

    @Test func `asks for a reminder within a week and after it, and not for ever`() {
        func kind(_ on: String, signed: Bool = false) -> Reminder.Kind? {
            Reminder(collection, to: school, isSignedOff: signed, on: day(on))?.kind
        }
        #expect(kind("2026-11-12") == nil)
        #expect(kind("2026-11-13") == .due)
        #expect(kind("2026-11-20") == .due)
        #expect(kind("2026-11-21") == .late)
        #expect(kind("2026-11-21", signed: true) == nil)
        #expect(kind("2027-03-01") == nil)
    }
}
