/// What a reader who adds and subtracts as well as can be done learns about the cells that are not printed exactly.
public struct Attack<Key: Hashable & Comparable & Sendable>: Sendable {
    /// The whole numbers a number may be, given everything published; `high` is `nil` where nothing bounds it.
    public struct Bounds: Sendable, Hashable {
        public let low: Int
        public let high: Int?

        public init(low: Int, high: Int?) { (self.low, self.high) = (low, high) }

        /// Whether less than `width` lies between the ends: a reader knows the number, or nearly.
        public func isNarrower(than width: Int) -> Bool {
            guard let high else { return false }
            return high - low < width
        }
    }

    /// What is learnt about one cell. Numbers that are printed exactly, or that the reader brought along, are `nil`.
    public struct Finding: Sendable, Hashable {
        public let key: Key
        public let count: Bounds?
        public let hits: Bounds?
        public let misses: Bounds?

        public func isNarrower(than width: Int) -> Bool {
            [count, hits, misses].contains { $0?.isNarrower(than: width) ?? false }
        }
    }

    /// Every printed cell that is hidden or bounded, in the order of keys. Cells whose numbers follow from what the
    /// reader brought along and from empty cells alone are left out: nothing is learnt from them about anybody else.
    public let findings: [Finding]

    /// The same for the cells that are not printed at all. Here a narrow range is no harm where the count is large.
    public let unprinted: [Finding]

    /// Whether any truth agrees with the publication and what the reader brought along.
    public let isConsistent: Bool

    /// An outsider knows what is printed; a member knows in addition the exact tallies of its own cells.
    public init(on publication: Publication<Key>, knowing known: [Key: Tally] = [:]) {
        let cells = publication.cells
        var positions: [Key: Int] = [:]
        for (position, cell) in cells.enumerated() { positions[cell.key] = position }
        let blocks = Block.blocks(
            cellCount: cells.count,
            sums: publication.sums.map { ($0.parts.compactMap { positions[$0] }, positions[$0.whole] ?? 0) },
            hasHits: { cells[$0].hasHits }
        )
        var printed: [(Int, Finding)] = []
        var unprinted: [(Int, Finding)] = []
        var isConsistent = true
        for block in blocks {
            let facts = block.positions.map { position in
                known[cells[position].key].map(Fact.exact) ?? cells[position].fact
            }
            let hasHits = block.positions.map { cells[$0].hasHits }
            let own = block.closure(
                of: Set(block.positions.indices.filter { known[cells[block.positions[$0]].key] != nil }),
                isEmpty: { facts[$0].isEmpty }
            )
            var unknowns = Unknowns(block, facts: facts, hasHits: hasHits)
            isConsistent = unknowns.isPossible() && isConsistent
            func bounds(_ number: Number) -> Bounds? {
                guard !unknowns.isKnown(number), let least = unknowns.least(number),
                    let greatest = unknowns.greatest(number)
                else { return nil }
                return Bounds(least, greatest)
            }
            for (cell, position) in block.positions.enumerated() where !own.contains(cell) {
                if case .exact = facts[cell] { continue }
                let hits = hasHits[cell] ? bounds(Number(cell, .hits)) : nil
                var misses: Bounds?
                if case .bounded(let count, _) = facts[cell] {
                    misses = hits.map { Bounds(low: count - ($0.high ?? count), high: count - $0.low) }
                } else if hasHits[cell] {
                    misses = bounds(Number(cell, .misses))
                }
                let finding = Finding(
                    key: cells[position].key,
                    count: bounds(Number(cell, .count)),
                    hits: hits,
                    misses: misses
                )
                if !cells[position].isPublished {
                    unprinted.append((position, finding))
                } else {
                    printed.append((position, finding))
                }
            }
        }
        findings = printed.sorted { $0.0 < $1.0 }.map(\.1)
        self.unprinted = unprinted.sorted { $0.0 < $1.0 }.map(\.1)
        self.isConsistent = isConsistent
    }

    /// The printed cells of which some number is known to within less than `width`: 1 means exactly.
    public func recovered(narrowerThan width: Int) -> [Finding] { findings.filter { $0.isNarrower(than: width) } }
}

extension Attack.Bounds {
    fileprivate init(_ least: Double, _ greatest: Double) {
        low = Int((least - 1e-6).rounded(.up))
        high = greatest < 1e15 ? Int((greatest + 1e-6).rounded(.down)) : nil
    }
}
