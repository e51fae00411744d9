import Foundation
import Testing

@testable import Tables

@Suite struct `Writing a table` {
    private func text(_ header: [String], _ rows: [[CSVWriter.Cell]]) -> String {
        String(decoding: CSVWriter.bytes(header: header, rows: rows).dropFirst(3), as: UTF8.self)
    }

    @Test func `begins with a byte order mark and ends lines with CRLF`() {
        let bytes = CSVWriter.bytes(header: ["Kura", "n"], rows: [[.text("Te Whāiti"), .integer(5)]])
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(Array(bytes.dropFirst(3)) == Array("Kura,n\r\nTe Whāiti,5\r\n".utf8))
    }

    @Test func `quotes what would otherwise fall apart`() {
        let cells = ["a,b", "a\"b", "a\nb", "a\rb", "a;b", "a\tb", " a", "a ", "a b"].map(CSVWriter.Cell.text)
        let line = "\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\"a;b\",\"a\tb\",\" a\",\"a \",a b\r\n"
        #expect(text((1...9).map { "h\($0)" }, [cells]).hasSuffix(line))
    }

    @Test func `keeps numbers numbers and leaves what is none empty`() {
        let cells: [CSVWriter.Cell] = [
            .integer(-5), .number(-3.5, decimals: 1), .number(2.0 / 3, decimals: 2), .number(1e20, decimals: 0),
            .number(-0.001, decimals: 1), .number(.nan, decimals: 1), .empty, .text("-5"),
        ]
        #expect(
            text((1...8).map { "h\($0)" }, [cells]).hasSuffix("-5,-3.5,0.67,100000000000000000000,0.0,,,'-5\r\n")
        )
    }

    @Test func `writes a row of nothing that can be read again`() {
        let bytes = CSVWriter.bytes(header: ["a"], rows: [[.empty], [.text("x")]])
        #expect(Reading(bytes).fields == [[""], ["x"]])
    }

    @Test func `hands over what it has, piece by piece`() {
        var writer = CSVWriter(header: ["a"])
        var pieces = writer.take()
        for number in 1...3 {
            writer.append([.integer(number)])
            pieces += writer.take()
        }
        #expect(writer.take().isEmpty)
        #expect(pieces == CSVWriter.bytes(header: ["a"], rows: (1...3).map { [.integer($0)] }))
    }

    @Test func `does not let a heading pass for a hint or a formula`() {
        let bytes = CSVWriter.bytes(header: ["sep=;"], rows: [[.text("x")]])
        #expect(Reading(bytes).header == ["sep=;"])
        #expect(text(["=cmd", "b"], []) == "'=cmd,b\r\n")
        #expect(Reading(CSVWriter.bytes(header: ["=cmd"], rows: [])).header == ["=cmd"])
    }
}

/// The cells of `Fixtures/csv-formula-injection`.
@Suite struct `A cell that looks like a formula` {
    private static let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"]

    private func payloads() throws -> [String] {
        var options = TableOptions()
        options.removesFormulaGuard = false
        let reading = Reading(try fixture("csv-formula-injection/payloads.csv"), options: options)
        #expect(reading.problems.isEmpty)
        return reading.fields.map { $0[1] }
    }

    @Test func `never leaves as one, and comes back unchanged`() throws {
        let payloads = try payloads()
        #expect(payloads.count == 23)
        let bytes = CSVWriter.bytes(header: ["cell", "id"], rows: payloads.map { [.text($0), .text("x")] })
        var options = TableOptions()
        options.removesFormulaGuard = false
        let exported = Reading(bytes, options: options)
        #expect(exported.fields.count == 23)
        for fields in exported.fields {
            let first = fields[0].unicodeScalars.first { !" \u{200B}".unicodeScalars.contains($0) }
            #expect(first.map { !Self.signs.contains($0) } == true, "\(fields[0].debugDescription)")
        }
        let read = Reading(bytes).fields.map { Array($0[0].utf8) }
        #expect(read == payloads.map { Array($0.utf8) })
    }

    @Test(arguments: signs)
    func `is guarded for every sign`(sign: Unicode.Scalar) {
        let text = "\(sign)x"
        #expect(FormulaGuard.guarded(text) == "'" + text)
        #expect(Array(FormulaGuard.unguarded("'" + text).utf8) == Array(text.utf8))
    }

    @Test func `keeps the apostrophes it had`() {
        for text in ["'=1", "''=1", "'", "''", "'x", "' =1", "'tis", "=", "'\u{FEFF}-1"] {
            #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
        }
        #expect(FormulaGuard.guarded("'tis") == "'tis")
        #expect(FormulaGuard.guarded("Tāne = whānau") == "Tāne = whānau")
    }
}
