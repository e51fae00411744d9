import Ground
import Rosters
import Tables
import Testing
import World

@testable import Measurement

/// A small package of two schools as its files stand in the archive; all invented.
private enum Package {
    static let orgs =
        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
        + "s1,,,Kōwhai School,school,9001,\ns2,,,Rātā School,school,9002,\n"
    static let roles =
        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n"

    static func users(_ rows: [String]) -> String {
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,"
            + "sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,"
            + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n" + rows.joined()
    }

    static func user(_ id: String, nsn: String = "", grade: Int, school: String = "s1") -> String {
        let ids = nsn.isEmpty ? "" : "{NSN:\(nsn)}"
        return "\(id),,,true,\(id),\(ids),Aroha,Rata,,\(nsn),,,,,\(grade),,,,,,,\(school),\n"
    }

    static func reading(_ learners: [(id: String, nsn: String, grade: Int, school: String)]) -> RosterReading {
        let files = [
            "manifest.csv": manifest(["orgs", "roles", "users"]),
            "orgs.csv": orgs,
            "roles.csv": roles
                + learners.map { "r-\($0.id),,,\($0.id),primary,student,,,\($0.school),\n" }.joined(),
            "users.csv": users(learners.map { user($0.id, nsn: $0.nsn, grade: $0.grade, school: $0.school) }),
        ]
        return RosterReading(
            files.sorted { $0.key < $1.key }.map { RosterFile(name: $0.key, source: .bytes(Array($0.value.utf8))) })
    }

    private static func manifest(_ present: [String]) -> String {
        "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"
            + present.map { "file.\($0),bulk\n" }.joined()
    }
}

@Suite struct `A school's share of a package` {
    private let key = [UInt8](repeating: 7, count: 32)

    private func share(
        _ learners: [(id: String, nsn: String, grade: Int, school: String)], knowing register: LearnerRegister
    ) throws -> RosterShare {
        let reading = Package.reading(learners)
        #expect(reading.isUsable)
        let school = try #require(reading.roster.school(nil, named: "kowhai school"))
        return RosterShare(
            of: school, in: reading.roster, knowing: register, pack: try IntakeDesk.pack(), today: IntakeDesk.today,
            key: key)
    }

    @Test func `has its own learners only, without their names`() throws {
        let share = try share(
            [("u1", "123456789", 5, "s1"), ("u2", "", 6, "s1"), ("u3", "", 6, "s2")], knowing: LearnerRegister())
        #expect(share.learners == [["u1", "123456789", "5", "", ""], ["u2", "", "6", "", ""]])
    }

    @Test func `marks who is missing from it as having left, and asks where they are many`() throws {
        let one = try share((1...4).map { ("\($0)", "", 5, "s1") }, knowing: IntakeDesk.five)
        #expect(one.leaving == 1)
        #expect(!one.mustAsk)
        #expect(one.learners.last == ["5", "", "5", "", IntakeDesk.today.description])
        let fifty = LearnerRegister(
            (1...50).map {
                KnownLearner(
                    learner: $0, localID: "\($0)", matchDigest: nil, yearLevel: 5, groups: "maori", until: nil,
                    isVisible: true)
            })
        let many = try share((1...25).map { ("\($0)", "", 5, "s1") }, knowing: fifty)
        #expect(many.leaving == 25)
        #expect(many.mustAsk)
        // What a package does not say of groups stays as the list has it.
        #expect(many.learners.allSatisfy { $0[3] == "maori" })
    }

    @Test func `is read by a mapping nobody has to be asked for`() throws {
        let share = try share([("u1", "123456789", 5, "s1"), ("u2", "", 6, "s1")], knowing: LearnerRegister())
        let bytes = CSVWriter.bytes(
            header: RosterShare.learnerHeadings, rows: share.learners.map { $0.map(CSVWriter.Cell.text) })
        let plan = IntakePlan(
            mapping: RosterShare.learnerMapping, pack: try IntakeDesk.pack(), today: IntakeDesk.today, matchingKey: key)
        let findings = try IntakeReading.findings(in: .bytes(bytes), plan: plan, backdrop: IntakeBackdrop())
        #expect(findings.counts == IntakeCounts(new: 2))
    }
}
