import CScan

/// Where a field's text stands among the bytes at hand, without its quotes.
struct ScannedField {
    var start: UInt32
    var end: UInt32
}

/// One row of the bytes at hand: its fields are `count` of the index's, beginning with `first`.
struct ScannedRow {
    var first: Int32
    var count: Int32
    /// The physical line on which the row begins, counted from 1.
    var line: Int32
    var hasStrayQuote: Bool
}

/// Finds rows and fields in text without copying any: 64 bytes at a time by bitmaps, and byte by byte where quotes or
/// odd line ends make it necessary.
///
/// It cuts exactly as ``RowSplitter`` does, which reads one byte after the other; tests and the fuzzer hold the two
/// against each other. The text lies in one buffer of a few hundred kilobytes, small enough for a core's own memory.
/// Rows are never cut: what is left of one moves to the front before the next block is read behind it.
final class ScanIndex {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var fields: UnsafeMutablePointer<ScannedField>
    private(set) var rows: UnsafeMutablePointer<ScannedRow>
    /// How many rows are at hand. Blank ones are not among them.
    private(set) var rowCount = 0

    private var blocks: UTF8Blocks
    private let delimiter: UInt8
    private let lineEnd: LineEnd
    private let limits: TableLimits
    private var capacity: Int
    /// How many bytes are at hand.
    private(set) var filled = 0
    /// Where the first row begins that is not yet whole.
    private var rest = 0
    private var line = 1
    /// The row before the rest ended in CR: a LF that follows belongs to it.
    private var isAfterReturn = false
    private var isExhausted = false
    private var hasEnded = false
    private var ending: TableProblem?

    /// As many bytes behind the text may be read, though they mean nothing.
    private static let padding = 64
    /// A row beyond this is a mistake or an attack, however short its fields are.
    private static let rowLimit = 1 << 26

    init(_ blocks: UTF8Blocks, layout: TableLayout, limits: TableLimits, blockSize: Int) throws(TableProblem) {
        (self.blocks, self.limits) = (blocks, limits)
        (delimiter, lineEnd) = (layout.delimiter.byte, layout.lineEnd)
        capacity = 2 * min(blockSize, layout.survey.byteCount)
        bytes = .allocate(capacity: capacity + ScanIndex.padding)
        bytes.initialize(repeating: 0, count: capacity + ScanIndex.padding)
        fields = .allocate(capacity: capacity + 2)
        rows = .allocate(capacity: capacity + 2)
        if layout.beginsWithHint { try skipLine() }
    }

    deinit {
        bytes.deallocate()
        fields.deallocate()
        rows.deallocate()
    }

    var bytesRead: Int { blocks.bytesRead }

    /// Goes on to the next rows; `false` when there are none. A problem concerns everything that would follow.
    func advance() throws(TableProblem) -> Bool {
        rowCount = 0
        while !hasEnded {
            if let ending {
                hasEnded = true
                throw ending
            }
            if isExhausted {
                hasEnded = true
                return false
            }
            try refill()
            scan()
            if rowCount > 0 { return true }
        }
        return false
    }

    /// Passes over the first line, which was a hint for Excel.
    private func skipLine() throws(TableProblem) {
        while !isExhausted, !(rest..<filled).contains(where: { isLineEnd(bytes[$0]) }) { try read() }
        guard let end = (rest..<filled).first(where: { isLineEnd(bytes[$0]) }) else { return }
        (rest, line, isAfterReturn) = (end + 1, 2, bytes[end] == carriageReturn)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    /// Moves the rest to the front and reads at least as much again behind it, so that a long row costs no more than
    /// its length.
    private func refill() throws(TableProblem) {
        if rest > 0 {
            bytes.update(from: bytes + rest, count: filled - rest)
            filled -= rest
            rest = 0
        }
        let wanted = 2 * filled
        repeat { try read() } while !isExhausted && filled < wanted
        if isAfterReturn, filled > 0 {
            isAfterReturn = false
            if bytes[0] == lineFeed { rest = 1 }
        }
    }

    private func read() throws(TableProblem) {
        let block = try blocks.next()
        guard !block.isEmpty else {
            isExhausted = true
            return
        }
        if filled + block.count > capacity { grow(to: 2 * (filled + block.count)) }
        block.withUnsafeBufferPointer {
            (bytes + filled).update(from: $0.baseAddress ?? UnsafePointer(bytes), count: $0.count)
        }
        filled += block.count
    }

    private func grow(to wanted: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + ScanIndex.padding)
        larger.initialize(repeating: 0, count: wanted + ScanIndex.padding)
        larger.update(from: bytes, count: filled)
        bytes.deallocate()
        fields.deallocate()
        rows.deallocate()
        (bytes, capacity) = (larger, wanted)
        fields = .allocate(capacity: wanted + 2)
        rows = .allocate(capacity: wanted + 2)
    }

    private func scan() {
        var pass = ScanPass(
            bytes: bytes, fields: fields, rows: rows, start: rest, end: filled, line: line, isLast: isExhausted,
            delimiter: delimiter, endsInReturn: lineEnd == .carriageReturn, limit: limits.bytesPerField)
        pass.run()
        pass.untieKnots()
        if pass.problem == nil, !isExhausted, filled - pass.rowStart > ScanIndex.rowLimit {
            pass.problem = .fieldTooLong(line: pass.rowLine, column: pass.column, isQuoted: false)
        }
        (rowCount, rest, line) = (pass.rowCount, pass.rowStart, pass.rowLine)
        (isAfterReturn, ending) = (pass.isAfterReturn, pass.problem)
    }
}

let quote: UInt8 = 0x22
let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D
