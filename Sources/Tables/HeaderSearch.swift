/// Finds the row of headings below the titles that reports carry: `Tabular Report Created on 03/06/2026`.
///
/// A title is a row with a single filled field that is set apart: by a blank line, by empty cells beside it, or by
/// being a phrase above three or more headings. In doubt the first row is the header.
struct HeaderSearch {
    let above: [RawRow]
    let header: RawRow
    let below: [RawRow]
    /// What ended the search; it is reported once the rows before it have been given out.
    let ending: TableProblem?

    private static let farthest = 10

    init(_ next: () throws(TableProblem) -> RawRow?) throws(TableProblem) {
        guard let first = try next() else { throw .empty }
        guard HeaderSearch.mayBeTitle(first) else {
            (above, header, below, ending) = ([], first, [], nil)
            return
        }
        var rows = [first]
        var ending: TableProblem?
        do throws(TableProblem) {
            while rows.count < HeaderSearch.farthest, let row = try next() {
                rows.append(row)
                if !HeaderSearch.mayBeTitle(row) { break }
            }
        } catch {
            ending = error
        }
        self.ending = ending
        let candidate = rows[rows.count - 1]
        if rows.count > 1, HeaderSearch.isHeader(candidate, below: rows.dropLast()) {
            (above, header, below) = (Array(rows.dropLast()), candidate, [])
        } else {
            (above, header, below) = ([], first, Array(rows.dropFirst()))
        }
    }

    private static func filled(_ row: RawRow) -> [String] {
        row.fields.filter { field in field.utf8.contains { $0 != 0x20 && $0 != 0x09 } }
    }

    private static func mayBeTitle(_ row: RawRow) -> Bool { filled(row).count == 1 && row.problem == nil }

    private static func isHeader(_ row: RawRow, below titles: ArraySlice<RawRow>) -> Bool {
        let headings = filled(row)
        guard headings.count >= 2, row.problem == nil, headings.allSatisfy({ Double($0) == nil }) else { return false }
        return row.followsBlankLine || titles.contains { $0.followsBlankLine || $0.fields.count > 1 }
            || headings.count >= 3 && titles.allSatisfy { filled($0).first?.contains(" ") == true }
    }
}
