import CScan
import Foundation

/// The few different texts of one column, numbered in the order in which they first occur: `Mathematics`, `Reading`.
///
/// Found by their first and last eight bytes and their length, and then compared byte by byte. Bounded: a column of
/// comments would be kept in memory as a whole.
final class ScannedChoices {
    private(set) var names: [String] = []
    private let limit: Int
    private let slots: UnsafeMutablePointer<Int32>
    private let mask: Int
    /// Only the uppermost bits of a product depend on every byte.
    private let shift: UInt64
    private let entries: UnsafeMutablePointer<Entry>

    private struct Entry {
        let first: UInt64
        let last: UInt64
        let bytes: UnsafeMutablePointer<UInt8>
        let count: Int
    }

    init(limit: Int) {
        self.limit = limit
        var size = 64
        while size < 4 * limit { size *= 2 }
        mask = size - 1
        shift = UInt64(size.leadingZeroBitCount + 1)
        slots = .allocate(capacity: size)
        slots.initialize(repeating: -1, count: size)
        entries = .allocate(capacity: limit)
    }

    deinit {
        for index in names.indices { entries[index].bytes.deallocate() }
        slots.deallocate()
        entries.deallocate()
    }

    /// The text's number; `nil` when it is new and there are as many as there may be.
    @inline(__always)
    func code(_ field: FieldBytes) -> Int? {
        let count = field.count
        let missing = UInt64(truncatingIfNeeded: (8 &- min(count, 8)) &* 8)
        let first = count == 0 ? 0 : scan_eight(field.start) &<< missing
        let last = count > 8 ? scan_eight(field.start + (count &- 8)) : 0
        let all = first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count)
        let mixed = (all ^ all &>> 32) &* 0xFF51_AFD7_ED55_8CCD
        var slot = Int(truncatingIfNeeded: mixed &>> shift)
        while true {
            let code = Int(slots[slot])
            guard code >= 0 else { return add(field, first, last, in: slot) }
            if entries[code].first == first, entries[code].last == last, entries[code].count == count,
                count <= 16 || memcmp(entries[code].bytes, field.start, count) == 0
            {
                return code
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(never)
    private func add(_ field: FieldBytes, _ first: UInt64, _ last: UInt64, in slot: Int) -> Int? {
        guard names.count < limit else { return nil }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(field.count, 1))
        bytes.update(from: field.start, count: field.count)
        (entries + names.count).initialize(to: Entry(first: first, last: last, bytes: bytes, count: field.count))
        slots[slot] = Int32(truncatingIfNeeded: names.count)
        names.append(field.text)
        return names.count - 1
    }
}
