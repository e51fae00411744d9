import Foundation

/// Where a table's bytes lie: an upload that was streamed to disk, or bytes at hand. Both can be read more than once.
package enum TableSource: Sendable {
    case file(path: String)
    case bytes([UInt8])
}

/// How much is accepted. A table beyond these is a mistake or an attack; a school's largest export is far below.
package struct TableLimits: Sendable, Equatable {
    package var columns = 500
    package var bytesPerField = 1 << 20
    package var rows = 2_000_000
    /// Of the file, and of what is packed in a workbook.
    package var bytes = 1 << 30
    /// The texts that cells of a workbook share are the one part of it that is held in memory.
    package var sharedTextBytes = 64 << 20

    package init() {}
}

/// The raw bytes of a source, block by block, so that a large file never lies in memory as a whole.
struct RawBlocks {
    static let size = 1 << 18

    let byteCount: Int
    private let handle: FileHandle?
    private let bytes: [UInt8]
    private let size: Int
    private var position = 0

    init(_ source: TableSource, size: Int = RawBlocks.size) throws(TableProblem) {
        self.size = size
        switch source {
        case .bytes(let bytes):
            (handle, self.bytes, byteCount) = (nil, bytes, bytes.count)
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
            do {
                byteCount = Int(try handle.seekToEnd())
                try handle.seek(toOffset: 0)
            } catch { throw .unreadable }
            (self.handle, bytes) = (handle, [])
        }
    }

    /// The next block; empty at the end.
    mutating func next() throws(TableProblem) -> [UInt8] {
        guard let handle else {
            let end = min(position + size, bytes.count)
            defer { position = end }
            return Array(bytes[position..<end])
        }
        do {
            return [UInt8](try handle.read(upToCount: size) ?? Data())
        } catch { throw .unreadable }
    }
}
