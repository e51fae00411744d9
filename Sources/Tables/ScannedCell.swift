/// What a cell holds, once it has been read as a number, a day or one of a few texts.
package enum ScannedCell<Value> {
    case value(Value)
    /// Nothing, or nothing but blanks.
    case empty
    /// Something else: whoever reads refuses it, with its line and column.
    case invalid

    package var value: Value? { if case .value(let value) = self { value } else { nil } }

    package func map<Other>(_ transform: (Value) -> Other) -> ScannedCell<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .empty: .empty
        case .invalid: .invalid
        }
    }
}

extension ScannedCell: Equatable where Value: Equatable {}
extension ScannedCell: Sendable where Value: Sendable {}

/// Which of a date's numbers comes first: `2026-11-22`, or `22/11/2026` (also `3/3/2026`, `22.11.2026`, `22-11-2026`).
///
/// No guess is made from row to row: an importer finds the order, a person confirms it, and what differs is invalid.
package enum DayOrder: Sendable, Hashable {
    case yearFirst
    case dayFirst
}

/// The bytes of one field. At least 16 bytes behind them may be read, though they mean nothing.
struct FieldBytes {
    private(set) var start: UnsafePointer<UInt8>
    private(set) var count: Int

    @inline(__always)
    init(_ field: ScannedField, in bytes: UnsafeMutablePointer<UInt8>) {
        start = UnsafePointer(bytes + Int(field.start))
        count = Int(field.end &- field.start)
    }

    init(start: UnsafePointer<UInt8>, count: Int) { (self.start, self.count) = (start, count) }

    @inline(__always)
    subscript(index: Int) -> UInt8 { start[index] }

    /// Whether blanks stand before or behind the text, as in files of fixed widths.
    @inline(__always)
    var isPadded: Bool {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        return count > 0 && (isBlank(start[0]) || isBlank(start[count &- 1]))
    }

    /// Whether there is nothing, or nothing but blanks.
    @inline(__always)
    var isBlank: Bool { count == 0 || isPadded && withoutPadding.count == 0 }

    var withoutPadding: FieldBytes {
        var (start, count) = (start, count)
        while count > 0, start[0] == 0x20 || start[0] == 0x09 { (start, count) = (start + 1, count - 1) }
        while count > 0, start[count - 1] == 0x20 || start[count - 1] == 0x09 { count -= 1 }
        return FieldBytes(start: start, count: count)
    }

    func dropping(_ length: Int) -> FieldBytes { FieldBytes(start: start + length, count: count - length) }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    var text: String { String(decoding: buffer, as: UTF8.self) }
}
