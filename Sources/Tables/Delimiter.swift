/// The character between two fields: a comma, or what the computer's region prefers.
struct Delimiter: Equatable {
    let byte: UInt8

    static let comma = Delimiter(byte: 0x2C)
    static let semicolon = Delimiter(byte: 0x3B)
    static let tab = Delimiter(byte: 0x09)

    private static let marks = Array(",;|:^~ ".utf8)

    /// The delimiter that Excel's hint on a first line names: `sep=;`. Only as an unquoted line of its own.
    init?(hint bytes: [UInt8]) {
        let line = bytes.prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let byte = line.last, byte == 0x09 || Delimiter.marks.contains(byte)
        else { return nil }
        self.byte = byte
    }

    /// The delimiter that cuts most rows of a sample into equally many fields. A single column counts as commas.
    init(sniffedFrom sample: [UInt8]) {
        var best = (delimiter: Delimiter.comma, agreement: 0.0, width: 1)
        for delimiter in [Delimiter.comma, .semicolon, .tab] {
            let widths = delimiter.widths(in: sample)
            let counts = Dictionary(widths.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
            guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            let agreement = Double(common.value) / Double(widths.count)
            if agreement > best.agreement || agreement == best.agreement && common.key > best.width {
                best = (delimiter, agreement, common.key)
            }
        }
        self = best.delimiter
    }

    private init(byte: UInt8) { self.byte = byte }

    /// How many fields each row of the sample has, blank lines apart; what stands between quotes is passed over.
    private func widths(in sample: [UInt8]) -> [Int] {
        var widths: [Int] = []
        var (width, length, isQuoted) = (1, 0, false)
        for character in sample {
            switch character {
            case 0x22:
                isQuoted.toggle()
                length += 1
            case byte where !isQuoted:
                width += 1
                length += 1
            case 0x0A where !isQuoted, 0x0D where !isQuoted:
                if length > 0 { widths.append(width) }
                (width, length) = (1, 0)
            default:
                length += 1
            }
        }
        // The last row may be cut off by the end of the sample; it counts only where it is all there is.
        if length > 0, widths.isEmpty || sample.count < RawBlocks.size { widths.append(width) }
        return widths
    }
}
