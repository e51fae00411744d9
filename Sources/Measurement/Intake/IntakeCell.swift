import Foundation
import Ground
import Tables

/// What stands in a cell, as a value.
enum IntakeCell {
    /// The text as it is compared and kept. Most cells are plain ASCII and need no folding.
    static func tidy(_ text: String) -> String {
        let bytes = text.utf8
        let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) } && bytes.first != 0x20 && bytes.last != 0x20
        return isPlain ? text : text.tidied
    }

    /// A number as people and programs write it: `63`, `63.0`, `1,234`, and `63,5` where a comma stands for the point.
    static func number(_ text: String) -> Double? {
        if let plain = plainNumber(text) { return plain }
        var digits: [UInt8] = []
        var commas: [Int] = []
        var hasPoint = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case 0x2B, 0x2D:
                guard index == 0 else { return nil }
                digits.append(byte)
            case 0x2E:
                guard !hasPoint else { return nil }
                hasPoint = true
                digits.append(byte)
            case 0x2C: commas.append(digits.count)
            default: return nil
            }
        }
        if let comma = commas.first {
            let isThousands = commas.count > 1 || (digits.count - comma >= 3 && (digits.count - comma == 3 || hasPoint))
            if !isThousands {
                guard !hasPoint else { return nil }
                digits.insert(0x2E, at: comma)
            }
        }
        guard digits.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        return Double(String(decoding: digits, as: UTF8.self))
    }

    /// Up to 15 digits and nothing else: nearly every score is written so.
    private static func plainNumber(_ text: String) -> Double? {
        var value = 0
        var count = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte), count < 15 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            count += 1
        }
        return count > 0 ? Double(value) : nil
    }

    /// Whether a cell says that there is no result.
    static func isDash(_ text: String) -> Bool { ["-", "–", "—", "−", "--", "n/a", "N/A"].contains(text) }

    /// The number of a learner in a cell that also holds their name: `Ngata, Hemi (104512)`.
    static func idInside(_ text: String) -> String? {
        let digits = text.split { !($0.isASCII && $0.isNumber) }.filter { $0.count >= 3 }
        return digits.count == 1 ? String(digits[0]) : nil
    }

    /// A year level: `5`, `Year 5`, `Y05`, `Tau 5`. `nil` unless it is a whole number at the end of such a text.
    static func yearLevel(_ text: String) -> Int? {
        let folded = text.withoutSpreadsheetDecimals.folded
        let word = folded.prefix { $0.isLetter || $0 == " " }.filter(\.isLetter)
        guard ["", "year", "yr", "y", "tau", "yearlevel", "level"].contains(word) else { return nil }
        let digits = folded.drop { $0.isLetter || $0 == " " }
        guard (1...2).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }

    /// A school's own number of a learner, undamaged by a column of decimals.
    static func localID(_ text: String) -> String { tidy(text).withoutSpreadsheetDecimals }

    /// A national number as it is compared: without blanks, without leading zeros, which spreadsheets take away.
    static func nationalID(_ text: String) -> String {
        let plain = tidy(text).withoutSpreadsheetDecimals.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return plain }
        return String(plain.drop { $0 == "0" })
    }
}
