/// A row exactly as it stands in the file: as many fields as were written, nothing filled up, nothing trimmed.
package struct ExactRow: Sendable {
    /// The physical line on which the row begins, counted from 1.
    package let line: Int
    package let fields: [String]
    /// Text stands behind a closing quotation mark.
    package let hasStrayQuote: Bool
    /// What makes this row, and only this row, unreadable.
    package let problem: TableProblem?
}

/// Gives the rows of a table as they stand, the header among them, for those who check a format rather than read one.
///
/// It looks for no titles, mends no header and refuses no row for its length. ``TableReader`` is the one for people's
/// own tables.
package struct ExactReader {
    package let encoding: TextEncoding
    package let isEncodingGuessed: Bool
    package let delimiter: Character

    private var splitter: RowSplitter

    package init(_ source: TableSource, limits: TableLimits = TableLimits()) throws(TableProblem) {
        let survey = try Survey(of: source, limits: limits)
        var sampling = try UTF8Blocks(source, as: survey)
        let sample = try sampling.next()
        let sniffed = Delimiter(sniffedFrom: sample)
        delimiter = Character(Unicode.Scalar(sniffed.byte))
        (encoding, isEncodingGuessed) = (survey.encoding, survey.isGuess)
        splitter = RowSplitter(
            try UTF8Blocks(source, as: survey), delimiter: sniffed, lineEnd: LineEnd(sniffedFrom: sample),
            limits: limits
        )
    }

    /// The next row that is not a blank line; `nil` at the end.
    package mutating func next() throws(TableProblem) -> ExactRow? {
        guard let row = try splitter.next() else { return nil }
        return ExactRow(
            line: row.line, fields: row.fields, hasStrayQuote: row.hasStrayQuote, problem: row.problem)
    }
}
