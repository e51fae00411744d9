import Ground
import Foundation
import Testing

@testable import Rosters

@Suite struct `Checking a OneRoster package` {
    private func rules(_ check: OneRosterCheck) -> Set<OneRosterRule> { Set(check.departures.map(\.rule)) }

    @Test(arguments: ["valid", "valid-bom", "valid-extension-columns"])
    func `accepts what keeps to the binding`(name: String) throws {
        let check = OneRosterCheck(try TestPackage.gradebook(name).files, file: "\(name).zip")
        #expect(check.departures == [])
        #expect(check.isAccepted)
        #expect(check.format == .oneRoster12)
        #expect(check.mode == "bulk")
    }

    @Test func `counts the rows of every file`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("valid").files)
        // The counts that expected.json gives for the package.
        #expect(
            check.counts == [
                "academicSessions": 5, "categories": 2, "classes": 6, "courses": 3, "demographics": 49,
                "enrollments": 55, "lineItems": 24, "lineItemScoreScales": 12, "orgs": 4, "results": 196, "roles": 55,
                "scoreScales": 6, "users": 55,
            ])
    }

    @Test func `says what each faulty variant departs from, and where`() throws {
        let expected: [(name: String, place: String)] = [
            ("bad-date", "OR-056 academicSessions.csv:3 startDate 02/02/2026 day-first-dates"),
            ("bad-duplicate-id", "OR-045 users.csv:3 sourcedId sch-1-y5-kaiako repeated-rows"),
            ("bad-empty-file", "OR-020 demographics.csv:1   empty-files"),
            ("bad-enum", "OR-063 results.csv:2 scoreStatus graded "),
            ("bad-header-case", "OR-024 users.csv:1 enableduser enableduser heading-case"),
            ("bad-manifest-mismatch", "OR-018 manifest.csv:20 value bulk manifest-mismatch"),
            ("bad-orphan-enrolment", "OR-069 enrollments.csv:3 userSourcedId u9999 "),
        ]
        for (name, place) in expected {
            let check = OneRosterCheck(try TestPackage.gradebook(name).files)
            #expect(check.departures.map(\.place) == [place], "\(name)")
            #expect(!check.isAccepted, "\(name)")
        }
    }

    @Test func `names both lines of a duplicate`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("bad-duplicate-id").files)
        let sentence = try #require(check.departures.first).words.text
        #expect(sentence == #""sch-1-y5-kaiako" names two records: on line 2 and on line 3."#)
    }

    @Test func `wants the files at the root`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("bad-enclosing-folder").files)
        #expect(rules(check) == [.enclosingFolder])
        #expect(!check.isAccepted)
    }

    @Test func `warns of a manifest that says another version`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("bad-version-conflict").files)
        #expect(check.departures.map(\.rule) == [.versionConflict])
        #expect(check.isAccepted)
    }

    @Test func `takes a manifest alone for no updates`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("no-changes-manifest-only").files)
        #expect(check.departures == [])
        #expect(check.mode == "none")
        #expect(check.isAccepted)
    }

    @Test func `accepts a delta, whose references lead outside`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("delta-users").files)
        #expect(check.departures == [])
        #expect(check.mode == "delta")
    }

    @Test func `accepts a package that would remove half the roll: that is for the preview to ask`() throws {
        #expect(OneRosterCheck(try TestPackage.gradebook("bulk-drops-half-the-roll").files).isAccepted)
    }

    @Test func `accepts both spellings of the file of course resources`() {
        for spelling in ["courseResources", "courseResourses"] {
            var package = TestPackage.harbour
            package["resources.csv"] = """
                sourcedId,status,dateLastModified,vendorResourceId,title,roles,importance,vendorId,applicationId
                b1,,,isbn-1,Book,"student,teacher",primary,,

                """
            package["\(spelling).csv"] = """
                sourcedId,status,dateLastModified,title,courseSourcedId,resourceSourcedId
                cr1,,,,read,b1

                """
            package.change("file.resources,absent", to: "file.resources,bulk", in: "manifest.csv")
            package.change("file.courseResources,absent", to: "file.\(spelling),bulk", in: "manifest.csv")
            #expect(OneRosterCheck(package.files).departures == [])
        }
    }

    @Test func `never repeats a password`() throws {
        let package = TestPackage.harbour.changed(",5,,,,,,,north,", to: ",5,Hunter2!,,,,,,north,", in: "users.csv")
        let check = OneRosterCheck(package.files)
        #expect(check.departures.map(\.rule) == [.passwordFilled])
        #expect(check.isAccepted)
        let json = String(decoding: try JSONEncoder().encode(check), as: UTF8.self)
        #expect(!json.contains("Hunter2"))
    }

    @Test func `lists the first 500 of a kind and counts the rest`() {
        var package = TestPackage.harbour
        let many = (0..<700).map { "m\($0),,,TRUE,m\($0),,A,B,,,,,,,,,,,,,,north,\n" }.joined()
        package["users.csv"] += many
        package["roles.csv"] += (0..<700).map { "rm\($0),,,m\($0),primary,student,,,north,\n" }.joined()
        let check = OneRosterCheck(package.files)
        #expect(check.departures.count == 500)
        #expect(check.occurrences == [.booleanCase: 700])
        #expect(check.unlisted == 200)
    }

    @Test func `says it all in JSON`() throws {
        let check = OneRosterCheck(try TestPackage.gradebook("bad-date").files, file: "bad-date.zip")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(check.departures), as: UTF8.self)
        #expect(
            text == """
                [{"column":"startDate","file":"academicSessions.csv","line":3,\
                "mend":"Write it as 2026-02-28: year, month, day.","repair":"day-first-dates","rule":"OR-056",\
                "sentence":"\\"02/02/2026\\" is not a date as the format writes it.","severity":"error",\
                "value":"02/02/2026"}]
                """)
        let whole = try #require(
            try JSONSerialization.jsonObject(with: encoder.encode(check)) as? [String: Any])
        #expect(whole["accepted"] as? Bool == false)
        #expect(whole["version"] as? String == "1.2")
        #expect(whole["mode"] as? String == "bulk")
    }
}

extension Departure {
    /// In one line: rule, place, heading, value, repair.
    var place: String {
        "\(rule.rawValue) \(file)\(line.map { ":\($0)" } ?? "") \(column ?? "") \(value ?? "") \(repair?.rawValue ?? "")"
    }
}
