import Foundation
import Ground
import Testing

@testable import Archives

/// The cases of `Fixtures/hostile-archives`, with the outcome each must have by its `expected.json`.
@Suite struct `A hostile archive` {
    private static let cases: [(String, ArchiveProblem)] = [
        ("ratio-1000.zip", .ratio(limit: 100)), ("traversal.zip", .unsafeName("../../evil.csv")),
        ("symlink.zip", .link("users.csv")), ("duplicate-names.zip", .duplicateName("users.csv")),
        ("case-twins.zip", .caseTwins("users.csv", "Users.csv")), ("nested.zip", .nestedArchive("inner.zip")),
        ("truncated.zip", .truncated), ("bad-crc.zip", .damaged("users.csv")), ("not-a-zip.zip", .notAZip),
        ("html-as.csv", .notAZip),
    ]

    @Test(arguments: cases)
    func `is refused with its reason, and leaves nothing behind`(name: String, problem: ArchiveProblem) throws {
        try inFolder { folder in
            #expect(throws: problem) {
                try Archive(.file(path: fixturePath("hostile-archives/\(name)"))).unpack(into: folder)
            }
            let (inside, beside) = (try files(in: folder), try files(in: folder + "/.."))
            #expect(inside.isEmpty && !beside.contains("evil.csv"))
        }
        #expect(!problem.words.text.isEmpty)
    }

    @Test func `of twenty thousand files is refused by their count`() throws {
        let row = Array("a\n".utf8)
        let bytes = try archive(of: (0..<20_000).map { ("f\($0).csv", row) })
        #expect(throws: ArchiveProblem.tooManyEntries(limit: 500)) { try Archive(.bytes(bytes)) }
    }

    @Test func `with an endless list is refused before the list is read`() throws {
        // libarchive would hold all of them in memory before it named the first.
        let bytes = ForgedArchive(entries: Array(repeating: .init("a.csv"), count: 20_000)).bytes
        #expect(throws: ArchiveProblem.tooManyEntries(limit: 500)) {
            try ArchiveEnding(of: .bytes(bytes))?.check(.init())
        }
        let small = ForgedArchive(entries: [.init("a.csv")]).bytes
        #expect(throws: Never.self) { try ArchiveEnding(of: .bytes(small))?.check(.init()) }
        let cut = try ArchiveEnding(of: .bytes(Array(small.dropLast())))
        #expect(cut == nil)
    }

    @Test func `that inflates a thousandfold is refused before it does`() throws {
        let path = fixturePath("hostile-archives/ratio-1000.zip")
        #expect(throws: ArchiveProblem.ratio(limit: 100)) { try Archive(.file(path: path)) }
        // And where the ratio is let pass, it streams: 60 MB come out, and no more than a block of it is ever held.
        var limits = ArchiveLimits()
        limits.ratio = 10_000
        let archive = try Archive(.file(path: path), limits: limits)
        let stream = try archive.open(archive.members[0])
        var sum = 0
        while true {
            let block = try stream.next()
            if block.isEmpty { break }
            #expect(block.count <= MemberStream.blockSize)
            sum += block.count
        }
        #expect(sum == 60_000_000)
    }

    @Test func `that declares less than it holds is stopped when it has given that much`() throws {
        var entry = ForgedArchive.Entry("users.csv", String(repeating: "a", count: 100_000))
        entry.declared = 10
        let bytes = ForgedArchive(entries: [entry]).bytes
        try inFolder { folder in
            #expect(throws: ArchiveProblem.damaged("users.csv")) { try Archive(.bytes(bytes)).unpack(into: folder) }
            let left = try files(in: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `that declares more than is taken in is refused unread`() throws {
        var entry = ForgedArchive.Entry("users.csv")
        entry.declared = 4_000_000_000
        let bytes = ForgedArchive(entries: [entry]).bytes
        #expect(throws: ArchiveProblem.tooLarge(megabytes: 200)) { try Archive(.bytes(bytes)) }
    }

    @Test(arguments: [
        "/etc/passwd", "a/../../b.csv", "..\\evil.csv", "C:evil.csv", "a\nb.csv", "./../x", "a\u{7F}.csv",
    ])
    func `with a name that leads elsewhere is refused`(name: String) {
        let bytes = ForgedArchive(entries: [.init(name)]).bytes
        // libarchive turns backslashes round, as Windows means them.
        let shown = name.replacing("\\", with: "/")
        #expect(throws: ArchiveProblem.unsafeName(shown)) { try Archive(.bytes(bytes)) }
    }

    @Test func `with a password, a device, a strange packing or an endless name is refused`() {
        var (locked, device, strange) = (
            ForgedArchive.Entry("a.csv"), ForgedArchive.Entry("a.csv"), ForgedArchive.Entry("a.csv")
        )
        locked.flags = 1
        device.mode = 0o020644
        strange.method = 12
        let long = String(repeating: "n", count: 300)
        func opening(_ entry: ForgedArchive.Entry) throws {
            _ = try Archive(.bytes(ForgedArchive(entries: [entry]).bytes))
        }
        #expect(throws: ArchiveProblem.encrypted("a.csv")) { try opening(locked) }
        #expect(throws: ArchiveProblem.link("a.csv")) { try opening(device) }
        #expect(throws: ArchiveProblem.unusualCompression("a.csv")) { try opening(strange) }
        #expect(throws: ArchiveProblem.nameTooLong) { try opening(.init(long)) }
    }

    @Test func `within another is known by its first bytes, whatever it is called`() throws {
        let inner = try archive(of: [("a.csv", Array("a\n".utf8))])
        let outer = try archive(of: [("first.csv", Array("a\n".utf8)), ("users.csv", inner)])
        try inFolder { folder in
            #expect(throws: ArchiveProblem.nestedArchive("users.csv")) {
                try Archive(.bytes(outer)).unpack(into: folder)
            }
            let left = try files(in: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `cut off anywhere, or with any byte changed, is refused or gives whole files`() throws {
        let contents = Array(String(repeating: "sourcedId,status\n1,active\n", count: 20).utf8)
        let whole = try archive(of: [("users.csv", contents), ("orgs.csv", Array("a,b\n".utf8))])
        func outcome(_ bytes: [UInt8]) -> ArchiveProblem? {
            do throws(ArchiveProblem) {
                let archive = try Archive(.bytes(bytes))
                for member in archive.members {
                    let given = try archive.open(member).all(upTo: 1 << 20)
                    #expect(given.count == member.byteCount)
                }
                return nil
            } catch {
                return error
            }
        }
        #expect(outcome(whole) == nil)
        for length in 0..<whole.count { #expect(outcome(Array(whole.prefix(length))) != nil, "\(length) bytes") }
        var refused = 0
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 0x55
            if outcome(bytes) != nil { refused += 1 }
        }
        // Some bytes are only dates and permissions.
        #expect(refused > whole.count / 3)
    }
}
