/// A source's text as blocks of UTF-8, whatever it was written in, without its byte order mark.
///
/// A character that cannot be decoded becomes 0xFF, which no UTF-8 contains: the field that holds it is refused with
/// its line and column.
struct UTF8Blocks {
    private var raw: RawBlocks
    private let encoding: TextEncoding
    private let codePage: [[UInt8]]
    private var markLength: Int
    /// What a block of UTF-16 left over: half a character, or the first half of a pair.
    private var rest: [UInt8] = []
    private(set) var bytesRead = 0

    init(_ source: TableSource, as survey: Survey, size: Int = RawBlocks.size) throws(TableProblem) {
        raw = try RawBlocks(source, size: size)
        encoding = survey.encoding
        markLength = survey.markLength
        codePage =
            switch survey.encoding {
            case .windows1252: CodePage.windows1252.asUTF8
            case .macRoman: CodePage.macRoman.asUTF8
            default: []
            }
    }

    /// The next block; empty at the end only.
    mutating func next() throws(TableProblem) -> [UInt8] {
        while true {
            var block = try raw.next()
            bytesRead += block.count
            if block.isEmpty {
                guard !rest.isEmpty else { return [] }
                rest = []
                return [0xFF]
            }
            if markLength > 0 {
                let marked = min(markLength, block.count)
                block.removeFirst(marked)
                markLength -= marked
            }
            let text = decoded(block)
            if !text.isEmpty { return text }
        }
    }

    private mutating func decoded(_ block: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: block
        case .windows1252, .macRoman: narrow(block)
        case .utf16LittleEndian: wide(block, low: 0, high: 1)
        case .utf16BigEndian: wide(block, low: 1, high: 0)
        }
    }

    private func narrow(_ block: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(block.count + block.count / 8)
        for byte in block {
            if byte < 0x80 { text.append(byte) } else { text += codePage[Int(byte)] }
        }
        return text
    }

    private mutating func wide(_ block: [UInt8], low: Int, high: Int) -> [UInt8] {
        let bytes = rest.isEmpty ? block : rest + block
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        func unit(_ index: Int) -> UInt32 { UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low]) }
        var index = 0
        while index + 2 <= bytes.count {
            var value = unit(index)
            if (0xD800...0xDBFF).contains(value) {
                guard index + 4 <= bytes.count else { break }
                let second = unit(index + 2)
                if (0xDC00...0xDFFF).contains(second) {
                    value = 0x10000 + ((value - 0xD800) << 10) + (second - 0xDC00)
                    index += 2
                }
            }
            index += 2
            if value < 0x80 {
                text.append(UInt8(value))
            } else if let scalar = Unicode.Scalar(value) {
                text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            } else {
                text.append(0xFF)
            }
        }
        rest = Array(bytes[index...])
        return text
    }
}
