import Ground
import Testing

@testable import Rosters

@Suite struct `What a roster changes` {
    private func roster(_ name: String) throws -> Roster { RosterReading(try TestPackage.gradebook(name).files).roster }

    private func known() throws -> [RosterChange.Known] { try roster("valid").learners.map { RosterChange.Known($0) } }

    @Test func `is nothing when the same package comes again`() throws {
        let change = RosterChange(from: try known(), to: try roster("valid"))
        #expect(change.unchanged.count == 49)
        #expect((change.new, change.toBeDeleted, change.changed.count) == ([], [], 0))
        #expect(!change.mustAsk)
        #expect(change.question == nil)
    }

    @Test func `is nothing when a manifest stands alone`() throws {
        let roster = try roster("no-changes-manifest-only")
        let change = RosterChange(from: try known(), to: roster)
        #expect(roster.isWithoutChanges)
        #expect((change.new, change.toBeDeleted, change.unchanged) == ([], [], []))
    }

    @Test func `is only what a delta names`() throws {
        let change = RosterChange(from: try known(), to: try roster("delta-users"))
        #expect(change.toBeDeleted == ["u0048"])
        #expect(change.unchanged == ["u0049"])
        #expect((change.new, change.changed.count) == ([], 0))
        #expect(!change.mustAsk)
    }

    @Test func `marks those missing from a bulk package, and asks when they are many`() throws {
        let change = RosterChange(from: try known(), to: try roster("bulk-drops-half-the-roll"))
        #expect(change.toBeDeleted.count == 30)
        #expect(change.toBeDeleted.first == "u0020")
        #expect(change.unchanged.count == 19)
        #expect(change.mustAsk)
        #expect(
            change.question?.text == """
                30 of 49 learners are missing from the package and would be marked as to be deleted. Is the package \
                whole?
                """)
        let lenient = RosterChange.RemovalThreshold(share: 0.9, learners: 5)
        #expect(
            try !RosterChange(from: known(), to: roster("bulk-drops-half-the-roll"), threshold: lenient).mustAsk)
    }

    @Test func `asks beyond a tenth of the learners and beyond five, not at them`() {
        var roster = Roster()
        roster.modes = ["users": .bulk]
        func asks(_ total: Int, missing: Int) -> Bool {
            let known = (0..<total).map { RosterChange.Known(id: "u\($0)", organisations: [], yearLevel: nil) }
            roster.learners = (missing..<total).map { Roster.Learner(id: "u\($0)") }
            return RosterChange(from: known, to: roster).mustAsk
        }
        #expect(!asks(10, missing: 5))
        #expect(asks(10, missing: 6))
        #expect(!asks(60, missing: 6))
        #expect(asks(60, missing: 7))
    }

    @Test func `tells field by field`() throws {
        let before = RosterChange.Known(id: "u1", organisations: ["south"], yearLevel: 4, isEnabled: false)
        let change = RosterChange(from: [before], to: RosterReading(TestPackage.harbour.files).roster)
        #expect(
            change.changed == [
                .init(
                    id: "u1",
                    differences: [
                        .organisations(was: ["south"], becomes: ["north"]), .yearLevel(was: 4, becomes: 5),
                        .isEnabled(becomes: true),
                    ])
            ])
        #expect(change.new == ["u2", "u3"])
        #expect(change.words.text == "2 learners new, 1 changed, 0 unchanged, 0 to be deleted.")
    }
}
