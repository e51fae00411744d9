import FocusAreas
import Ground
import Testing

private let day = Day(daysSince1970: 20_600)
private let today = day.adding(days: 60)
private let aroha = PersonID(rawValue: "aroha")
private let lena = PersonID(rawValue: "lena")
private let totara = OrganisationID(rawValue: "totara")
private let harakeke = OrganisationID(rawValue: "harakeke")

private func area(_ title: String = "Creativity", suggestion: String? = nil, started: Day = day) -> FocusArea {
    FocusArea(id: .init(rawValue: title), title: title, text: "Music", suggestion: suggestion, started: started)
}

private func candidate(_ person: PersonID, _ standing: Standing, at organisation: OrganisationID?) -> Candidate {
    Candidate(person: person, name: person.rawValue, standing: standing, organisation: organisation)
}

@Suite struct `Beginning a focus area` {
    private func begin(_ title: String, from suggestion: String?, beside others: [FocusArea]) throws -> FocusArea {
        try FocusArea.beginning(title, "Words", from: suggestion, on: day, beside: others, id: .init(rawValue: "new"))
    }

    @Test func `starts it as being introduced`() throws {
        #expect(try begin("Creativity", from: "creativity", beside: []).phase == .introduce)
    }

    @Test func `takes up a suggestion once, even after it was let go`() throws {
        let ended = try area("Renamed", suggestion: "creativity").ended(on: today, because: "Enough")
        #expect(throws: FocusAreaRefusal.begunAlready("Renamed")) {
            try begin("Creativity", from: "creativity", beside: [ended])
        }
    }

    @Test func `knows a name whatever its marks and capitals`() {
        #expect(throws: FocusAreaRefusal.begunAlready("Te reo Māori")) {
            try begin("te REO maori", from: nil, beside: [area("Te reo Māori")])
        }
    }

    @Test func `lets two of one's own stand side by side`() throws {
        #expect(try begin("Inclusiveness", from: nil, beside: [area()]).title == "Inclusiveness")
    }
}

@Suite struct `Moving a focus area` {
    private func move(
        _ area: FocusArea, to phase: FocusArea.Phase, because reason: String = "It holds", on day: Day = today
    ) throws -> PhaseMove {
        try area.moving(to: phase, because: reason, on: day, today: today, by: "Aroha")
    }

    @Test func `goes forward and back`() throws {
        var embedded = area()
        embedded.phase = .embed
        #expect(try move(area(), to: .embed).to == .embed)
        #expect(try move(embedded, to: .introduce).from == .embed)
    }

    @Test func `needs a reason in both directions`() {
        #expect(throws: FocusAreaRefusal.reasonMissing) { try move(area(), to: .embed, because: "") }
    }

    @Test func `is refused to where it is`() {
        #expect(throws: FocusAreaRefusal.alreadyIn(.introduce)) { try move(area(), to: .introduce) }
    }

    @Test func `is refused before it began and after it ended`() throws {
        #expect(throws: FocusAreaRefusal.notBegun(today.adding(days: 1))) {
            try move(area(started: today.adding(days: 1)), to: .embed)
        }
        let ended = try area().ended(on: today, because: "Enough")
        #expect(throws: FocusAreaRefusal.ended) { try move(ended, to: .embed) }
    }

    @Test func `keeps the order of days`() throws {
        #expect(throws: FocusAreaRefusal.dayAhead) { try move(area(), to: .embed, on: today.adding(days: 1)) }
        #expect(throws: FocusAreaRefusal.dayTooEarly(day)) { try move(area(), to: .embed, on: day.adding(days: -1)) }
        var moved = area()
        moved.moves = [try move(area(), to: .embed, on: day.adding(days: 30))]
        moved.phase = .embed
        #expect(throws: FocusAreaRefusal.dayTooEarly(day.adding(days: 30))) {
            try move(moved, to: .maintain, on: day.adding(days: 29))
        }
    }

    @Test func `ends with a reason and can be taken up again`() throws {
        #expect(throws: FocusAreaRefusal.reasonMissing) { try area().ended(on: today, because: "") }
        let ended = try area().ended(on: today, because: "It holds without us")
        #expect(!ended.isOpen)
        #expect(try ended.resumed().isOpen)
        #expect(throws: FocusAreaRefusal.notEnded) { try area().resumed() }
    }
}

@Suite struct `Leading a focus area` {
    private let people = [
        candidate(aroha, .principal, at: totara), candidate(lena, .leadTeacher, at: totara),
        candidate(PersonID(rawValue: "bea"), .board, at: totara),
        candidate(PersonID(rawValue: "kim"), .leader, at: nil),
    ]

    @Test func `is for principals and those who lead the community`() throws {
        let led = try area().led(by: aroha, among: people, since: day, id: .init(rawValue: "1"))
        #expect(led.leadPrincipal?.name == "aroha")
        for person in [lena, PersonID(rawValue: "bea"), PersonID(rawValue: "nobody")] {
            #expect(throws: FocusAreaRefusal.notPrincipal) {
                try area().led(by: person, among: people, since: day, id: .init(rawValue: "1"))
            }
        }
    }

    @Test func `is handed over on a day, and both are kept`() throws {
        let first = try area().led(by: aroha, among: people, since: day, id: .init(rawValue: "1"))
        let second = try first.led(
            by: PersonID(rawValue: "kim"), among: people, since: today, id: .init(rawValue: "2"))
        #expect(second.leadPrincipal?.name == "kim")
        #expect(second.leads.first?.until == today)
        #expect(throws: FocusAreaRefusal.leadsAlready("aroha")) {
            try first.led(by: aroha, among: people, since: today, id: .init(rawValue: "2"))
        }
    }

    @Test func `in a school is for those who teach there, or across schools`() throws {
        let everywhere = candidate(PersonID(rawValue: "rua"), .leadTeacher, at: nil)
        let mayLead = (people + [everywhere]).filter { $0.mayLead(in: totara) }.map(\.person.rawValue)
        #expect(mayLead == ["aroha", "lena", "rua"])
        #expect((people + [everywhere]).filter { $0.mayLead(in: harakeke) }.map(\.person.rawValue) == ["rua"])
        #expect(throws: FocusAreaRefusal.notOfThatSchool) {
            try area().led(by: lena, in: harakeke, among: people, since: day, id: .init(rawValue: "1"))
        }
    }

    @Test func `is named once in a school, and by several together`() throws {
        let led = try area().led(by: lena, in: totara, among: people, since: day, id: .init(rawValue: "1"))
        #expect(throws: FocusAreaRefusal.leadsAlready("lena")) {
            try led.led(by: lena, in: totara, among: people, since: day, id: .init(rawValue: "2"))
        }
        let both = try led.led(by: aroha, in: totara, among: people, since: day, id: .init(rawValue: "2"))
        #expect(both.leadTeachers(in: totara).count == 2)
    }

    @Test func `counts each person who carries it once`() throws {
        let principal = try area().led(by: aroha, among: people, since: day, id: .init(rawValue: "1"))
        let teaching = try principal.led(by: aroha, in: totara, among: people, since: day, id: .init(rawValue: "2"))
        #expect(teaching.carriers.count == 1)
        let carried = try teaching.led(by: lena, in: totara, among: people, since: day, id: .init(rawValue: "3"))
        #expect(carried.carriers.count == FocusArea.fewestCarriers)
    }

    @Test func `stops on a day, and not twice`() throws {
        let led = try area().led(by: lena, in: totara, among: people, since: day, id: .init(rawValue: "1"))
        let stopped = try led.leadEnded(.init(rawValue: "1"), on: today)
        #expect(stopped.leadTeachers.isEmpty)
        #expect(stopped.leads.first?.until == today)
        #expect(throws: FocusAreaRefusal.leadEndedAlready) { try stopped.leadEnded(.init(rawValue: "1"), on: today) }
    }
}
