import Archives
import Foundation
import Ground
import Testing

@testable import Tables

/// `Fixtures/excel-encodings/messy.xlsx`: a title in merged cells above the header, real dates among typed ones, numbers
/// as numbers and as text, a dash, a formula without its result, a hidden sheet and a hidden row.
@Suite struct `The messy workbook` {
    private func reading(_ sheet: String? = nil) throws -> Reading {
        var options = TableOptions()
        options.sheet = sheet
        return Reading(try fixture("excel-encodings/messy.xlsx"), options: options)
    }

    @Test func `is read from its third row, with every identifier and date whole`() throws {
        let reading = try reading()
        #expect(reading.problems.isEmpty)
        #expect(reading.header == ["NSN", "Last name", "First name", "Date of birth", "Score", "Level"])
        #expect(
            reading.fields == [
                ["123456789", "Ngāti-Pōtae", "Tāne", "2015-02-14", "1450", "3B"],
                ["0123456780", "Te Whāiti", "Āwhina", "2014-11-03", "1512", "3P"],
                ["345678901", "O'Brien", "Siân", "29/02/2016", "-", "<2B"],
                ["Average", "", "", "", "", ""],
            ])
        #expect(reading.lines == [4, 5, 6, 7])
    }

    @Test func `says what was passed over`() throws {
        let reading = try reading()
        #expect(reading.warning(.linesAboveHeader)?.sample == "Pānui – Reading 2026")
        #expect(reading.warning(.hiddenSheets)?.sample == "Hidden")
        #expect(reading.warning(.otherSheets)?.mended == "Data2")
        let formula = try #require(reading.warning(.formulasWithoutResult))
        #expect(formula.words.text.contains("E7"))
        #expect(reading.warnings.count == 4)
    }

    @Test func `gives the sheet that is asked for, its hidden row too`() throws {
        let reading = try reading("Data2")
        #expect(reading.fields == [["123456789", "1450"]])
        #expect(reading.warning(.hiddenRows)?.line == 2)
        let none = try self.reading("Rūma 6")
        #expect(none.problems == [.noSuchSheet("Rūma 6", sheets: ["Rūma 5", "Data2"])])
        let bytes = try fixture("excel-encodings/messy.xlsx")
        let reader = try TableReader(.bytes(bytes))
        #expect((reader.sheet, reader.sheets) == ("Rūma 5", ["Rūma 5", "Data2"]))
        #expect(TableReader.cellName(line: 7, column: 28) == "AB7")
    }
}

@Suite struct `A workbook` {
    private func fields(_ book: Book) throws -> [[String]] {
        let reading = Reading(try book.bytes)
        #expect(reading.problems.isEmpty)
        return [reading.header] + reading.fields
    }

    @Test(arguments: [("", Book.plain), ("x:", Book.plain), ("", Book.strict), ("ss:", Book.strict)])
    func `is read whatever its elements are prefixed with, also in the strict format`(prefix: String, space: String)
        throws
    {
        let cells = "<c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"str\"><v>b</v></c>"
        let rows = "<row>\(cells)</row><row><c><v>1</v></c><c t=\"d\"><v>2015-02-14T00:00:00</v></c></row>"
        var book = Book(rows.replacing("</", with: "</\(prefix)").replacing(/<([a-z])/) { "<\(prefix)\($0.output.1)" })
        (book.prefix, book.namespace) = (prefix, space)
        #expect(try fields(book) == [["a", "b"], ["1", "2015-02-14"]])
    }

    @Test func `shares its texts, whose runs are joined and whose pronunciation is left out`() throws {
        let strings =
            "<si><t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>かんじ</t></rPh></si>"
            + "<si><r><t>Te </t></r><r><t xml:space=\"preserve\">Whāiti _x000D__x0041_ _x00g1_</t></r></si><si/>"
        let book = Book(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>0</v></c></row>",
            strings: strings)
        #expect(try fields(book) == [["漢字", "", "Te Whāiti \rA _x00g1_".tidied], ["", "漢字", ""]])
    }

    @Test(
        arguments: [
            ("123456789", "123456789"), ("1.23456789E8", "123456789"), ("1E+08", "100000000"),
            ("1234567890123456", "1234567890123456"), ("9007199254740991", "9007199254740991"),
            ("12345678901234567890", "1.23456789012346E+19"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"),
            ("0.30000000000000004", "0.3"), ("-12.50", "-12.5"), ("1450.0", "1450"), ("1.234E-5", "0.00001234"),
            ("007", "007"), ("what", "what"), ("", ""),
        ])
    func `gives numbers as they are meant`(written: String, text: String) throws {
        let rows = Book.rows([["a", "b"]]) + "<row><c t=\"str\"><v>x</v></c><c><v>\(written)</v></c></row>"
        #expect(try fields(Book(rows)).last == ["x", text])
        #expect(text != "1.23456789012346E+19" || text.looksLikeSpreadsheetNumber)
    }

    @Test(
        arguments: [
            ("dd/mm/yyyy", "42049", "2015-02-14"), ("d mmm yy;@", "42049.75", "2015-02-14"),
            ("yyyy\\-mm\\-dd hh:mm", "42049.5625", "2015-02-14 13:30"), ("[$-1409]d mmmm yyyy", "60", "1900-02-29"),
            ("d/m/yyyy", "59", "1900-02-28"), ("d/m/yyyy", "61", "1900-03-01"), ("d/m/yyyy", "1", "1900-01-01"),
            ("d/m/yyyy", "-1", "-1"), ("d/m/yyyy", "3000000", "3000000"), ("h:mm AM/PM", "0.5625", "13:30"),
            ("hh:mm:ss", "0.999999", "23:59:59"), ("[h]:mm", "1.5", "36:00"), ("mm:ss.0", "0.000694444", "00:01"),
            ("0.0%", "0.855", "85.5%"), ("000000000", "12345", "000012345"), ("000", "-5", "-5"),
            ("&quot;day&quot; 0", "7", "7"), ("[Red]0.00", "1.5", "1.5"),
            ("#,##0.00_);[Red](#,##0.00)", "1450", "1450"),
            ("0.00E+00", "123456789", "123456789"), ("@", "42049", "42049"), ("General", "42049", "42049"),
            ("mmm", "42049", "2015-02-14"),
        ])
    func `tells a date from a number by its format`(code: String, written: String, text: String) throws {
        let rows = Book.rows([["a", "b"]]) + "<row><c t=\"str\"><v>x</v></c><c s=\"1\"><v>\(written)</v></c></row>"
        #expect(try fields(Book(rows, formats: [code])).last == ["x", text])
    }

    @Test func `may count its days from 1904, and know a date by a format of its own`() throws {
        let rows = Book.rows([["a", "b"]]) + "<row><c s=\"1\"><v>0</v></c><c s=\"2\"><v>40587</v></c></row>"
        var book = Book(rows, formats: ["yyyy"])
        book.startsIn1904 = true
        #expect(try fields(book).last == ["1904-01-01", "2015-02-14"])
    }

    @Test func `gives what is true, what failed and what a formula came to, and says that it did`() throws {
        let row =
            "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c><f>A1*2</f><v>14</v></c></row>"
        let reading = Reading(try Book(Book.rows([["a", "b", "c", "d"]]) + row).bytes)
        #expect(reading.fields == [["TRUE", "FALSE", "#N/A", "14"]])
        #expect(reading.warning(.formulas)?.words.text.contains("D2") == true)
    }

    @Test func `may have holes, far corners and remarks beside its table`() throws {
        let rows =
            "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>id</v></c><c r=\"B2\" t=\"str\"><v>name</v></c><c r=\"XFD2\" s=\"9\"/></row>"
            + "<row r=\"5\"><c r=\"B5\" t=\"str\"><v>x</v></c><c r=\"D5\" t=\"str\"><v>ask</v></c></row>"
            + "<row r=\"6\"><c r=\"XFD6\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>"
        let reading = Reading(try Book(rows).bytes)
        #expect(reading.header == ["id", "name"])
        #expect(reading.fields == [["", "x"], ["7", ""]])
        #expect(reading.lines == [5, 1_048_576])
        let beside = try #require(reading.warning(.cellsBesideTable))
        #expect((beside.count, beside.sample) == (2, "ask"))
        #expect(beside.words.text.contains("D5"))
    }

    @Test func `begins at its headings, below titles in merged cells, and tells of merged cells in the table`() throws {
        let rows =
            "<row><c t=\"str\"><v>Class</v></c><c s=\"1\"/></row>" + Book.rows([["a", "b"], ["1", "2"], ["3", "4"]])
        var book = Book(rows)
        book.ending = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>"
        let reading = Reading(try book.bytes)
        #expect(reading.header == ["a", "b"])
        let merged = try #require(reading.warning(.mergedCells))
        #expect((merged.count, merged.sample) == (1, "A3:A4"))
    }

    @Test func `is read from the first sheet that can be seen and has a table`() throws {
        let book = Book(
            sheets: [
                ("Secret", Book.rows([["a", "b"], ["1", "2"]])), ("Empty", ""),
                ("About", Book.rows([["How to"], ["Ask us"]])),
                ("Rūma 1", Book.rows([["a", "b"], ["3", "4"]])),
            ], hidden: ["Secret"])
        let reading = Reading(try book.bytes)
        #expect(reading.fields == [["3", "4"]])
        #expect(reading.warning(.otherSheets)?.mended == "Empty, About")
        let lone = Book(sheets: [("Secret", Book.rows([["a", "b"]])), ("Names", Book.rows([["Name"], ["Āwhina"]]))])
        #expect(Reading(try lone.bytes).fields.count <= 1)
        #expect(Reading(try Book("").bytes).problems == [.empty])
    }

    @Test(arguments: [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    ])
    func `that declares a document type anywhere is refused, before entities grow`(part: String) throws {
        // `Fixtures/hostile-archives/billion-laughs.xml`
        let letters = ["a", "b", "c", "d", "e"]
        let entities = zip(letters, letters.dropFirst()).map { inner, outer in
            "<!ENTITY \(outer) \"" + String(repeating: "&\(inner);", count: 10) + "\">"
        }
        let laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\">\(entities.joined())]><l>&e;</l>"
        var book = Book(Book.rows([["a", "b"], ["1", "2"]]), strings: "")
        book.instead = [part: laughs]
        #expect(Reading(try book.bytes).problems == [.documentType(part: part)])
        book.instead = [part: "<!DOCTYPE l SYSTEM \"file:///etc/passwd\"><l/>"]
        #expect(Reading(try book.bytes).problems == [.documentType(part: part)])
    }

    @Test(arguments: [
        "<row r=\"5\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>", "<row r=\"0\"/>",
        "<row r=\"1048577\"/>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row><c r=\"7\"><v>1</v></c></row>", "<c r=\"A1\"><v>1</v></c>",
        "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row>", "<row>&e;</row>",
        String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
    ])
    func `that contradicts itself is refused as damaged`(rows: String) throws {
        #expect(Reading(try Book(rows).bytes).problems == [.damagedWorkbook(part: "xl/worksheets/sheet1.xml")])
    }

    @Test func `cut off or changed anywhere ends in a sentence or a table`() throws {
        let whole = try Book(Book.rows([["a", "b"], ["1", "2"]])).bytes
        for length in stride(from: 4, to: whole.count, by: 7) {
            #expect(Reading(Array(whole.prefix(length))).problems == [.archive(.truncated)], "\(length) bytes")
        }
        for index in stride(from: 4, to: whole.count, by: 5) {
            var bytes = whole
            bytes[index] ^= 0x21
            let reading = Reading(bytes)
            #expect(reading.problems.isEmpty || !reading.problems[0].words.text.isEmpty)
        }
    }

    @Test func `keeps to its limits`() throws {
        var options = TableOptions()
        (options.limits.columns, options.limits.rows, options.limits.bytesPerField) = (3, 2, 5)
        options.limits.sharedTextBytes = 1 << 10
        func problems(_ book: Book) throws -> [TableProblem] { Reading(try book.bytes, options: options).problems }
        let header = Book.rows([["a", "b", "c"]])
        #expect(try problems(Book(header + Book.rows([["1"], ["2"]]))) == [])
        #expect(try problems(Book(header + Book.rows([["1"], ["2"], ["3"]]))) == [.tooManyRows(limit: 2)])
        #expect(try problems(Book(Book.rows([["a", "b", "c", "d"]]))) == [.tooManyColumns(limit: 3)])
        let long = [TableProblem.fieldTooLong(line: 2, column: 2, isQuoted: false)]
        #expect(try problems(Book(header + Book.rows([["1", "123456"]]))) == long)
        let strings = "<si><t>\(String(repeating: "x", count: 2000))</t></si>"
        #expect(try problems(Book(header, strings: strings)) == [.tooMuchText(megabytes: 0)])
        let many = String(repeating: "<si/>", count: 200)
        #expect(try problems(Book(header, strings: many)) == [.tooMuchText(megabytes: 0)])
        options.limits.bytes = 300
        #expect(try problems(Book(header)) == [.tooLarge(megabytes: 0)])
    }

    @Test func `that inflates without end is refused before it does`() throws {
        let row = "<row><c><v>1</v></c></row>"
        let bytes = try Book(String(repeating: row, count: 3_000_000)).bytes
        #expect(Reading(bytes).problems == [.archive(.ratio(limit: 200))])
    }
}

@Suite struct `What is no workbook, whatever it is called,` {
    private func archive(_ names: [String], mimetype: String = "") throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "kind-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }  // It may never have come to be.
        let writer = try ArchiveWriter(path: path, made: Instant(milliseconds: 0))
        for name in names { try writer.add(name, Array((name == "mimetype" ? mimetype : "x").utf8)) }
        try writer.close()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    @Test func `is refused by its kind, with what to do`() throws {
        let office = "[Content_Types].xml"
        let sheet = "application/vnd.oasis.opendocument.spreadsheet"
        let cases: [([UInt8], FileKind)] = [
            (try archive([office, "xl/workbook.bin"]), .binaryWorkbook),
            (try archive([office, "word/document.xml"]), .document),
            (try archive([office, "ppt/presentation.xml"]), .document), (try archive(["users.csv"]), .compressed),
            (try archive(["Index/Document.iwa"]), .numbers),
            (try archive(["mimetype", "content.xml"], mimetype: sheet), .openDocument),
            (try archive(["mimetype"], mimetype: "application/epub+zip"), .document),
        ]
        for (bytes, kind) in cases { #expect(Reading(bytes).problems == [.notATable(kind)]) }
        for kind in cases.map(\.1) { #expect(!kind.words.text.isEmpty) }
        #expect(FileKind.oldWorkbook.words.text.contains("save it as XLSX or CSV"))
    }

    @Test func `as a web page is named as the sign-in page it may be`() {
        let reading = Reading("<html><script>alert(1)</script></html>")
        #expect(reading.problems == [.notATable(.webPage)])
        #expect(reading.problems[0].words.text.contains("sign-in page"))
    }
}
