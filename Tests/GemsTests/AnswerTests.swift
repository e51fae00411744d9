@testable import Gems
import Ground
import Testing

@Suite struct `Answering a gem` {
    private let waiting = GemStory(gem: Example.gem)

    private func answered(_ story: GemStory, _ kind: Answer.Kind, because reason: String) throws -> Answer {
        try story.answered(kind, because: reason, on: Example.day(0), at: Example.moment(0), by: nil)
    }

    @Test func `takes an answer and its reason`() throws {
        let answer = try answered(waiting, .testMore, because: "Fourteen learners are few.")
        #expect(answer.kind == .testMore)
        #expect(answer.reason == "Fourteen learners are few.")
        #expect(answer.day == Example.day(0))
    }

    @Test func `is refused without a reason`() {
        #expect(throws: AnswerRefusal.reasonMissing) { try answered(waiting, .spread, because: "") }
    }

    @Test func `may change its mind, but not repeat itself`() throws {
        let told = GemStory(gem: Example.gem, answers: [Example.answer(.notNow, -10)])
        #expect(try answered(told, .spread, because: "The bridge is open").kind == .spread)
        #expect(throws: AnswerRefusal.already(.notNow)) { try answered(told, .notNow, because: "Still not") }
    }

    @Test func `may take up what was stopped, with the same answer as before`() throws {
        let stopped = GemStory(
            gem: Example.gem, answers: [Example.answer(.spread, -30)], verdicts: [Example.verdict(.stop, -3)])
        #expect(try answered(stopped, .spread, because: "We found out why").kind == .spread)
    }
}

@Suite struct `Nominating a gem` {
    private let bar = [
        EvidenceQuestion(key: "where", text: "Where was it tried?", isRequired: true),
        EvidenceQuestion(key: "changed", text: "What changed?", isRequired: true),
        EvidenceQuestion(key: "cost", text: "What does it take?", isRequired: false),
    ]

    @Test func `is refused while a question that must be answered is open, and names each`() {
        #expect(throws: NominationRefusal.unanswered(["where", "changed"])) {
            try Gem.evidence(answering: bar, with: ["cost": "Ten minutes"])
        }
        #expect(throws: NominationRefusal.unanswered(["changed"])) {
            try Gem.evidence(answering: bar, with: ["where": "Room 4", "changed": ""])
        }
    }

    @Test func `keeps the question with its answer, in the order of the bar`() throws {
        let evidence = try Gem.evidence(answering: bar, with: ["changed": "They write more", "where": "Room 4"])
        #expect(evidence.map(\.asked) == ["Where was it tried?", "What changed?"])
        #expect(evidence.map(\.text) == ["Room 4", "They write more"])
    }
}

@Suite struct `Designing how a gem spreads` {
    @Test func `waits for the leaders to choose it`() {
        let tested = GemStory(gem: Example.gem, answers: [Example.answer(.testMore, -3)])
        #expect(throws: DesignRefusal.notChosen) { try GemStory(gem: Example.gem).requireChosen() }
        #expect(throws: DesignRefusal.notChosen) { try tested.requireChosen() }
        #expect(throws: Never.self) {
            try GemStory(gem: Example.gem, answers: [Example.answer(.spread, -3)]).requireChosen()
        }
    }

    @Test func `is over when the gem is stopped`() {
        let stopped = GemStory(
            gem: Example.gem, answers: [Example.answer(.spread, -30)], verdicts: [Example.verdict(.stop, -3)])
        #expect(throws: DesignRefusal.stopped) { try stopped.requireChosen() }
    }

    @Test func `reads one part from each line, however people mark them`() {
        let typed = "- The same pair all term\n\n• The younger one chooses\n  Every week  "
        #expect(Design.parts(typed: typed) == ["The same pair all term", "The younger one chooses", "Every week"])
        #expect(Design.parts(typed: " \n- \n").isEmpty)
    }
}

@Suite struct `A line about an activity` {
    private let activity = Activity(
        id: Identifier(rawValue: "a"), community: Example.community, organisation: Example.spit, text: "Visited Room 4",
        day: Example.day(-1), person: PersonID(rawValue: "mere"))

    @Test func `is changed by who wrote it and by who decides there`() {
        #expect(activity.mayBeChanged(by: PersonID(rawValue: "mere"), decidesThere: false))
        #expect(activity.mayBeChanged(by: PersonID(rawValue: "ngaire"), decidesThere: true))
        #expect(!activity.mayBeChanged(by: PersonID(rawValue: "oliver"), decidesThere: false))
        #expect(!activity.mayBeChanged(by: nil, decidesThere: false))
    }

    @Test func `cannot be taken back once a gem came from it`() {
        #expect(throws: ActivityRefusal.gemCameFromIt("Sound walks")) {
            try activity.requireRemovable(gems: ["Sound walks"])
        }
        #expect(throws: Never.self) { try activity.requireRemovable(gems: []) }
    }
}
