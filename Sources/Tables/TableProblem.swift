package import Archives
import Ground

/// Why a file, or one row of it, cannot be read as a table.
package enum TableProblem: Refusal, Hashable {
    case empty
    case unreadable
    case notATable(FileKind)
    case tooLarge(megabytes: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)
    case noHeadings(line: Int)
    case duplicateHeading(String, columns: [Int], line: Int)
    /// A quotation mark on this line opens a field that the file never closes.
    case unclosedQuote(line: Int)
    case fieldTooLong(line: Int, column: Int, isQuoted: Bool)
    case undecodable(line: Int, column: Int)
    case tooManyFields(line: Int, fields: Int, headings: Int)
    /// A workbook is a zip archive, and this one cannot be opened.
    case archive(ArchiveProblem)
    case damagedWorkbook(part: String)
    /// Entities could be declared in it, and no workbook needs them.
    case documentType(part: String)
    case noSuchSheet(String, sheets: [String])
    case tooMuchText(megabytes: Int)

    /// Whether only this row is lost: the next call of ``TableReader/next()`` goes on behind it.
    package var concernsOneRow: Bool {
        switch self {
        case .undecodable, .tooManyFields: true
        default: false
        }
    }

    /// The physical line it stands on, where there is one.
    package var line: Int? {
        switch self {
        case .noHeadings(let line), .duplicateHeading(_, _, let line), .unclosedQuote(let line),
            .fieldTooLong(let line, _, _), .undecodable(let line, _), .tooManyFields(let line, _, _):
            line
        default: nil
        }
    }
}
