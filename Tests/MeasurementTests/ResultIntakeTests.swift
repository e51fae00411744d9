import Ground
import Testing
import World

@testable import Measurement

@Suite struct `A row of results` {
    @Test func `is taken when all is well`() throws {
        #expect(try IntakeDesk.codes() == [])
    }

    @Test func `is refused without a learner we know`() throws {
        #expect(try IntakeDesk.codes(id: "") == [.missingID])
        #expect(try IntakeDesk.codes(id: "99") == [.unknownLearner])
        #expect(try IntakeDesk.codes(id: "1.23E+08") == [.spreadsheetNumber])
        #expect(try IntakeDesk.codes(id: String(repeating: "7", count: 65)) == [.tooLong])
    }

    @Test func `is refused on a day that cannot be`() throws {
        #expect(try IntakeDesk.codes(day: "") == [.dayMissing])
        #expect(try IntakeDesk.codes(day: "31/2/2026") == [.notADay])
        #expect(try IntakeDesk.codes(day: "1/1/1989") == [.dayLongAgo])
        #expect(try IntakeDesk.codes(day: "2026-11-22") == [])
        #expect(try IntakeDesk.codes(day: "2026-11-23") == [.dayInTheFuture])
    }

    @Test func `is refused with a result the tool does not give`() throws {
        #expect(try IntakeDesk.codes(score: "") == [.resultMissing])
        #expect(try IntakeDesk.codes(score: "abs") == [.notANumber])
        #expect(try IntakeDesk.codes(score: "690") == [.outOfRange])
        #expect(try IntakeDesk.codes(score: "120") == [])
        #expect(try IntakeDesk.codes(score: "At", instrument: "teacher-judgement") == [])
        #expect(try IntakeDesk.codes(score: "well-below", instrument: "teacher-judgement") == [])
        #expect(try IntakeDesk.codes(score: "Beyond", instrument: "teacher-judgement") == [.unknownLevel])
        #expect(try IntakeDesk.codes(score: "10", instrument: "pipit-test") == [.outOfRange])
    }

    @Test func `is refused for what the programme or the tool does not measure`() throws {
        #expect(try IntakeDesk.codes(subject: "Pāngarau") == [])
        #expect(try IntakeDesk.codes(subject: "Surfing") == [.unknownConstruct])
        #expect(try IntakeDesk.codes(subject: "Writing") == [.notMeasured])
    }

    @Test func `is refused with a year level that is none`() throws {
        #expect(try IntakeDesk.codes(year: "14") == [.yearLevel])
        #expect(try IntakeDesk.codes(year: "99") == [.yearLevel])
        #expect(try IntakeDesk.codes(year: "0") == [])
        #expect(try IntakeDesk.codes(year: "") == [])
    }

    @Test func `is told every reason at once`() throws {
        #expect(try IntakeDesk.codes(id: "99", day: "soon", score: "abs") == [.unknownLearner, .notADay, .notANumber])
    }

    @Test func `is refused the second time, with the line of the first`() throws {
        let findings = try IntakeDesk.read(
            """
            Id,Date,Subject,Scale score
            1,4/11/2026,Reading,63
            1,4/11/2026,Mathematics,60
            1,04/11/2026,reading,64

            """, instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.counts == IntakeCounts(new: 2, refused: 1))
        #expect(findings.problems.map(\.line) == [4])
        #expect(findings.problems.map(\.detail) == ["2"])
    }

    @Test func `may mend an earlier row that was refused`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,abs\n1,4/11/2026,Reading,63\n",
            instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.counts == IntakeCounts(new: 1, refused: 1))
    }

    @Test func `takes the year level of the list where the file has none, this year only`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n1,4/11/2025,Reading,61\n",
            instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.results.map(\.result.yearLevel) == [5, nil])
    }
}

@Suite struct `A file of results` {
    private func key(_ learner: Int, _ day: String, _ construct: String = "reading") throws -> ResultKey {
        ResultKey(
            learner: learner, construct: construct, instrument: "harbour-scale", day: try #require(Day(text: day)))
    }

    private func score(_ number: Double) -> KnownResult {
        KnownResult(number: number, level: nil, version: nil, norms: nil, yearLevel: 5, assessor: nil)
    }

    @Test func `is told apart into new, changed, unchanged and missing`() throws {
        let known = [
            try key(1, "2026-11-04"): score(63), try key(2, "2026-11-04"): score(60),
            try key(3, "2026-11-05"): score(70),
            // Another term, another construct: the file does not speak of them, so they are not missing.
            try key(4, "2026-06-10"): score(50), try key(4, "2026-11-04", "mathematics"): score(50),
        ]
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63.0\n2,4/11/2026,Reading,61\n5,4/11/2026,Reading,77\n",
            instrument: "harbour-scale", knowing: IntakeDesk.five, results: known)
        #expect(findings.counts == IntakeCounts(new: 1, changed: 1, unchanged: 1, missing: 1))
        #expect(findings.results.map(\.key.learner) == [2, 5])
    }

    @Test func `does not lose what a refused row speaks of`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,abs\n", instrument: "harbour-scale",
            knowing: IntakeDesk.five, results: [try key(1, "2026-11-04"): score(63)])
        #expect(findings.counts == IntakeCounts(missing: 0, refused: 1))
    }

    @Test func `adds learners only when told to, and only with a result that is taken`() throws {
        let text =
            "Id,Date,Subject,Scale score\n8,4/11/2026,Reading,abs\n9,4/11/2026,Reading,63\n9,4/11/2026,Mathematics,60\n"
        let refused = try IntakeDesk.read(text, instrument: "harbour-scale")
        #expect(refused.counts == IntakeCounts(refused: 3))
        #expect(refused.learners.isEmpty)
        let added = try IntakeDesk.read(text, instrument: "harbour-scale", addsLearners: true)
        #expect(added.counts == IntakeCounts(new: 2, refused: 1))
        #expect(added.newLearners.map(\.localID) == ["9"])
        #expect(Set(added.results.map(\.key.learner)) == Set(added.newLearners.map(\.learner)))
    }

    @Test func `of a tool that the programme has no expectation for is kept, and says that it is not shown`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n2,4/11/2026,Reading,61\n3,4/11/2026,Mathematics,5\n",
            instrument: "pat", knowing: IntakeDesk.five)
        #expect(findings.counts == IntakeCounts(new: 3))
        #expect(
            findings.notes.unjudged == [
                IntakeNotes.Unjudged(
                    construct: "Reading", instrument: "Progressive Achievement Tests (PAT)", count: 2, isInPart: false),
                IntakeNotes.Unjudged(
                    construct: "Mathematics", instrument: "Progressive Achievement Tests (PAT)", count: 1,
                    isInPart: false),
            ])
        #expect(
            IntakeWords.unjudged("PAT", "reading", 40).text
                == "The programme does not say what is expected of PAT in reading, so these 40 results are kept but not shown."
        )
    }

    @Test func `says of which results nothing is expected where that is so for some year levels only`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Score,Year level\n1,4/11/2026,Reading,4,2\n2,4/11/2026,Reading,4,3\n3,4/11/2026,Reading,4,11\n",
            kind: .results, instrument: "pipit-test", knowing: IntakeDesk.five)
        // Year 11 is of no measure here: that is not for lack of an expectation.
        #expect(findings.notes.unjudged.map(\.count) == [1])
        #expect(findings.notes.unjudged.map(\.isInPart) == [true])
        let judged = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n", instrument: "harbour-scale",
            knowing: IntakeDesk.five)
        #expect(judged.notes.unjudged.isEmpty)
    }

    @Test func `with its months first is read so, and says it`() throws {
        let findings = try IntakeDesk.read(
            "Id,Date,Subject,Scale score\n1,11/4/2026,Reading,63\n2,11/14/2026,Reading,64\n",
            instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.notes.hasMonthFirst)
        #expect(findings.notes.firstDay == "2026-11-04")
        #expect(findings.counts.refused == 0)
    }

    @Test func `refuses dates that can be read two ways when it has both`() throws {
        let findings = try IntakeDesk.read(
            """
            Id,Date,Subject,Scale score
            1,11/4/2026,Reading,63
            2,10/14/2026,Reading,64
            3,14/10/2026,Reading,64

            """, instrument: "harbour-scale", knowing: IntakeDesk.five)
        #expect(findings.problems.map(\.code) == [.ambiguousDay])
        #expect(findings.counts.new == 2)
    }

    @Test func `of a bad day is refused row by row, each for its own reason`() throws {
        let learners = try IntakeDesk.read(World.learnersCSV(World.fiveSchools[2]))
        let register = LearnerRegister(
            learners.newLearners.map { entry in
                KnownLearner(
                    learner: -entry.learner, localID: entry.localID, matchDigest: entry.matchDigest,
                    yearLevel: entry.yearLevel, groups: entry.groups, until: nil, isVisible: true)
            })
        let findings = try IntakeDesk.read(World.blemishedCSV, instrument: "harbour-scale", knowing: register)
        #expect(findings.counts == IntakeCounts(new: World.unblemishedRows, refused: World.blemishes.count))
        let expected: [World.Blemish.Kind: IntakeProblemCode] = [
            .dayInTheFuture: .dayInTheFuture, .scoreOutOfRange: .outOfRange, .unknownLearner: .unknownLearner,
            .duplicate: .duplicate, .notANumber: .notANumber, .learnerMissing: .missingID,
        ]
        #expect(findings.problems.map(\.line) == World.blemishes.map(\.line))
        #expect(findings.problems.map(\.code) == World.blemishes.map { expected[$0.kind] })
    }
}

@Suite struct `A problem of a row` {
    @Test(arguments: IntakeProblemCode.allCases) func `says why and how to mend it`(_ code: IntakeProblemCode) {
        let problem = IntakeProblem(line: 4, column: "Score", value: "690", code: code, detail: "20 120")
        #expect(problem.why.text.hasSuffix("."))
        #expect(problem.mend.text.hasSuffix("."))
    }

    @Test func `never keeps a national number`() throws {
        let findings = try IntakeDesk.read(
            "NSN,Date,Subject,Scale score\n9999999999,4/11/2026,Reading,63\n", instrument: "harbour-scale")
        #expect(findings.problems.map(\.code) == [.unknownLearner])
        #expect(findings.problems.map(\.value) == [""])
        #expect(findings.problems.map(\.column) == ["NSN"])
    }
}
