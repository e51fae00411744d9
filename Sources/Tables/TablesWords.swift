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

extension FileKind {
    package var words: Words {
        switch self {
        case .workbook:
            Words(
                "tables.kind.workbook",
                """
                This looks like an Excel workbook: save it as CSV UTF-8 and choose that file.
                """
            )
        case .compressed:
            Words("tables.kind.compressed", "This is a compressed file (ZIP). Unpack it and choose the table inside.")
        case .document:
            Words("tables.kind.document", "This is a document for reading, not a table. Export the table as CSV UTF-8.")
        case .picture:
            Words("tables.kind.picture", "This is a picture. Export the table as CSV UTF-8.")
        case .webPage:
            Words(
                "tables.kind.web-page",
                "This is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as CSV UTF-8."
            )
        case .database:
            Words("tables.kind.database", "This is a database. Export the table as CSV UTF-8.")
        case .unknown:
            Words(
                "tables.kind.unknown",
                """
                This file is not text, so no table can be read from it. Export it as CSV UTF-8.
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
}

extension Int {
    /// A column as a person finds it: its number, and its letters in a spreadsheet: `3 (C)`.
    fileprivate var named: String { "\(self) (\(columnLetters))" }

    private var columnLetters: String {
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
