import Foundation
import Ground
import Testing

@testable import Tables

/// The class list of `Fixtures/excel-encodings`, saved the ways schools save it.
@Suite struct `A class list` {
    private struct Expected: Decodable {
        let rows: [[String]]
        enum CodingKeys: String, CodingKey { case rows = "canonical_rows" }
    }

    private func canonical() throws -> [[String]] {
        let bytes = try fixture("excel-encodings/expected.json")
        return try JSONDecoder().decode(Expected.self, from: Data(bytes)).rows
    }

    private func reading(_ name: String, mends: Bool = false) throws -> Reading {
        var options = TableOptions()
        options.mendsGarbledText = mends
        return Reading(try fixture("excel-encodings/\(name)"), options: options)
    }

    @Test(arguments: [
        "utf8-bom-comma-crlf.csv", "utf8-nobom-comma-lf.csv", "utf8-bom-semicolon.csv", "sep-line.csv",
        "utf16le-bom-tab.txt", "utf16be-bom-tab.txt", "utf8-nfd.csv", "cr-only.csv",
    ])
    func `is read whole`(name: String) throws {
        let reading = try reading(name)
        let rows = try canonical()
        #expect(reading.problems.isEmpty && reading.warnings.isEmpty)
        #expect(reading.header == rows[0])
        // Swift takes decomposed macrons and composed ones for equal.
        #expect(reading.fields == Array(rows.dropFirst()))
    }

    @Test func `has its macrons composed in headings, whoever typed them`() throws {
        let reading = try reading("utf8-nfd.csv")
        let composed = reading.fields.map { $0.map(\.tidied) }
        let expected = try canonical().dropFirst().map { $0.map { Array($0.utf8) } }
        #expect(composed.map { $0.map { Array($0.utf8) } } == Array(expected))
    }

    @Test func `in Windows-1252 is read, and the person is told of the guess`() throws {
        let reading = try reading("cp1252-clean.csv")
        #expect(reading.fields == [["345678901", "O’Brien", "Siân", "Room 12"]])
        #expect(reading.warning(.encodingGuessed)?.sample == "Windows-1252")
    }

    @Test func `in Mac Roman is read, and the person is told of the guess`() throws {
        let reading = try reading("macroman.csv")
        #expect(reading.fields == [["345678901", "O’Brien", "Siân", "Room 12"]])
        #expect(reading.warning(.encodingGuessed)?.sample == "Mac OS Roman")
    }

    @Test func `whose macrons were lost is read with a warning that shows where`() throws {
        let reading = try reading("cp1252-lossy.csv")
        #expect(reading.rows.count == 5)
        let lost = try #require(reading.warning(.lostCharacters))
        #expect((lost.line, lost.column, lost.sample) == (2, 2, "Ng?ti-P?tae"))
        #expect(lost.count == 11)
        #expect(reading.fields[2][2] == "Siân")
    }

    @Test func `that was garbled is offered to be mended, not mended unasked`() throws {
        let asIs = try reading("mojibake.csv")
        let garbled = try #require(asIs.warning(.garbledText))
        #expect((garbled.line, garbled.column) == (2, 2))
        #expect((garbled.sample, garbled.mended) == ("NgÄti-PÅtae", "Ngāti-Pōtae"))
        #expect(asIs.fields[0][1] == "NgÄti-PÅtae")
        // The Ł lost its second byte at the start of a word: which letter it was cannot be known.
        var expected = Array(try canonical().dropFirst())
        expected[3][1] = "Müller-Åukasz"
        #expect(try reading("mojibake.csv", mends: true).fields == expected)
    }

    @Test func `with ragged rows loses only the row that is too long`() throws {
        let reading = try reading("ragged.csv")
        #expect(reading.fields == [["1", "A", ""], ["3", "E", "F"]])
        #expect(reading.lines == [2, 6])
        #expect(reading.problems == [.tooManyFields(line: 3, fields: 4, headings: 3)])
        #expect(reading.warning(.shortRows)?.line == 2)
    }

    @Test func `with a heading twice is refused`() throws {
        #expect(try reading("dup-header.csv").problems == [.duplicateHeading("Score", columns: [2, 3], line: 1)])
    }

    @Test func `with a title line begins at its headings`() throws {
        let reading = try reading("title-rows.csv")
        #expect(reading.header == ["NSN", "Score"])
        #expect(reading.fields == [["1", "2"], ["Averages", "2"]])
        #expect(reading.lines == [4, 5])
        #expect(reading.warning(.linesAboveHeader)?.sample.hasPrefix("e-asTTle Tabular Report") == true)
    }

    @Test func `with a zero character is read with a warning`() throws {
        let reading = try reading("nul-bytes.csv")
        #expect(reading.fields == [["1", "A\0B"]])
        #expect(reading.warning(.nulCharacters)?.column == 2)
    }

    @Test func `that ends inside quotes is refused with the line they open on`() throws {
        #expect(try reading("unterminated-quote.csv").problems == [.unclosedQuote(line: 2)])
    }

    @Test func `shows which identifiers a spreadsheet destroyed`() throws {
        let fields = try reading("scientific-nsn.csv").fields
        #expect(fields.map { $0[0].looksLikeSpreadsheetNumber } == [true, false])
        #expect(fields[1][0].withoutSpreadsheetDecimals == "123456789")
    }

    @Test func `shows which cells hold a failed formula`() throws {
        let fields = try reading("excel-error-cells.csv").fields
        #expect(fields.count == 3)
        #expect(fields.allSatisfy { $0[1].looksLikeSpreadsheetError && !$0[0].looksLikeSpreadsheetError })
    }

    @Test func `keeps its dates as they were typed`() throws {
        let fields = try reading("two-digit-years.csv").fields
        #expect(fields.map { $0[1] } == ["14/02/15", "02/14/2015", "2015-02-14", "42049", "14-Feb-2015"])
    }
}
