/// What was counted in one cell: how many cases, and how many of them are hits (at or above what is expected).
public struct Tally: Sendable, Hashable {
    public let count: Int

    /// `nil` where the cell holds a count only.
    public let hits: Int?

    public init(count: Int, hits: Int? = nil) { (self.count, self.hits) = (count, hits) }
}

/// Counts that are published together, and all that is known about how they add up.
///
/// Cells may overlap (a learner in two groups counts in both), so nothing adds up unless a ``Sum`` says that it does.
/// Declare every sum that a reader could work out; protection can only defend against sums it knows.
public struct Table<Key: Hashable & Comparable & Sendable>: Sendable {
    public struct Cell: Sendable, Hashable {
        public let key: Key
        public let tally: Tally

        /// Whether the cell is to be printed. One that is not stands for what differencing would show: those of a group
        /// who are *not* in another, a school's own breakdown. It is protected where its counts are small, and
        /// otherwise of no concern.
        public let isPublished: Bool

        public init(_ key: Key, count: Int, hits: Int? = nil, isPublished: Bool = true) {
            (self.key, self.tally, self.isPublished) = (key, Tally(count: count, hits: hits), isPublished)
        }
    }

    /// Parts that share no case and together make the whole: counts and hits both add up.
    public struct Sum: Sendable, Hashable {
        public let parts: [Key]
        public let whole: Key

        public init(of parts: [Key], is whole: Key) { (self.parts, self.whole) = (parts, whole) }
    }

    /// In the order of their keys, whatever order they came in, so that equal tables are protected equally.
    public let cells: [Cell]
    public let sums: [Sum]

    let positions: [Key: Int]

    /// Refused when a cell is impossible or twice there, or when a sum names an unknown cell or does not hold.
    public init(cells: [Cell], sums: [Sum] = []) throws(TableMistake<Key>) {
        let ordered = cells.sorted { $0.key < $1.key }
        var positions: [Key: Int] = [:]
        for (position, cell) in ordered.enumerated() {
            guard positions.updateValue(position, forKey: cell.key) == nil else { throw .twice(cell.key) }
            guard cell.tally.count >= 0, (0...cell.tally.count).contains(cell.tally.hits ?? 0) else {
                throw .impossible(cell.key)
            }
        }
        for sum in sums {
            guard let whole = positions[sum.whole] else { throw .unknown(sum.whole) }
            var (count, hits, haveHits) = (0, 0, true)
            for part in sum.parts {
                guard let position = positions[part] else { throw .unknown(part) }
                let tally = ordered[position].tally
                count += tally.count
                hits += tally.hits ?? 0
                haveHits = haveHits && tally.hits != nil
            }
            let expected = ordered[whole].tally
            guard count == expected.count, !haveHits || expected.hits == nil || hits == expected.hits else {
                throw .doesNotAddUp(sum.whole)
            }
        }
        self.cells = ordered
        self.sums = sums.map { Sum(of: $0.parts.sorted(), is: $0.whole) }
            .sorted(by: Self.comesFirst)
        self.positions = positions
    }

    private static func comesFirst(_ left: Sum, _ right: Sum) -> Bool {
        left.whole == right.whole ? left.parts.lexicographicallyPrecedes(right.parts) : left.whole < right.whole
    }

    /// The cells with these keys as somebody knows them who counted them; keys of no cell are passed over.
    public func tallies(of keys: Set<Key>) -> [Key: Tally] {
        var known: [Key: Tally] = [:]
        for key in keys {
            if let position = positions[key] { known[key] = cells[position].tally }
        }
        return known
    }
}

/// Why cells and sums are no table. Always a mistake of the program that made them.
public enum TableMistake<Key: Hashable & Sendable>: Error, Hashable {
    case twice(Key)
    case unknown(Key)
    case impossible(Key)
    case doesNotAddUp(Key)
}
