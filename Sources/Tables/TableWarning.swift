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
        /// A workbook has more sheets that can be seen; `sample` is the one that was read, `mended` names the others.
        case otherSheets
        case hiddenSheets
        /// They were read all the same: what is hidden in a filter is still in the table.
        case hiddenRows
        /// What they last came to was read.
        case formulas
        /// The program that wrote the file did not work them out: read as empty.
        case formulasWithoutResult
        case mergedCells
        /// Cells beyond the last heading were passed over; `sample` is the first.
        case cellsBesideTable
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

    /// - Parameter earlier: What was noted before.
    init(_ earlier: [TableWarning] = []) { all = earlier }

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

    mutating func note(about workbook: Workbook, reading sheet: Workbook.Sheet) {
        let others = workbook.sheets.filter { !$0.isHidden && $0.name != sheet.name }.map(\.name)
        let hidden = workbook.sheets.filter { $0.isHidden && $0.name != sheet.name }.map(\.name)
        if !others.isEmpty {
            let names = others.joined(separator: ", ")
            note(.otherSheets, line: 1, sample: sheet.name, mended: names, count: others.count)
        }
        if !hidden.isEmpty {
            note(.hiddenSheets, line: 1, sample: hidden.joined(separator: ", "), count: hidden.count)
        }
    }

    private func excerpt(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(59) + "…"
    }
}
