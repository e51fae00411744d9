/// A line of a dump is not what this program writes: it was changed, cut off, or is of another table.
package struct UnreadableDump: Error, CustomStringConvertible, Equatable {
    package let table: String
    package let line: Int

    /// It does not say what the line holds: errors end up in the log, and the log is no place for people's data.
    package var description: String { "line \(line) of the dump of \(table) cannot be read" }
}

extension Transaction {
    /// Loads the rows of a dump that `next` gives block by block, until it gives `nil`. The number of rows.
    @discardableResult package func load(_ table: TableShape, from next: () throws -> [UInt8]?) throws -> Int {
        try load(into: table.quotedName, table.fields.map { TableShape.quoted($0.name) }) { writer in
            var rest: [UInt8] = []
            var line = 0
            func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
                line += 1
                var reading = DumpLine(bytes)
                guard reading.read(table.fields, to: writer) else {
                    throw UnreadableDump(table: table.name, line: line)
                }
                try writer.endRow()
            }
            while let block = try next() {
                let bytes = rest.isEmpty ? block : rest + block
                let taken = try bytes.withUnsafeBufferPointer { bytes in
                    var start = 0
                    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                        try take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                        start = end + 1
                    }
                    return start
                }
                rest = Array(bytes[taken...])
                guard rest.count <= DumpLine.longest else { throw UnreadableDump(table: table.name, line: line + 1) }
            }
            guard rest.isEmpty else { throw UnreadableDump(table: table.name, line: line + 1) }
        }
    }

    /// Removes every row of a table, for one that is about to be loaded.
    package func clear(_ table: TableShape) throws {
        try execute(SQL(pieces: [.text("DELETE FROM \(table.quotedName)")]))
    }
}

/// Reads one line of a dump, and only what ``LogicalDump`` writes: the columns of the table, each once, in their order.
private struct DumpLine {
    /// A longer line than this is no row of ours.
    static let longest = 64 * 1024 * 1024

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read(_ fields: [TableShape.Field], to writer: any RowWriter) -> Bool {
        for (index, field) in fields.enumerated() {
            guard skip(index == 0 ? "{" : ","), let name = text(), name == field.name, skip(":"),
                value(of: field.kind, to: writer)
            else { return false }
        }
        return skip("}") && at == bytes.count
    }

    private mutating func value(of kind: TableShape.Kind, to writer: any RowWriter) -> Bool {
        if skip("null") {
            writer.writeNull()
            return true
        }
        switch kind {
        case .text:
            guard let text = text() else { return false }
            writer.write(text)
        case .integer:
            guard let number = Int64(token()) else { return false }
            writer.write(number)
        case .number:
            guard let number = number() else { return false }
            writer.write(number)
        case .boolean:
            let claim = skip("true")
            guard claim || skip("false") else { return false }
            writer.write(claim)
        case .bytes:
            guard let text = text(), let bytes = Self.bytes(hexadecimal: text) else { return false }
            writer.write(bytes)
        }
        return true
    }

    private mutating func number() -> Double? {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let number = Double(token())
            return number?.isFinite == true ? number : nil
        }
        return switch text() {
        case "inf": .infinity
        case "-inf": -.infinity
        default: nil
        }
    }

    /// What stands before the next comma or brace.
    private mutating func token() -> Substring {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "}") { at += 1 }
        return Substring(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func text() -> String? {
        guard skip("\"") else { return nil }
        let start = at
        // Most texts have nothing escaped in them.
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
        guard at < bytes.count else { return nil }
        if bytes[at] == UInt8(ascii: "\"") {
            at += 1
            return String(validating: bytes[start..<(at - 1)], as: UTF8.self)
        }
        var plain = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: plain, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escaped() else { return nil }
                plain.append(escaped)
            default: plain.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> UInt8? {
        guard at < bytes.count else { return nil }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "n"): return UInt8(ascii: "\n")
        case UInt8(ascii: "u"):
            guard at + 4 <= bytes.count else { return nil }
            defer { at += 4 }
            let code = UInt8(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
            return code.flatMap { $0 < 0x20 ? $0 : nil }
        default: return nil
        }
    }

    private mutating func skip(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        for index in 0..<count where bytes[at + index] != expected.utf8Start[index] { return false }
        at += count
        return true
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
