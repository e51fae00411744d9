/// What a reader gets: the printed cells and how they add up, and no number that is not printed.
public struct Publication<Key: Hashable & Comparable & Sendable>: Sendable {
    public struct Cell: Sendable, Hashable {
        public let key: Key
        let isPublished: Bool
        let fact: Fact
        let hasHits: Bool
    }

    public let cells: [Cell]
    public let sums: [Table<Key>.Sum]

    /// The table as these showings print it. A published cell without a showing is hidden.
    ///
    /// - Parameter remembered: how cells were printed before, with the same numbers. Readers keep what they have read:
    ///   what was told then is known now, whatever is printed.
    public init(of table: Table<Key>, as showings: [Key: Showing], remembering remembered: [Key: Showing] = [:]) {
        cells = table.cells.map { cell in
            let printed: Showing? = cell.isPublished ? showings[cell.key] ?? .hidden : nil
            let fact =
                remembered[cell.key].map { Fact(of: cell.tally, as: $0.and(printed)) }
                ?? printed.map { Fact(of: cell.tally, as: $0) } ?? .unprinted
            return Cell(key: cell.key, isPublished: cell.isPublished, fact: fact, hasHits: cell.tally.hits != nil)
        }
        sums = table.sums
    }
}

/// What somebody knows of one cell before adding or subtracting.
enum Fact: Sendable, Hashable {
    case exact(Tally)
    case bounded(count: Int, hits: ClosedRange<Int>)

    /// Printed as hidden. There is somebody in it, for an empty cell is shown.
    case hidden

    /// Not printed at all, perhaps empty.
    case unprinted

    var isEmpty: Bool {
        if case .exact(let tally) = self { return tally.count == 0 }
        return false
    }

    init(of tally: Tally, as showing: Showing) {
        switch showing {
        case .shown: self = .exact(tally)
        case .bounded(let hits) where tally.hits != nil: self = .bounded(count: tally.count, hits: hits)
        case .bounded: self = .exact(tally)
        case .hidden: self = .hidden
        }
    }
}
