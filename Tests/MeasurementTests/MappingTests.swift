import Ground
import Programmes
import Testing
import World

@testable import Measurement

@Suite struct `A mapping is suggested` {
    private func uses(_ mapping: Mapping) -> [String: String] {
        Dictionary(mapping.columns.map { ($0.heading, $0.use.rawValue) }) { first, _ in first }
    }

    @Test func `for a list of learners, with groups by word and by yes or no`() throws {
        let mapping = try IntakeDesk.guess(World.learnersCSV(World.patikiFlat))
        #expect(mapping.kind == .learners)
        #expect(
            uses(mapping) == [
                "Local ID": "local-id", "NSN": "national-id", "Year level": "year-level", "Ethnicity (1)": "groups",
                "Ethnicity (2)": "groups", "Gender": "groups", "ESOL": "group:english-learners",
                "Learning support": "group:learning-support", "Leaving date": "leaving-day",
            ])
    }

    @Test func `for three tools with three headers`() throws {
        let harbour = try IntakeDesk.guess(World.resultsCSV(World.patikiFlat, .harbourScale))
        #expect(harbour.kind == .results)
        #expect(harbour.heading(of: .result) == "Scale score")
        #expect(harbour.heading(of: .day) == "Date tested")
        #expect(harbour.heading(of: .nationalID) == "NSN")
        let pipit = try IntakeDesk.guess(World.resultsCSV(World.ropewalk, .pipitTest))
        #expect(pipit.heading(of: .construct) == "Test")
        #expect(pipit.instrument == "pipit-test")
        #expect(pipit.heading(of: .norms) == "Norms")
        let judgement = try IntakeDesk.guess(World.resultsCSV(World.kotareCreek, .teacherJudgement))
        #expect(judgement.heading(of: .yearLevel) == "Year")
        #expect(judgement.heading(of: .construct) == "Area")
        #expect(judgement.instrument == "teacher-judgement")
    }

    @Test func `for headings in te reo Māori`() throws {
        let mapping = try IntakeDesk.guess(
            "Tau ākonga,Ingoa,Tau,Rā aromatawai,Marau,Kaute\n1,Aroha,5,4/11/2026,Pānui,63\n", file: "harbour-scale.csv")
        #expect(
            uses(mapping) == [
                "Tau ākonga": "local-id", "Tau": "year-level", "Rā aromatawai": "day", "Marau": "construct",
                "Kaute": "result",
            ])
        #expect(mapping.instrument == "harbour-scale")
    }

    @Test func `without taking a calendar year for a year level`() throws {
        let mapping = try IntakeDesk.guess("Id,Year,Date,Subject,Score\n1,2026,4/11/2026,Reading,63\n")
        #expect(mapping.heading(of: .yearLevel) == nil)
    }

    @Test func `without choosing between tools that fit alike`() throws {
        let mapping = try IntakeDesk.guess("Id,Date,Subject,Scale score\n1,4/11/2026,Reading,63\n")
        #expect(mapping.instrument == nil)
        let problems = mapping.problems(pack: try IntakeDesk.pack())
        #expect(problems.words(for: "instrument") == IntakeWords.instrumentNeeded)
    }

    @Test func `and columns that speak of a person are dropped and said to be`() throws {
        let text = World.resultsCSV(World.patikiFlat, .harbourScale)
        let dropped = try IntakeDesk.guess(text).dropped(from: IntakeReading.top(of: IntakeDesk.source(text)).headings)
        #expect(
            dropped == [
                DroppedColumn(heading: "Family name", isPersonal: true),
                DroppedColumn(heading: "First name", isPersonal: true),
            ])
    }
}

@Suite struct `A mapping` {
    @Test func `comes back from its text as it was`() throws {
        let mapping = try IntakeDesk.guess(World.learnersCSV(World.patikiFlat))
        #expect(Mapping(text: mapping.text) == mapping)
        #expect(Mapping(text: "{\"kind\":\"dreams\"}") == nil)
    }

    @Test func `belongs to a shape, whatever the order and the case of the headings`() {
        #expect(Mapping.signature(of: ["NSN", "Local ID"]) == Mapping.signature(of: ["local-id", "nsn"]))
        #expect(Mapping.signature(of: ["NSN", "Local ID"]) != Mapping.signature(of: ["NSN", "Local ID", "Score"]))
    }

    @Test func `needs an id, a day, a result, a tool and a construct`() throws {
        let problems = Mapping(kind: .results, columns: []).problems(pack: try IntakeDesk.pack())
        #expect(problems.all.map(\.field) == ["columns", "day", "columns", "instrument", "construct"])
    }

    @Test func `says one thing once`() throws {
        let mapping = Mapping(
            kind: .learners, columns: [.init("Id", .field(.localID)), .init("Number", .field(.localID))])
        #expect(!mapping.problems(pack: try IntakeDesk.pack()).isEmpty)
    }
}
