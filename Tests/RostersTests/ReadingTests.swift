import Foundation
import Ground
import Testing

@testable import Rosters

@Suite struct `Reading a roster` {
    private func learner(_ id: String, of roster: Roster) throws -> Roster.Learner {
        try #require(roster.learners.first { $0.id == id })
    }

    @Test func `keeps learners, schools and results, and nobody's name`() throws {
        let reading = RosterReading(TestPackage.harbour.files)
        let roster = reading.roster
        #expect(reading.isUsable)
        #expect(reading.departures == [])
        #expect(reading.used == [])
        #expect(roster.learners.map(\.id) == ["u1", "u2", "u3"])
        #expect(roster.staffCount == 1)
        let first = try learner("u1", of: roster)
        #expect(first.userIDs == [Roster.UserID(kind: "NSN", value: "100000037")])
        #expect(first.organisations == ["north"])
        #expect(first.yearLevel == 5)
        #expect(try learner("u3", of: roster).yearLevel == 6)
        #expect(try !learner("u3", of: roster).isEnabled)
        #expect(roster.enrollments.map(\.id) == ["e1", "e2"])
        #expect(roster.results.map(\.status) == [.fullyGraded, .exempt])
        #expect(roster.results[0].number == 44)
        #expect(roster.scoreScales[0].steps.map(\.label) == ["Below", "At"])
        #expect(roster.sessions[1].end == Day(text: "2026-04-03"))
        #expect(!String(describing: roster).contains("Āwhina"))
    }

    @Test func `finds the national number under its name, or where it looks like one`() throws {
        let roster = RosterReading(TestPackage.harbour.files).roster
        #expect(try learner("u1", of: roster).nationalID == .init(value: "100000037", source: .named))
        #expect(try learner("u2", of: roster).nationalID == .init(value: "100000074", source: .looksLikeIt))
        #expect(try learner("u3", of: roster).nationalID == nil)
    }

    @Test func `counts what the gradebook package holds`() throws {
        let reading = RosterReading(try TestPackage.gradebook("valid").files)
        #expect(reading.roster.learners.count == 49)
        #expect(reading.roster.staffCount == 6)
        #expect(reading.roster.results.count == 196)
        // Counted in the file itself.
        let rows = try TestPackage.gradebook("valid")["results.csv"].split(whereSeparator: \.isNewline)
        #expect(reading.roster.results.count { $0.status == .exempt } == rows.count { $0.contains(",exempt,") })
        #expect(reading.roster.learners.allSatisfy { $0.nationalID != nil && $0.sex != nil })
        #expect(reading.refusedRows == 0)
    }

    @Test func `makes a repair only where it is switched on, and counts it`() throws {
        let package = TestPackage.harbour.changed("u1,,,true", to: "u1,,,TRUE", in: "users.csv")
        let strict = RosterReading(package.files, repairs: [])
        #expect(strict.roster.learners.map(\.id) == ["u2", "u3"])
        #expect(strict.offered.map(\.repair) == [.booleanCase])
        #expect(strict.offered.first?.first.line == 3)
        // What pointed to the refused user is refused as well, with its own place.
        #expect(
            strict.departures.map(\.rule) == [.booleanCase, .referenceMissing, .referenceMissing, .referenceMissing])
        #expect(strict.refusedRows == 4)
        let mended = RosterReading(package.files, repairs: [.booleanCase])
        #expect(mended.roster == RosterReading(TestPackage.harbour.files).roster)
        #expect(mended.used.map(\.count) == [1])
        #expect(mended.departures == [])
    }

    @Test func `leaves it to a person to say that the day stands first`() throws {
        let package = TestPackage.harbour.changed(
            "2026-02-02,2026-04-03", to: "3/2/2026,3/4/2026", in: "academicSessions.csv")
        #expect(RosterReading(package.files).offered.map(\.repair).contains(.dayFirstDates))
        let mended = RosterReading(package.files, repairs: RosterRepair.suggested.union([.dayFirstDates]))
        #expect(mended.roster.sessions[1].start == Day(text: "2026-02-03"))
        #expect(mended.used.first?.count == 2)
    }

    @Test func `leaves out empty cells behind the last heading, and never filled ones`() {
        func read(_ cells: String) -> RosterReading {
            RosterReading(TestPackage.harbour.changed("Standardised,", to: cells, in: "categories.csv").files)
        }
        #expect(read("Standardised,,,").used.map(\.repair) == [.extraCells])
        let shifted = read("Standard, or not,5")
        #expect(shifted.used == [])
        // The cells have moved: what stands under weight is no weight either.
        #expect(shifted.departures.prefix(2).map(\.rule) == [.tooManyCells, .integerForm])
        #expect(shifted.roster.categories == [])
    }

    @Test func `does not refuse the package for one row`() {
        let package = TestPackage.harbour.changed("44.0", to: "many", in: "results.csv")
        let reading = RosterReading(package.files)
        #expect(reading.isUsable)
        #expect(reading.refusedRows == 1)
        #expect(reading.departures.map(\.place) == ["OR-060 results.csv:2 score many "])
        #expect(reading.roster.results.map(\.id) == ["x2"])
    }

    @Test func `refuses the package when its users cannot be read`() {
        var package = TestPackage.harbour
        package["users.csv"] = "sourcedId,enabledUser\nu1,true\n"
        let reading = RosterReading(package.files)
        #expect(!reading.isUsable)
        #expect(reading.refusedFiles == ["users.csv"])
    }

    @Test func `strips a folder, and reads the same`() throws {
        let reading = RosterReading(try TestPackage.gradebook("bad-enclosing-folder").files)
        #expect(reading.used.map(\.repair) == [.enclosingFolder])
        #expect(reading.roster == RosterReading(try TestPackage.gradebook("valid").files).roster)
        #expect(!RosterReading(try TestPackage.gradebook("bad-enclosing-folder").files, repairs: []).isUsable)
    }

    @Test func `knows no learner without a role but by a delta`() throws {
        let roster = RosterReading(try TestPackage.gradebook("delta-users").files).roster
        #expect(roster.learners == [])
        #expect(roster.unnamedRoles.map(\.id) == ["u0048", "u0049"])
        #expect(roster.unnamedRoles.map(\.isToBeDeleted) == [true, false])
    }

    @Test func `goes by the enrolment where a user has no role`() {
        let package = TestPackage.harbour.changed("r2,,,u2,primary,student,,,north,\n", to: "", in: "roles.csv")
        let roster = RosterReading(package.files).roster
        #expect(roster.learners.map(\.id) == ["u1", "u2", "u3"])
    }

    @Test func `keeps no results of somebody who is no learner`() {
        let package = TestPackage.harbour.changed(
            "r2,,,u2,primary,student", to: "r2,,,u2,primary,teacher", in: "roles.csv")
        let roster = RosterReading(package.files).roster
        #expect(roster.learners.map(\.id) == ["u1", "u3"])
        #expect(roster.ofOthers == 2)
    }
}

// What follows departs as real exports do: a Moodle plug-in's fixtures (github.com/catalyst/moodle-enrol_oneroster) and
// TAO's samples (github.com/oat-sa/oneroster-import). The departures are theirs, the rows are our own.
@Suite struct `Reading what real systems export` {
    private static let common = "sourcedId,status,dateLastModified,"
    private static let modified = "active,2023-05-01T18:25:43.511Z,"

    /// After the plug-in's 1.1 sets: no courses.csv, `TRUE`, `Scheduled`, status in bulk, passwords.
    private static let moodle11 = TestPackage([
        "manifest.csv": """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,bulk
        file.categories,absent
        file.classes,bulk
        file.classResources,absent
        file.courses,absent
        file.courseResources,absent
        file.demographics,absent
        file.enrollments,bulk
        file.lineItems,absent
        file.orgs,bulk
        file.resources,absent
        file.results,absent
        file.users,bulk
        """,
        "orgs.csv": common + "name,type,identifier,parentSourcedId\no1,\(modified)Physics,department,P,o0",
        "academicSessions.csv": common
            + "title,type,startDate,endDate,parentSourcedId,schoolYear\ns1,,,Term,term,2022-09-01,2022-12-24,,2023",
        "users.csv": common + """
            enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,\
            phone,agentSourcedIds,grades,password
            t1,,,TRUE,o1,teacher,t.one,,Tea,Cher,,,,,,,,Password1-
            u1,active,2023-05-01,TRUE,o1,student,l.one,{LDAP:12},Lea,Rner,,,,,,t1,12,Password1-
            p1,,,TRUE,o1,parent,p.one,"{LDAP:12},{LTI:15}",Pa,Rent,,,,,,u1,,

            """,
        "classes.csv": common + """
            title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,\
            subjectCodes,periods
            c1,,,Physics,"09,10,11",crs1,P1,Scheduled,,o1,s1,"Science, Physics","PHY123, ASV120",1
            """,
        "enrollments.csv": common + """
            classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
            e1,,,c1,o1,t1,teacher,false,,
            e2,,,c1,o1,u1,student,false,2022-03-15,2022-06-15

            """,
    ])

    @Test func `a Moodle plug-in's 1.1 package is told every departure`() {
        let check = OneRosterCheck(Self.moodle11.files)
        #expect(check.format == .oneRoster11)
        #expect(
            check.departures.map(\.place) == [
                "OR-053 orgs.csv:2 status active status-in-bulk",
                "OR-053 orgs.csv:2 dateLastModified 2023-05-01T18:25:43.511Z status-in-bulk",
                "OR-069 orgs.csv:2 parentSourcedId o0 dangling-references",
                "OR-061 users.csv:2 enabledUser TRUE boolean-case", "OR-068 users.csv:2 password  ",
                "OR-053 users.csv:3 status active status-in-bulk",
                "OR-053 users.csv:3 dateLastModified 2023-05-01 status-in-bulk",
                "OR-057 users.csv:3 dateLastModified 2023-05-01 date-forms",
                "OR-061 users.csv:3 enabledUser TRUE boolean-case", "OR-068 users.csv:3 password  ",
                "OR-061 users.csv:4 enabledUser TRUE boolean-case",
                "OR-069 classes.csv:2 courseSourcedId crs1 missing-courses",
                "OR-063 classes.csv:2 classType Scheduled word-case",
            ])
    }

    @Test func `and is read by the suggested repairs, but for passwords`() {
        let reading = RosterReading(Self.moodle11.files)
        #expect(reading.isUsable)
        #expect(reading.refusedRows == 0)
        #expect(reading.used.map(\.repair) == [.statusInBulk, .booleanCase, .missingCourses, .wordCase])
        #expect(reading.used.map(\.count) == [4, 3, 1, 1])
        #expect(reading.roster.learners.map(\.id) == ["u1"])
        #expect(reading.roster.learners[0].yearLevel == 12)
        #expect((reading.roster.staffCount, reading.roster.familyCount) == (1, 1))
        #expect(reading.roster.classes[0].grades == ["09", "10", "11"])
        #expect(!String(describing: reading).contains("Password1"))
    }

    @Test func `misspelt headings, a file's name in lower case and day-first moments of 1.2 are told`() {
        var package = TestPackage.harbour
        for name in ["Given", "Middle", "Family"] {
            package.change("preferred\(name)Name", to: "preffered\(name)Name", in: "users.csv")
        }
        package.change("u1,,,", to: "u1,active,1/05/2023,", in: "users.csv")
        package["userprofiles.csv"] =
            "sourcedId,status,dataLastModified,userSourcedId,roleType,role,,\nq,,,u1,primary,student\n"
        let places = OneRosterCheck(package.files).departures.map(\.place)
        for place in [
            "OR-005 userprofiles.csv  userprofiles.csv file-names",
            "OR-025 users.csv:1 prefferedGivenName prefferedGivenName heading-spelling",
            "OR-053 users.csv:3 dateLastModified 1/05/2023 status-in-bulk",
            "OR-057 users.csv:3 dateLastModified 1/05/2023 day-first-dates",
            "OR-025 userprofiles.csv:1 dataLastModified dataLastModified heading-spelling",
            "OR-028 userprofiles.csv:1 roleType roleType unknown-columns",
            "OR-031 userprofiles.csv:1  7 unknown-columns", "OR-023 userprofiles.csv:1 profileType  ",
        ] {
            #expect(places.contains(place), "\(place) is not among \(places)")
        }
        // The file is of no use to us; that it cannot be read does not stop the others.
        let reading = RosterReading(package.files)
        #expect(reading.isUsable)
        #expect(reading.refusedFiles == ["userprofiles.csv"])
        #expect(reading.roster.learners.count == 3)
    }

    /// After TAO's samples: columns in another order, `grade`, `userId`, `userSourcedId`, `ext_…`, header-only files.
    private static let tao = TestPackage([
        "manifest.csv": """
        propertyName,value
        source.systemName,Manual
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,bulk
        file.orgs,bulk
        file.courses,bulk
        file.classes,bulk
        file.users,bulk
        file.enrollments,bulk
        file.demographics,bulk
        file.resources,absent
        file.courseResources,absent
        file.classResources,absent
        file.categories,absent
        file.lineItems,absent
        file.results,absent
        """,
        "academicSessions.csv": common + "title,type,startDate,endDate,parentSourcedId",
        "courses.csv": common + "schoolYearId,metadata.duration,title,courseCode,grade,orgSourcedId,subjects",
        "orgs.csv": common + """
            name,type,identifier,metadata.gender,parentSourcedId,ext_id
            12345,active,"2017-05-06 08:01:05",School 1,school,mine,mixed,,

            """,
        "users.csv": """
        sourcedId,enabledUser,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,\
        identifier,email,sms,phone,agents,ext_a
        user1,TRUE,,,12345,student,io,abc,Io,Pa,ident,,,,,

        """,
        "classes.csv": common + """
            title,grade,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,ext_id
            class1,active,2017-04-05,Class 1,2,,,scheduled,Here,12345,1,0,

            """,
        "enrollments.csv": """
        sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary
        enrol1,class1,12345,user1,student,active,,

        """,
        "demographics.csv": """
        userSourcedId,status,dateLastModified,birthdate,sex,americanIndianOrAlaskaNative,asian,\
        blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,\
        hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,\
        publicSchoolResidenceStatus
        """,
    ])

    @Test func `TAO's samples are told their departures`() {
        let places = Set(OneRosterCheck(Self.tao.files).departures.map(\.place))
        for place in [
            "OR-020 academicSessions.csv:1   empty-files", "OR-020 demographics.csv:1   empty-files",
            "OR-025 classes.csv:1 grade grade heading-spelling",
            "OR-025 demographics.csv:1 userSourcedId userSourcedId heading-spelling",
            "OR-024 demographics.csv:1 birthdate birthdate heading-case",
            "OR-026 enrollments.csv:1 classSourcedId 2 column-order",
            "OR-028 users.csv:1 ext_a ext_a unknown-columns",
            "OR-029 orgs.csv:1 metadata.gender 7 column-order",
            "OR-057 orgs.csv:2 dateLastModified 2017-05-06 08:01:05 date-forms",
            "OR-061 users.csv:2 enabledUser TRUE boolean-case", "OR-066 users.csv:2 userIds abc plain-user-ids",
        ] {
            #expect(places.contains(place), "\(place) is not among \(places.sorted())")
        }
    }

    @Test func `and are read once references to what is not there may be left out`() {
        let reading = RosterReading(Self.tao.files, repairs: RosterRepair.suggested.union([.danglingReferences]))
        #expect(reading.isUsable, "\(reading.departures.map(\.place))")
        #expect(reading.refusedRows == 0)
        #expect(reading.roster.learners.map(\.id) == ["user1"])
        #expect(reading.roster.learners[0].userIDs.map(\.value) == ["abc"])
        #expect(reading.roster.enrollments.map(\.schoolClass) == ["class1"])
        #expect(reading.roster.classes[0].grades == ["2"])
    }
}
