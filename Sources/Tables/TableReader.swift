import Ground

/// A row of a table: where it begins, and one field per heading.
package struct TableRow: Sendable, Hashable {
    /// The physical line on which the row begins, counted from 1, as a text editor counts.
    package let line: Int
    /// What is written under each heading, unaltered: the importer tidies.
    package let fields: [String]
}

/// How a table is to be read.
package struct TableOptions: Sendable, Equatable {
    /// Mend text such as `MÄori`, once a person has accepted the offer.
    package var mendsGarbledText = false
    /// Take away the apostrophe that our own exports put before text that looks like a formula.
    package var removesFormulaGuard = true
    /// The sheet of a workbook, by its name; otherwise the first that can be seen and has a table on it.
    package var sheet: String?
    package var limits = TableLimits()

    package init() {}
}

/// Reads a table row by row, in little memory whatever its size: encoding, delimiter and header are found at the start.
/// A workbook (XLSX) is read like any other table: a line is then a row of its sheet.
///
/// Synchronous, for a thread pool. The header is the first row, unless titles stand above it. Blank lines are passed
/// over; rows that are too short are filled up and warned of.
///
///     let reader = try TableReader(.file(path: path))
///     while let row = try reader.next() { … }
///
/// A problem that concerns one row may be caught and noted: the next call goes on behind it.
package final class TableReader {
    package let encoding: TextEncoding
    /// The character between fields: a comma, a semicolon, a tab, or what a first line `sep=` names. Means nothing in
    /// a workbook.
    package let delimiter: Character
    /// The headings, tidied. An unnamed column has an empty one.
    package let header: [String]
    /// The physical line of the header.
    package let headerLine: Int
    package let byteCount: Int
    /// In a workbook, the sheet that is read, and all that could be.
    package let sheet: String?
    package let sheets: [String]

    private let options: TableOptions
    /// One of these two gives the rows.
    private var splitter: RowSplitter?
    private let workbook: WorkbookRows?
    private var waiting: [RawRow]
    private let ending: TableProblem?
    private var noted = TableWarnings()
    private var hasEnded = false
    /// How many rows have been given out or refused so far, the header apart.
    package private(set) var rowsRead = 0

    package convenience init(_ source: TableSource, options: TableOptions = TableOptions()) throws(TableProblem) {
        try self.init(source, options: options, blockSize: RawBlocks.size)
    }

    /// Tests choose small blocks, so that every row is cut somewhere.
    convenience init(_ source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        if let workbook = try Workbook(ifOne: source, limits: options.limits) {
            try self.init(workbook, options: options)
        } else {
            try self.init(text: source, options: options, blockSize: blockSize)
        }
    }

    private init(_ workbook: Workbook, options: TableOptions) throws(TableProblem) {
        let choice = try WorkbookChoice(from: workbook, named: options.sheet)
        let (rows, top) = (choice.rows, choice.top)
        (splitter, self.workbook, self.options) = (nil, rows, options)
        (encoding, delimiter, byteCount) = (.utf8, ",", workbook.byteCount)
        (sheet, sheets) = (rows.sheet.name, workbook.sheets.filter { !$0.isHidden }.map(\.name))
        (waiting, ending, headerLine) = (top.below, top.ending, top.header.line)
        noted.note(about: workbook, reading: rows.sheet)
        TableReader.note(top, noting: &noted)
        var headings = top.header
        headings.fields.removeLast(max(0, headings.fields.count - headings.width))
        header = try TableReader.headings(headings, options: options, noting: &noted)
        rows.start(below: headerLine)
    }

    private init(text source: TableSource, options: TableOptions, blockSize: Int) throws(TableProblem) {
        let survey = try Survey(of: source, limits: options.limits)
        var sampling = try UTF8Blocks(source, as: survey)
        let sample = try sampling.next()
        let hint = Delimiter(hint: sample)
        let delimiter = hint ?? Delimiter(sniffedFrom: sample)
        var splitter = RowSplitter(
            try UTF8Blocks(source, as: survey, size: blockSize), delimiter: delimiter,
            lineEnd: LineEnd(sniffedFrom: sample), limits: options.limits
        )
        if hint != nil { try splitter.skipLine() }
        self.options = options
        (encoding, byteCount) = (survey.encoding, survey.byteCount)
        self.delimiter = Character(Unicode.Scalar(delimiter.byte))
        let top = try HeaderSearch { () throws(TableProblem) in try splitter.next() }
        (workbook, sheet, sheets) = (nil, nil, [])
        (waiting, ending, headerLine) = (top.below, top.ending, top.header.line)
        if survey.isGuess { noted.note(.encodingGuessed, line: 1, sample: survey.encoding.name) }
        TableReader.note(top, noting: &noted)
        header = try TableReader.headings(top.header, options: options, noting: &noted)
        splitter.keep(columns: header.count)
        self.splitter = splitter
    }

    /// What has been noticed so far. Complete once `next()` has given `nil`.
    package var warnings: [TableWarning] { noted.all + (workbook?.warnings ?? []) }

    /// For a progress bar, against ``byteCount``.
    package var bytesRead: Int { workbook?.bytesRead ?? splitter?.bytesRead ?? 0 }

    /// The next row; `nil` at the end, and after any problem that concerns more than one row.
    package func next() throws(TableProblem) -> TableRow? {
        guard !hasEnded else { return nil }
        let row: RawRow
        do throws(TableProblem) {
            guard let found = try nextRaw() else {
                hasEnded = true
                return nil
            }
            row = found
            rowsRead += 1
            guard rowsRead <= options.limits.rows else { throw TableProblem.tooManyRows(limit: options.limits.rows) }
        } catch {
            hasEnded = true
            throw error
        }
        if let problem = row.problem { throw problem }
        guard workbook != nil || row.width <= header.count else {
            throw .tooManyFields(line: row.line, fields: row.width, headings: header.count)
        }
        return checked(row)
    }

    private func nextRaw() throws(TableProblem) -> RawRow? {
        guard workbook != nil else { return try followingRaw() }
        while let row = try followingRaw() {
            noteBeside(row)
            if row.fields.prefix(header.count).contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }

    private func followingRaw() throws(TableProblem) -> RawRow? {
        if !waiting.isEmpty { return waiting.removeFirst() }
        if let ending { throw ending }
        if let workbook { return try workbook.next() }
        return try splitter?.next()
    }

    /// In a workbook remarks may stand beside the table, also where its rows have ended.
    private func noteBeside(_ row: RawRow) {
        guard row.width > header.count else { return }
        let index = row.fields.indices.dropFirst(header.count).first { !row.fields[$0].isEmpty } ?? row.width - 1
        let sample = row.fields.indices.contains(index) ? row.fields[index] : ""
        noted.note(.cellsBesideTable, line: row.line, column: index + 1, sample: sample)
    }

    private func checked(_ row: RawRow) -> TableRow {
        var fields = row.fields
        if fields.count > header.count { fields.removeLast(fields.count - header.count) }
        if fields.count < header.count {
            // In a workbook a row ends where nothing is filled in any more.
            if workbook == nil { noted.note(.shortRows, line: row.line) }
            fields += Array(repeating: "", count: header.count - fields.count)
        }
        if row.hasStrayQuote { noted.note(.strayQuotes, line: row.line) }
        for index in row.unusual where index < fields.count {
            fields[index] = TableReader.looked(
                at: fields[index], line: row.line, column: index + 1, options: options, noting: &noted
            )
        }
        if options.removesFormulaGuard {
            for index in fields.indices where fields[index].utf8.first == UInt8(ascii: "'") {
                fields[index] = FormulaGuard.unguarded(fields[index])
            }
        }
        return TableRow(line: row.line, fields: fields)
    }

    /// The field, mended where that was asked for, with a note of what is the matter with it.
    private static func looked(
        at text: String, line: Int, column: Int, options: TableOptions, noting noted: inout TableWarnings
    ) -> String {
        if text.utf8.contains(0) { noted.note(.nulCharacters, line: line, column: column, sample: text) }
        if GarbledText.hasLostCharacters(text) {
            noted.note(.lostCharacters, line: line, column: column, sample: text)
        }
        guard let mended = GarbledText.mended(text) else { return text }
        noted.note(.garbledText, line: line, column: column, sample: text, mended: mended)
        return options.mendsGarbledText ? mended : text
    }

    private static func note(_ top: HeaderSearch, noting noted: inout TableWarnings) {
        guard let title = top.above.first else { return }
        let text = title.fields.first { !$0.isEmpty } ?? ""
        noted.note(.linesAboveHeader, line: title.line, sample: text, count: top.header.line - title.line)
    }

    private static func headings(
        _ row: RawRow, options: TableOptions, noting noted: inout TableWarnings
    ) throws(TableProblem) -> [String] {
        if let problem = row.problem { throw problem }
        guard row.width > 0 else { throw .noHeadings(line: row.line) }
        guard row.width <= options.limits.columns else { throw .tooManyColumns(limit: options.limits.columns) }
        var headings: [String] = []
        for (index, field) in row.fields.prefix(options.limits.columns).enumerated() {
            let text =
                row.unusual.contains(index)
                ? looked(at: field, line: row.line, column: index + 1, options: options, noting: &noted) : field
            headings.append((options.removesFormulaGuard ? FormulaGuard.unguarded(text) : text).tidied)
            if headings[index].isEmpty { noted.note(.emptyHeadings, line: row.line, column: index + 1) }
        }
        var columns: [String: Int] = [:]
        for (index, heading) in headings.enumerated() where !heading.isEmpty {
            if let first = columns.updateValue(index + 1, forKey: heading.lowercased()) {
                throw .duplicateHeading(heading, columns: [first, index + 1], line: row.line)
            }
        }
        return headings
    }
}
