import Foundation
package import Ground

/// A table on its way out: UTF-8 with a byte order mark and CRLF, as Excel needs it to keep macrons (RFC 4180).
///
/// Text is safe to open in a spreadsheet: see ``FormulaGuard``. ``TableReader`` gives it back unchanged.
package struct CSVWriter {
    /// What stands in a cell. Numbers stay numbers; a phone number or an identifier is text.
    package enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// Rounded to so many decimals, never in scientific notation. What is no number is left empty.
        case number(Double, decimals: Int)
        case day(Day)
        case empty
    }

    private let columns: Int
    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init(header: [String]) {
        precondition(!header.isEmpty, "a table has at least one column")
        columns = header.count
        append(texts: header.map(FormulaGuard.guarded))
    }

    package mutating func append(_ row: [Cell]) {
        precondition(row.count == columns, "a row has \(row.count) cells under \(columns) headings")
        append(texts: row.map(\.written))
    }

    /// Hands over what has been written so far, so that a long export leaves in pieces.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// A whole table at once.
    package static func bytes(header: [String], rows: some Sequence<[Cell]>) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for row in rows { writer.append(row) }
        return writer.take()
    }

    private mutating func append(texts: [String]) {
        // Readers pass over blank lines; a quoted nothing is a row.
        let isBlank = texts.allSatisfy(\.isEmpty)
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(text, isQuoted: CSVWriter.needsQuotes(text) || isBlank && index == 0)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func append(_ text: String, isQuoted: Bool) {
        guard isQuoted else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Semicolons and tabs too, since they part fields where the computer's region says so; and `sep=`, a hint to Excel.
    private static func needsQuotes(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == 0x20 || bytes.last == 0x20 || text.prefix(4).lowercased() == "sep="
            || bytes.contains { [0x22, 0x2C, 0x0D, 0x0A, 0x3B, 0x09].contains($0) }
    }
}

extension CSVWriter.Cell {
    /// The text of the cell, guarded where it could be taken for a formula.
    fileprivate var written: String {
        switch self {
        case .text(let text): FormulaGuard.guarded(text)
        case .integer(let number): String(number)
        case .number(let number, let decimals): CSVWriter.Cell.written(number, decimals: decimals)
        case .day(let day): day.description
        case .empty: ""
        }
    }

    static func written(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return "" }
        let text = String(format: "%.\(max(0, min(decimals, 15)))f", number)
        // A small negative rounded away reads as nought, not as minus nought.
        return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
    }
}
