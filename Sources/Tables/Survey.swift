/// What one pass over the raw bytes tells before any row is read: how the text is written down, or that it is no text.
///
/// The whole file is looked at, because a first `ā` may stand in the last row.
struct Survey {
    let encoding: TextEncoding
    /// No mark at the start and no proof in the bytes: the encoding is the likeliest one, and the reader is told.
    let isGuess: Bool
    /// Length of the byte order mark.
    let markLength: Int
    let byteCount: Int

    init(of source: TableSource, limits: TableLimits) throws(TableProblem) {
        var blocks = try RawBlocks(source)
        byteCount = blocks.byteCount
        guard byteCount <= limits.bytes else { throw .tooLarge(megabytes: limits.bytes >> 20) }
        var block = try blocks.next()
        guard !block.isEmpty else { throw .empty }
        if !FileKind.isOldContainer(block), let wide = WideText(beginning: block) {
            (encoding, isGuess, markLength) = (wide.encoding, !wide.isMarked, wide.isMarked ? 2 : 0)
            return
        }
        if let kind = FileKind(beginning: block) { throw .notATable(kind) }
        let isMarked = block.starts(with: [0xEF, 0xBB, 0xBF])
        let sample = Array(block.prefix(1 << 20))
        var check = UTF8Check()
        while !block.isEmpty {
            check.read(block)
            block = try blocks.next()
        }
        check.end()
        markLength = isMarked ? 3 : 0
        // A few broken characters among many whole ones are damage, and refused where they stand.
        if isMarked || check.broken == 0 || check.whole > check.broken {
            (encoding, isGuess) = (.utf8, false)
        } else {
            let telling = check.firstBroken < sample.count ? sample : try Survey.neighbourhood(of: check, in: source)
            (encoding, isGuess) = (CodePage.likelier(for: telling), true)
        }
    }

    /// The block in which the first byte beyond ASCII stands, when it is not the first block.
    private static func neighbourhood(of check: UTF8Check, in source: TableSource) throws(TableProblem) -> [UInt8] {
        var blocks = try RawBlocks(source)
        var passed = 0
        while true {
            let block = try blocks.next()
            if block.isEmpty || passed + block.count > check.firstBroken {
                let start = max(0, check.firstBroken - passed - 1000)
                return Array(block.dropFirst(start).prefix(1 << 20))
            }
            passed += block.count
        }
    }
}

/// Text of two bytes per character, which Excel calls "Unicode Text".
private struct WideText {
    let encoding: TextEncoding
    let isMarked: Bool

    init?(beginning bytes: [UInt8]) {
        let isMarkedLittle = bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFF, 0xFE, 0, 0])
        if isMarkedLittle || bytes.starts(with: [0xFE, 0xFF]) {
            (encoding, isMarked) = (isMarkedLittle ? .utf16LittleEndian : .utf16BigEndian, true)
            return
        }
        // Without a mark, English text still shows as every second byte zero.
        let sample = bytes.prefix(4096)
        let zerosAtOdd = sample.indices.count { !$0.isMultiple(of: 2) && sample[$0] == 0 }
        let zerosAtEven = sample.indices.count { $0.isMultiple(of: 2) && sample[$0] == 0 }
        guard sample.count >= 4, (zerosAtOdd + zerosAtEven) * 3 > sample.count else { return nil }
        if zerosAtEven * 20 < zerosAtOdd {
            encoding = .utf16LittleEndian
        } else if zerosAtOdd * 20 < zerosAtEven {
            encoding = .utf16BigEndian
        } else {
            return nil
        }
        isMarked = false
    }
}

/// Counts whole and broken characters of UTF-8 beyond ASCII, across blocks (RFC 3629, section 4).
struct UTF8Check {
    private(set) var whole = 0
    private(set) var broken = 0
    /// Offset of the first broken byte from the start of the file.
    private(set) var firstBroken = Int.max

    private var wanting = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    private var passed = 0

    mutating func read(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if wanting == 0 { index = UTF8Check.endOfASCII(in: bytes, from: index) }
            guard index < bytes.count else { break }
            take(bytes[index], at: passed + index)
            index += 1
        }
        passed += bytes.count
    }

    mutating func end() {
        if wanting > 0 { note(brokenAt: passed - 1) }
    }

    private mutating func take(_ byte: UInt8, at offset: Int) {
        if wanting > 0 {
            if (lowest...highest).contains(byte) {
                wanting -= 1
                if wanting == 0 { whole += 1 }
                (lowest, highest) = (0x80, 0xBF)
                return
            }
            note(brokenAt: offset)
            (wanting, lowest, highest) = (0, 0x80, 0xBF)
        }
        switch byte {
        case 0x00...0x7F: break
        case 0xC2...0xDF: wanting = 1
        case 0xE0: (wanting, lowest) = (2, 0xA0)
        case 0xED: (wanting, highest) = (2, 0x9F)
        case 0xE1...0xEF: wanting = 2
        case 0xF0: (wanting, lowest) = (3, 0x90)
        case 0xF1...0xF3: wanting = 3
        case 0xF4: (wanting, highest) = (3, 0x8F)
        default: note(brokenAt: offset)
        }
    }

    private mutating func note(brokenAt offset: Int) {
        broken += 1
        firstBroken = min(firstBroken, offset)
    }

    /// Eight bytes at a time: most of every file is ASCII.
    private static func endOfASCII(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            var index = start
            while index + 8 <= buffer.count,
                buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            while index < buffer.count, buffer[index] < 0x80 { index += 1 }
            return index
        }
    }
}
