import Ground
import Programmes
import Testing
import World

@testable import Measurement

@Suite struct `A list of learners` {
    @Test func `gives everyone their groups, in the words of the programme`() throws {
        let school = World.fiveSchools[2]
        let findings = try IntakeDesk.read(World.learnersCSV(school))
        #expect(findings.counts == IntakeCounts(new: school.roll))
        let learners = World.learners(of: school).filter { $0.left == nil }
        let order = try IntakeDesk.pack().groups.map(\.key)
        let expected = Dictionary(learners.map { ($0.localID, order.filter($0.groups.contains)) }) { first, _ in first }
        for entry in findings.learners {
            #expect(entry.groups.split(separator: " ").map(String.init) == expected[entry.localID])
        }
        #expect(findings.notes.strayWords.map(\.word).contains("European"))
    }

    @Test func `reads many words for a group, and lists those it does not know`() throws {
        let findings = try IntakeDesk.read(
            """
            Id,Ethnicity,ESOL,Māori
            1,Cook Islands Māori;NZ European,No,No
            2,211 NZ Maori,āe,
            3,Martian,Stage 2,Yes

            """, kind: .learners)
        #expect(findings.learners.map(\.groups) == ["pacific", "maori english-learners", "maori"])
        #expect(findings.notes.strayWords.map(\.word) == ["Martian", "NZ European", "Stage 2"])
    }

    @Test func `is told apart into new, changed, unchanged and missing`() throws {
        let findings = try IntakeDesk.read(
            "Id,Year level\n1,5\n2,6\n9,4\n", kind: .learners, knowing: IntakeDesk.five)
        #expect(findings.counts == IntakeCounts(new: 1, changed: 1, unchanged: 1, missing: 3))
        // What the file does not say stays as it was.
        #expect(findings.learners.map(\.learner) == [2, -1])
    }

    @Test func `may know its learners by their national numbers alone, and keeps none of them`() throws {
        let text = "NSN,Year level,Gender\n123456789,5,F\n123456780,6,M\n"
        let findings = try IntakeDesk.read(text, kind: .learners)
        #expect(findings.counts == IntakeCounts(new: 2))
        #expect(findings.learners.map(\.groups) == ["girls", "boys"])
        #expect(findings.learners.allSatisfy { $0.localID.hasPrefix("N-") && !$0.localID.contains("12345678") })
        let register = LearnerRegister(findings.learners.map { KnownLearner($0) })
        let results = try IntakeDesk.read(
            "NSN,Date,Subject,Scale score\n0123456789,4/11/2026,Reading,63\n", instrument: "harbour-scale",
            knowing: register)
        #expect(results.counts == IntakeCounts(new: 1))
    }

    @Test func `is refused where a learner stands twice or not at all`() throws {
        let findings = try IntakeDesk.read(
            "Id,NSN,Year level\n1,,5\n1,,5\n,,4\n7,,5\n7,,5\n", kind: .learners, knowing: IntakeDesk.five)
        #expect(findings.problems.map(\.code) == [.duplicate, .missingID, .duplicate])
        #expect(findings.problems.map(\.line) == [3, 4, 6])
    }
}

@Suite struct `A learner is known` {
    private func learner(_ number: Int, _ id: String, _ digest: String?, isVisible: Bool = true, left: Bool = false)
        -> KnownLearner
    {
        KnownLearner(
            learner: number, localID: id, matchDigest: digest, yearLevel: 5, groups: "",
            until: left ? World.today : nil, isVisible: isVisible)
    }

    private func match(_ known: [KnownLearner], _ id: String?, _ digest: String?) -> Int? {
        if case .known(let found) = LearnerRegister(known).match(localID: id, digest: digest) {
            found.learner
        } else {
            nil
        }
    }

    @Test func `by the national number before the school's own`() {
        let known = [learner(1, "10", "a"), learner(2, "20", nil)]
        #expect(match(known, "99", "a") == 1)
        #expect(match(known, "20", nil) == 2)
        #expect(match(known, "20", "b") == 2)
        #expect(match(known, "99", "b") == nil)
    }

    @Test func `not when the two numbers belong to two learners who are here`() {
        let register = LearnerRegister([learner(1, "10", "a"), learner(2, "20", "b")])
        #expect(register.match(localID: "20", digest: "a") == .contradiction)
        #expect(register.match(localID: "20", digest: "c") == .contradiction)
    }

    @Test func `as somebody else when the number of one who left was given away`() {
        let register = LearnerRegister([learner(1, "10", "a", left: true)])
        #expect(register.match(localID: "10", digest: "c") == .unknown)
        #expect(match([learner(1, "10", "a", left: true), learner(2, "10", "c")], "10", nil) == 2)
    }

    @Test func `under the old number when an undone list named them`() {
        #expect(match([learner(4, "10", "a", isVisible: false)], "10", "a") == 4)
    }
}
