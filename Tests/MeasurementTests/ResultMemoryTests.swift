import Ground
import Testing

@testable import Measurement

@Suite struct `What is remembered of a file's cells` {
    private static let columns = [
        ("Id", ["1", "1", "2", "3", "01", "6", "7", "8", "", " 2", "1.0"]),
        ("NSN", ["", "", "", "123456789", "987654321", "1.2E+08"]),
        (
            "Date",
            ["4/11/2026", "4/11/2026", "4/11/2026", "4/11/2026", "5/11/2026", "2026-11-04", "12/11/2025", "", "soon"]
        ),
        ("Subject", ["Reading", "Reading", "Mathematics", "Writing", "Pāngarau", "PÄngarau", "Surfing"]),
        ("Tool", ["harbour-scale", "harbour-scale", "harbour-scale", "Pipit test", "Teacher judgement"]),
        ("Result", ["63", "63", "63", "63", "64", "4", "At", "at", "-", "abs", "", "1,5", "'-3"]),
        ("Year level", ["5", "5", "5", "5", "Year 6", "", "14"]),
        ("Norms", ["", "", "", "", "2022", "N?rms"]),
        ("Assessor type", ["teacher", "", "", "", "leader"]),
    ]

    /// A row that somebody mended is always read with care: mending each with what it says leaves nothing to remember.
    @Test func `says what a careful reading says, row by row`() throws {
        var all = IntakeCounts()
        for seed in 0..<60 as Range<UInt64> {
            var chance = Chance(state: seed)
            let hasNSN = Bool.random(using: &chance)
            let columns = Self.columns.filter { $0.0 != "NSN" || hasNSN }
            var (lines, ids) = ([columns.map(\.0).joined(separator: ",")], [String]())
            for _ in 0..<120 {
                let cells = columns.map { ($0.1.randomElement(using: &chance) ?? "").quoted }
                lines.append(cells.joined(separator: ","))
                ids.append(cells[0])
            }
            let text = lines.joined(separator: "\n") + "\n"
            let mends = ids.enumerated().map { IntakeMend(line: $0 + 2, heading: "Id", value: $1) }
            let adds = Bool.random(using: &chance)
            let quick = try findings(text, mends: [], addsLearners: adds)
            let careful = try findings(text, mends: mends, addsLearners: adds)
            #expect(quick.counts == careful.counts, "seed \(seed)")
            #expect(quick.problems == careful.problems, "seed \(seed)")
            #expect(quick.results == careful.results, "seed \(seed)")
            #expect(quick.changes == careful.changes, "seed \(seed)")
            #expect(quick.learners == careful.learners && quick.newLearners == careful.newLearners, "seed \(seed)")
            #expect(quick.notes == careful.notes, "seed \(seed)")
            all.add(quick.counts)
        }
        #expect(all.new > 0 && all.changed > 0 && all.unchanged > 0 && all.refused > 0)
    }

    private func findings(_ text: String, mends: [IntakeMend], addsLearners: Bool) throws -> IntakeFindings {
        let plan = IntakePlan(
            mapping: try IntakeDesk.guess(text, kind: .results), pack: try IntakeDesk.pack(), today: IntakeDesk.today,
            matchingKey: [UInt8](repeating: 7, count: 32), addsLearners: addsLearners, mends: mends)
        var backdrop = IntakeBackdrop()
        backdrop.register = IntakeDesk.five
        let day = try #require(Day(text: "2026-11-04"))
        for learner in 1...5 {
            try backdrop.add(
                ResultKey(learner: learner, construct: "reading", instrument: "harbour-scale", day: day),
                KnownResult(
                    number: learner == 1 ? 63 : 50, level: nil, version: nil, norms: nil, yearLevel: 5,
                    assessor: learner == 3 ? "teacher" : nil))
        }
        return try IntakeReading.findings(in: IntakeDesk.source(text), plan: plan, backdrop: backdrop)
    }
}

extension String {
    fileprivate var quoted: String { contains(",") ? "\"\(self)\"" : self }
}

/// Chance that is the same in every run (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
