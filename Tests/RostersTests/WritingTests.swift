import Tables
import Ground
import Testing

@testable import Rosters

@Suite struct `Writing a roster` {
    private func written(_ roster: Roster, as format: RosterFormat = .oneRoster12) throws -> [RosterFile] {
        var writer = try OneRosterWriter(roster, as: format)
        return writer.files().map { RosterFile(name: $0.name, source: .bytes($0.bytes)) }
    }

    @Test func `keeps to the binding and gives the roster back`() throws {
        let roster = RosterReading(try TestPackage.gradebook("valid").files).roster
        let files = try written(roster)
        let check = OneRosterCheck(files)
        #expect(check.departures == [])
        #expect(check.counts["results"] == 196)
        let again = RosterReading(files).roster
        #expect(again.learners == roster.learners)
        #expect(again.results == roster.results)
        #expect(again.lineItems == roster.lineItems)
        #expect(again.scoreScales == roster.scoreScales)
        #expect(again.classes == roster.classes)
    }

    @Test func `has no byte order mark, no names and nothing added to text`() throws {
        var roster = RosterReading(TestPackage.harbour.files).roster
        roster.classes[0].title = "=SUM(A1), \"quoted\"\nand more"
        var writer = try OneRosterWriter(roster)
        let files = Dictionary(
            uniqueKeysWithValues: writer.files().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(
            files["classes.csv"]?.split(separator: "\r\n").last
                == #"r5,,,"=SUM(A1), ""quoted"" and more",5,read,R5,homeroom,,north,t1,,,"#)
        #expect(files["users.csv"]?.contains("u1,,,true,u1,{NSN:100000037},Learner,u1,,L1,") == true)
        #expect(files["manifest.csv"]?.hasPrefix("propertyName,value\r\nmanifest.version,1.0\r\n") == true)
        #expect(files.values.allSatisfy { !$0.contains("Āwhina") })
        #expect(files["demographics.csv"] == nil)
        #expect(files["manifest.csv"]?.contains("file.demographics,absent") == true)
    }

    @Test func `comes in pieces`() throws {
        var roster = RosterReading(TestPackage.harbour.files).roster
        roster.learners = (0..<5000).map { number in
            var learner = Roster.Learner(id: "u\(number)")
            learner.organisations = ["north"]
            return learner
        }
        roster.enrollments = []
        roster.results = []
        var writer = try OneRosterWriter(roster)
        var pieces: [String] = []
        while let piece = writer.next() { pieces.append(piece.name) }
        #expect(pieces.count { $0 == "users.csv" } == 3)
        #expect(OneRosterCheck(try written(roster)).departures == [])
    }

    @Test func `as 1.1 puts role and school beside the user`() throws {
        var roster = RosterReading(TestPackage.harbour.files).roster
        roster.results.removeAll { $0.score.isEmpty }
        let files = try written(roster, as: .oneRoster11)
        let check = OneRosterCheck(files)
        #expect(check.departures == [])
        #expect(check.format == .oneRoster11)
        #expect(RosterReading(files).roster.learners == roster.learners)
    }

    @Test func `as 1.1 refuses a result without a score, which 1.1 does not know`() throws {
        let roster = RosterReading(TestPackage.harbour.files).roster
        #expect(throws: RosterWritingProblem.empty(column: "score", file: "results.csv", record: "x2")) {
            try OneRosterWriter(roster, as: .oneRoster11)
        }
    }

    @Test func `refuses what the strict check would find`() throws {
        let whole = RosterReading(TestPackage.harbour.files).roster
        func problem(_ change: (inout Roster) -> Void) -> RosterWritingProblem? {
            var roster = whole
            change(&roster)
            do throws(RosterWritingProblem) {
                _ = try OneRosterWriter(roster)
                return nil
            } catch { return error }
        }
        #expect(
            problem { $0.results[0].lineItem = "x" }
                == .missing(id: "x", column: "lineItemSourcedId", file: "results.csv", record: "x1"))
        #expect(
            problem { $0.learners[0].id = "=1+1" }
                == .unwritable(value: "=1+1", column: "sourcedId", file: "users.csv", record: "=1+1"))
        #expect(problem { $0.learners[1].id = "u1" } == .twice(id: "u1", file: "users.csv"))
        #expect(
            problem { $0.organisations[0].name = "" }
                == .empty(column: "name", file: "orgs.csv", record: "town"))
        #expect(
            problem { $0.sessions[0].end = $0.sessions[0].start }
                == .unwritable(value: "2026-01-26", column: "endDate", file: "academicSessions.csv", record: "y26"))
        #expect(problem { _ in } == nil)
    }

    @Test(arguments: UInt64(1)...25)
    func `any roster is written without a departure and read back as it was`(seed: UInt64) throws {
        var chance = Dice(seed: seed)
        let roster = Roster.invented(by: &chance)
        for format in [RosterFormat.oneRoster12, .oneRoster11] {
            let files = try written(roster, as: format)
            let check = OneRosterCheck(files)
            #expect(check.departures.filter { $0.rule != .vocabularyExtension } == [])
            #expect(check.format == format)
            let again = RosterReading(files, repairs: [])
            #expect(again.refusedRows == 0)
            #expect(again.roster.learners.map(\.id) == roster.learners.map(\.id))
            #expect(again.roster.learners.map(\.userIDs) == roster.learners.map(\.userIDs))
            #expect(again.roster.learners.map(\.grades) == roster.learners.map(\.grades))
            #expect(
                again.roster.learners.map { Set($0.organisations) } == roster.learners.map { Set($0.organisations) })
            #expect(again.roster.enrollments == roster.enrollments)
            #expect(again.roster.organisations == roster.organisations)
            #expect(again.roster.classes == roster.classes)
            #expect(again.roster.results.map(\.score) == roster.results.map(\.score))
        }
    }
}

/// SplitMix64, so that a failing seed can be looked at again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Roster {
    /// A roster of any size, whose texts hold what texts may hold.
    static func invented(by dice: inout Dice) -> Roster {
        var roster = Roster()
        let titles = ["Rūma 5", "a, b; \"c\"", "=1+1", "-", "@home", "sep=;", "Ōtākaro\u{301}", "  two ", "🐚", "'='"]
        func title() -> String { titles.randomElement(using: &dice)!.tidied }
        func id(_ kind: String, _ number: Int) -> String {
            ["\(kind)\(number)", "\(kind)-\(number)/x", "\(number).\(kind)@a_b"].randomElement(using: &dice)!
        }
        func days() -> (Day, Day) {
            let start = Day(year: 2026, month: 1, dayOfMonth: 1)!.adding(days: .random(in: 0...200, using: &dice))
            return (start, start.adding(days: .random(in: 1...100, using: &dice)))
        }
        roster.organisations = (0...Int.random(in: 0...3, using: &dice)).map {
            Organisation(
                id: id("o", $0), name: title(), type: ["school", "district", "ext:kura"].randomElement(using: &dice)!)
        }
        for index in roster.organisations.indices.dropFirst() where Bool.random(using: &dice) {
            roster.organisations[index].parent = roster.organisations[0].id
        }
        let organisations = roster.organisations.map(\.id)
        roster.sessions = (0...Int.random(in: 0...2, using: &dice)).map {
            let (start, end) = days()
            return Session(id: id("s", $0), title: title(), type: "term", start: start, end: end, schoolYear: 2026)
        }
        let sessions = roster.sessions.map(\.id)
        roster.learners = (0...Int.random(in: 0...30, using: &dice)).map { number in
            var learner = Learner(id: id("u", number))
            learner.organisations = Array(Set(organisations.shuffled(using: &dice).prefix(2)))
            learner.grades = [[], ["5"], ["Y6", "7"]].randomElement(using: &dice)!
            learner.userIDs = [
                [], [UserID(kind: "NSN", value: "\(100_000_000 + number)")],
                [UserID(kind: "LDAP", value: "a b"), UserID(kind: "x", value: "ā")],
            ].randomElement(using: &dice)!
            learner.sex = [nil, .female, .male].randomElement(using: &dice)!
            learner.isEnabled = Bool.random(using: &dice)
            return learner
        }
        roster.courses = [Course(id: "c", title: title(), organisation: organisations[0])]
        roster.classes = (0...Int.random(in: 0...4, using: &dice)).map {
            SchoolClass(
                id: id("k", $0), title: title(), course: "c", organisation: organisations.randomElement(using: &dice)!,
                sessions: sessions)
        }
        roster.categories = [Category(id: "cat", title: title())]
        for learner in roster.learners where Bool.random(using: &dice) {
            let schoolClass = roster.classes.randomElement(using: &dice)!
            let (begin, end) = days()
            roster.enrollments.append(
                Enrollment(
                    id: "e.\(learner.id)", learner: learner.id, schoolClass: schoolClass.id,
                    organisation: schoolClass.organisation, begin: begin, end: Bool.random(using: &dice) ? end : nil))
        }
        for number in 0..<Int.random(in: 0...3, using: &dice) {
            let (start, end) = days()
            roster.lineItems.append(
                LineItem(
                    id: id("l", number), title: title(), text: title(), assigned: start, due: end,
                    schoolClass: roster.classes[0].id, category: "cat", session: sessions[0], minimum: "0",
                    maximum: "12.5", organisation: organisations[0]))
        }
        for (number, learner) in roster.learners.enumerated() {
            guard let item = roster.lineItems.randomElement(using: &dice) else { break }
            roster.results.append(
                Result(
                    id: "r\(number)", lineItem: item.id, learner: learner.id, status: .fullyGraded,
                    score: ["0", "-3.50", "12"].randomElement(using: &dice)!, date: item.due))
        }
        return roster
    }
}
