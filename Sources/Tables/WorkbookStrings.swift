/// The texts that cells of a workbook share: one run of bytes, and where each text ends in it.
struct SharedStrings {
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [Int] = []

    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Reads `xl/sharedStrings.xml`. Runs of differently formatted text are one text; how to pronounce it is left out.
final class SharedStringList: XMLReading {
    private(set) var problem: TableProblem?
    private(set) var strings = SharedStrings()
    private let limit: Int
    private var isText = false
    private var isPhonetic = false

    init(limit: Int) { self.limit = limit }

    func opened(_ name: XMLText, _ attributes: XMLAttributes) {
        if name == "t" { isText = !isPhonetic }
        if name == "rPh" { isPhonetic = true }
    }

    func closed(_ name: XMLText) {
        if name == "t" { isText = false }
        if name == "rPh" { isPhonetic = false }
        if name == "si" { strings.ends.append(strings.bytes.count) }
        // An empty text costs next to nothing in the file.
        if strings.bytes.count + strings.ends.count * 8 > limit { problem = .tooMuchText(megabytes: limit >> 20) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        strings.bytes += bytes
        if strings.bytes.count > limit { problem = .tooMuchText(megabytes: limit >> 20) }
    }
}

/// `_x000D_` in a workbook's text is a character that XML cannot hold as it is (ECMA-376, part 1, 22.9.2.19).
enum WorkbookText {
    static func read(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var (rest, hasEscapes) = (bytes, false)
        var text = ""
        func flush() {
            text += String(decoding: units, as: UTF16.self)
            units = []
        }
        while let start = rest.firstIndex(of: UInt8(ascii: "_")) {
            if start > rest.startIndex {
                flush()
                text += String(decoding: rest[..<start], as: UTF8.self)
                rest = rest[start...]
            }
            if let unit = escaped(rest) {
                units.append(unit)
                rest = rest.dropFirst(7)
                hasEscapes = true
            } else {
                flush()
                text += "_"
                rest = rest.dropFirst()
            }
        }
        guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
        flush()
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> UInt16? {
        let escape = Array(bytes.prefix(7))
        guard escape.count == 7, escape[1] == UInt8(ascii: "x"), escape[6] == UInt8(ascii: "_") else { return nil }
        let digits = escape[2...5]
        guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
