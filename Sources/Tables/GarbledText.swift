/// Text that lost or mangled its macrons on the way through a program that knows no UTF-8.
package enum GarbledText {
    /// The text as it most likely was, when it holds traces of UTF-8 read as Windows-1252: `MÄori` for `Māori`.
    ///
    /// `nil` when there is nothing to mend. Five bytes have no character in Windows-1252 and vanish in such an accident,
    /// among them the second half of `ā` and `ō`: a lone `Ä` or `Å` inside a word is taken for those. At the start of a
    /// word it stays, because Åsa and Ämmi are names. Always an offer, never done unasked.
    package static func mended(_ text: String) -> String? {
        guard mayBeMangled(text.utf8) else { return nil }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var hasChanged = false
        var index = 0
        while index < scalars.count {
            let before = index > 0 ? scalars[index - 1] : nil
            if let (scalar, length) = decoded(scalars[index...], after: before) {
                if scalar != "\u{FEFF}" { result.append(scalar) }
                index += length
                hasChanged = true
            } else {
                let after = index + 1 < scalars.count ? scalars[index + 1] : nil
                let vowel = halfVowel(scalars[index], before: before, after: after)
                result.append(vowel ?? scalars[index])
                hasChanged = hasChanged || vowel != nil
                index += 1
            }
        }
        return hasChanged ? String(result) : nil
    }

    /// Whether a `?` or U+FFFD stands where a letter must have been: `M?ori`, `?whina`. Addresses are let be.
    package static func hasLostCharacters(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if bytes.indices.contains(where: { isReplacement(bytes, at: $0) }) { return true }
        guard !bytes.contains(UInt8(ascii: "/")), !bytes.contains(UInt8(ascii: "=")) else { return false }
        return bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "?"), index + 1 < bytes.count else { return false }
            let after = bytes[index + 1]
            if index > 0, isLetter(bytes[index - 1]) { return isLetter(after) }
            let opensWord = index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] == UInt8(ascii: "-")
            return opensWord && (0x61...0x7A).contains(after)
        }
    }

    private static func isReplacement(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    /// A quick look, since nearly every text is whole: the first half of a mangled character is one of `Â` to `ô`.
    private static func mayBeMangled(_ bytes: String.UTF8View) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            if before == 0xC3, (0x82...0xB4).contains(byte) { return true }
            before = byte
        }
        return false
    }

    /// The one character that the next two to four were before they were torn apart, if it is one people write.
    private static func decoded(
        _ scalars: ArraySlice<Unicode.Scalar>, after before: Unicode.Scalar?
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        guard let first = scalars.first, (0xC2...0xF4).contains(first.value) else { return nil }
        let length = first.value < 0xE0 ? 2 : first.value < 0xF0 ? 3 : 4
        let bytes = scalars.prefix(length).compactMap(byte(of:))
        guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, isPlausible(scalar)
        else { return nil }
        // `„Ä“` is a German letter in quotes; `KÄ“rero` was `Kērero`.
        let isQuotation = "’“”‘".unicodeScalars.contains(scalars[scalars.startIndex + 1])
        if length == 2, isQuotation, before?.properties.isAlphabetic != true,
            scalars.dropFirst(2).first?.properties.isAlphabetic != true
        {
            return nil
        }
        return (scalar, length)
    }

    private static func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0...0x17F, 0x2BB, 0x2BC, 0x300...0x304, 0x1E00...0x1EFF, 0x2010...0x2026, 0x20AC, 0x2122, 0xFEFF,
            0x1F300...0x1FAFF:
            true
        default: false
        }
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return CodePage.windows1252.upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }

    private static func halfVowel(
        _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Unicode.Scalar? {
        guard scalar == "Ä" || scalar == "Å", let before, before.properties.isAlphabetic else { return nil }
        guard after?.properties.isLowercase == true || before.properties.isLowercase else { return nil }
        return scalar == "Ä" ? "ā" : "ō"
    }
}
