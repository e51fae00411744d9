import Archives

/// What a file is that was chosen by mistake in place of a table.
package enum FileKind: Sendable, Hashable {
    /// An .xls of Excel 97 to 2003.
    case oldWorkbook
    /// One that opens with a password only.
    case lockedWorkbook
    /// An .xlsb, which is XLSX in a form of Microsoft's own.
    case binaryWorkbook
    /// An .ods of LibreOffice and others.
    case openDocument
    case numbers
    case compressed
    case document
    case picture
    case webPage
    case xml
    case database
    case unknown

    /// What the first bytes say; `nil` when nothing speaks against text.
    init?(beginning bytes: [UInt8]) {
        func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
        if begins(Array("PK".utf8)), bytes.count > 3, bytes[2] < 0x09 {
            self = .compressed
        } else if FileKind.isOldContainer(bytes) {
            self = FileKind.ofOldContainer(bytes)
        } else if begins([0x1F, 0x8B]) || begins(Array("7z".utf8) + [0xBC, 0xAF]) || begins(Array("Rar!".utf8)) {
            self = .compressed
        } else if begins(Array("%PDF".utf8)) || begins(Array("{\\rtf".utf8)) {
            self = .document
        } else if begins([0x89] + Array("PNG".utf8)) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8)) {
            self = .picture
        } else if begins(Array("SQLite format 3".utf8)) {
            self = .database
        } else if let kind = FileKind.ofMarkup(bytes) {
            self = kind
        } else if !begins([0xEF, 0xBB, 0xBF]), FileKind.isBinary(bytes) {
            self = .unknown
        } else {
            return nil
        }
    }

    /// What a zip archive is that is no workbook we read.
    init(of archive: Archive) throws(TableProblem) {
        if archive.member(named: "xl/workbook.bin") != nil {
            self = .binaryWorkbook
        } else if archive.member(named: "word/document.xml") != nil
            || archive.member(named: "ppt/presentation.xml") != nil
        {
            self = .document
        } else if archive.member(named: "Index/Document.iwa") != nil {
            self = .numbers
        } else if let member = archive.member(named: "mimetype"), member.byteCount < 200 {
            let type = String(decoding: try archive.stream(member).block(), as: UTF8.self)
            self = type.contains("opendocument.spreadsheet") ? .openDocument : .document
        } else {
            self = .compressed
        }
    }

    static func isOldContainer(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

    /// The older Office container: in a place where tables are asked for it is nearly always an .xls. Names of what is in
    /// it are of two bytes a character.
    private static func ofOldContainer(_ bytes: [UInt8]) -> FileKind {
        func names(_ name: String) -> Bool { bytes.contains(name.utf16.flatMap { [UInt8($0 & 0xFF), 0] }) }
        if names("EncryptedPackage") { return .lockedWorkbook }
        return names("WordDocument") || names("PowerPoint Document") ? .document : .oldWorkbook
    }

    /// Some systems call a web page `.xls` and rely on Excel to cope; others send their sign-in page as the export.
    private static func ofMarkup(_ bytes: [UInt8]) -> FileKind? {
        let start = String(decoding: bytes.prefix(200).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self)
            .lowercased().drop(while: \.isWhitespace)
        if ["<!doctype html", "<html", "<table", "<head"].contains(where: { start.hasPrefix($0) }) { return .webPage }
        guard start.hasPrefix("<?xml") || start.hasPrefix("<!doctype") || start.hasPrefix("<svg") else { return nil }
        return start.contains("<html") ? .webPage : .xml
    }

    /// Text has next to no control characters. A stray one or two is a warning later, not a reason to refuse.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count { byte in byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F }
        return controls > 8 && controls * 50 > sample.count
    }
}
