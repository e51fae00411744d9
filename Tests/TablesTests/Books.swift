import Archives
import Foundation
import Ground

@testable import Tables

/// A workbook written down part by part, for what spreadsheets other than ours make of the format.
struct Book {
    static let plain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    /// The rows of each sheet as they stand within `sheetData`, by the sheet's name.
    var sheets: [(name: String, rows: String)]
    var hidden: Set<String> = []
    var namespace = Book.plain
    /// `x:` writes every element with this prefix.
    var prefix = ""
    var startsIn1904 = false
    /// What stands within `sst`; `nil` for a workbook without the part.
    var strings: String?
    /// The codes of number formats; the style of a cell is its place here, counted from 1.
    var formats: [String] = []
    /// Behind the rows.
    var ending = ""
    /// Parts that are written instead of ours.
    var instead: [String: String] = [:]

    init(_ rows: String, strings: String? = nil, formats: [String] = []) {
        (sheets, self.strings, self.formats) = ([("Sheet1", rows)], strings, formats)
    }

    init(sheets: [(name: String, rows: String)], hidden: Set<String> = []) {
        (self.sheets, self.hidden) = (sheets, hidden)
    }

    /// Rows of texts, as inline strings.
    static func rows(_ texts: [[String]]) -> String {
        texts.map { row in
            "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined()
    }

    var bytes: [UInt8] {
        get throws {
            let path = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx").path
            defer { try? FileManager.default.removeItem(atPath: path) }  // It may never have come to be.
            let writer = try ArchiveWriter(path: path, made: Instant(milliseconds: 0))
            for (name, text) in parts.sorted(by: { $0.key < $1.key }) { try writer.add(name, Array(text.utf8)) }
            try writer.close()
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        }
    }

    private var parts: [String: String] {
        let office =
            namespace == Book.strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let space = prefix.isEmpty ? "xmlns=\"\(namespace)\"" : "xmlns:\(prefix.dropLast())=\"\(namespace)\""
        func link(_ id: String, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        }
        var parts = [
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": "<Relationships>\(link("a", "officeDocument", "xl/workbook.xml"))</Relationships>",
        ]
        var (list, links) = ("", "")
        for (index, sheet) in sheets.enumerated() {
            let state = hidden.contains(sheet.name) ? "hidden" : "visible"
            list +=
                "<\(prefix)sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(state)\" r:id=\"s\(index)\"/>"
            links += link("s\(index)", "worksheet", "worksheets/sheet\(index + 1).xml")
            parts["xl/worksheets/sheet\(index + 1).xml"] =
                "<\(prefix)worksheet \(space)><\(prefix)sheetData>\(sheet.rows)</\(prefix)sheetData>\(ending)"
                + "</\(prefix)worksheet>"
        }
        if let strings {
            links += link("t", "sharedStrings", "/xl/sharedStrings.xml")
            parts["xl/sharedStrings.xml"] = "<sst \(space)>\(strings)</sst>"
        }
        if !formats.isEmpty {
            links += link("f", "styles", "styles.xml")
            let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
            let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
            parts["xl/styles.xml"] =
                "<styleSheet \(space)><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>"
                + "\(styles.joined())<xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        }
        parts["xl/workbook.xml"] =
            "<\(prefix)workbook \(space) xmlns:r=\"\(office)\"><\(prefix)workbookPr date1904=\"\(startsIn1904)\"/>"
            + "<\(prefix)sheets>\(list)</\(prefix)sheets></\(prefix)workbook>"
        parts["xl/_rels/workbook.xml.rels"] = "<Relationships>\(links)</Relationships>"
        return parts.merging(instead) { $1 }
    }
}
