import Ground
import Testing

@testable import Tables

@Suite struct `Any table` {
    private static let pieces = [
        "a", "B", "7", " ", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "'", "=", "-", "+", "@", "＝", "ā", "Ō",
        "whānau", "e\u{304}", "🏫", "👩‍🏫", "MÄori", "?", "M?ori", "\u{FFFD}", "\u{200B}", "\u{FEFF}", "sep=;", "\\",
        "#N/A",
        "1.5E+08", "<b>", "NULL", "العربية", "\u{202E}", "\0",
    ]

    private func text(_ chance: inout SeededChance) -> String {
        (0..<Int.random(in: 0...6, using: &chance)).map { _ in
            Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &chance)]
        }.joined()
    }

    @Test func `that is written and read again is the same`() {
        for seed in 0..<500 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            let columns = Int.random(in: 1...6, using: &chance)
            let rows = (0..<Int.random(in: 0...20, using: &chance)).map { _ in (0..<columns).map { _ in text(&chance) }
            }
            let header = (0..<columns).map { "h\($0) \(text(&chance))".tidied }
            let bytes = CSVWriter.bytes(header: header, rows: rows.map { $0.map(CSVWriter.Cell.text) })
            let size = Int.random(in: 1...40, using: &chance)
            let reading = Reading(bytes, blockSize: size)
            // Bytes, because Swift calls two strings equal that differ only in composition.
            let same = reading.fields.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }
            #expect(same && reading.problems.isEmpty && reading.header == header, "seed \(seed)")
        }
    }

    @Test func `that is written as a workbook and read again is the same`() throws {
        for seed in 0..<100 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            let columns = Int.random(in: 1...6, using: &chance)
            // A row without anything in it is none in a workbook, so each has a number.
            let rows = (0..<Int.random(in: 0...20, using: &chance)).map { number in
                ["\(number)"] + (0..<columns).map { _ in text(&chance) }
            }
            let header = (0...columns).map { "h\($0) \(text(&chance))".tidied }
            let cells = rows.map { [.integer(Int($0[0]) ?? 0)] + $0.dropFirst().map(CSVWriter.Cell.text) }
            let reading = Reading(try workbook(header: header, rows: cells))
            let same = reading.fields.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }
            #expect(same && reading.problems.isEmpty && reading.header == header, "seed \(seed)")
        }
    }

    @Test func `of numbers and days comes back from a workbook as it would from CSV`() throws {
        for seed in 0..<20 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            let rows = (0..<50).map { _ -> [CSVWriter.Cell] in
                let decimals = Int.random(in: 0...6, using: &chance)
                let day = Day(daysSince1970: Int.random(in: -30_000...30_000, using: &chance))
                return [
                    .integer(Int.random(in: -1_000_000_000...1_000_000_000_000, using: &chance)), .day(day),
                    .number(Double(Int.random(in: -9_000_000...9_000_000, using: &chance)) / 1000, decimals: decimals),
                ]
            }
            let header = ["whole", "day", "number"]
            let fromCSV = Reading(CSVWriter.bytes(header: header, rows: rows)).fields
            let fromBook = Reading(try workbook(header: header, rows: rows)).fields
            #expect(fromBook.map { $0.prefix(2) } == fromCSV.map { $0.prefix(2) }, "seed \(seed)")
            // 1.50 in CSV is 1.5 in a workbook, shown as 1.50.
            #expect(fromBook.map { Double($0[2]) } == fromCSV.map { Double($0[2]) }, "seed \(seed)")
        }
    }

    @Test func `of random bytes ends, with as many fields as headings`() {
        let alphabet = Array("abc,;\t\"\"\r\n\n ?'=\0".utf8) + [0xC4, 0x81, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xE2, 0x92]
        var (read, refused) = (0, 0)
        for seed in 0..<5000 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            let isWild = seed.isMultiple(of: 4)
            var bytes = (0..<Int.random(in: 0...200, using: &chance)).map { _ in
                isWild
                    ? UInt8.random(in: .min ... .max, using: &chance)
                    : alphabet[Int.random(in: 0..<alphabet.count, using: &chance)]
            }
            if seed.isMultiple(of: 3) { bytes = Array("a,b,c\n".utf8) + bytes }
            if seed.isMultiple(of: 7) { bytes = [0xFF, 0xFE] + bytes }
            let reading = Reading(bytes, blockSize: Int.random(in: 1...64, using: &chance))
            let isSound =
                reading.rows.allSatisfy { $0.fields.count == reading.header.count }
                && zip(reading.lines, reading.lines.dropFirst()).allSatisfy { $0 < $1 }
                && reading.problems.allSatisfy { !$0.words.text.isEmpty }
                && reading.warnings.allSatisfy { !$0.words.text.isEmpty && $0.count > 0 }
            #expect(isSound, "seed \(seed)")
            read += reading.rows.count
            refused += reading.problems.count
        }
        // Both paths were taken, many times.
        #expect(read > 1000 && refused > 1000)
    }
}
