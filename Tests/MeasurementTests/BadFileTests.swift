import Ground
import Tables
import Testing
import World

@testable import Measurement

@Suite struct `A file that cannot be read` {
    private func problem(_ bytes: [UInt8], rowLimit: Int? = nil) throws -> TableProblem? {
        var mapping = Mapping(kind: .results, columns: [.init("Id", .field(.localID)), .init("Date", .field(.day))])
        mapping.instrument = "harbour-scale"
        let plan = IntakePlan(
            mapping: mapping, pack: try IntakeDesk.pack(), today: IntakeDesk.today,
            matchingKey: [UInt8](repeating: 7, count: 32), rowLimit: rowLimit)
        do {
            _ = try IntakeReading.findings(in: .bytes(bytes), plan: plan, backdrop: IntakeBackdrop())
            return nil
        } catch let problem as TableProblem {
            return problem
        }
    }

    @Test func `says so in a sentence when it is empty`() throws {
        let found = try #require(try problem([]))
        #expect(found == .empty)
        #expect(found.words.text.hasSuffix("."))
    }

    @Test func `says so when it was cut off inside a quoted field`() throws {
        #expect(try problem(Array("Id,Date\n1,\"4/11/20".utf8)) == .unclosedQuote(line: 2))
    }

    @Test func `says so when it is a workbook, whatever its name`() throws {
        #expect(try problem([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0x14, count: 600)) != nil)
    }

    @Test func `says so when two columns are called alike`() throws {
        #expect(
            try problem(Array("Id,Date,id\n1,4/11/2026,1\n".utf8))
                == .duplicateHeading("id", columns: [1, 3], line: 1))
    }

    @Test func `says so when it lacks the columns of its template`() throws {
        #expect(throws: IntakeRefusal.columnsMissing(["Id", "Date"])) {
            _ = try problem(Array("Number,When\n1,4/11/2026\n".utf8))
        }
    }

    @Test func `says so when it has more rows than anybody brings`() throws {
        var bytes = Array("Id,Date\n".utf8)
        for _ in 0...100 { bytes += Array("1,4/11/2026\n".utf8) }
        #expect(try problem(bytes, rowLimit: 100) == .tooManyRows(limit: 100))
    }
}

@Suite struct `A file that can be read in part` {
    @Test func `loses the row whose cells cannot be told apart, and no other`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n2,4/11/2026,Reading,63,1,2\n3,4/11/2026,Reading,63\n",
            instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.counts == IntakeCounts(new: 2, refused: 1))
        #expect(findings.problems.map(\.code) == [.tooManyFields])
        #expect(findings.problems.map(\.line) == [3])
    }

    @Test func `in an old encoding is read, and says what it took it for`() throws {
        // Windows-1252: é is one byte, which is not UTF-8.
        let bytes = Array("Id,Ethnicity\n1,Caf".utf8) + [0xE9] + Array("\n2,European\n".utf8)
        let plan = IntakePlan(
            mapping: Mapping(
                kind: .learners, columns: [.init("Id", .field(.localID)), .init("Ethnicity", .groupWords)]),
            pack: try IntakeDesk.pack(), today: IntakeDesk.today, matchingKey: [UInt8](repeating: 7, count: 32))
        let findings = try IntakeReading.findings(in: .bytes(bytes), plan: plan, backdrop: IntakeBackdrop())
        #expect(findings.counts.new == 2)
        #expect(findings.notes.warnings.map(\.kind) == [.encodingGuessed])
        #expect(findings.notes.strayWords.contains { $0.word == "Café" })
    }

    @Test func `lists five thousand refusals and counts the rest`() throws {
        let rows = (0..<6_000).map { "\(90_000 + $0),4/11/2026,Reading,63\n" }.joined()
        let findings = try IntakeDesk.read("Id,Date,Subject,Scale score\n" + rows, instrument: "harbour-scale")
        #expect(findings.counts.refused == 6_000)
        #expect(findings.problems.count == IntakeFindings.problemLimit)
        #expect(findings.notes.problemsNotListed == 1_000)
    }
}
