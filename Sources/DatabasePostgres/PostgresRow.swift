import CPostgres
import Database
import Foundation

/// A row of a result, in text format.
struct PostgresRow: RowSource {
    let result: OpaquePointer
    let row: Int32

    var columnCount: Int { Int(PQnfields(result)) }

    func name(_ index: Int) -> String { PQfname(result, Int32(index)).map { String(cString: $0) } ?? "\(index)" }

    func isNull(_ index: Int) -> Bool { PQgetisnull(result, row, Int32(index)) == 1 }

    func int(_ index: Int) -> Int64? {
        guard let text = value(index), !text.isEmpty else { return nil }
        let isNegative = text[0] == UInt8(ascii: "-")
        var magnitude: UInt64 = 0
        // Nineteen digits fit into 64 bits; more are no integer of ours.
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard (1...19).contains(digits.count) else { return nil }
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            magnitude = magnitude * 10 + UInt64(digit - UInt8(ascii: "0"))
        }
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }

    func double(_ index: Int) -> Double? {
        guard let text = PQgetvalue(result, row, Int32(index)), !isNull(index) else { return nil }
        var end: UnsafeMutablePointer<CChar>?
        let number = strtod(text, &end)
        return end != text && end?.pointee == 0 ? number : nil
    }

    func bool(_ index: Int) -> Bool? {
        guard let text = value(index), text.count == 1 else { return nil }
        return switch text[0] {
        case UInt8(ascii: "t"), UInt8(ascii: "1"): true
        case UInt8(ascii: "f"), UInt8(ascii: "0"): false
        default: nil
        }
    }

    func text(_ index: Int) -> String? { value(index).map { String(decoding: $0, as: UTF8.self) } }

    /// Bytes come as `\x0aff`.
    func bytes(_ index: Int) -> [UInt8]? {
        guard let text = value(index), text.count >= 2, text.count.isMultiple(of: 2), text[0] == UInt8(ascii: "\\"),
            text[1] == UInt8(ascii: "x")
        else { return nil }
        func digit(_ value: UInt8) -> UInt8 { value <= UInt8(ascii: "9") ? value & 15 : value - UInt8(ascii: "a") + 10 }
        return stride(from: 2, to: text.count, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }

    private func value(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let start = PQgetvalue(result, row, Int32(index)), !isNull(index) else { return nil }
        let count = Int(PQgetlength(result, row, Int32(index)))
        return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }
}
