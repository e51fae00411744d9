/// What a spreadsheet leaves in a cell when it took an identifier for a number or a formula failed.
extension StringProtocol {
    /// Whether this is a number in scientific notation, as `1.23457E+08`: an identifier that a spreadsheet has destroyed.
    ///
    /// The digits are gone and cannot be guessed; the importer refuses the row. `5E2` stays what it is: it may be a room.
    package var looksLikeSpreadsheetNumber: Bool {
        var rest = Array(utf8)[...].drop { $0 == 0x20 }
        while rest.last == 0x20 { rest.removeLast() }
        func takeDigits() -> Int {
            let digits = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(digits)
            return digits
        }
        func take(_ choices: String) -> Bool {
            guard let first = rest.first, choices.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = take("+-")
        guard takeDigits() > 0 else { return false }
        let hasPoint = take(".,")
        if hasPoint, takeDigits() == 0 { return false }
        guard take("eE") else { return false }
        let hasSign = take("+-")
        guard hasPoint || hasSign else { return false }
        return takeDigits() > 0 && rest.isEmpty
    }

    /// Whether this is what a failed formula shows: `#N/A`, `#DIV/0!`, `#REF!` and the like.
    package var looksLikeSpreadsheetError: Bool {
        let errors = [
            "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
            "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
        ]
        guard utf8.contains(UInt8(ascii: "#")) else { return false }
        let text = self.drop(while: \.isWhitespace).uppercased()
        return errors.contains { text.hasPrefix($0) && text.dropFirst($0.count).allSatisfy(\.isWhitespace) }
    }

    /// `123456789` for `123456789.0`: an identifier that passed through a column of decimals, unharmed.
    package var withoutSpreadsheetDecimals: String {
        guard let point = firstIndex(of: "."), point != startIndex else { return String(self) }
        let isDigits = self[..<point].utf8.allSatisfy { (0x30...0x39).contains($0) }
        let zeros = self[index(after: point)...]
        return isDigits && !zeros.isEmpty && zeros.allSatisfy { $0 == "0" } ? String(self[..<point]) : String(self)
    }
}
