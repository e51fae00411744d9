import Ground
import Tables
import Foundation
import Testing

@testable import Rosters

@Suite struct `The rules of OneRoster` {
    /// For each rule, a package that departs from it and from no other.
    private static func offence(against rule: OneRosterRule) -> TestPackage {
        var package = TestPackage.harbour
        func change(_ old: String, _ new: String, _ file: String) { package.change(old, to: new, in: file) }
        switch rule {
        case .manifestMissing: package.remove("manifest.csv")
        case .enclosingFolder:
            package["x/orgs.csv"] = package["orgs.csv"]
            package.remove("orgs.csv")
        case .tooManyFiles:
            for number in 1...11 { package["extra\(number).txt"] = "x" }
        case .fileUnknown: package["notes.txt"] = "x"
        case .fileNameSpelling:
            package["Orgs.csv"] = package["orgs.csv"]
            package.remove("orgs.csv")
        case .fileTwice:
            package["ORGS.csv"] = package["orgs.csv"]
        case .fileUnreadable: package["orgs.csv"] = "%PDF-1.7 x"
        case .fileRequired:
            return TestPackage([
                "users.csv": "sourcedId,username\nu1,u1\n",
                "roles.csv": "userSourcedId,orgSourcedId,role\nu1,north,student\n",
            ])
        case .manifestHeadings: change("propertyName,value", "propertyname,value", "manifest.csv")
        case .manifestVersion: change("manifest.version,1.0", "manifest.version,2.0", "manifest.csv")
        case .rosterVersion: change("oneroster.version,1.2", "oneroster.version,1.3", "manifest.csv")
        case .versionConflict: change("oneroster.version,1.2", "oneroster.version,1.1", "manifest.csv")
        case .propertyMissing: change("file.demographics,absent\n", "", "manifest.csv")
        case .propertyUnknown: package["manifest.csv"] += "file.lineItem,bulk\n"
        case .propertyTwice: package["manifest.csv"] += "file.orgs,bulk\n"
        case .modeUnknown: change("file.demographics,absent", "file.demographics,none", "manifest.csv")
        case .fileListedButAbsent: change("file.demographics,absent", "file.demographics,bulk", "manifest.csv")
        case .fileNotListed: change("file.scoreScales,bulk", "file.scoreScales,absent", "manifest.csv")
        case .fileWithoutRows: package["scoreScales.csv"] = firstLine(of: package["scoreScales.csv"])
        case .encoding, .delimiter: break
        case .columnMissing: package["categories.csv"] = "sourcedId,status,dateLastModified,weight\nstd,,,\n"
        case .headingCase: change("enabledUser", "EnabledUser", "users.csv")
        case .headingSpelling: change("preferredGivenName", "prefferedGivenName", "users.csv")
        case .headingOrder: package["categories.csv"] = "sourcedId,status,dateLastModified,weight,title\nstd,,,,S\n"
        case .headingTwice:
            package["categories.csv"] = "sourcedId,status,dateLastModified,title,weight,weight\nstd,,,S,,\n"
        case .headingUnknown:
            package["categories.csv"] = "sourcedId,status,dateLastModified,title,weight,colour\nstd,,,S,,\n"
        case .extensionPlace:
            package["categories.csv"] = "sourcedId,status,dateLastModified,metadata.x,title,weight\nstd,,,,S,\n"
        case .optionalColumnMissing: package["categories.csv"] = "sourcedId,status,dateLastModified,title\nstd,,,S\n"
        case .headingEmpty: package["categories.csv"] = "sourcedId,status,dateLastModified,title,weight,\nstd,,,S,,\n"
        case .lineBreak: change("Standardised", "\"Standard\nised\"", "categories.csv")
        case .tooFewCells: change("Standardised,", "Standardised", "categories.csv")
        case .tooManyCells: change("Standardised,", "Standardised,,", "categories.csv")
        case .rowUnreadable: break
        case .strayQuote: change("Standardised", "\"Standard\"ised", "categories.csv")
        case .identifierTwice: package["categories.csv"] += "std,,,Again,\n"
        case .startNotBeforeEnd: change("2026-02-02,2026-04-03", "2026-04-03,2026-04-03", "academicSessions.csv")
        case .endBeforeBegin: change("2026-02-02,", "2026-02-02,2026-02-01", "enrollments.csv")
        case .cellRequired: change("South School", "", "orgs.csv")
        case .identifierForm: change("e1,,,", "e#1,,,", "enrollments.csv")
        case .identifierLength: package["categories.csv"] += String(repeating: "a", count: 256) + ",,,Long,\n"
        case .statusInBulk: change("std,,,", "std,active,,", "categories.csv")
        case .statusMissing: change("file.categories,bulk", "file.categories,delta", "manifest.csv")
        case .statusUnknown:
            change("file.categories,bulk", "file.categories,delta", "manifest.csv")
            change("std,,,", "std,inactive,2026-01-01T00:00:00Z,", "categories.csv")
        case .dateForm: change("2026-02-02,,north", "2/2/2026,,north", "roles.csv")
        case .momentForm:
            change("file.categories,bulk", "file.categories,delta", "manifest.csv")
            change("std,,,", "std,active,2026-01-01,", "categories.csv")
        case .yearForm: change("2026-04-03,y26,2026", "2026-04-03,y26,26", "academicSessions.csv")
        case .integerForm: change("Standardised,", "Standardised,1.5", "categories.csv")
        case .floatForm: change("44.0", "\"44,0\"", "results.csv")
        case .booleanCase: change("u1,,,true", "u1,,,TRUE", "users.csv")
        case .booleanForm: change("u1,,,true", "u1,,,yes", "users.csv")
        case .vocabulary: change("homeroom", "form", "classes.csv")
        case .vocabularyExtension: change("homeroom", "ext:form", "classes.csv")
        case .blanksAround: change(",north,t1,", ",north, t1,", "classes.csv")
        case .userIDsForm: change("{NSN:100000037}", "100000037", "users.csv")
        case .scaleForm: change("\"{Below:1},{At:2}\"", "Below=1", "scoreScales.csv")
        case .passwordFilled: change(",5,,,,,,,north,", ",5,secret,,,,,,north,", "users.csv")
        case .referenceMissing: change("x1,,,li1", "x1,,,li9", "results.csv")
        case .spreadsheetNumber: change("100000074", "1.00E+08", "users.csv")
        }
        return package
    }

    private static func firstLine(of text: String) -> String { text.prefix { $0 != "\n" } + "\n" }

    private static let notText: Set<OneRosterRule> = [.encoding, .delimiter, .rowUnreadable]

    @Test(arguments: OneRosterRule.allCases.filter { !notText.contains($0) })
    func `are told from one another`(rule: OneRosterRule) {
        let check = OneRosterCheck(Self.offence(against: rule).files)
        let found = Set(check.departures.map(\.rule))
        // What is not read cannot be pointed to, and what is called otherwise than it is listed is not there.
        let inTow: [OneRosterRule: Set<OneRosterRule>] = [
            .tooManyFiles: [.fileUnknown], .fileTwice: [.fileNameSpelling], .fileRequired: [.referenceMissing],
        ]
        #expect(found.contains(rule))
        #expect(found.subtracting(inTow[rule] ?? []) == [rule], "\(check.departures.map(\.place))")
        #expect(check.isAccepted == (rule.severity != .error))
        for departure in check.departures {
            #expect(!departure.words.text.isEmpty)
            #expect(!departure.mend.text.isEmpty)
        }
    }

    @Test func `keep to UTF-8, commas and readable rows`() {
        let latin =
            Array("sourcedId,status,dateLastModified,title,weight\nstd,,,P".utf8) + [0xE2] + Array("nui,\n".utf8)
        let semicolons = Array("sourcedId;status;dateLastModified;title;weight\nstd;;;Panui;\n".utf8)
        let damaged =
            Array("sourcedId,status,dateLastModified,title,weight\nstd,,,Pānui Māori,\nb,,,P".utf8) + [0xFF, 0x0A]
        for (bytes, rule) in [(latin, OneRosterRule.encoding), (semicolons, .delimiter), (damaged, .rowUnreadable)] {
            var files = TestPackage.harbour.files.filter { $0.name != "categories.csv" }
            files.append(RosterFile(name: "categories.csv", source: .bytes(bytes)))
            #expect(OneRosterCheck(files).departures.map(\.rule) == [rule])
        }
    }

    @Test func `have numbers of their own`() {
        #expect(Set(OneRosterRule.allCases.map(\.rawValue)).count == OneRosterRule.allCases.count)
    }

    @Test func `and the repairs stand in the document, word for word`() throws {
        let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/oneroster.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        for rule in OneRosterRule.allCases {
            #expect(text.contains("| \(rule.rawValue) | \(rule.severity.rawValue) |"), "\(rule.rawValue)")
        }
        for repair in RosterRepair.allCases {
            let mark = RosterRepair.suggested.contains(repair) ? "yes" : "no"
            #expect(text.contains("| `\(repair.rawValue)` | \(mark) | \(repair.words.text) |"), "\(repair.rawValue)")
        }
    }
}
