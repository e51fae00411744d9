import Foundation
import Ground

@testable import Archives

/// The path of a fixture, which lies beside the tests.
func fixturePath(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
}

/// A folder that is gone when the test is over.
func inFolder<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archives-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // The system clears its folder in the end.
    return try body(folder.path)
}

func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

let noon = Instant(milliseconds: 1_795_305_600_000)

/// The bytes of an archive with these files.
func archive(of files: [(String, [UInt8])]) throws -> [UInt8] {
    try inFolder { folder in
        let writer = try ArchiveWriter(path: folder + "/a.zip", made: noon)
        for (name, bytes) in files { try writer.add(name, bytes) }
        try writer.close()
        return [UInt8](try Data(contentsOf: URL(filePath: folder + "/a.zip")))
    }
}

/// An archive written down byte by byte, for what no honest program writes.
struct ForgedArchive {
    struct Entry {
        var name: [UInt8]
        var contents: [UInt8]
        var declared: UInt32?
        var method: UInt16 = 0
        var flags: UInt16 = 0
        var mode: UInt16 = 0o100644

        init(_ name: String, _ contents: String = "a\n1\n") {
            (self.name, self.contents) = (Array(name.utf8), Array(contents.utf8))
        }
    }

    var entries: [Entry]

    var bytes: [UInt8] {
        var (body, list): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let offset = UInt32(body.count)
            let size = entry.declared ?? UInt32(entry.contents.count)
            var shared = little(UInt16(20)) + little(entry.flags) + little(entry.method) + little(UInt32(0x21))
            shared += little(checksum(entry.contents)) + little(UInt32(entry.contents.count)) + little(size)
            shared += little(UInt16(entry.name.count)) + little(UInt16(0))
            body += [0x50, 0x4B, 0x03, 0x04] + shared
            body += entry.name + entry.contents
            list += [0x50, 0x4B, 0x01, 0x02, 20, 3] + shared + [0, 0, 0, 0, 0, 0]
            list += little(UInt32(entry.mode) << 16)
            list += little(offset) + entry.name
        }
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        end += little(UInt16(entries.count)) + little(UInt16(entries.count))
        end += little(UInt32(list.count)) + little(UInt32(body.count)) + little(UInt16(0))
        return body + list + end
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 as zip has it (PKWARE, *APPNOTE*, 4.4.7).
    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
