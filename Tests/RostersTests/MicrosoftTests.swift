import Tables
import Testing

@testable import Rosters

// After Microsoft's School Data Sync samples (github.com/OfficeDev/O365-EDU-Tools, MIT): their headings, our own rows.
@Suite struct `Reading Microsoft's School Data Sync` {
    private static let new = TestPackage([
        "orgs.csv": """
        sourcedId,name,type,parentSourcedId
        1,College of Harbours,college,
        2,Harbour School,school,1

        """,
        "academicSessions.csv": """
        sourcedId,title,type,schoolYear,startDate,endDate
        SY26,2026,schoolYear,2026,2026-01-26,2026-12-19

        """,
        "users.csv": """
        sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms
        11,a@school.example,Ann,Lee,P@ss,a@school.example,,,
        12,b@school.example,Bob,Lee,,,,,
        13,c@school.example,Cai,Lee,,,,,

        """,
        "roles.csv": """
        userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate
        11,2,student,SY26,10,TRUE,2026-01-26,2026-12-19
        12,2,teacher,SY26,,TRUE,,
        13,2,guardian,,,,,

        """,
        "classes.csv": """
        sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId
        21,2,Biology 10,SY26,

        """,
        "enrollments.csv": """
        classSourcedId,userSourcedId,role
        21,11,student
        21,12,teacher

        """,
        "demographics.csv": """
        userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,raceCodes
        11,female,2010-07-02,,,,,

        """,
    ])

    private static let old = TestPackage([
        "orgs.csv": "sourcedId,name,type,parentSourcedId\n2,Harbour School,school,\n",
        "users.csv": """
        sourcedId,orgSourcedIds,givenName,familyName,username,password,role,grade
        11,2,Ann,Lee,a@school.example,P@ss,Student,6
        12,2,Bob,Lee,b@school.example,,Teacher,

        """,
        "classes.csv": "sourcedId,orgSourcedId,title\n21,2,Maths\n",
        "enrollments.csv": "classSourcedId,userSourcedId,role\n21,11,Student\n21,12,Teacher\n",
    ])

    @Test func `v2.1 gives the same roster as OneRoster would`() {
        let reading = RosterReading(Self.new.files)
        #expect(reading.isUsable)
        #expect(reading.departures.map(\.rule) == [.passwordFilled])
        let roster = reading.roster
        #expect(roster.format == .microsoft21)
        #expect(roster.learners.map(\.id) == ["11"])
        #expect(roster.learners[0].organisations == ["2"])
        #expect(roster.learners[0].yearLevel == 10)
        #expect(roster.learners[0].sex == .female)
        #expect((roster.staffCount, roster.familyCount) == (1, 1))
        #expect(roster.enrollments.map(\.id) == ["21/11"])
        #expect(roster.classes[0].sessions == ["SY26"])
    }

    @Test func `v2 is told by its headings and read as well`() {
        let roster = RosterReading(Self.old.files).roster
        #expect(roster.format == .microsoft2)
        #expect(roster.learners.map(\.id) == ["11"])
        #expect(roster.learners[0].yearLevel == 6)
        #expect(roster.enrollments.map(\.learner) == ["11"])
    }

    @Test func `headings are wanted letter for letter`() {
        let package = Self.new.changed("orgSourcedId,role", to: "OrgSourcedID,role", in: "roles.csv")
        let check = OneRosterCheck(package.files)
        #expect(check.departures.map(\.rule) == [.passwordFilled, .headingCase])
        #expect(!check.isAccepted)
    }

    @Test func `users, roles and organisations must be there`() {
        var package = Self.new
        package.remove("roles.csv")
        let reading = RosterReading(package.files)
        #expect(!reading.isUsable)
        #expect(reading.departures.map(\.place).contains("OR-008 roles.csv   "))
    }

    @Test func `can go out as OneRoster once its classes have courses`() throws {
        var roster = RosterReading(Self.new.files).roster
        #expect(throws: RosterWritingProblem.empty(column: "courseSourcedId", file: "classes.csv", record: "21")) {
            try OneRosterWriter(roster)
        }
        roster.courses = [Roster.Course(id: "bio", title: "Biology", organisation: "2")]
        roster.classes[0].course = "bio"
        var writer = try OneRosterWriter(roster)
        let written = writer.files().map { RosterFile(name: $0.name, source: .bytes($0.bytes)) }
        #expect(OneRosterCheck(written).departures.map(\.place) == ["OR-064 orgs.csv:2 type ext:college "])
    }
}
