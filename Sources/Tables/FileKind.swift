/// What a file is that was chosen by mistake in place of a table.
package enum FileKind: Sendable, Hashable {
    case workbook
    case compressed
    case document
    case picture
    case webPage
    case database
    case unknown

    /// What the first bytes say; `nil` when nothing speaks against text.
    init?(beginning bytes: [UInt8]) {
        func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
        if begins(Array("PK".utf8)), bytes.count > 3, bytes[2] < 0x09 {
            self = FileKind.zipped(bytes)
        } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
            // The older Office container: in a place where tables are asked for, it is nearly always an .xls.
            self = .workbook
        } else if begins([0x1F, 0x8B]) || begins(Array("7z".utf8) + [0xBC, 0xAF]) || begins(Array("Rar!".utf8)) {
            self = .compressed
        } else if begins(Array("%PDF".utf8)) || begins(Array("{\\rtf".utf8)) {
            self = .document
        } else if begins([0x89] + Array("PNG".utf8)) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8)) {
            self = .picture
        } else if begins(Array("SQLite format 3".utf8)) {
            self = .database
        } else if FileKind.isMarkup(bytes) {
            self = .webPage
        } else if !begins([0xEF, 0xBB, 0xBF]), FileKind.isBinary(bytes) {
            self = .unknown
        } else {
            return nil
        }
    }

    private static func zipped(_ bytes: [UInt8]) -> FileKind {
        let text = String(decoding: bytes.prefix(RawBlocks.size), as: Unicode.ASCII.self)
        if text.contains("xl/") || text.contains("opendocument.spreadsheet") { return .workbook }
        if text.contains("word/") || text.contains("opendocument.text") { return .document }
        return .compressed
    }

    /// Some systems call a web page `.xls` and rely on Excel to cope.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self)
            .lowercased().drop(while: \.isWhitespace)
        return ["<!doctype", "<html", "<table", "<head", "<?xml"].contains { start.hasPrefix($0) }
    }

    /// Text has next to no control characters. A stray one or two is a warning later, not a reason to refuse.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count { byte in byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F }
        return controls > 8 && controls * 50 > sample.count
    }
}
