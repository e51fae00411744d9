import Archives
import Foundation
import Ground
import Testing

@testable import Tables

/// The bytes of a workbook with one sheet.
func workbook(
    sheet: String = "Sheet", header: [String], rows: [[CSVWriter.Cell]], made: Instant = Instant(milliseconds: 0)
) throws -> [UInt8] {
    try inWorkbookFolder { folder in
        let writer = try WorkbookWriter(path: folder + "/table.xlsx", made: made)
        try writer.begin(sheet: sheet, header: header)
        for row in rows { try writer.append(row) }
        try writer.close()
        return [UInt8](try Data(contentsOf: URL(filePath: folder + "/table.xlsx")))
    }
}

func inWorkbookFolder<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "workbooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // The system clears its folder in the end.
    return try body(folder.path)
}

@Suite struct `Writing a workbook` {
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try Archive(.bytes(bytes), limits: .workbook)
        let member = try #require(archive.member(named: name))
        return String(decoding: try archive.open(member).all(upTo: 1 << 20), as: UTF8.self)
    }

    @Test func `gives back what was written`() throws {
        let day = try #require(Day(year: 2015, month: 2, dayOfMonth: 14))
        let early = try #require(Day(year: 1900, month: 2, dayOfMonth: 28))
        let bytes = try workbook(
            header: ["NSN", "Ingoa", "Score", "n", "Born"],
            rows: [
                [.text("0123456780"), .text("Te Whāiti"), .number(12.345, decimals: 2), .integer(-5), .day(day)],
                [.text("12345678901234567890"), .empty, .number(.nan, decimals: 1), .integer(.max), .day(early)],
            ])
        let reading = Reading(bytes)
        #expect(reading.header == ["NSN", "Ingoa", "Score", "n", "Born"])
        #expect(
            reading.fields == [
                ["0123456780", "Te Whāiti", "12.35", "-5", "2015-02-14"],
                ["12345678901234567890", "", "", "9223372036854775807", "1900-02-28"],
            ])
        #expect(reading.warnings.isEmpty && reading.problems.isEmpty)
    }

    @Test func `never writes a formula, and types identifiers as text`() throws {
        let rows = ["=1+1", "+64 21", "-5", "@x", "{=A1}", "http://example.invalid", "=HYPERLINK(\"x\")"]
        let bytes = try workbook(header: ["=cmd", "id"], rows: rows.map { [.text($0), .text("007")] })
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink") && sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("t=\"inlineStr\"><is><t>007</t>"))
        #expect(try part("xl/styles.xml", of: bytes).contains("formatCode=\"@\""))
        let reading = Reading(bytes)
        #expect(reading.header == ["=cmd", "id"])
        #expect(reading.fields == rows.map { [$0, "007"] })
    }

    @Test func `made at an equal time gives equal bytes, and leaves nothing else behind`() throws {
        let rows: [[CSVWriter.Cell]] = [[.text("x"), .integer(1)]]
        let first = try workbook(header: ["a", "b"], rows: rows)
        let second = try workbook(header: ["a", "b"], rows: rows)
        #expect(first == second)
        let later = try workbook(header: ["a", "b"], rows: rows, made: Instant(milliseconds: 86_400_000))
        #expect(first != later)
        try inWorkbookFolder { folder in
            do {
                let writer = try WorkbookWriter(path: folder + "/a.xlsx", made: Instant(milliseconds: 0))
                try writer.begin(sheet: "x", header: ["a"])
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `cleans the names of its sheets and tells them apart`() throws {
        let names = [
            "Rūma 5/6: [all]?", "rūma 56 all", "", "'", "History", String(repeating: "ā", count: 40), "ā\u{304}",
        ]
        let bytes = try inWorkbookFolder { folder in
            let writer = try WorkbookWriter(path: folder + "/a.xlsx", made: Instant(milliseconds: 0))
            for name in names + names {
                try writer.begin(sheet: name, header: ["a", "b"])
                try writer.append([.text(name.isEmpty ? "-" : name), .integer(1)])
            }
            try writer.close()
            return [UInt8](try Data(contentsOf: URL(filePath: folder + "/a.xlsx")))
        }
        let reader = try TableReader(.bytes(bytes))
        #expect(reader.sheets.count == 14)
        #expect(reader.sheets.prefix(3) == ["Rūma 56 all", "rūma 56 all (2)", "Sheet"])
        #expect(reader.sheets.allSatisfy { $0.utf16.count <= 31 })
        #expect(!reader.sheets.contains { $0.lowercased() == "history" })
    }

    @Test func `refuses what a spreadsheet would cut off`() throws {
        let long = String(repeating: "x", count: 32_768)
        #expect(throws: WorkbookRefusal.textTooLong(line: 2, column: 1)) {
            try workbook(header: ["a"], rows: [[.text(long)]])
        }
        #expect(WorkbookRefusal.textTooLong(line: 2, column: 1).words.text.contains("A2"))
        let reading = Reading(try workbook(header: ["a"], rows: [[.text(String(long.dropLast()))]]))
        #expect(reading.fields == [[String(long.dropLast())]])
        #expect(throws: WorkbookRefusal.unwritable) {
            let writer = try WorkbookWriter(path: "/nowhere/at all.xlsx", made: Instant(milliseconds: 0))
            try writer.begin(sheet: "a", header: ["a"])
            try writer.close()
        }
    }
}
