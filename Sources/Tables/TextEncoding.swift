/// How a file's text is written down. Excel alone makes all five, by version, system and menu entry.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1252
    case macRoman

    /// The name people may have seen in a menu.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "Unicode text (UTF-16)"
        case .windows1252: "Windows-1252"
        case .macRoman: "Mac OS Roman"
        }
    }
}

/// The two code pages of one byte per character that schools' older programs still write.
struct CodePage: Sendable {
    /// What bytes 0x80 to 0xFF stand for; U+FFFD where the code page has nothing.
    let upper: [Unicode.Scalar]

    static let windows1252 = CodePage(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    )
    static let macRoman = CodePage(
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    )

    private init(_ text: String) { upper = Array(text.unicodeScalars) }

    subscript(byte: UInt8) -> Unicode.Scalar {
        byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
    }

    /// The same bytes as UTF-8. What the code page lacks becomes 0xFF, which is refused where its field is read.
    var asUTF8: [[UInt8]] {
        (0...255).map { byte in
            let scalar = self[UInt8(byte)]
            return scalar == "\u{FFFD}" ? [0xFF] : Array(String(scalar).utf8)
        }
    }
}

extension CodePage {
    /// Which code page makes words of these bytes. Windows wins a draw: it is by far the more common.
    static func likelier(for bytes: [UInt8]) -> TextEncoding {
        windows1252.oddities(in: bytes) <= macRoman.oddities(in: bytes) ? .windows1252 : .macRoman
    }

    /// How often a character stands where it would not in a name or a sentence: `Si‰n`, `OíBrien`.
    private func oddities(in bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices where bytes[index] >= 0x80 {
            let before = index > 0 ? self[bytes[index - 1]].properties : nil
            let after = index + 1 < bytes.count ? self[bytes[index + 1]].properties : nil
            let isInWord = before?.isAlphabetic == true && after?.isAlphabetic == true
            let scalar = self[bytes[index]]
            if scalar == "\u{FFFD}" || scalar == "\u{F8FF}" {
                count += 3
            } else if scalar.properties.isAlphabetic {
                let isLowerAmongCapitals =
                    scalar.properties.isLowercase && before?.isUppercase == true && after?.isUppercase == true
                let isCapitalAmongLower =
                    scalar.properties.isUppercase && before?.isLowercase == true && after?.isLowercase == true
                if isLowerAmongCapitals || isCapitalAmongLower { count += 1 }
            } else if isInWord, !"’‘'-–".unicodeScalars.contains(scalar) {
                count += 2
            }
        }
        return count
    }
}
