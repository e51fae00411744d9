/// The sheet that is read, with its header found: the one that was asked for, or else the first that anybody can see
/// and that has a table on it.
struct WorkbookChoice {
    let rows: WorkbookRows
    let top: HeaderSearch

    init(from workbook: Workbook, named name: String?) throws(TableProblem) {
        if let name {
            guard let sheet = workbook.sheets.first(where: { $0.name == name }) else {
                throw .noSuchSheet(name, sheets: workbook.sheets.filter { !$0.isHidden }.map(\.name))
            }
            rows = try WorkbookRows(sheet, of: workbook)
            top = try HeaderSearch(rows)
            return
        }
        var second: (WorkbookRows, HeaderSearch)?
        for sheet in workbook.sheets where !sheet.isHidden {
            let rows = try WorkbookRows(sheet, of: workbook)
            guard let top = try WorkbookChoice.top(of: rows) else { continue }
            if top.header.width > 1, try WorkbookChoice.hasRows(rows, below: top) {
                (self.rows, self.top) = (rows, top)
                return
            }
            second = second ?? (rows, top)
        }
        guard let second else { throw .empty }
        (rows, top) = second
    }

    private static func top(of rows: WorkbookRows) throws(TableProblem) -> HeaderSearch? {
        do throws(TableProblem) {
            return try HeaderSearch(rows)
        } catch {
            if error == .empty { return nil }
            throw error
        }
    }

    private static func hasRows(_ rows: WorkbookRows, below top: HeaderSearch) throws(TableProblem) -> Bool {
        if !top.below.isEmpty { return true }
        guard let row = try rows.next() else { return false }
        rows.putBack(row)
        return true
    }
}

extension HeaderSearch {
    fileprivate init(_ rows: WorkbookRows) throws(TableProblem) {
        try self.init { () throws(TableProblem) in try rows.next() }
    }
}
