import Archives
/// The rows of one sheet, as they come out of the file.
final class WorkbookRows {
    let sheet: Workbook.Sheet
    private let stream: XMLStream
    private let reading: SheetReading
    private let byteCount: Int
    private var ready: ArraySlice<RawRow> = []
    private var hasEnded = false

    init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(TableProblem) {
        self.sheet = sheet
        byteCount = workbook.byteCount
        reading = SheetReading(workbook, part: sheet.part.name)
        stream = try XMLStream(try workbook.open(sheet), reading: reading)
    }

    var warnings: [TableWarning] { reading.warnings }

    var bytesRead: Int { hasEnded ? byteCount : min(byteCount, stream.archiveBytesRead) }

    func next() throws(TableProblem) -> RawRow? {
        while ready.isEmpty {
            guard !hasEnded else { return nil }
            hasEnded = try !stream.advance()
            ready = reading.takeRows()[...]
        }
        return ready.removeFirst()
    }

    func putBack(_ row: RawRow) { ready = [row] + ready }

    /// Once the header is known, merged cells below it are spoken of.
    func start(below line: Int) { reading.headerLine = line }
}

/// Reads `xl/worksheets/sheet1.xml`: rows of cells, each with its reference, its kind, its style and its value.
private final class SheetReading: XMLReading {
    private(set) var problem: TableProblem?
    var headerLine = 0

    private let workbook: Workbook
    private let part: String
    private var noted = TableWarnings()
    private var merged: [(first: Int, last: Int, reference: String)] = []
    private var rows: [RawRow] = []
    private var row: RawRow?
    private var isRowHidden = false
    private var hasCellsBeside = false
    private var lastLine = 0
    private var lastFilledLine = 0

    private var column = 0
    private var kind = Kind.number
    private var format = NumberFormat.general
    private var hasFormula = false
    private var isPhonetic = false
    private var isCollecting = false
    private var value: [UInt8] = []

    private enum Kind { case number, shared, text, inline, truth, error, date }

    private static let farthestRow = 1_048_576
    private static let farthestColumn = 16_384

    init(_ workbook: Workbook, part: String) { (self.workbook, self.part) = (workbook, part) }

    /// Merged cells above and in the header are titles; below it, all but the first of them are empty.
    var warnings: [TableWarning] {
        var all = noted
        for cells in merged where cells.last > headerLine {
            all.note(.mergedCells, line: cells.first, sample: cells.reference)
        }
        return all.all
    }

    func takeRows() -> [RawRow] {
        defer { rows = [] }
        return rows
    }

    func opened(_ name: XMLText, _ attributes: XMLAttributes) {
        if name == "c" {
            beginCell(attributes)
        } else if name == "v" {
            isCollecting = kind != .inline
        } else if name == "row" {
            beginRow(attributes)
        } else if name == "t" {
            isCollecting = kind == .inline && !isPhonetic
        } else if name == "f" {
            hasFormula = true
        } else if name == "rPh" {
            isPhonetic = true
        } else if name == "mergeCell", let reference = attributes["ref"]?.string {
            keepMerged(reference)
        }
    }

    func closed(_ name: XMLText) {
        if name == "c" {
            endCell()
        } else if name == "v" || name == "t" {
            isCollecting = false
        } else if name == "rPh" {
            isPhonetic = false
        } else if name == "row" {
            endRow()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isCollecting, let row else { return }
        value += bytes
        if value.count > workbook.limits.bytesPerField {
            problem = .fieldTooLong(line: row.line, column: column, isQuoted: false)
        }
    }

    /// A row without a number follows the last one.
    private func beginRow(_ attributes: XMLAttributes) {
        let line = attributes["r"].map { $0.number ?? 0 } ?? lastLine + 1
        guard line > lastLine, line <= SheetReading.farthestRow else {
            problem = .damagedWorkbook(part: part)
            return
        }
        lastLine = line
        row = RawRow(line: line)
        row?.followsBlankLine = line > lastFilledLine + 1
        isRowHidden = attributes["hidden"]?.isTrue ?? false
        (column, hasCellsBeside) = (0, false)
    }

    private func endRow() {
        guard var row else { return }
        self.row = nil
        guard row.width > 0 else { return }
        lastFilledLine = row.line
        // Empty cells beside a single filled one tell a title from a heading.
        if hasCellsBeside, row.fields.count == 1 { row.fields.append("") }
        if isRowHidden { noted.note(.hiddenRows, line: row.line) }
        rows.append(row)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes["r"].map(SheetReading.column) ?? column + 1
        guard row != nil, (1...SheetReading.farthestColumn).contains(column) else {
            problem = .damagedWorkbook(part: part)
            return
        }
        kind = .number
        if let type = attributes["t"] {
            if type == "s" {
                kind = .shared
            } else if type == "str" {
                kind = .text
            } else if type == "inlineStr" {
                kind = .inline
            } else if type == "b" {
                kind = .truth
            } else if type == "e" {
                kind = .error
            } else if type == "d" {
                kind = .date
            }
        }
        format = .general
        if kind == .number, let style = attributes["s"]?.number, workbook.formats.indices.contains(style) {
            format = workbook.formats[style]
        }
        (hasFormula, isPhonetic, isCollecting) = (false, false, false)
        value.removeAll(keepingCapacity: true)
    }

    private func endCell() {
        guard var row else { return }
        if hasFormula {
            noted.note(value.isEmpty ? .formulasWithoutResult : .formulas, line: row.line, column: column)
        }
        guard let text = cellText() else {
            problem = .damagedWorkbook(part: part)
            return
        }
        guard !text.isEmpty else {
            hasCellsBeside = true
            return
        }
        guard text.utf8.count <= workbook.limits.bytesPerField else {
            problem = .fieldTooLong(line: row.line, column: column, isQuoted: false)
            return
        }
        // Taken out while it changes, so that its fields are not copied for every cell.
        self.row = nil
        row.put(text, in: column, kept: workbook.limits.columns + 1)
        self.row = row
    }

    private func cellText() -> String? {
        guard !value.isEmpty else { return "" }
        switch kind {
        case .number: return WorkbookNumber.text(value[...], as: format, startsIn1904: workbook.startsIn1904)
        case .shared:
            guard let index = Int(String(decoding: value, as: UTF8.self)) else { return nil }
            return workbook.strings[index].map(WorkbookText.read)
        case .text, .inline: return WorkbookText.read(value[...])
        case .truth: return value == [0x31] || value == Array("true".utf8) ? "TRUE" : "FALSE"
        case .error: return String(decoding: value, as: UTF8.self)
        case .date: return SheetReading.date(String(decoding: value, as: UTF8.self))
        }
    }

    /// `2015-02-14T00:00:00` is a day.
    private static func date(_ text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return text }
        return parts[1].allSatisfy { "0:.Z".contains($0) } ? String(parts[0]) : parts.joined(separator: " ")
    }

    /// 3 for `C7`; 0 for what is no reference.
    private static func column(_ reference: XMLText) -> Int {
        var (column, index) = (0, 0)
        while index < 4 {
            let letter = Int(reference.start[index])
            guard (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter) else { break }
            column = column * 26 + (letter & 0x1F)
            index += 1
        }
        return column
    }

    private func keepMerged(_ reference: String) {
        let corners = reference.split(separator: ":").map { corner in
            Int(corner.drop { $0.isLetter || $0 == "$" }) ?? 0
        }
        guard let first = corners.first, let last = corners.last, merged.count < 10_000 else { return }
        merged.append((first, last, reference))
    }
}

extension RawRow {
    /// Puts a filled cell where it belongs, with empty ones before it.
    fileprivate mutating func put(_ text: String, in column: Int, kept: Int) {
        let isBlank = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if !isBlank { width = max(width, column) }
        guard column <= kept else { return }
        while fields.count < column { fields.append("") }
        fields[column - 1] = text
        if text.utf8.contains(where: { $0 >= 0x80 || $0 == 0 || $0 == UInt8(ascii: "?") }) {
            unusual.append(column - 1)
        }
    }
}
