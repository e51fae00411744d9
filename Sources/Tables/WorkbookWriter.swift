import CXLSXWriter
import Foundation
package import Ground

/// Why a workbook could not be written.
package enum WorkbookRefusal: Refusal, Hashable {
    case tooManyRows(limit: Int)
    /// No cell of a spreadsheet holds so much text. It is not cut off: nobody would see that.
    case textTooLong(line: Int, column: Int)
    case unwritable
}

/// Tables on their way out as a workbook (XLSX), row by row, in little memory whatever their size.
///
/// Text is text and stays so: it is never run as a formula, and an identifier keeps its digits and its leading noughts.
/// ``TableReader`` gives back what was written. The header stands still while one scrolls. Equal contents made at an
/// equal time give equal bytes.
package final class WorkbookWriter {
    package typealias Cell = CSVWriter.Cell

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let formats: Formats
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var names: Set<String> = []
    private var columns = 0
    private var row = 0
    private var isOpen = true

    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    private static let longestText = 32_767
    /// Whole numbers beyond lose digits in a spreadsheet.
    private static let longestInteger = 999_999_999_999_999

    /// What is kept for a while, of what may be about learners, lies beside the workbook and not in a common folder.
    package init(path: String, made: Instant) throws(WorkbookRefusal) {
        let folder = (path as NSString).deletingLastPathComponent
        let opened = (folder.isEmpty ? "." : folder).withCString { folder in
            // libxlsxwriter copies the name of the folder.
            var options = lxw_workbook_options(
                constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let opened else { throw .unwritable }
        workbook = opened
        formats = Formats(opened)
        var properties = lxw_doc_properties()
        // Nought would mean the present.
        properties.created = max(1, Int(made.milliseconds / 1000))
        workbook_set_properties(opened, &properties)
    }

    deinit {
        if isOpen { lxw_workbook_free(workbook) }
    }

    /// A workbook of one sheet in one piece. It is put together in a folder, in which nothing of it stays. Blocks.
    package static func bytes(
        sheet name: String, header: [String], rows: some Sequence<[Cell]>, in folder: String, made: Instant
    ) throws(WorkbookRefusal) -> [UInt8] {
        let path = "\(folder)/\(UUID().uuidString).xlsx"
        // One that never came to be cannot be removed, and need not be.
        defer { try? FileManager.default.removeItem(atPath: path) }
        let isOurs = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isOurs else { throw .unwritable }
        let writer = try WorkbookWriter(path: path, made: made)
        try writer.begin(sheet: name, header: header)
        for row in rows { try writer.append(row) }
        try writer.close()
        guard let data = FileManager.default.contents(atPath: path) else { throw .unwritable }
        return Array(data)
    }

    /// Begins a sheet. Its name is made one that spreadsheets accept, and like no other.
    package func begin(sheet name: String, header: [String]) throws(WorkbookRefusal) {
        precondition(isOpen && !header.isEmpty && header.count <= WorkbookWriter.mostColumns, "a sheet has columns")
        guard let sheet = workbook_add_worksheet(workbook, freeName(like: name)) else { throw .unwritable }
        self.sheet = sheet
        (columns, row) = (header.count, 0)
        worksheet_freeze_panes(sheet, 1, 0)
        for (column, heading) in header.enumerated() {
            let width = Double(min(40, max(9, heading.count + 3)))
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        try write(header.map(Cell.text), format: formats.heading)
    }

    package func append(_ cells: [Cell]) throws(WorkbookRefusal) {
        precondition(cells.count == columns, "a row has \(cells.count) cells under \(columns) headings")
        try write(cells, format: formats.text)
    }

    /// Puts the workbook together; until then there is none.
    package func close() throws(WorkbookRefusal) {
        precondition(isOpen, "a workbook is closed once")
        isOpen = false
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .unwritable }
    }

    private func write(
        _ cells: [Cell], format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookRefusal) {
        guard row < WorkbookWriter.mostRows else { throw .tooManyRows(limit: WorkbookWriter.mostRows) }
        for (column, cell) in cells.enumerated() { try write(cell, column: column, format: format) }
        row += 1
    }

    private func write(
        _ cell: Cell, column: Int, format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookRefusal) {
        let (line, index) = (UInt32(row), UInt16(column))
        let outcome: lxw_error
        switch cell {
        case .empty: return
        case .text(let text):
            guard !text.isEmpty else { return }
            let written = text.guardedTwice.escapedForWorkbook
            guard written.utf16.count <= WorkbookWriter.longestText else {
                throw .textTooLong(line: row + 1, column: column + 1)
            }
            outcome = worksheet_write_string(sheet, line, index, written, format)
        case .integer(let number) where number.magnitude > UInt(WorkbookWriter.longestInteger):
            outcome = worksheet_write_string(sheet, line, index, String(number), formats.text)
        case .integer(let number):
            outcome = worksheet_write_number(sheet, line, index, Double(number), nil)
        case .number(let number, let decimals):
            guard let rounded = Double(Cell.written(number, decimals: decimals)) else { return }
            outcome = worksheet_write_number(sheet, line, index, rounded, formats.decimals(decimals))
        case .day(let day):
            // Earlier days are in no spreadsheet's calendar, which is wrong for the two months before.
            guard day.year > 1900 || day.year == 1900 && day.month > 2 else {
                return try write(.text(day.description), column: column, format: format)
            }
            outcome = worksheet_write_number(sheet, line, index, Double(day.daysSince1970 + 25_569), formats.day)
        }
        guard outcome == LXW_NO_ERROR else { throw .unwritable }
    }

    /// At most 31 characters, none of `[]:*?/\`, no apostrophe at either end, and not "History", which Excel keeps.
    private func freeName(like name: String) -> String {
        var cleaned = name.tidied.filter { !"[]:*?/\\".contains($0) && !$0.isNewline }.trimmingApostrophes
        if cleaned.isEmpty { cleaned = "Sheet" }
        if cleaned.lowercased() == "history" { cleaned += " " + "1" }
        var (candidate, number) = (cleaned.cut(to: 31), 1)
        while !names.insert(candidate.lowercased()).inserted {
            number += 1
            let ending = " (\(number))"
            candidate = cleaned.cut(to: 31 - ending.count) + ending
        }
        return candidate
    }
}

/// The few ways in which our cells are shown.
private final class Formats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var numbers: [Int: UnsafeMutablePointer<lxw_format>?] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        heading = workbook_add_format(workbook)
        format_set_num_format(heading, "@")
        format_set_bold(heading)
        text = workbook_add_format(workbook)
        format_set_num_format(text, "@")
        day = workbook_add_format(workbook)
        format_set_num_format(day, "yyyy-mm-dd")
    }

    func decimals(_ count: Int) -> UnsafeMutablePointer<lxw_format>? {
        if let format = numbers[count] { return format }
        let format = workbook_add_format(workbook)
        let places = max(0, min(count, 15))
        format_set_num_format(format, places == 0 ? "0" : "0." + String(repeating: "0", count: places))
        numbers[count] = format
        return format
    }
}

extension String {
    /// ``TableReader`` takes away the apostrophe of a guard, also in a workbook that was made of our CSV. Text that has
    /// one of its own gets another, so that taking one away gives back what was there.
    fileprivate var guardedTwice: String { FormulaGuard.unguarded(self) == self ? self : "'" + self }

    /// What XML cannot hold, or would change, as `_x000D_`; and what looks like that already.
    fileprivate var escapedForWorkbook: String {
        let needsEscape = unicodeScalars.contains { scalar in
            scalar == "_" || scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
        }
        guard needsEscape else { return self }
        let scalars = Array(unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let isLiteralEscape =
                scalar == "_" && index + 6 < scalars.count && scalars[index + 1] == "x" && scalars[index + 6] == "_"
                && scalars[(index + 2)...(index + 5)].allSatisfy(\.properties.isASCIIHexDigit)
            if isLiteralEscape {
                result += "_x005F_"
            } else if scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    fileprivate var trimmingApostrophes: String {
        var rest = self[...]
        while rest.first == "'" || rest.first == " " { rest.removeFirst() }
        while rest.last == "'" || rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    /// Spreadsheets count two-byte units, and a character is not cut in two.
    fileprivate func cut(to count: Int) -> String {
        var rest = self[...]
        while rest.utf16.count > count { rest.removeLast() }
        return String(rest).trimmingApostrophes
    }
}
