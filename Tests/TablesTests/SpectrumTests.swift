import Foundation
import Ground
import Testing

@testable import Tables

/// The twelve cases of csv-spectrum (github.com/maxogden/csv-spectrum, 2015): what every reader of CSV should agree on.
@Suite struct `The spectrum of CSV` {
    private static let cases: [(String, [[String]])] = [
        (
            "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
            [["first", "last", "address", "city", "zip"], ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]
        ),
        ("a,b,c\n1,\"\",\"\"\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        ("a,b,c\r\n1,\"\",\"\"\r\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
        (
            "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]
        ),
        (
            "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
            [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]
        ),
        (
            "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
            [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]
        ),
        ("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
        ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("a,b,c\r\n1,2,3\r\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("a,b,c\n1,2,3\n4,5,ʤ", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
        // The twelfth differs from the first of the line ends in nothing but a last one.
        ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
    ]

    @Test(arguments: cases)
    func `is read as it is meant`(text: String, table: [[String]]) {
        let reading = Reading(text)
        #expect([reading.header] + reading.fields == table)
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: cases)
    func `is the same after being written, as CSV and as a workbook`(text: String, table: [[String]]) throws {
        let rows = table.dropFirst().map { $0.map(CSVWriter.Cell.text) }
        let csv = Reading(CSVWriter.bytes(header: table[0], rows: rows))
        #expect([csv.header] + csv.fields == table)
        let book = Reading(try workbook(header: table[0], rows: rows))
        #expect([book.header] + book.fields == table)
    }
}

@Suite struct `Naughty text` {
    /// Kinds of the Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings), in words of our own.
    private static let texts: [String] = [
        "undefined", "null", "NaN", "True", "1E+02", "0x0", "1/0", "１２３", "08", "1,000.00", "-1.00", "\\\\", "./;'[]-=",
        "<>?:\"{}|_+", "!@#$%^&*()`~", "\u{1}\u{2}\u{7}\u{8}\u{E}\u{1F}", "\u{7F}\u{80}\u{85}\u{9F}",
        "\t\u{B}\u{C} \u{A0}",
        "\u{FEFF}x", "Ω≈ç√∫˜µ", "¡™£¢∞§", "ЁЂЃ", "٠١٢٣", "⁰⁴⁵", "ด้้้้้็็็็็้้้้้", "' OR 1=1 --", "\"", "''", "田中さん", "𠜎𠜱",
        "(｡◕ ∀ ◕｡)", "👩🏽‍🏫", "🇳🇿",
        "הָיְתָהtest", "\u{202A}test\u{202B}", "\u{2066}x\u{2069}", "Z̮̞̠͙͔ͅḀ̗", "˙ɐnbᴉlɐ", "𝐓𝐡𝐞", "<script>alert(1)</script>",
        "&lt;b&gt;", "<![CDATA[x]]>", "]]>", "%s%d%n", "$HOME", "../../etc/passwd", "{{ 7*7 }}", "=cmd|'/C calc'!A0",
        "_x0041_",
        "_x005F_x0041_", "_x", "\u{FFFE}\u{FFFF}", "a\0b", "line\r\nbreak\rhere\n", " both ", "'=x", "''=x", "",
        "e\u{301}",
        "Māori", "Ma\u{304}ori", "CON", "#REF!", "sep=;",
    ]

    private static var rows: [[CSVWriter.Cell]] { texts.map { [.text("x"), .text($0)] } }

    @Test func `comes back byte by byte from CSV`() {
        let fields = Reading(CSVWriter.bytes(header: ["a", "b"], rows: Self.rows)).fields
        #expect(fields.map { Array($0[1].utf8) } == Self.texts.map { Array($0.utf8) })
    }

    @Test func `comes back byte by byte from a workbook`() throws {
        let fields = Reading(try workbook(header: ["a", "b"], rows: Self.rows)).fields
        #expect(fields.count == Self.texts.count)
        for (field, text) in zip(fields, Self.texts) {
            #expect(Array(field[1].utf8) == Array(text.utf8), "\(text.debugDescription)")
        }
    }

    /// From the pairs of `te-reo-text`: written by a Mac, composed by everybody else.
    @Test(arguments: ["Āwhina", "ākonga", "Kāhui Ako", "Kōrero", "Ngāti", "tūmuaki", "Ōtautahi", "hapū"])
    func `with macrons is one heading, however they were typed`(word: String) throws {
        let decomposed = word.decomposedStringWithCanonicalMapping
        #expect(Array(decomposed.utf8) != Array(word.utf8))
        for bytes in [
            CSVWriter.bytes(header: [decomposed, "b"], rows: []), try workbook(header: [decomposed, "b"], rows: []),
        ] {
            let header = Reading(bytes).header
            #expect(Array(header[0].utf8) == Array(word.utf8))
        }
        #expect(Reading("\(word),\(decomposed)\n1,2\n").problems.count == 1)
    }
}
