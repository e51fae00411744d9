import Web
import Database
import DatabaseTesting
import Foundation
import Ground
import Programmes
import Tables
import TestSupport
import Testing

@testable import Communities

private func fixture() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/schools-directory/directory.csv"), encoding: .utf8)
}

@Suite struct `The schools directory` {
    private func read(_ text: String) throws -> SchoolDirectory {
        try SchoolDirectory(.bytes(Array(text.utf8)))
    }

    @Test func `is read by its headings, whatever their order`() throws {
        let directory = try read(try fixture())
        #expect(directory.entries.count == 9)
        #expect(directory.passedOver == 1, "a school that has closed")
        #expect(
            directory.entries.first
                == DirectoryEntry(
                    number: "990001", name: "Tarāpunga Point School", kind: "Full Primary", authority: "State",
                    area: "Whangārei District", roll: 640))
        #expect(directory.entries.first { $0.number == "990014" }?.roll == nil)
        let turned = try read("Total,Org_Name,School_Id\n12,Kōwhai School,990020\n")
        #expect(turned.entries.map(\.roll) == [12])
    }

    @Test func `mends macrons that were garbled`() throws {
        let garbled = try read("School_Id,Org_Name,Territorial_Authority\n990001,TarÄpunga Point School,WhangÄrei\n")
        #expect(garbled.isMended)
        #expect(garbled.entries.map(\.name) == ["Tarāpunga Point School"])
    }

    @Test func `is refused where macrons are lost for good`() throws {
        let lost = try fixture().replacing("Kererū", with: "Kerer?").replacing("Tarāpunga", with: "Tar?punga")
        #expect(throws: DirectoryRefusal.lostMacrons(line: 2, sample: "Tar?punga Point School")) { try read(lost) }
    }

    @Test func `is refused when the file is another, or empty`() {
        #expect(throws: DirectoryRefusal.columnsMissing("School_Id")) { try read("name,roll\nKōwhai,12\n") }
        #expect(throws: DirectoryRefusal.nothing) { try read("School_Id,Org_Name\n,\n") }
        #expect(throws: DirectoryRefusal.unreadable(.empty)) { try read("") }
    }

    @Test func `says which kind of a programme's a school is`() throws {
        let kinds = try PackShelf.reading(PackShelf.shippedFiles).shelf
            .combination("community-of-practice", adding: [], on: Scene.today).organisations
        let found = try read(try fixture()).entries.map { $0.kind(among: kinds)?.key }
        #expect(
            found == [
                "primary-school", "primary-school", "intermediate-school", "area-school", "secondary-school",
                "special-school", "primary-school", "primary-school", "primary-school",
            ])
    }
}

@Suite struct `Looking up a school` {
    @Test(arguments: TestDatabases.all) func `folds macrons, wants every word, and knows numbers`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            _ = try await scene.communities.bringIn(directory: .bytes(Array(try fixture().utf8)), by: nil)
            func names(_ query: String, limit: Int = 25) async throws -> [String] {
                try await scene.site.database.read { try $0.directory(matching: query, limit: limit) }.map(\.name)
            }
            #expect(try await names("tarapunga") == ["Tarāpunga Point School"])
            #expect(
                try await names("SCHOOL saltmarsh") == ["Saint Brendan's School, Saltmarsh", "Saltmarsh Road School"])
            #expect(try await names("990003") == ["Ropewalk Intermediate"])
            #expect(try await names("school", limit: 3).count == 3)
            #expect(try await names("kiwi").isEmpty)
            #expect(try await names(" % ").isEmpty)
            #expect(try await names("").isEmpty)
        }
    }

    @Test(arguments: TestDatabases.all) func `finds only what the newest directory has`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            _ = try await scene.communities.bringIn(directory: .bytes(Array(try fixture().utf8)), by: nil)
            let newer = "School_Id,Org_Name\n990030,Matuku School\n"
            _ = try await scene.communities.bringIn(directory: .bytes(Array(newer.utf8)), by: nil)
            await #expect(throws: DirectoryRefusal.self) {
                _ = try await scene.communities.bringIn(directory: .bytes(Array("a,b\n1,2\n".utf8)), by: nil)
            }
            let state = try await scene.site.database.read { try $0.directoryState()?.count }
            #expect(state == 1)
        }
    }

    @Test func `finds one among as many schools as the country has`() async throws {
        try await withScene(.sqlite) { scene in
            let rows = (1...2_600).map { "\(900_000 + $0),\($0.isMultiple(of: 2) ? "Kōwhai" : "Rātā") School \($0)" }
            let text = "School_Id,Org_Name\n" + rows.joined(separator: "\n")
            _ = try await scene.communities.bringIn(directory: .bytes(Array(text.utf8)), by: nil)
            let leader = try await scene.browser(as: .leader)
            let page = try await leader.get("/communities/\(scene.community.id)/directory?q=rata%202599")
            #expect(page.body.contains("Rātā School 2599"))
        }
    }

    @Test(arguments: TestDatabases.all) func `adds it as a member with one click`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let (leader, op) = (try await scene.browser(as: .leader), try await scene.browser(as: .operator))
            let path = "/communities/\(scene.community.id)/directory"
            #expect(try await leader.get(path).body.contains("has not been brought in here"))
            #expect(try await leader.get("/directory").status == 404)
            let wrong = try await op.upload("/directory", file: ("file", "learners.csv", "a,b\n1,2\n"))
            #expect(wrong.status == 422)
            let brought = try await op.upload("/directory", file: ("file", "directory.csv", try fixture()))
            #expect(brought.status == 200)
            #expect(brought.body.contains("9 schools brought in."))

            let found = try await leader.get(path + "?q=pohutukawa&membership=associate").body
            #expect(found.contains("Te Kura o Ngā Pōhutukawa"))
            let form = try #require(found.firstMatch(of: #/<form[^>]*action="[^"]*/members"(?s).*?<\/form>/#)?.0)
            let fields = form.matches(of: #/name="(\w+)" value="([^"]*)"/#).map { (String($0.1), String($0.2)) }
                .filter { $0.0 != "token" }
            #expect(try await leader.post("/communities/\(scene.community.id)/members", fields).status == 303)
            let id = scene.community.id
            let member = try await scene.site.database.read { try $0.members(of: id) }
                .first { $0.organisation.directoryNumber == "990010" }
            #expect(member?.organisation.name == "Te Kura o Ngā Pōhutukawa")
            #expect(member?.organisation.kind == "area-school")
            #expect(member?.organisation.roll == 96)
            #expect(member?.membership.kind == "associate")
            #expect(try await leader.get(path + "?q=pohutukawa").body.contains("belongs already"))
        }
    }
}
