import Archives
package import Ground

extension TableProblem {
    package var words: Words {
        switch self {
        case .empty:
            Words("tables.empty", "The file is empty. Choose the file again, or export it once more.")
        case .unreadable:
            Words("tables.unreadable", "The file could not be read. Choose it again.")
        case .notATable(let kind):
            kind.words
        case .tooLarge(let megabytes):
            Words("tables.too-large", "The file is larger than \(megabytes) MB. Split it into smaller files.")
        case .tooManyRows(let limit):
            Words("tables.too-many-rows", "The file has more than \(limit) rows. Split it into smaller files.")
        case .tooManyColumns(let limit):
            Words(
                "tables.too-many-columns", "The file has more than \(limit) columns. Keep the columns that are needed.")
        case .noHeadings(let line):
            Words("tables.no-headings", "Line \(line) should name the columns, but every cell in it is empty.")
        case .duplicateHeading(let heading, let columns, let line):
            Words(
                "tables.duplicate-heading",
                "Two columns are both called \"\(heading)\": \(columns.named), on line \(line). Rename or remove one."
            )
        case .unclosedQuote(let line):
            Words(
                "tables.unclosed-quote",
                """
                The file ends inside a quoted field that begins on line \(line). The file may have been cut off, \
                or a quotation mark is missing.
                """
            )
        case .fieldTooLong(let line, let column, true):
            Words(
                "tables.field-too-long.quoted",
                """
                The field on line \(line), column \(column.named), is longer than 1 MB. A quotation mark opened \
                there may never be closed.
                """
            )
        case .fieldTooLong(let line, let column, false):
            Words("tables.field-too-long", "The field on line \(line), column \(column.named), is longer than 1 MB.")
        case .undecodable(let line, let column):
            Words(
                "tables.undecodable",
                """
                Line \(line), column \(column.named), holds characters that cannot be read. Save the file again as \
                CSV UTF-8.
                """
            )
        case .archive(let problem):
            problem.words
        case .damagedWorkbook(let part):
            Words(
                "tables.damaged-workbook",
                "This workbook is damaged: its part \(part) cannot be read. Open it in a spreadsheet and save it again."
            )
        case .documentType(let part):
            Words(
                "tables.document-type",
                """
                This workbook was not written by a spreadsheet: its part \(part) declares a document type, which can \
                do harm. Open it in a spreadsheet and save it again.
                """
            )
        case .noSuchSheet(let name, let sheets):
            Words(
                "tables.no-such-sheet",
                "The workbook has no sheet called \"\(name)\". It has: \(sheets.joined(separator: ", "))."
            )
        case .tooMuchText(let megabytes):
            Words(
                "tables.too-much-text",
                "The workbook holds more than \(megabytes) MB of text. Save the sheet as CSV UTF-8 and choose that file."
            )
        case .tooManyFields(let line, let fields, let headings):
            Words(
                "tables.too-many-fields",
                """
                Line \(line) has \(fields, "field", "fields"), but there are \(headings, "heading", "headings"). \
                Text with a comma in it may lack its quotation marks.
                """
            )
        }
    }
}

extension WorkbookRefusal {
    package var words: Words {
        switch self {
        case .tooManyRows(let limit):
            Words("tables.workbook.too-many-rows", "A workbook holds \(limit) rows at most. Choose CSV instead.")
        case .textTooLong(let line, let column):
            Words(
                "tables.workbook.text-too-long",
                """
                The text for cell \(TableReader.cellName(line: line, column: column)) is longer than a workbook can \
                hold. Choose CSV instead.
                """
            )
        case .unwritable:
            Words("tables.workbook.unwritable", "The workbook could not be written. The disk may be full.")
        }
    }
}

extension FileKind {
    package var words: Words {
        switch self {
        case .oldWorkbook:
            Words(
                "tables.kind.old-workbook",
                "This is a workbook of an older Excel (.xls). Open it and save it as XLSX or CSV UTF-8."
            )
        case .lockedWorkbook:
            Words(
                "tables.kind.locked-workbook",
                "This workbook is protected with a password. Open it and save it without one."
            )
        case .binaryWorkbook:
            Words(
                "tables.kind.binary-workbook",
                "This is a binary workbook (.xlsb). Open it in Excel and save it as XLSX or CSV UTF-8."
            )
        case .openDocument:
            Words(
                "tables.kind.open-document",
                "This is an OpenDocument spreadsheet (.ods). Open it and save it as XLSX or CSV UTF-8."
            )
        case .numbers:
            Words(
                "tables.kind.numbers",
                "This is a document of Apple's Numbers. Open it and export it as XLSX (Excel) or CSV."
            )
        case .compressed:
            Words("tables.kind.compressed", "This is a compressed file (ZIP). Unpack it and choose the table inside.")
        case .document:
            Words(
                "tables.kind.document",
                "This is a document for reading, not a table. Export the table as XLSX or CSV UTF-8.")
        case .picture:
            Words("tables.kind.picture", "This is a picture. Export the table as XLSX or CSV UTF-8.")
        case .webPage:
            Words(
                "tables.kind.web-page",
                """
                This is a web page, whatever its name says. It may be the sign-in page of the system you exported \
                from: sign in there and export again. If it does show the table, open it in a spreadsheet and save \
                it as XLSX or CSV UTF-8.
                """
            )
        case .xml:
            Words(
                "tables.kind.xml",
                "This is XML, whatever its name says. Open it in a spreadsheet and save it as XLSX or CSV UTF-8."
            )
        case .database:
            Words("tables.kind.database", "This is a database. Export the table as XLSX or CSV UTF-8.")
        case .unknown:
            Words(
                "tables.kind.unknown",
                """
                This file is not text, so no table can be read from it. Export it as XLSX or CSV UTF-8.
                """
            )
        }
    }
}

extension TableWarning {
    package var words: Words {
        switch kind {
        case .encodingGuessed:
            Words(
                "tables.warning.encoding-guessed",
                """
                The file does not say how its letters are written; \(sample) fits best. Look at names with accents \
                before you go on.
                """
            )
        case .linesAboveHeader:
            Words(
                "tables.warning.lines-above-header",
                "Passed over \(count, "line", "lines") above the column headings, beginning with \"\(sample)\"."
            )
        case .emptyHeadings:
            Words(
                "tables.warning.empty-headings",
                "\(count, "column has", "columns have") no heading; the first is column \(columnName)."
            )
        case .shortRows:
            Words(
                "tables.warning.short-rows",
                """
                \(count, "row has", "rows have") fewer fields than there are headings; the missing ones are taken \
                as empty. The first is on line \(line).
                """
            )
        case .lostCharacters:
            Words(
                "tables.warning.lost-characters",
                """
                \(count, "cell seems", "cells seem") to have lost macrons or other letters: "\(sample)" on line \
                \(line), column \(columnName). They were lost when the file was saved: export it again as CSV \
                UTF-8.
                """
            )
        case .garbledText:
            Words(
                "tables.warning.garbled-text",
                """
                \(count, "cell is", "cells are") garbled: "\(sample)" on line \(line), column \(columnName), was \
                most likely "\(mended)". Sightline can mend this while reading.
                """
            )
        case .strayQuotes:
            Words(
                "tables.warning.stray-quotes",
                """
                \(count, "row has", "rows have") text after a closing quotation mark; it was kept. The first is on \
                line \(line).
                """
            )
        case .otherSheets:
            Words(
                "tables.warning.other-sheets",
                "Read the sheet \"\(sample)\". The workbook has \(count, "other sheet", "other sheets"): \(mended)."
            )
        case .hiddenSheets:
            Words(
                "tables.warning.hidden-sheets",
                "Passed over \(count, "hidden sheet", "hidden sheets"): \(sample)."
            )
        case .hiddenRows:
            Words(
                "tables.warning.hidden-rows",
                """
                \(count, "hidden row was", "hidden rows were") read like any other; the first is row \(line).
                """
            )
        case .formulas:
            Words(
                "tables.warning.formulas",
                """
                \(count, "cell holds a formula", "cells hold formulas"); the result the workbook shows was read. The \
                first is \(cellName).
                """
            )
        case .formulasWithoutResult:
            Words(
                "tables.warning.formulas-without-result",
                """
                \(count, "formula has", "formulas have") no result in the workbook, so nothing could be read there; \
                the first is in \(cellName). Open the workbook in a spreadsheet, save it, and choose it again.
                """
            )
        case .mergedCells:
            Words(
                "tables.warning.merged-cells",
                """
                In \(count, "place", "places") cells are merged, so only the first of them has a value: \(sample).
                """
            )
        case .cellsBesideTable:
            Words(
                "tables.warning.cells-beside-table",
                """
                In \(count, "row", "rows") something stands beside the table, under no heading, and was passed over: \
                "\(sample)" in \(cellName).
                """
            )
        case .nulCharacters:
            Words(
                "tables.warning.nul-characters",
                """
                \(count, "cell holds", "cells hold") invisible zero characters; the first is on line \(line), \
                column \(columnName).
                """
            )
        }
    }

    private var columnName: String { column.map(\.named) ?? "" }

    private var cellName: String { TableReader.cellName(line: line, column: column ?? 1) }
}

extension TableReader {
    /// What a spreadsheet calls a cell: `C7` for line 7, column 3.
    package static func cellName(line: Int, column: Int) -> String { column.columnLetters + String(line) }
}

extension Int {
    /// A column as a person finds it: its number, and its letters in a spreadsheet: `3 (C)`.
    fileprivate var named: String { "\(self) (\(columnLetters))" }

    fileprivate var columnLetters: String {
        var (rest, letters) = (self, "")
        while rest > 0 {
            letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension [Int] {
    fileprivate var named: String { map(\.named).joined(separator: ", ") }
}
