import Communities
import Foundation
import Ground
import Testing

@testable import Measurement

private func day(_ text: String) -> Day { Day(text: text) ?? Day(daysSince1970: 0) }

private func fixture(_ name: String) throws -> Data {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try Data(contentsOf: folder.appending(path: "Fixtures/pacific-auckland-time/\(name)"))
}

@Suite struct `The calendar of terms` {
    private let nation = TermCalendar.newZealand

    @Test func `has the published dates of 2026`() throws {
        let told = try #require(
            try JSONSerialization.jsonObject(with: fixture("nz-terms-2026.json")) as? [String: Any])
        let terms = try #require(told["2026"] as? [String: Any])
        for number in 2...3 {
            let dates = try #require(terms["term\(number)"] as? [String])
            let found = nation.dates(of: Term(year: 2026, number: number))
            #expect([found.starts.description, found.ends.description] == dates)
        }
        let first = try #require(terms["term1"] as? [String])
        let window = try #require(TermCalendar.openingWindow(of: 2026))
        #expect(first[0].hasSuffix("\(window.lowerBound)..\(window.upperBound)"))
        #expect(nation.dates(of: Term(year: 2026, number: 1)).ends.description == first[1])
        let last = try #require(terms["term4"] as? [String])
        #expect(nation.dates(of: Term(year: 2026, number: 4)).starts.description == last[0])
        #expect(nation.dates(of: Term(year: 2026, number: 4)).ends <= day("2026-12-20"))
    }

    /// Auckland Anniversary Day is the Monday closest to 29 January.
    @Test(arguments: [
        (2023, "2023-01-30"), (2024, "2024-01-29"), (2025, "2025-01-27"), (2026, "2026-01-26"), (2027, "2027-02-01"),
        (2028, "2028-01-31"),
    ])
    func `lets a school choose its first day, from Auckland Anniversary Day on`(_ year: Int, _ first: String) throws {
        let window = try #require(TermCalendar.openingWindow(of: year))
        #expect(window == day(first)...day("\(year)-02-07"))
        #expect(window.contains(nation.dates(of: Term(year: year, number: 1)).starts))
    }

    @Test func `puts holidays to the term before, and January to term 1`() {
        let terms = ["2026-04-02", "2026-04-19", "2026-04-20", "2026-10-11", "2026-10-12", "2026-12-31", "2027-01-01"]
            .map { nation.term(of: day($0)).description }
        #expect(terms == ["2026-T1", "2026-T1", "2026-T2", "2026-T3", "2026-T4", "2026-T4", "2027-T1"])
    }

    @Test func `counts weeks from the Monday of the first`() {
        // Term 2 of 2026 begins on Monday 20 April; its fifth week is that of 18 May.
        #expect(nation.week(of: day("2026-04-20")) == SchoolWeek(Term(year: 2026, number: 2), 1))
        #expect(nation.words(of: day("2026-05-20")).text(in: .english) == "Term 2, week 5")
        #expect(nation.week(of: day("2026-05-24")) == SchoolWeek(Term(year: 2026, number: 2), 5))
        #expect(nation.words(of: day("2026-07-10")).text(in: .english) == "holidays after term 2")
        #expect(nation.words(of: day("2026-01-10")).text(in: .english) == "holidays before term 1")
        #expect(nation.weeks(in: Term(year: 2026, number: 2)) == 11)
    }

    @Test func `of a year nobody has published follows the usual weeks, and says so`() {
        #expect(!nation.knows(2031))
        let terms = nation.terms(of: 2031)
        #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.ends < $1.starts })
    }
}

@Suite struct `A school's own term dates` {
    private let nation = TermCalendar.newZealand

    private func dates(_ number: Int, _ starts: String, _ ends: String) -> TermDates {
        TermDates(Term(year: 2026, number: number), starts: day(starts), ends: day(ends))
    }

    @Test func `take the place of the national ones, and move days to another term`() throws {
        let own = try OwnTermDates.checked(
            [dates(1, "2026-01-29", "2026-04-02"), dates(2, "2026-04-22", "2026-07-03")], of: 2026, beside: nation)
        let calendar = nation.with(own)
        #expect(own.count == 2)
        #expect(calendar.term(of: day("2026-04-21")) == Term(year: 2026, number: 1))
        #expect(nation.term(of: day("2026-04-21")) == Term(year: 2026, number: 2))
        #expect(calendar.dates(of: Term(year: 2026, number: 3)) == nation.dates(of: Term(year: 2026, number: 3)))
    }

    @Test func `are none where they are the national ones`() throws {
        #expect(try OwnTermDates.checked(nation.terms(of: 2026), of: 2026, beside: nation).isEmpty)
    }

    @Test func `are refused outside the days between which a school may choose`() {
        let (first, last) = (day("2026-01-26"), day("2026-02-07"))
        for starts in ["2026-01-25", "2026-02-08"] {
            #expect(throws: TermDatesRefusal.opensOutside(first, last)) {
                try OwnTermDates.checked([dates(1, starts, "2026-04-02")], of: 2026, beside: nation)
            }
        }
        #expect(throws: TermDatesRefusal.closesAfter(day("2026-12-20"))) {
            try OwnTermDates.checked([dates(4, "2026-10-12", "2026-12-21")], of: 2026, beside: nation)
        }
    }

    @Test func `are refused in the wrong order`() {
        #expect(throws: TermDatesRefusal.overlaps(3)) {
            try OwnTermDates.checked([dates(2, "2026-04-20", "2026-07-20")], of: 2026, beside: nation)
        }
        #expect(throws: TermDatesRefusal.endsBeforeItStarts(2)) {
            try OwnTermDates.checked([dates(2, "2026-04-20", "2026-04-20")], of: 2026, beside: nation)
        }
        #expect(throws: TermDatesRefusal.anotherYear(4, 2026)) {
            try OwnTermDates.checked([dates(4, "2026-10-12", "2027-12-18")], of: 2026, beside: nation)
        }
    }
}

@Suite struct `The day where an organisation is` {
    private struct Expected: Decodable {
        struct Transition: Decodable {
            let zone: String
            let utc: String
            let offset_before_min: Int
            let offset_after_min: Int
        }
        struct Local: Decodable {
            let local: String
            let utc: String
        }
        let transitions: [Transition]
        let local_to_utc: [Local]
    }

    private func expected() throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: fixture("expected.json"))
    }

    private func instant(_ utc: String) throws -> Instant {
        try #require(Instant(text: utc.prefix(19) + ".000Z"))
    }

    private func organisation(_ zone: String) -> Organisation {
        Organisation(id: OrganisationID(rawValue: "a"), name: "A", kind: "primary-school", zone: zone)
    }

    @Test func `follows summer time by the system's tz data`() throws {
        for transition in try expected().transitions {
            let turn = try instant(transition.utc)
            let school = organisation(transition.zone)
            for (moment, offset) in [
                (turn.adding(seconds: -1), transition.offset_before_min), (turn, transition.offset_after_min),
            ] {
                // The last second of the day there, and the first of the next.
                let seconds = (moment.milliseconds / 1000 + Int64(offset) * 60) % 86_400
                let midnight = moment.adding(seconds: -Int(seconds))
                let zone = try #require(TimeZone(identifier: transition.zone))
                #expect(zone.secondsFromGMT(for: moment.date) == offset * 60)
                #expect(
                    school.day(moment)
                        == Day(daysSince1970: Int((moment.milliseconds / 1000 + Int64(offset) * 60) / 86_400)))
                // Before the turn at two or three in the morning, midnight had the offset from before.
                if offset == transition.offset_before_min {
                    #expect(school.day(midnight.adding(seconds: -1)) == school.day(midnight).adding(days: -1))
                }
            }
        }
    }

    @Test func `is the local one, also in hours that come twice or never`() throws {
        let school = organisation("Pacific/Auckland")
        for told in try expected().local_to_utc {
            #expect(school.day(try instant(told.utc)).description == told.local.prefix(10), "\(told.local)")
        }
        let waitangi = try instant("2026-02-05T11:00:00")
        #expect(school.day(waitangi.adding(seconds: -1)).description == "2026-02-05")
    }
}
