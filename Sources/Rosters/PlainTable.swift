/// A table as OneRoster wants it: UTF-8 without a mark, CRLF, quotes only where they must stand, no line breaks.
///
/// Text is left as it is: an apostrophe against formulas would be another text. These files are for programs; ids that
/// begin as a formula does cannot be ids here at all, and people get their tables from ``CSVWriter``.
struct PlainTable {
    private var bytes: [UInt8] = []

    /// Without a header it goes on with a table that was begun before.
    init(header: [String] = []) {
        if !header.isEmpty { write(header) }
    }

    mutating func append(_ fields: [String]) { write(fields) }

    /// Hands over what has been written so far.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(field)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func write(_ field: String) {
        let isQuoted = field.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A, 0x20].contains($0) }
        guard isQuoted else {
            bytes += field.utf8
            return
        }
        bytes.append(0x22)
        for byte in field.utf8 {
            switch byte {
            case 0x0D, 0x0A: bytes.append(0x20)
            case 0x22: bytes += [0x22, 0x22]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
