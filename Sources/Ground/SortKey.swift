import Foundation

extension String {
    /// The folded form that names are sorted and searched by: no marks (macrons), lower case, one space between words.
    ///
    /// `Ōtāwhao  School` becomes `otawhao school`. Stored beside the name as `sort_key`, compared as bytes.
    package var sortKey: String {
        let decomposed = decomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
            scalar.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(decomposed)).lowercased()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text as it is kept: composed (NFC), trimmed, without control characters other than line breaks.
    package var tidied: String {
        let kept = precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
