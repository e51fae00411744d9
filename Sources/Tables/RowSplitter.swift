/// One row as it stands in the file.
struct RawRow {
    /// The physical line on which the row begins, counted from 1.
    var line: Int
    var fields: [String] = []
    /// How many fields the row has up to its last one with something in it, also beyond those that were kept.
    var width = 0
    /// Fields, by index, that hold anything but plain ASCII: only these are looked at for damage.
    var unusual: [Int] = []
    var hasQuotes = false
    var hasStrayQuote = false
    var followsBlankLine = false
    var problem: TableProblem?

    /// A spreadsheet's empty line: nothing but blanks, and nobody quoted them.
    var isBlank: Bool { width == 0 && !hasQuotes }
}

/// Cuts text into rows and fields: RFC 4180, and what programs make of it.
///
/// Lines may end in CRLF, LF or CR; a quoted field may hold any of them, delimiters, and quotes doubled. A quote inside
/// an unquoted field is itself; text after a closing quote is kept. One pass, a byte at a time, over block after block.
struct RowSplitter {
    /// The physical line that is being read.
    private(set) var line = 1

    private var blocks: UTF8Blocks
    private let delimiter: UInt8
    private let limits: TableLimits
    private let lineEnd: LineEnd
    private let kinds: [UInt8]

    private var block: [UInt8] = []
    private var position = 0
    /// The byte before the first one of the block: a line end may be cut in two.
    private var lastOfPreviousBlock: UInt8 = 0
    /// The part of a field that earlier blocks or quotes have already given.
    private var pending: [UInt8] = []
    private var hasEnded = false
    private var keptColumns: Int

    private enum Kind {
        static let stop: UInt8 = 1
        static let unusual: UInt8 = 2
    }

    private enum End { case field, row, file }

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ blocks: UTF8Blocks, delimiter: Delimiter, lineEnd: LineEnd, limits: TableLimits) {
        (self.blocks, self.limits, self.delimiter, self.lineEnd) = (blocks, limits, delimiter.byte, lineEnd)
        keptColumns = limits.columns + 1
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in 0x80...0xFF { kinds[byte] = Kind.unusual }
        kinds[0x00] = Kind.unusual
        kinds[Int(UInt8(ascii: "?"))] = Kind.unusual
        for byte in [RowSplitter.lineFeed, RowSplitter.carriageReturn, delimiter.byte] {
            kinds[Int(byte)] |= Kind.stop
        }
        self.kinds = kinds
    }

    var bytesRead: Int { blocks.bytesRead }

    /// Once the header is known, fields beyond it are counted but not kept.
    mutating func keep(columns: Int) { keptColumns = columns }

    /// Passes over the first line, which was a hint for Excel.
    mutating func skipLine() throws(TableProblem) {
        while try fill() {
            let byte = block[position]
            position += 1
            if byte == RowSplitter.lineFeed || byte == RowSplitter.carriageReturn {
                line += 1
                return
            }
        }
    }

    /// The next row that is not blank; `nil` at the end.
    mutating func next() throws(TableProblem) -> RawRow? {
        var followsBlankLine = false
        while !hasEnded {
            var row = try row()
            if !row.isBlank || row.problem != nil {
                row.followsBlankLine = followsBlankLine
                return row
            }
            followsBlankLine = true
        }
        return nil
    }

    private mutating func row() throws(TableProblem) -> RawRow {
        if try fill(), block[position] == RowSplitter.lineFeed, before(position) == RowSplitter.carriageReturn {
            position += 1
        }
        var row = RawRow(line: line)
        row.fields.reserveCapacity(min(keptColumns, 64))
        var column = 0
        var end = End.field
        while end == .field {
            column += 1
            end = try field(column, of: &row)
        }
        hasEnded = end == .file
        return row
    }

    private mutating func field(_ column: Int, of row: inout RawRow) throws(TableProblem) -> End {
        pending.removeAll(keepingCapacity: true)
        var kind: UInt8 = 0
        var isQuoted = false
        if try fill(), block[position] == RowSplitter.quote {
            position += 1
            kind = try quoted(column)
            (isQuoted, row.hasQuotes) = (true, true)
        }
        let quotedCount = pending.count
        var tail = 0..<0
        while try fill() {
            let start = position
            var index = position
            let end = block.count
            while index < end {
                let found = kinds[Int(block[index])]
                kind |= found
                if found & Kind.stop != 0 { break }
                index += 1
            }
            position = index
            if index < end {
                guard block[index] == RowSplitter.lineFeed, lineEnd == .carriageReturn else {
                    tail = start..<index
                    break
                }
                position += 1
                line += 1
            }
            pending += block[start..<position]
            try check(pending.count, line: row.line, column: column)
        }
        if isQuoted, pending.count + tail.count > quotedCount { row.hasStrayQuote = true }
        try check(pending.count + tail.count, line: row.line, column: column)
        if pending.isEmpty {
            keep(block[tail], in: &row, column: column, kind: kind)
        } else {
            pending += block[tail]
            keep(pending[...], in: &row, column: column, kind: kind)
        }
        return try terminator()
    }

    /// Everything up to the closing quote goes to `pending`; afterwards the position is behind that quote.
    private mutating func quoted(_ column: Int) throws(TableProblem) -> UInt8 {
        let opened = line
        var kind: UInt8 = 0
        while try fill() {
            let start = position
            var index = position
            let end = block.count
            scanning: while index < end {
                let byte = block[index]
                switch byte {
                case RowSplitter.quote: break scanning
                case RowSplitter.carriageReturn: line += 1
                case RowSplitter.lineFeed where before(index) != RowSplitter.carriageReturn: line += 1
                default: kind |= kinds[Int(byte)]
                }
                index += 1
            }
            pending += block[start..<index]
            position = index
            try check(pending.count, line: opened, column: column, isQuoted: true)
            guard index < end else { continue }
            position += 1
            guard try fill(), block[position] == RowSplitter.quote else { return kind }
            pending.append(RowSplitter.quote)
            position += 1
        }
        throw .unclosedQuote(line: opened)
    }

    private mutating func terminator() throws(TableProblem) -> End {
        guard try fill() else { return .file }
        let byte = block[position]
        position += 1
        if byte == delimiter { return .field }
        line += 1
        return .row
    }

    private func check(_ length: Int, line: Int, column: Int, isQuoted: Bool = false) throws(TableProblem) {
        guard length > limits.bytesPerField else { return }
        throw .fieldTooLong(line: line, column: column, isQuoted: isQuoted)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>, in row: inout RawRow, column: Int, kind: UInt8) {
        if !bytes.isEmpty, bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) { row.width = column }
        guard column <= keptColumns else { return }
        if let text = String(validating: bytes, as: UTF8.self) {
            row.fields.append(text)
        } else {
            row.fields.append(String(decoding: bytes, as: UTF8.self))
            if row.problem == nil { row.problem = .undecodable(line: row.line, column: column) }
        }
        if kind & Kind.unusual != 0 { row.unusual.append(column - 1) }
    }

    private func before(_ index: Int) -> UInt8 { index > 0 ? block[index - 1] : lastOfPreviousBlock }

    /// Whether there is a byte at `position`; reads the next block when this one is used up.
    private mutating func fill() throws(TableProblem) -> Bool {
        if position < block.count { return true }
        if let last = block.last { lastOfPreviousBlock = last }
        block = try blocks.next()
        position = 0
        return !block.isEmpty
    }
}
