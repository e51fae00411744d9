/// Keeps text from being run as a formula by the spreadsheet that opens an export: an apostrophe stands before it.
///
/// After OWASP ASVS 5.0, 1.2.10, and *CSV Injection*: `=`, `+`, `-`, `@`, tab, line ends and NUL, the full-width forms,
/// and any of them behind blanks, which some programs trim. Text that already has apostrophes before such a sign gets
/// one more, so that taking one away always gives back what was there.
enum FormulaGuard {
    static func guarded(_ text: String) -> String { isDangerous(text.utf8[...]) ? "'" + text : text }

    static func unguarded(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.first == apostrophe, isDangerous(bytes.dropFirst()) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    private static let apostrophe = UInt8(ascii: "'")
    private static let signs: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0x00]
    private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
    /// A space, a no-break space, a zero-width space, a byte order mark.
    private static let blanks = [" ", "\u{A0}", "\u{200B}", "\u{FEFF}"].map { Array($0.utf8) }

    private static func isDangerous(_ bytes: Substring.UTF8View) -> Bool {
        var rest = bytes.drop { $0 == apostrophe }
        while let blank = blanks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(blank.count) }
        guard let first = rest.first else { return false }
        return signs.contains(first) || wideSigns.contains { rest.starts(with: $0) }
    }
}
