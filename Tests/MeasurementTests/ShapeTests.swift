import Foundation
import Ground
import Testing
import World

@testable import Measurement

@Suite struct `A wide table` {
    private let text = """
        Student ID,Surname,Year,PAT Reading Scale Score,PAT Reading Stanine,PAT Mathematics Scale Score
        1,Rata,5,63.1,6,48
        2,Kea,5,,,51
        3,Tui,5,-,-,abs

        """

    @Test func `has one result for each subject its headings name`() throws {
        let mapping = try IntakeDesk.guess(text)
        #expect(mapping.kind == .results)
        #expect(
            mapping.columns.map(\.use.rawValue) == [
                "local-id", "year-level", "result:reading:pat:", "result:mathematics:pat:",
            ])
    }

    @Test func `is taken cell by cell, with the day of the whole file`() throws {
        var mapping = try IntakeDesk.guess(text)
        mapping.day = Day(text: "2026-11-04")
        let plan = IntakePlan(
            mapping: mapping, pack: try IntakeDesk.pack(), today: IntakeDesk.today,
            matchingKey: [UInt8](repeating: 7, count: 32))
        var backdrop = IntakeBackdrop()
        backdrop.register = IntakeDesk.five
        let findings = try IntakeReading.findings(in: IntakeDesk.source(text), plan: plan, backdrop: backdrop)
        #expect(findings.counts == IntakeCounts(new: 3, refused: 1))
        #expect(findings.notes.withoutResult == 2)
        #expect(findings.problems.map(\.column) == ["PAT Mathematics Scale Score"])
        #expect(findings.problems.map(\.line) == [4])
        #expect(findings.results.map(\.key.construct) == ["reading", "mathematics", "mathematics"])
        #expect(Set(findings.results.map(\.row)).count == 3)
    }

    @Test func `finds its days in headings that name terms`() throws {
        let mapping = try IntakeDesk.guess("Id,Reading T1 2026,Reading Term 3 2026\n1,60,64\n")
        #expect(mapping.wide.compactMap(\.day?.description) == ["2026-04-19", "2026-10-11"])
    }

    @Test func `with a single column of results is a long one`() throws {
        let mapping = try IntakeDesk.guess(
            "NSN,Surname,First Name,Year,Test Date,PAT Reading Scale Score\n1,a,b,5,4/11/2026,61\n")
        #expect(mapping.heading(of: .result) == "PAT Reading Scale Score")
        #expect(mapping.construct == "reading")
        #expect(mapping.instrument == "pat")
        #expect(mapping.problems(pack: try IntakeDesk.pack()).isEmpty)
    }
}

@Suite struct `Numbers of learners` {
    @Test func `are found under a heading that says only Learner`() throws {
        let mapping = try IntakeDesk.guess("Learner,Score,Date\n104,61,4/11/2026\n")
        #expect(mapping.heading(of: .localID) == "Learner")
        #expect(mapping.heading(of: .result) == "Score")
        #expect(mapping.kind == .results)
    }

    @Test func `are taken out of a cell that also holds a name, which is not kept`() throws {
        let text = "Student name,Date,Subject,Scale score\n\"Rata, Hemi (104512)\",4/11/2026,Reading,63\n"
        let mapping = try IntakeDesk.guess(text)
        #expect(mapping.heading(of: .idInName) == "Student name")
        let findings = try IntakeDesk.read(text, instrument: "harbour-scale", addsLearners: true)
        #expect(findings.newLearners.map(\.localID) == ["104512"])
        let unknown = try IntakeDesk.read(text, instrument: "harbour-scale")
        #expect(unknown.problems.map(\.value) == [""])
    }
}

@Suite struct `A report in sections` {
    /// The shape of the e-asTTle tabular report; the rows are invented.
    private let text = """
        e-asTTle Tabular Report Created on 03/09/2026 at 22:52
        TestID,Test Name,Test Type,Student Master ID,NSN ID,Funding Year Level,Date Tested,Overall Score,Overall Level,Surface Score,Surface Level,Deep Score,Deep Level
        9001,Pānui T1,Reading,1,123456789,6,14/03/2026,1450,3B,1442,3B,1461,3P
        9001,Pānui T1,Reading,2,,6,14/03/2026,-,-,-,-,-,-
        Averages,,,,,,,1450

        TestID,Test Name,Test Type,Student Master ID,NSN ID,Funding Year Level,Date Tested,Overall Score,Overall Level,Surface Score,Surface Level,Deep Score,Deep Level
        9002,Pānui T3,Reading,1,123456789,6,02/09/2026,1490,3P,1480,3P,1502,3A
        Averages,,,,,,,1490

        """

    @Test func `names itself, and its averages and headings are passed over`() throws {
        let mapping = try IntakeDesk.guess(text, file: "AST_030926_2252.csv")
        #expect(mapping.instrument == "e-asttle")
        #expect(mapping.problems(pack: try IntakeDesk.pack()).isEmpty)
        let findings = try IntakeDesk.read(text, instrument: "e-asttle", addsLearners: true)
        #expect(findings.counts == IntakeCounts(new: 2))
        #expect(findings.notes.passedOver == 3)
        #expect(findings.notes.withoutResult == 1)
    }
}

@Suite struct `A sieve of results` {
    @Test func `finds the same whatever the number of its piles`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let one = try fates(ResultSieve(in: folder, expecting: 0))
        let many = try fates(ResultSieve(in: folder, expecting: 40_000_000))
        #expect(one.new == many.new && one.changed == many.changed && one.repeated == many.repeated)
        #expect(one.unchanged == many.unchanged && one.missing == many.missing)
        #expect(one.new > 0 && one.changed > 0 && one.repeated > 0 && one.unchanged > 0 && one.missing > 0)
    }

    private func fates(
        _ empty: ResultSieve
    ) throws -> (new: Int, changed: Int, unchanged: Int, repeated: Int, missing: Int) {
        var (sieve, codes) = (empty, ResultCodes())
        let day = try #require(Day(text: "2026-11-04"))
        func code(_ learner: Int) -> UInt64 {
            codes.code(learner: learner, construct: "reading", instrument: "pat", day: day)
        }
        for learner in 0..<200_000 where learner % 3 != 0 {
            try sieve.add(.init(code: code(learner), digest: UInt64(learner % 7), yearLevel: 5, role: .known))
        }
        var row = 0
        for learner in 0..<150_000 {
            for _ in 0...(learner % 1_000 == 0 ? 1 : 0) {
                try sieve.add(
                    .init(
                        code: code(learner), digest: UInt64(learner % 14), row: UInt32(row), line: UInt32(row + 2),
                        yearLevel: 5, saysYear: true, role: .found))
                row += 1
            }
        }
        let fates = try sieve.settled(rows: row)
        let all = (0..<row).map { fates[$0] }
        #expect(all.firstIndex(of: .repeated).flatMap { fates.firstLine(of: $0) } == 2)
        return (
            all.count { $0 == .new }, all.count { $0 == .changed }, all.count { $0 == .unchanged },
            all.count { $0 == .repeated }, fates.missing
        )
    }
}
