// Feeds whatever libFuzzer invents to the reader of workbooks: it must end, never crash, and keep its promises.
//
// An input is either a workbook as it lies on a disk, or, since a fuzzer seldom finds its way through a zip archive and
// its checksums, the rows of a sheet in XML, which are packed here. bin/fuzz builds it, and begins with the inputs of
// Fuzz/corpus/workbook.

import Archives
import Foundation
import Ground
import Tables

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbooks(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if bytes.starts(with: Array("PK".utf8)) {
        read(bytes)
    } else if let packed = packed(bytes) {
        read(packed)
    }
    return 0
}

private func read(_ bytes: [UInt8]) {
    var options = TableOptions()
    options.limits.columns = 20
    options.limits.bytesPerField = 300
    options.limits.rows = 50
    options.limits.bytes = 1 << 20
    options.limits.sharedTextBytes = 1 << 12
    do throws(TableProblem) {
        let reader = try TableReader(.bytes(bytes), options: options)
        var rows: [[String]] = []
        var line = reader.headerLine
        while let row = try reader.next() {
            precondition(row.fields.count == reader.header.count, "a row has as many fields as there are headings")
            precondition(row.line > line, "lines go forward")
            precondition(row.fields.contains { !$0.isEmpty }, "a row of a workbook has something in it")
            line = row.line
            rows.append(row.fields)
        }
        for warning in reader.warnings { precondition(!warning.words.text.isEmpty, "a warning has a sentence") }
        if reader.sheet != nil { writeAndReadAgain(rows, header: reader.header) }
    } catch {
        precondition(!error.words.text.isEmpty, "a problem has a sentence")
    }
}

/// What was read once can be written, and read again unchanged.
private func writeAndReadAgain(_ rows: [[String]], header: [String]) {
    // A heading without a name may pass for a title.
    guard !header.contains(""), header.count > 1 else { return }
    let path = NSTemporaryDirectory() + "workbook-fuzz-\(ProcessInfo.processInfo.processIdentifier).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
        let writer = try WorkbookWriter(path: path, made: Instant(milliseconds: 0))
        try writer.begin(sheet: "fuzz", header: header)
        for row in rows { try writer.append(row.map(CSVWriter.Cell.text)) }
        try writer.close()
        let reader = try TableReader(.file(path: path))
        precondition(reader.header == header, "headings come back unchanged")
        // Blanks alone do not make a row.
        for row in rows where row.contains(where: { $0.contains { $0 != " " && $0 != "\t" } }) {
            let again = try reader.next()?.fields
            precondition(again?.map { Array($0.utf8) } == row.map { Array($0.utf8) }, "rows come back unchanged")
        }
    } catch {
        preconditionFailure("our own workbook was refused: \(error)")
    }
}

/// A workbook with this as the content of its one sheet and, behind a line of `====`, of its shared texts and styles.
private func packed(_ bytes: [UInt8]) -> [UInt8]? {
    let path = NSTemporaryDirectory() + "workbook-fuzz-in-\(ProcessInfo.processInfo.processIdentifier).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try? FileManager.default.removeItem(atPath: path)
    let parts = bytes.split(separator: Array("\n====\n".utf8), maxSplits: 2, omittingEmptySubsequences: false)
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func link(_ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(kind)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    let links = link("worksheet", "s.xml") + link("sharedStrings", "t.xml") + link("styles", "f.xml")
    do throws(ArchiveProblem) {
        let writer = try ArchiveWriter(path: path, made: Instant(milliseconds: 0))
        try writer.add("_rels/.rels", Array("<r>\(link("officeDocument", "xl/workbook.xml"))</r>".utf8))
        try writer.add("xl/workbook.xml", Array("<w><sheet name=\"S\" id=\"worksheet\"/></w>".utf8))
        try writer.add("xl/_rels/workbook.xml.rels", Array("<r>\(links)</r>".utf8))
        for (name, part) in zip(["xl/s.xml", "xl/t.xml", "xl/f.xml"], parts) { try writer.add(name, Array(part)) }
        try writer.close()
    } catch {
        preconditionFailure("no archive could be written: \(error)")
    }
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
}
