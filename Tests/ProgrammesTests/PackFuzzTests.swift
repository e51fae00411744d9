import Ground
import Testing

@testable import Programmes

/// A generator whose numbers follow from its seed (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite struct `Two thousand damaged packs` {
    private static let pieces = [
        "\t", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a", "*a", "|", ">", "?", "? ", "!", "!!int ", "%",
        "@", "\n", "\r", "\u{0}", "\u{85}", "\u{FEFF}", "\u{E000}", "ā", "👩‍🏫", "~", "null", "---\n", "...", "<<: ",
        "9e9",
        "-1", "999999999999999999999", "NaN", "2026-02-30", "\\", "\"\\x41\"", "\"\\ud800\"", "  ", "0 to 99", "any",
    ]

    private static func damaged(_ text: String, using random: inout Seeded) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard let index = lines.indices.randomElement(using: &random) else { break }
            var line = Array(lines[index])
            let place = Int.random(in: 0...line.count, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: Int.random(in: 0...lines.count, using: &random))
            case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
            case 3: lines = Array(lines.prefix(index + 1))
            case 4:
                if place < line.count { line.remove(at: place) }
                lines[index] = String(line)
            case 5:
                lines[index] = String(line.prefix(place)) + (pieces.randomElement(using: &random) ?? "")
            default:
                line.insert(contentsOf: Array(pieces.randomElement(using: &random) ?? ""), at: place)
                lines[index] = String(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: 0..<8)
    func `are read or refused with a sentence at a place in the file, never worse`(seed: UInt64) {
        var random = Seeded(state: seed)
        for round in 0..<250 {
            let text = Self.damaged(Sample.text, using: &random)
            let (pack, problems) = Pack.read(text, file: "p")
            #expect((pack == nil) == !problems.isEmpty, "seed \(seed), round \(round)")
            let breaks = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
            for problem in problems {
                let isPlace = (1...breaks + 2).contains(problem.line) && problem.column >= 1
                #expect(isPlace, "seed \(seed), round \(round): \(problem.rendered())")
                #expect(problem.words.text(in: .english).hasSuffix(".") || problem.rendered().hasSuffix("?"))
            }
        }
    }
}
