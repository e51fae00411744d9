/// Something a person should know about a table that was read all the same. One per kind, with the first place.
package struct TableWarning: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The encoding was not marked and had to be guessed; `sample` is its name.
        case encodingGuessed
        /// Lines above the header were passed over; `sample` is the first of them.
        case linesAboveHeader
        case emptyHeadings
        case shortRows
        /// `M?ori` or U+FFFD: the program that saved the file had no macrons. They cannot be brought back.
        case lostCharacters
        /// `MÄori`: UTF-8 that was once read as something else. `mended` is what it most likely was.
        case garbledText
        case strayQuotes
        case nulCharacters
    }

    package let kind: Kind
    package internal(set) var count: Int
    /// The first place: physical line, and column counted from 1 where one column is meant.
    package let line: Int
    package let column: Int?
    package let sample: String
    package let mended: String
}

/// The warnings of one reading, in the order in which they first occurred.
struct TableWarnings {
    private(set) var all: [TableWarning] = []

    mutating func note(
        _ kind: TableWarning.Kind, line: Int, column: Int? = nil, sample: String = "", mended: String = "",
        count: Int = 1
    ) {
        if let index = all.firstIndex(where: { $0.kind == kind }) {
            all[index].count += count
        } else {
            all.append(
                TableWarning(
                    kind: kind, count: count, line: line, column: column,
                    sample: excerpt(sample), mended: excerpt(mended)
                )
            )
        }
    }

    private func excerpt(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(59) + "…"
    }
}
