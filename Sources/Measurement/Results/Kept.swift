import Synchronization

/// What is kept in memory because it is dear to make, under a key that names the version it was made from.
///
/// A stale value is never found, since nobody asks for an old version again; it leaves when room is needed.
package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Shelf {
        var values: [Key: (value: Value, used: UInt64)] = [:]
        var clock: UInt64 = 0
    }

    private let shelf = Mutex(Shelf())
    private let limit: Int

    package init(limit: Int) { self.limit = limit }

    package subscript(key: Key) -> Value? {
        shelf.withLock { shelf in
            guard let found = shelf.values[key] else { return nil }
            shelf.clock += 1
            shelf.values[key]?.used = shelf.clock
            return found.value
        }
    }

    package func keep(_ value: Value, for key: Key) {
        shelf.withLock { shelf in
            shelf.clock += 1
            if shelf.values.count >= limit, shelf.values[key] == nil,
                let oldest = shelf.values.min(by: { $0.value.used < $1.value.used })
            {
                shelf.values.removeValue(forKey: oldest.key)
            }
            shelf.values[key] = (value, shelf.clock)
        }
    }
}
