/// What a reader gets: the printed cells and how they add up, and no number that is not printed.
public struct Publication<Key: Hashable & Comparable & Sendable>: Sendable {
    public struct Cell: Sendable, Hashable {
        public let key: Key
        let fact: Fact
        let hasHits: Bool
    }

    public let cells: [Cell]
    public let sums: [Table<Key>.Sum]

    /// The table as these showings print it. A published cell without a showing is hidden.
    public init(of table: Table<Key>, as showings: [Key: Showing]) {
        cells = table.cells.map { cell in
            let fact: Fact =
                cell.isPublished ? Fact(of: cell.tally, as: showings[cell.key] ?? .hidden) : .unprinted
            return Cell(key: cell.key, fact: fact, hasHits: cell.tally.hits != nil)
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
