import Foundation
import Tables

@testable import Rosters

/// A package in memory, file by file, so that a test can change one thing about it.
struct TestPackage {
    var texts: [String: String]

    var files: [RosterFile] {
        texts.sorted { $0.key < $1.key }.map { RosterFile(name: $0.key, source: .bytes(Array($0.value.utf8))) }
    }

    subscript(name: String) -> String {
        get { texts[name] ?? "" }
        set { texts[name] = newValue }
    }

    /// Changes a text that is there; a test that changes nothing would tell nothing.
    mutating func change(_ old: String, to new: String, in file: String) {
        precondition(self[file].contains(old), "\(file) holds no \(old)")
        self[file] = self[file].replacing(old, with: new, maxReplacements: 1)
    }

    mutating func remove(_ file: String) { texts[file] = nil }

    func changed(_ old: String, to new: String, in file: String) -> TestPackage {
        var package = self
        package.change(old, to: new, in: file)
        return package
    }

    init(_ texts: [String: String]) { self.texts = texts }
}

extension TestPackage {
    /// A small package of OneRoster 1.2 that keeps to the binding: two schools, three learners, one result.
    static var harbour: TestPackage {
        let listed: Set = [
            "orgs", "academicSessions", "users", "roles", "courses", "classes", "enrollments", "categories",
            "lineItems", "results", "scoreScales",
        ]
        let manifest = Binding.oneRoster12.files.map {
            "file.\($0.name),\(listed.contains($0.name) ? "bulk" : "absent")"
        }
        let start = "sourcedId,status,dateLastModified,"
        return TestPackage([
            "manifest.csv": "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"
                + manifest.joined(separator: "\n") + "\n",
            "orgs.csv": start + """
                name,type,identifier,parentSourcedId
                town,,,Harbour Town,district,,
                north,,,Te Kura o Tai,school,9001,town
                south,,,South School,school,9002,town

                """,
            "academicSessions.csv": start + """
                title,type,startDate,endDate,parentSourcedId,schoolYear
                y26,,,2026,schoolYear,2026-01-26,2026-12-19,,2026
                t1,,,Term 1,term,2026-02-02,2026-04-03,y26,2026

                """,
            "users.csv": start + """
                enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,\
                agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,\
                preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
                k1,,,true,k1,,Kaiako,One,,,,,,,,,,,,,,north,
                u1,,,true,u1,{NSN:100000037},Āwhina,Tūhoe,,L1,,,,,5,,,,,,,north,
                u2,,,true,u2,,Arjun,Patel,,100000074,,,,,6,,,,,,,north,
                u3,,,false,u3,,Isla,Smith,,L3,,,,,Year 6,,,,,,,south,

                """,
            "roles.csv": start + """
                userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
                r0,,,k1,primary,teacher,,,north,
                r1,,,u1,primary,student,2026-02-02,,north,
                r2,,,u2,primary,student,,,north,
                r3,,,u3,primary,student,,,south,

                """,
            "courses.csv": start + """
                schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
                read,,,y26,Pānui,READ,"5,6",north,Reading,R

                """,
            "classes.csv": start + """
                title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,\
                subjectCodes,periods
                r5,,,Rūma 5,5,read,R5,homeroom,"Block A, upstairs",north,t1,Reading,R,"1,3"

                """,
            "enrollments.csv": start + """
                classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
                e0,,,r5,north,k1,teacher,true,,
                e1,,,r5,north,u1,student,,2026-02-02,
                e2,,,r5,north,u2,student,,,

                """,
            "categories.csv": start + "title,weight\nstd,,,Standardised,\n",
            "lineItems.csv": start + """
                title,description,assignDate,dueDate,classSourcedId,categorySourcedId,academicSessionSourcedId,\
                resultValueMin,resultValueMax,schoolSourcedId
                li1,,,Pānui,"Scale score, patc",2026-03-14,2026-03-14,r5,std,t1,0.0,120.0,north

                """,
            "results.csv": start + """
                lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,\
                inProgress,incomplete,late,missing
                x1,,,li1,u1,fully graded,44.0,2026-03-14,,,r5,,,false,
                x2,,,li1,u2,exempt,,2026-03-14,,,r5,,,,

                """,
            "scoreScales.csv": start + """
                title,type,orgSourcedId,courseSourcedId,classSourcedId,scoreScaleValue
                sc1,,,Expectation,ordinal,north,read,r5,"{Below:1},{At:2}"

                """,
        ])
    }

    /// A variant of the gradebook package beside this file.
    static func gradebook(_ name: String) throws -> TestPackage {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/gradebook")
        func texts(_ name: String) throws -> [String: String] {
            let folder = folder.appendingPathComponent(name)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
            return try Dictionary(
                uniqueKeysWithValues: names.map {
                    ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
                })
        }
        let valid = try texts("valid")
        switch name {
        case "valid-bom": return TestPackage(valid.mapValues { "\u{FEFF}" + $0 })
        case "bad-enclosing-folder":
            return TestPackage(Dictionary(uniqueKeysWithValues: valid.map { ("export/" + $0.key, $0.value) }))
        case "bad-manifest-mismatch": return TestPackage(valid.filter { $0.key != "roles.csv" })
        case "valid": return TestPackage(valid)
        case "delta-users", "no-changes-manifest-only": return TestPackage(try texts(name))
        default: return TestPackage(valid.merging(try texts(name)) { _, new in new })
        }
    }
}
