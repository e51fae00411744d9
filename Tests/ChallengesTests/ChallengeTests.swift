import Challenges
import Ground
import Programmes
import Testing

private let day = Day(daysSince1970: 20_779)

private func challenge(
    why: String = "A third cannot be read", story: String = "Every writer finds a reader",
    howKnown: String = "Judgements, twice a year", targets: [Target] = []
) -> Challenge {
    Challenge(
        id: .init(rawValue: "c"), title: "Writing", why: why, story: story, howKnown: howKnown, proposed: day,
        targets: targets)
}

private let target = Target(
    id: .init(rawValue: "t"), measure: "writing", years: 4...6, counted: 62, of: 80, goal: Percent(85), due: day)

@Suite struct `Agreeing on a challenge` {
    @Test func `is refused while it does not say why, what or how known`() {
        #expect(throws: ChallengeRefusal.whyMissing) { try challenge(why: "").agreed(on: day, by: .optional) }
        #expect(throws: ChallengeRefusal.storyMissing) { try challenge(story: "").agreed(on: day, by: .optional) }
        #expect(throws: ChallengeRefusal.howKnownMissing) { try challenge(howKnown: "").agreed(on: day, by: .optional) }
    }

    @Test(arguments: [Pack.Targets.optional, .none]) func `needs no target where the programme leaves the choice`(
        rule: Pack.Targets
    ) throws {
        #expect(try challenge().agreed(on: day, by: rule).state == .agreed)
    }

    @Test func `needs a target where the programme expects one`() throws {
        #expect(throws: ChallengeRefusal.targetMissing) { try challenge().agreed(on: day, by: .expected) }
        #expect(try challenge(targets: [target]).agreed(on: day, by: .expected).state == .agreed)
    }

    @Test func `happens once, and can be taken back`() throws {
        let agreed = try challenge().agreed(on: day, by: .optional)
        #expect(throws: ChallengeRefusal.agreedAlready) { try agreed.agreed(on: day, by: .optional) }
        #expect(try agreed.agreementWithdrawn().state == .proposed)
        #expect(throws: ChallengeRefusal.notAgreed) { try challenge().agreementWithdrawn() }
    }

    @Test func `keeps the last target where one is expected`() throws {
        let agreed = try challenge(targets: [target]).agreed(on: day, by: .expected)
        #expect(throws: ChallengeRefusal.lastTarget) { try agreed.removing(target.id, by: .expected) }
        #expect(try agreed.removing(target.id, by: .optional).targets.isEmpty)
        #expect(try challenge(targets: [target]).removing(target.id, by: .expected).targets.isEmpty)
    }
}

@Suite struct `Closing a challenge` {
    @Test func `needs a reason`() {
        #expect(throws: ChallengeRefusal.reasonMissing) { try challenge().closed(on: day, because: "") }
    }

    @Test func `ends all changes until it is opened again, as it was`() throws {
        let closed = try challenge().agreed(on: day, by: .optional).closed(on: day, because: "Reached")
        #expect(closed.state == .closed)
        #expect(throws: ChallengeRefusal.closed) { try closed.adding(target) }
        #expect(throws: ChallengeRefusal.closed) { try closed.closed(on: day, because: "Again") }
        #expect(throws: ChallengeRefusal.closed) { try closed.agreementWithdrawn() }
        let reopened = try closed.closingWithdrawn()
        #expect(reopened.state == .agreed)
        #expect(reopened.closedBecause.isEmpty)
        #expect(throws: ChallengeRefusal.notClosed) { try reopened.closingWithdrawn() }
    }
}
