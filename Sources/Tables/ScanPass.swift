import CScan

/// One pass over the bytes at hand. A value of its own, so that what changes stays in the processor's registers.
struct ScanPass {
    let bytes: UnsafeMutablePointer<UInt8>
    let fields: UnsafeMutablePointer<ScannedField>
    let rows: UnsafeMutablePointer<ScannedRow>
    let end: Int
    /// Whether nothing follows these bytes: only then may the last row lack its line end.
    let isLast: Bool
    let delimiter: UInt8
    /// Rows end in a lone CR, and LF is a break inside a field.
    let endsInReturn: Bool
    let limit: Int

    private(set) var rowCount = 0
    private(set) var rowStart: Int
    private(set) var rowLine: Int
    private(set) var isAfterReturn = false
    var problem: TableProblem?

    private var fieldCount = 0
    private var rowFirst = 0
    private var fieldStart: Int
    /// Line ends inside the row that is being read.
    private var breaks = 0
    private var hasStrayQuote = false
    private var knots: [Knot] = []

    /// A quoted field whose text is not in one piece: it has doubled quotes, or text behind its closing quote.
    private struct Knot {
        let field: Int
        let closingQuote: Int
    }

    private enum Step { case goesOn, isIncomplete }

    init(
        bytes: UnsafeMutablePointer<UInt8>, fields: UnsafeMutablePointer<ScannedField>,
        rows: UnsafeMutablePointer<ScannedRow>, start: Int, end: Int, line: Int, isLast: Bool, delimiter: UInt8,
        endsInReturn: Bool, limit: Int
    ) {
        (self.bytes, self.fields, self.rows, self.end, self.isLast) = (bytes, fields, rows, end, isLast)
        (self.delimiter, self.endsInReturn, self.limit) = (delimiter, endsInReturn, limit)
        (rowStart, fieldStart, rowLine) = (start, start, line)
    }

    /// The column that is being read, counted from 1.
    var column: Int { fieldCount - rowFirst + 1 }

    mutating func run() {
        // Fields within 64 bytes need no look at the limit, unless it is smaller still.
        let mayBeQuick = !endsInReturn && limit >= 64
        var index = rowStart
        while index < end {
            var marks = scan_marks_of(bytes + index, delimiter)
            if end - index < 64 { marks.keep(1 &<< UInt64(end - index) &- 1) }
            if mayBeQuick, marks.quote == 0, marks.carriage_return & ~(marks.line_feed >> 1) == 0,
                index + 64 - fieldStart <= limit
            {
                takeQuickly(marks, at: index)
                index += 64
                continue
            }
            guard let next = takeCarefully(marks, at: index) else { return }
            index = next
        }
        finish()
    }

    /// Nothing but delimiters and line ends, and every CR stands before a LF.
    @inline(__always)
    private mutating func takeQuickly(_ marks: scan_marks, at index: Int) {
        let cuts = marks.delimiter | marks.line_feed
        let before = fieldCount
        var rest = cuts
        var start = fieldStart
        var count = before
        while rest != 0 {
            let cut = index &+ rest.trailingZeroBitCount
            fields[count] = ScannedField(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: cut))
            count &+= 1
            start = cut &+ 1
            rest &= rest &- 1
        }
        (fieldCount, fieldStart) = (count, start)
        var ends = marks.line_feed
        while ends != 0 {
            let bit = ends & (0 &- ends)
            var cut = index &+ ends.trailingZeroBitCount
            let last = before &+ (cuts & (bit &- 1)).nonzeroBitCount
            let next = cut &+ 1
            if Int(fields[last].start) < cut, bytes[cut &- 1] == carriageReturn {
                cut &-= 1
                fields[last].end &-= 1
            }
            endRow(at: cut, next: next, fields: last &+ 1)
            ends &= ends &- 1
        }
    }

    /// Goes from mark to mark; returns where to go on, `nil` where the bytes at hand do not suffice.
    private mutating func takeCarefully(_ marks: scan_marks, at index: Int) -> Int? {
        var rest = marks.delimiter | marks.line_feed | marks.carriage_return | marks.quote
        while rest != 0 {
            let mark = index + rest.trailingZeroBitCount
            rest &= rest &- 1
            // A LF that belonged to the CR before it is behind us already.
            guard mark >= fieldStart else { continue }
            let byte = bytes[mark]
            if byte == quote {
                guard mark == fieldStart else { continue }
                return takeQuoted() == .goesOn ? fieldStart : nil
            }
            if byte == lineFeed, endsInReturn {
                breaks += 1
                continue
            }
            guard end(field: fieldStart, mark, cut: mark) else { return nil }
        }
        return max(index + 64, fieldStart)
    }

    private mutating func takeQuoted() -> Step {
        let opened = rowLine + breaks
        let start = fieldStart + 1
        var (index, doubled, follows) = (start, 0, UInt64(0))
        var close = -1
        while close < 0 {
            guard index < end else { return lacking(end - start - doubled, openedOn: opened) }
            var marks = scan_marks_of(bytes + index, delimiter)
            if end - index < 64 { marks.keep(1 &<< UInt64(end - index) &- 1) }
            let text = marks.quote == 0 ? UInt64.max : (marks.quote & (0 &- marks.quote)) &- 1
            let (feeds, returns) = (marks.line_feed & text, marks.carriage_return & text)
            if feeds | returns != 0 {
                breaks += returns.nonzeroBitCount + (feeds & ~(returns << 1 | follows)).nonzeroBitCount
            }
            follows = returns >> 63
            guard marks.quote != 0 else {
                index += 64
                continue
            }
            let found = index + marks.quote.trailingZeroBitCount
            if found + 1 < end, bytes[found + 1] == quote {
                (index, doubled, follows) = (found + 2, doubled + 1, 0)
            } else if found + 1 < end || isLast {
                close = found
            } else {
                return lacking(found - start - doubled, openedOn: opened)
            }
        }
        let length = close - start - doubled
        guard length <= limit else { return refuse(.fieldTooLong(line: opened, column: column, isQuoted: true)) }
        var cut = close + 1
        while cut < end, bytes[cut] != delimiter, bytes[cut] != carriageReturn {
            if bytes[cut] == lineFeed {
                guard endsInReturn else { break }
                breaks += 1
            }
            cut += 1
        }
        let tail = cut - close - 1
        guard length + tail <= limit else {
            return refuse(.fieldTooLong(line: rowLine, column: column, isQuoted: false))
        }
        guard cut < end || isLast else { return .isIncomplete }
        if tail > 0 { hasStrayQuote = true }
        if doubled == 0, tail == 0 {
            return end(field: start, close, cut: cut) ? .goesOn : .isIncomplete
        }
        knots.append(Knot(field: fieldCount, closingQuote: close))
        append(start, cut)
        cutOff(at: cut)
        return .goesOn
    }

    private mutating func lacking(_ length: Int, openedOn line: Int) -> Step {
        if length > limit { return refuse(.fieldTooLong(line: line, column: column, isQuoted: true)) }
        return isLast ? refuse(.unclosedQuote(line: line)) : .isIncomplete
    }

    private mutating func refuse(_ problem: TableProblem) -> Step {
        self.problem = problem
        return .isIncomplete
    }

    /// Notes a field that ends at a delimiter, a line end or the end of the text; `false` when it is too long.
    private mutating func end(field start: Int, _ end: Int, cut: Int) -> Bool {
        guard end - start <= limit else {
            problem = .fieldTooLong(line: rowLine, column: column, isQuoted: false)
            return false
        }
        append(start, end)
        cutOff(at: cut)
        return true
    }

    private mutating func append(_ start: Int, _ end: Int) {
        fields[fieldCount] = ScannedField(
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
        fieldCount += 1
    }

    private mutating func cutOff(at cut: Int) {
        var next = cut + 1
        guard cut < end else {
            fieldStart = cut
            endRow(at: cut, next: cut, fields: fieldCount)
            return
        }
        fieldStart = next
        guard bytes[cut] != delimiter else { return }
        if bytes[cut] == carriageReturn {
            if next == end { isAfterReturn = true } else if bytes[next] == lineFeed { next += 1 }
        }
        fieldStart = next
        endRow(at: cut, next: next, fields: fieldCount)
    }

    @inline(__always)
    private mutating func endRow(at cut: Int, next: Int, fields count: Int) {
        let first = bytes[rowStart]
        // Most rows show with their first byte that they are not blank.
        if first > 0x20 && first != delimiter && rowStart < cut || !isBlank(rowStart, cut) {
            rows[rowCount] = ScannedRow(
                first: Int32(truncatingIfNeeded: rowFirst), count: Int32(truncatingIfNeeded: count &- rowFirst),
                line: Int32(truncatingIfNeeded: rowLine), hasStrayQuote: hasStrayQuote)
            rowCount &+= 1
        }
        rowLine &+= breaks &+ 1
        (breaks, hasStrayQuote, rowFirst, rowStart) = (0, false, count, next)
    }

    /// A spreadsheet's empty line: nothing but blanks and delimiters, and nobody quoted them.
    private func isBlank(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { bytes[$0] == delimiter || bytes[$0] == 0x20 || bytes[$0] == 0x09 }
    }

    /// The last row may lack its line end; a row that goes on in the next block waits, unless it is too long already.
    private mutating func finish() {
        guard isLast else {
            if end - fieldStart > limit {
                problem = .fieldTooLong(line: rowLine, column: column, isQuoted: false)
            }
            return
        }
        if rowStart < end { _ = end(field: fieldStart, end, cut: end) }
    }

    /// Brings the text of each field of the whole rows together, in place: it only ever gets shorter.
    mutating func untieKnots() {
        for knot in knots where knot.field < rowFirst {
            let field = fields[knot.field]
            var (from, to) = (Int(field.start), Int(field.start))
            while from < Int(field.end) {
                if from == knot.closingQuote {
                    from += 1
                    continue
                }
                bytes[to] = bytes[from]
                from += bytes[from] == quote && from < knot.closingQuote ? 2 : 1
                to += 1
            }
            fields[knot.field].end = UInt32(truncatingIfNeeded: to)
        }
    }
}

extension scan_marks {
    fileprivate mutating func keep(_ mask: UInt64) {
        delimiter &= mask
        line_feed &= mask
        carriage_return &= mask
        quote &= mask
    }
}
