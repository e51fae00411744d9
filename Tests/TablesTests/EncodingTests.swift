import Foundation
import Ground
import Testing

@testable import Tables

@Suite struct `The encoding of a table` {
    private func encoding(_ bytes: [UInt8]) throws -> TextEncoding { try TableReader(.bytes(bytes)).encoding }

    private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
    }

    @Test func `is UTF-8 where that is possible`() throws {
        #expect(try encoding(Array("a\nĀē\n".utf8)) == .utf8)
        #expect(try encoding(Array("a\nplain\n".utf8)) == .utf8)
        #expect(Reading("a\nplain\n").warnings.isEmpty)
    }

    @Test(arguments: [true, false], [true, false])
    func `is UTF-16 by its mark or by its zeros`(isLittle: Bool, isMarked: Bool) throws {
        let text = (isMarked ? "\u{FEFF}" : "") + "NSN\tName and room\n123\tTāne 🏫\n"
        let bytes = utf16(text, isLittle: isLittle)
        #expect(try encoding(bytes) == (isLittle ? .utf16LittleEndian : .utf16BigEndian))
        #expect(Reading(bytes).fields == [["123", "Tāne 🏫"]])
    }

    @Test func `may first show in the last row of a large file`() throws {
        let filler = Array(String(repeating: "1,Room,Anna\n", count: 60_000).utf8)
        let bytes = Array("a,b,c\n".utf8) + filler
        #expect(try encoding(bytes + Array("2,Room,Tāne\n".utf8)) == .utf8)
        #expect(try encoding(bytes + [0x32, 0x2C, 0x53, 0x69, 0xE2, 0x6E, 0x2C, 0x0A]) == .windows1252)
        #expect(try encoding(bytes + [0x32, 0x2C, 0x53, 0x69, 0x89, 0x6E, 0x2C, 0x0A]) == .macRoman)
    }

    @Test func `is Windows-1252 rather than Mac Roman in a draw`() throws {
        #expect(try encoding(Array("a\nO".utf8) + [0x92] + Array("Brien\n".utf8)) == .windows1252)
    }

    @Test func `that is damaged is refused with line and column, and only there`() {
        let bytes = Array("NSN,Name\n1,Tāne\n2,T".utf8) + [0xC4] + Array("ne\n3,Mere Āwhina\n".utf8)
        let reading = Reading(bytes)
        #expect(reading.problems == [.undecodable(line: 3, column: 2)])
        #expect(reading.problems[0].words.text.contains("Line 3, column 2 (B)"))
        #expect(reading.fields == [["1", "Tāne"], ["3", "Mere Āwhina"]])
    }

    @Test func `that is marked UTF-8 but is not is refused where it breaks`() {
        let reading = Reading([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\nSi".utf8) + [0xE2] + Array("n,3\n".utf8))
        #expect(reading.problems == [.undecodable(line: 3, column: 1)])
    }

    @Test func `of a file cut inside a character is refused at its end`() {
        let reading = Reading(Array("a\nĀĒ\nkāhu".utf8) + [0xC4])
        #expect(reading.problems == [.undecodable(line: 3, column: 1)])
        let wide = Reading(utf16("\u{FEFF}a\tb\n1\t2\n", isLittle: true) + [0x31])
        #expect(wide.problems == [.undecodable(line: 3, column: 1)])
    }

    @Test func `of two bytes refuses half a pair`() {
        var bytes = utf16("\u{FEFF}a\tb\n1\t", isLittle: true)
        bytes += [0x00, 0xD8] + utf16("x\n3\t4\n", isLittle: true)
        let reading = Reading(bytes)
        #expect(reading.problems == [.undecodable(line: 2, column: 2)])
        #expect(reading.fields == [["3", "4"]])
    }

    @Test func `tables agree with the system's Windows-1252`() throws {
        #expect(CodePage.windows1252.upper.count == 128)
        for (index, scalar) in CodePage.windows1252.upper.enumerated() where scalar != "\u{FFFD}" {
            let text = try #require(String(bytes: [UInt8(index + 0x80)], encoding: .windowsCP1252))
            #expect(text.unicodeScalars.first == scalar)
        }
    }

    /// A few places of Unicode's own table, `VENDORS/APPLE/ROMAN.TXT`; Foundation's differs from it on Linux.
    @Test(
        arguments: [
            (0x80, "Ä"), (0x89, "â"), (0x8E, "é"), (0x9F, "ü"), (0xA0, "†"), (0xA7, "ß"), (0xAE, "Æ"), (0xBF, "ø"),
            (0xCA, "\u{A0}"), (0xD5, "’"), (0xDB, "€"), (0xE2, "‚"), (0xF5, "ı"), (0xF8, "¯"), (0xFF, "ˇ"),
        ] as [(UInt8, Unicode.Scalar)])
    func `tables agree with Unicode's Mac Roman`(byte: UInt8, scalar: Unicode.Scalar) {
        #expect(CodePage.macRoman.upper.count == 128)
        #expect(CodePage.macRoman[byte] == scalar)
    }
}

@Suite struct `A file that is no table` {
    private static let beginnings: [(String, FileKind)] = [
        ("%PDF-1.7\n", .document), ("\u{89}PNG\r\n\u{1A}\n", .picture),
        ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}", .oldWorkbook), ("\u{1F}\u{8B}\u{08}\0", .compressed),
        ("\u{D0}\u{CF}\u{11}\u{E0}....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", .lockedWorkbook),
        ("\u{D0}\u{CF}\u{11}\u{E0}....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", .document),
        ("PK\u{7}\u{8}PK\u{3}\u{4}", .compressed), ("<!DOCTYPE html><title>Sign in", .webPage),
        ("SQLite format 3\0", .database), ("\n <HTML><table><tr><td>NSN", .webPage),
        ("\u{EF}\u{BB}\u{BF}<?xml version='1.0'?>", .xml),
        (String(String.UnicodeScalarView((0...255).map { Unicode.Scalar(UInt8($0)) })), .unknown),
    ]

    /// Each character of a beginning stands for one byte.
    @Test(arguments: beginnings)
    func `is refused by its kind`(beginning: String, kind: FileKind) {
        #expect(Reading(beginning.unicodeScalars.map { UInt8($0.value) }).problems == [.notATable(kind)])
    }

    @Test func `may begin like one and still be a table`() {
        #expect(Reading("PK,Name\n1,A\n").header == ["PK", "Name"])
    }
}
