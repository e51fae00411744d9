import Foundation

/// The record at the end of a zip archive that says where its list begins (PKWARE, *APPNOTE*, 4.3.14 to 4.3.16).
///
/// libarchive reads the whole list before it names the first file, so a list of millions is refused beforehand.
struct ArchiveEnding {
    private let listLength: Int

    /// `nil` when there is none: the end of the file is missing.
    init?(of source: ArchiveSource) throws(ArchiveProblem) {
        let reach = 1 << 14
        let (tail, size) = try ArchiveEnding.tail(of: source, count: reach)
        let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        var place = tail.count - 22
        while place >= 0, !tail[place...].starts(with: signature) { place -= 1 }
        guard place >= 0 else { return nil }
        var start = ArchiveEnding.number(tail, at: place + 16, bytes: 4)
        if start == 0xFFFF_FFFF, place >= 20, tail[(place - 20)...].starts(with: [0x50, 0x4B, 0x06, 0x07]) {
            // A large archive has a longer record before this one, and where that begins is said in between.
            let record = ArchiveEnding.number(tail, at: place - 12, bytes: 8) - (size - tail.count)
            guard record >= 0, record <= tail.count - 56 else { return nil }
            start = ArchiveEnding.number(tail, at: record + 48, bytes: 8)
        }
        guard start <= size else { return nil }
        listLength = size - start
    }

    /// Each entry takes 46 bytes, its name, and what systems add.
    func check(_ limits: ArchiveLimits) throws(ArchiveProblem) {
        guard listLength <= limits.entries * 1024 + (1 << 16) else { throw .tooManyEntries(limit: limits.entries) }
    }

    private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
        let value = bytes[place..<(place + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: value)
    }

    private static func tail(of source: ArchiveSource, count: Int) throws(ArchiveProblem) -> ([UInt8], Int) {
        switch source {
        case .bytes(let bytes): return (Array(bytes.suffix(count)), bytes.count)
        case .file(let path):
            guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable }
            do {
                let size = Int(try file.seekToEnd())
                try file.seek(toOffset: UInt64(max(0, size - count)))
                return ([UInt8](try file.readToEnd() ?? Data()), size)
            } catch { throw .unreadable }
        }
    }
}
