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
