/// What the start of a table, and the survey of its bytes, say of how its text is cut into rows and fields.
struct TableLayout {
    let survey: Survey
    let delimiter: Delimiter
    let lineEnd: LineEnd
    /// The first line is Excel's hint `sep=;` and no row.
    let beginsWithHint: Bool
}
