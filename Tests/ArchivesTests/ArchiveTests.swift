import Foundation
import Testing

@testable import Archives

@Suite struct `An archive` {
    private let roster = [
        ("manifest.csv", Array("propertyName,value\n".utf8)), ("ōtautahi/ākonga.csv", Array("a,b\nĀwhina,1\n".utf8)),
        ("empty.csv", []),
    ]

    @Test func `is unpacked under names of our own`() throws {
        let bytes = try archive(of: roster)
        try inFolder { folder in
            let unpacked = try Archive(.bytes(bytes)).unpack(into: folder)
            #expect(unpacked.map(\.name) == roster.map(\.0))
            let written = try files(in: folder)
            #expect(written == ["0001", "0002", "0003"])
            for (file, (_, contents)) in zip(unpacked, roster) {
                let given = try Data(contentsOf: URL(filePath: file.path))
                #expect(given == Data(contents))
                #expect(file.byteCount == contents.count)
                let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test func `gives any of its files as a stream, and any of them again`() throws {
        let contents = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let archive = try Archive(.bytes(try archive(of: [("a.csv", [1]), ("b.csv", contents)])))
        let member = try #require(archive.member(named: "B.CSV"))
        #expect(member.byteCount == contents.count)
        for _ in 1...2 {
            let given = try archive.open(member).all(upTo: 1 << 20)
            #expect(given == contents)
        }
        #expect(archive.member(named: "c.csv") == nil)
    }

    @Test func `leaves out folders and what a Mac adds`() throws {
        var folder = ForgedArchive.Entry("roster/", "")
        folder.mode = 0o040755
        let entries = [
            folder, .init("__MACOSX/roster/._users.csv"), .init("roster/.DS_Store"), .init("roster/users.csv"),
        ]
        let archive = try Archive(.bytes(ForgedArchive(entries: entries).bytes))
        #expect(archive.members.map(\.name) == ["roster/users.csv"])
        #expect(try archive.open(archive.members[0]).all(upTo: 100) == Array("a\n1\n".utf8))
    }

    @Test func `of the same files at the same time is the same, byte by byte`() throws {
        let (first, second) = (try archive(of: roster), try archive(of: roster))
        #expect(first == second)
    }

    @Test func `is written for us alone, over nothing, and is none until it is closed`() throws {
        try inFolder { folder in
            let path = folder + "/backup.zip"
            func write(closing: Bool) throws {
                let writer = try ArchiveWriter(path: path, made: noon)
                try writer.begin("rows.csv")
                for number in 1...1000 { try writer.append(Array("\(number),Āwhina\n".utf8)) }
                if closing { try writer.close() }
            }
            try write(closing: false)
            #expect(throws: ArchiveProblem.self) { try Archive(.file(path: path)) }
            #expect(throws: ArchiveProblem.unwritable) { try write(closing: true) }
            try FileManager.default.removeItem(atPath: path)
            try write(closing: true)
            let members = try Archive(.file(path: path)).members
            #expect(members.map(\.byteCount) == [11_893])
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `that is empty is refused, and one that is not there cannot be read`() throws {
        let none = try archive(of: [])
        #expect(throws: ArchiveProblem.empty) { try Archive(.bytes(none)) }
        #expect(throws: ArchiveProblem.unreadable) { try Archive(.file(path: "/nowhere/at all.zip")) }
        #expect(throws: ArchiveProblem.notAZip) { try Archive(.bytes([])) }
    }
}
