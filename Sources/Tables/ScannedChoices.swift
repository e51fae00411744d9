import CScan
import Foundation

/// The few different texts of one column, numbered in the order in which they first occur: `Mathematics`, `Reading`.
///
/// Found by their first and last eight bytes and their length, and then compared byte by byte. Bounded: a column of
/// comments would be kept in memory as a whole.
final class ScannedChoices {
    private(set) var names: [String] = []
    private let limit: Int
    /// Four times as many as there are texts, or more, and always a power of two.
    private var slotCount = 256
    private var slots: UnsafeMutablePointer<Int32>
    /// Only the uppermost bits of a product depend on every byte.
    private var shift: UInt64
    private var entries: UnsafeMutablePointer<Entry>

    private struct Entry {
        let first: UInt64
        let last: UInt64
        let bytes: UnsafeMutablePointer<UInt8>
        let count: Int
    }

    init(limit: Int) {
        self.limit = limit
        shift = UInt64(slotCount.leadingZeroBitCount + 1)
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: -1, count: slotCount)
        entries = .allocate(capacity: slotCount / 4)
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
        var slot = slot(first, last, count)
        while true {
            let code = Int(slots[slot])
            guard code >= 0 else { return add(field, first, last, in: slot) }
            if entries[code].first == first, entries[code].last == last, entries[code].count == count,
                count <= 16 || memcmp(entries[code].bytes, field.start, count) == 0
            {
                return code
            }
            slot = (slot &+ 1) & (slotCount &- 1)
        }
    }

    @inline(__always)
    private func slot(_ first: UInt64, _ last: UInt64, _ count: Int) -> Int {
        let all = first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count)
        return Int(truncatingIfNeeded: ((all ^ all &>> 32) &* 0xFF51_AFD7_ED55_8CCD) &>> shift)
    }

    @inline(never)
    private func add(_ field: FieldBytes, _ first: UInt64, _ last: UInt64, in slot: Int) -> Int? {
        guard names.count < limit else { return nil }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(field.count, 1))
        bytes.update(from: field.start, count: field.count)
        (entries + names.count).initialize(to: Entry(first: first, last: last, bytes: bytes, count: field.count))
        slots[slot] = Int32(truncatingIfNeeded: names.count)
        names.append(field.text)
        if names.count == slotCount / 4 { grow() }
        return names.count - 1
    }

    private func grow() {
        slots.deallocate()
        slotCount *= 2
        shift -= 1
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: -1, count: slotCount)
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: slotCount / 4)
        larger.moveInitialize(from: entries, count: names.count)
        entries.deallocate()
        entries = larger
        for code in names.indices {
            var slot = slot(entries[code].first, entries[code].last, entries[code].count)
            while slots[slot] >= 0 { slot = (slot &+ 1) & (slotCount &- 1) }
            slots[slot] = Int32(truncatingIfNeeded: code)
        }
    }
}
