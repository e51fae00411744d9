import Ground
import Testing

@testable import Communities
@testable import Programmes

@Suite struct `Joining a community` {
    private let day = Day(year: 2026, month: 3, dayOfMonth: 3) ?? Day(daysSince1970: 0)
    private let school = OrganisationID(rawValue: "school")
    private let funded = Pack.MembershipKind(key: "member", title: "Member", isResourced: true)
    private let unfunded = Pack.MembershipKind(key: "associate", title: "Associate", isResourced: false)

    private func community(_ id: String) -> Community {
        Community(
            id: CommunityID(rawValue: id), name: "Community \(id)", purpose: "", state: .active, isPublic: false,
            started: day, packs: [])
    }

    private func membership(in id: String, isResourced: Bool, until: Day? = nil) -> (
        membership: Membership, communityName: String
    ) {
        let membership = Membership(
            id: Identifier(rawValue: "m-\(id)"), community: CommunityID(rawValue: id), organisation: school,
            kind: "member", isResourced: isResourced, since: day.adding(days: -400), until: until)
        return (membership, "Community \(id)")
    }

    private func join(
        _ id: String, as kind: Pack.MembershipKind, beside others: [(membership: Membership, communityName: String)]
    ) throws(MembershipRefusal) -> Membership {
        try Membership.joining(
            community(id), organisation: school, as: kind, on: day, beside: others, id: Identifier(rawValue: "new"))
    }

    @Test func `is open to a school that belongs to others`() throws {
        let joined = try join("two", as: unfunded, beside: [membership(in: "one", isResourced: true)])
        #expect(joined.isOpen(on: day))
    }

    @Test func `is refused twice`() {
        #expect(throws: MembershipRefusal.belongsAlready) {
            try join("one", as: unfunded, beside: [membership(in: "one", isResourced: false)])
        }
    }

    @Test func `draws resourcing through one community only, and names the other`() {
        #expect(throws: MembershipRefusal.resourcedElsewhere("Community one")) {
            try join("two", as: funded, beside: [membership(in: "one", isResourced: true)])
        }
    }

    @Test func `draws resourcing anew once the other membership has ended`() throws {
        let ended = membership(in: "one", isResourced: true, until: day.adding(days: -1))
        #expect(try join("two", as: funded, beside: [ended]).isResourced)
    }

    @Test func `comes back as it was until the day after it ended, and not beside another`() throws {
        let joined = try join("one", as: funded, beside: [])
        #expect(throws: MembershipRefusal.goesOn) { try joined.returned(on: day, beside: []) }
        let ended = try joined.ended(on: day.adding(days: 10))
        #expect(try ended.returned(on: day.adding(days: 11), beside: []) == joined)
        #expect(throws: MembershipRefusal.leftTooLongAgo) { try ended.returned(on: day.adding(days: 12), beside: []) }
        #expect(throws: MembershipRefusal.belongsAlready) {
            try ended.returned(on: day.adding(days: 10), beside: [membership(in: "one", isResourced: false)])
        }
        #expect(throws: MembershipRefusal.resourcedElsewhere("Community two")) {
            try ended.returned(on: day.adding(days: 10), beside: [membership(in: "two", isResourced: true)])
        }
    }

    @Test func `ends on a day, once, and not before it began`() throws {
        let joined = try join("one", as: funded, beside: [])
        #expect(throws: MembershipRefusal.endsBeforeItBegan(day)) { try joined.ended(on: day.adding(days: -1)) }
        let ended = try joined.ended(on: day.adding(days: 10))
        #expect(!ended.isOpen(on: day.adding(days: 10)))
        #expect(throws: MembershipRefusal.endedAlready) { try ended.ended(on: day.adding(days: 11)) }
    }
}

@Suite struct `Moving to a stage` {
    private let day = Day(daysSince1970: 20_000)
    private let component = Pack.Component(
        key: "measurement", title: "Measurement", about: "",
        stages: [
            Pack.Stage(key: "forming", title: "Forming", about: "", gate: nil),
            Pack.Stage(
                key: "implementing", title: "Implementing", about: "",
                gate: Pack.Gate(evidence: ["A shared tool"], owner: .principal)),
        ])

    private func move(
        from: String?, to: String, evidence: String = "We saw it", holding: Set<Standing> = [.principal]
    ) throws(StageRefusal) -> StageMove {
        try StageMove.moving(
            component, from: from, to: to, evidence: evidence, on: day, by: "Aroha", holding: holding)
    }

    @Test func `goes forward through its gate with evidence`() throws {
        #expect(try move(from: "forming", to: "implementing").to == "implementing")
        #expect(throws: StageRefusal.evidenceMissing) { try move(from: "forming", to: "implementing", evidence: "") }
    }

    @Test func `is decided by who owns the gate, or by a leader`() throws {
        #expect(throws: StageRefusal.notYours(.principal)) {
            try move(from: "forming", to: "implementing", holding: [.leadTeacher])
        }
        #expect(try move(from: "forming", to: "implementing", holding: [.leader]).to == "implementing")
    }

    @Test func `may go back without the gate, with a reason`() throws {
        #expect(try move(from: "implementing", to: "forming", holding: [.leadTeacher]).to == "forming")
    }

    @Test func `goes nowhere to where it is, nor to a stage that is not there`() {
        #expect(throws: StageRefusal.thereAlready) { try move(from: "forming", to: "forming") }
        #expect(throws: StageRefusal.unknown) { try move(from: "forming", to: "flying") }
    }
}

@Suite struct `Pausing and closing a community` {
    private func community(_ state: Community.State) -> Community {
        Community(
            id: CommunityID(rawValue: "c"), name: "C", purpose: "", state: state, isPublic: false,
            started: Day(daysSince1970: 0), packs: [])
    }

    @Test func `needs a reason`() {
        #expect(throws: CommunityRefusal.reasonMissing) { try community(.active).moved(to: .paused, because: "") }
    }

    @Test func `can be taken back, until it has closed`() throws {
        let paused = try community(.active).moved(to: .paused, because: "Summer")
        #expect(try paused.moved(to: .active, because: "").state == .active)
        let closed = try paused.moved(to: .closed, because: "The scheme ended")
        #expect(throws: CommunityRefusal.closed) { try closed.moved(to: .active, because: "Again") }
    }

    @Test func `refuses new work while it rests`() {
        #expect(throws: CommunityRefusal.paused) { try community(.paused).requireOpen() }
        #expect(throws: Never.self) { try community(.forming).requireOpen() }
    }
}
