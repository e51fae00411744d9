import Foundation
import Ground
import Tables

/// What is wrong with a cell, and how it would read if the repair were made.
struct Flaw: Equatable {
    let rule: OneRosterRule
    var expected = ""
    var repair: RosterRepair?
    var mended = ""
}

/// Where a cell stands, as far as its rules depend on it.
struct CellContext {
    let format: RosterFormat
    let mode: RosterMode
}

extension ColumnBinding {
    /// What is wrong with a value in this column, apart from where it points to; `nil` if nothing is.
    ///
    /// An empty value is wrong where one is needed. References are looked at by whoever knows the other files.
    func flaw(in value: String, _ context: CellContext) -> Flaw? {
        switch kind {
        case .status: return context.mode == .bulk ? bulkFlaw(value) : Self.statusFlaw(value)
        case .modified:
            if context.mode == .bulk { return bulkFlaw(value) }
            return value.isEmpty ? Flaw(rule: .statusMissing, repair: .statusMissing) : Self.momentFlaw(value)
        case .password: return value.isEmpty ? nil : Flaw(rule: .passwordFilled)
        default: break
        }
        if value.isEmpty { return isRequired ? Flaw(rule: .cellRequired) : nil }
        switch kind {
        case .text:
            let isNumbered = name == "identifier" || name == "userMasterIdentifier"
            return isNumbered && value.looksLikeSpreadsheetNumber ? Flaw(rule: .spreadsheetNumber) : nil
        case .status, .modified, .password: return nil
        case .identifier, .foreign, .reference, .references: return identifierFlaw(value)
        case .date: return Self.dateFlaw(value)
        case .year: return value.utf8.count == 4 && value.utf8.allSatisfy(\.isDigit) ? nil : Flaw(rule: .yearForm)
        case .integer: return Self.isNumber(value, withPoint: false) ? nil : Flaw(rule: .integerForm)
        case .float: return Self.floatFlaw(value)
        case .boolean: return Self.booleanFlaw(value, anyCase: !context.format.isOneRoster)
        case .one(let vocabulary): return Self.flaw(in: [value], of: vocabulary)
        case .several(let vocabulary): return Self.flaw(in: value.listed, of: vocabulary)
        case .userIDs: return Self.userIDsFlaw(value)
        case .scale: return value.inBraces == nil ? Flaw(rule: .scaleForm) : nil
        }
    }

    private func bulkFlaw(_ value: String) -> Flaw? {
        value.isEmpty ? nil : Flaw(rule: .statusInBulk, repair: .statusInBulk, mended: value)
    }

    private static func statusFlaw(_ value: String) -> Flaw? {
        switch value {
        case "active", "tobedeleted": return nil
        case "": return Flaw(rule: .statusMissing, repair: .statusMissing, mended: "active")
        case "inactive": return Flaw(rule: .statusUnknown, repair: .inactiveStatus, mended: "tobedeleted")
        default:
            let lowered = value.tidied.lowercased()
            let isKnown = lowered == "active" || lowered == "tobedeleted"
            return Flaw(rule: .statusUnknown, repair: isKnown ? .wordCase : nil, mended: lowered)
        }
    }

    private func identifierFlaw(_ value: String) -> Flaw? {
        let isList = if case .references = kind { true } else { false }
        let values = isList ? value.listed : [value]
        for item in values {
            if item.looksLikeSpreadsheetNumber { return Flaw(rule: .spreadsheetNumber) }
            if item.utf8.count >= 256, item.count >= 256 { return Flaw(rule: .identifierLength) }
        }
        if values.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.mayStandInIdentifier) }) { return nil }
        let trimmed = values.map(\.tidied)
        if trimmed.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.mayStandInIdentifier) }) {
            return Flaw(rule: .blanksAround, repair: .blanks, mended: trimmed.joined(separator: ","))
        }
        let isUsable = trimmed.allSatisfy { !$0.isEmpty }
        return Flaw(
            rule: .identifierForm, repair: isUsable ? .freeIdentifiers : nil, mended: trimmed.joined(separator: ","))
    }

    private static func dateFlaw(_ value: String) -> Flaw? {
        if Day(text: value) != nil { return nil }
        let trimmed = value.tidied
        if let day = Day(text: trimmed) {
            return Flaw(rule: .blanksAround, repair: .blanks, mended: day.description)
        }
        // A moment, as `2026-02-02T00:00:00Z` or with a blank for the T, holds its day.
        if trimmed.utf8.count > 10, let day = Day(text: trimmed.prefix(10)),
            [0x54, 0x20].contains(Array(trimmed.utf8)[10])
        {
            return Flaw(rule: .dateForm, repair: .dateForms, mended: day.description)
        }
        guard let day = Day(typed: trimmed) else { return Flaw(rule: .dateForm) }
        let isInWords = trimmed.contains(where: \.isLetter)
        return Flaw(rule: .dateForm, repair: isInWords ? .dateForms : .dayFirstDates, mended: day.description)
    }

    private static func momentFlaw(_ value: String) -> Flaw? {
        if value.isMoment { return nil }
        let trimmed = value.tidied
        if Day(text: trimmed.prefix(10)) != nil { return Flaw(rule: .momentForm, repair: .dateForms, mended: trimmed) }
        let isDay = Day(typed: trimmed) != nil
        return Flaw(rule: .momentForm, repair: isDay ? .dayFirstDates : nil, mended: trimmed)
    }

    private static func floatFlaw(_ value: String) -> Flaw? {
        if isNumber(value, withPoint: true) { return nil }
        let trimmed = value.tidied
        if isNumber(trimmed, withPoint: true) { return Flaw(rule: .blanksAround, repair: .blanks, mended: trimmed) }
        let pointed = trimmed.replacing(",", with: ".")
        let isMendable = pointed.count { $0 == "." } == 1 && isNumber(pointed, withPoint: true)
        return Flaw(rule: .floatForm, repair: isMendable ? .decimalCommas : nil, mended: pointed)
    }

    private static func booleanFlaw(_ value: String, anyCase: Bool) -> Flaw? {
        if value == "true" || value == "false" { return nil }
        let lowered = value.tidied.lowercased()
        if lowered == "true" || lowered == "false" {
            return anyCase ? nil : Flaw(rule: .booleanCase, expected: lowered, repair: .booleanCase, mended: lowered)
        }
        let words = ["1": "true", "yes": "true", "y": "true", "0": "false", "no": "false", "n": "false"]
        guard let meant = words[lowered] else { return Flaw(rule: .booleanForm) }
        return Flaw(rule: .booleanForm, expected: meant, repair: .booleanWords, mended: meant)
    }

    private static func flaw(in values: [String], of vocabulary: Vocabulary) -> Flaw? {
        let known = vocabulary.words.joined(separator: ", ")
        var mended: [String] = []
        for value in values where !vocabulary.words.contains(value) && !vocabulary.isExtended(by: value) {
            let folded = value.tidied.lowercased()
            guard let meant = vocabulary.words.first(where: { $0.lowercased() == folded }) else {
                return Flaw(rule: .vocabulary, expected: known)
            }
            mended.append(meant)
        }
        if !mended.isEmpty {
            let all = values.map { value in
                vocabulary.words.first { $0.lowercased() == value.tidied.lowercased() } ?? value
            }
            return Flaw(rule: .vocabulary, expected: known, repair: .wordCase, mended: all.joined(separator: ","))
        }
        guard values.contains(where: vocabulary.isExtended) else { return nil }
        return Flaw(rule: .vocabularyExtension, mended: values.joined(separator: ","))
    }

    private static func userIDsFlaw(_ value: String) -> Flaw? {
        if value.looksLikeSpreadsheetNumber { return Flaw(rule: .spreadsheetNumber) }
        guard let inside = value.inBraces else {
            let isPlain = !value.contains { "{}".contains($0) }
            return Flaw(rule: .userIDsForm, repair: isPlain ? .plainUserIDs : nil, mended: value)
        }
        return inside.contains { $0.value.looksLikeSpreadsheetNumber } ? Flaw(rule: .spreadsheetNumber) : nil
    }

    private static func isNumber(_ text: String, withPoint: Bool) -> Bool {
        var rest = text.utf8[...]
        if rest.first == 0x2D { rest = rest.dropFirst() }
        let whole = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(whole.count)
        guard !whole.isEmpty else { return false }
        if rest.isEmpty { return true }
        guard withPoint, rest.first == 0x2E else { return false }
        rest = rest.dropFirst()
        return !rest.isEmpty && rest.allSatisfy(\.isDigit)
    }
}

extension UInt8 {
    /// Letters and digits of ASCII, `.`, `-`, `_`, `/` and `@`.
    var mayStandInIdentifier: Bool { isLetterOrDigit || [0x2E, 0x2D, 0x5F, 0x2F, 0x40].contains(self) }
}

extension String {
    /// The items of a list: what stands between its commas.
    var listed: [String] { split(separator: ",", omittingEmptySubsequences: false).map(String.init) }

    /// The pairs of `{kind:value},{kind:value}`; `nil` if it is not written so.
    var inBraces: [(kind: String, value: String)]? {
        var pairs: [(String, String)] = []
        var rest = self[...]
        while true {
            guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return nil }
            let inside = rest[rest.index(after: rest.startIndex)..<end]
            guard let colon = inside.lastIndex(of: ":"), colon != inside.startIndex, !inside.contains("{") else {
                return nil
            }
            let value = inside[inside.index(after: colon)...]
            guard !value.isEmpty else { return nil }
            pairs.append((String(inside[..<colon]), String(value)))
            rest = rest[rest.index(after: end)...]
            if rest.isEmpty { return pairs }
            guard rest.first == "," else { return nil }
            rest = rest.dropFirst()
        }
    }

    /// Whether this is a moment in UTC as ISO 8601 writes it: `2026-08-01T00:00:00.000Z`; fractions may be left out.
    var isMoment: Bool {
        let bytes = Array(utf8)
        guard bytes.count >= 20, bytes[10] == 0x54, bytes.last == 0x5A, Day(text: prefix(10)) != nil,
            bytes[13] == 0x3A, bytes[16] == 0x3A
        else { return false }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy(\.isDigit) ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil
        }
        guard let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19), hour < 24,
            minute < 60, second < 61
        else { return false }
        let fraction = bytes[19..<(bytes.count - 1)]
        return fraction.isEmpty
            || fraction.first == 0x2E && fraction.count > 1 && fraction.dropFirst().allSatisfy(\.isDigit)
    }
}
