/// Finds cover for what one block hides.
struct Cover {
    let block: Block
    let protection: Protection
    let tallies: [Tally]
    let isPublished: [Bool]
    /// How each cell would be shown if it needed to cover for no other.
    let start: [Showing]
    let previous: [Showing?]
    /// How each cell was printed before, with the same numbers: nobody forgets that.
    let remembered: [Showing?]
    /// The cells that each reader knows exactly. The first reader is the outsider.
    let readers: [Set<Int>]

    private(set) var showings: [Showing]
    private(set) var exposed: [(reader: Int, cell: Int)] = []
    /// What can be worked out whatever is hidden.
    private var hopeless: Set<Doubt> = []

    let hasHits: [Bool]
    /// Every number of every cell as it is.
    let truth: [Double]

    init(
        block: Block, protection: Protection, tallies: [Tally], isPublished: [Bool], start: [Showing],
        previous: [Showing?], remembered: [Showing?], readers: [Set<Int>]
    ) {
        (self.block, self.protection, self.tallies) = (block, protection, tallies)
        (self.isPublished, self.start, self.previous, self.readers) = (isPublished, start, previous, readers)
        self.remembered = remembered
        showings = start
        hasHits = tallies.map { $0.hits != nil }
        truth = tallies.flatMap { tally in
            let hits = tally.hits ?? 0
            return [Double(tally.count), Double(hits), Double(tally.count - hits)]
        }
    }

    /// Counts first, for that is the smaller question; then hits and misses, given which counts are hidden.
    mutating func secure() {
        guard !needs(countsOnly: false).isEmpty else { return }
        secure(countsOnly: true)
        if hasHits.contains(true) { secure(countsOnly: false) }
        if exposed.isEmpty { thin() }
    }

    /// Shows again what later cover has made needless, large cells first. What was cover last time stays.
    private mutating func thin() {
        let cover = tallies.indices.filter { cell in
            let wasShown = previous[cell].map { $0 == .shown } ?? true
            return isPublished[cell] && remembered[cell] == nil && wasShown && showings[cell] != start[cell]
        }
        for cell in cover.sorted(by: { (tallies[$0].count, $1) > (tallies[$1].count, $0) }) {
            let printed = showings[cell]
            showings[cell] = start[cell]
            if !isSecure() { showings[cell] = printed }
        }
    }

    private func isSecure() -> Bool {
        readers.indices.allSatisfy { reader in
            var unknowns = unknowns(of: reader, countsOnly: false)
            var seen = Seen(truth: truth)
            return needs(countsOnly: false).allSatisfy { number in
                if readers[reader].contains(number.cell) || isWide(seen, number) { return true }
                if hopeless.contains(Doubt(reader, number)) { return true }
                probe(number, &unknowns, &seen)
                return isWide(seen, number)
            }
        }
    }

    /// Asks every reader about every number in need until nobody can work one out.
    ///
    /// A range that was found wide enough stays so, because from here on only more is hidden.
    private mutating func secure(countsOnly: Bool) {
        var seen = [Seen](repeating: Seen(truth: truth), count: readers.count)
        var isSettled = false
        while !isSettled {
            isSettled = true
            for reader in readers.indices {
                var unknowns: Unknowns?
                for number in needs(countsOnly: countsOnly) where !readers[reader].contains(number.cell) {
                    if isWide(seen[reader], number) || hopeless.contains(Doubt(reader, number)) { continue }
                    var asked = unknowns ?? self.unknowns(of: reader, countsOnly: countsOnly)
                    // Held once only, so that asking does not copy it.
                    unknowns = nil
                    probe(number, &asked, &seen[reader])
                    if isWide(seen[reader], number) {
                        unknowns = asked
                        continue
                    }
                    isSettled = false
                    if loosen(number, for: reader, &seen[reader], countsOnly) { continue }
                    if isLost(number, for: reader) {
                        hopeless.insert(Doubt(reader, number))
                    } else if !hideEverything() {
                        hopeless.insert(Doubt(reader, number))
                        exposed.append((reader, number.cell))
                    }
                }
            }
        }
    }

    /// Whether the number can be worked out from what was published before, whatever is hidden now: then hiding more
    /// would keep nothing from anybody.
    private func isLost(_ number: Number, for reader: Int) -> Bool {
        guard remembered.contains(where: { $0 != nil }) else { return false }
        if protection.showing(of: tallies[number.cell]) == .shown { return true }
        var all = self
        _ = all.hideEverything()
        var unknowns = all.unknowns(of: reader, countsOnly: false)
        var seen = Seen(truth: truth)
        all.probe(number, &unknowns, &seen)
        return !isWide(seen, number)
    }

    private struct Doubt: Hashable {
        let reader: Int
        let number: Number

        init(_ reader: Int, _ number: Number) { (self.reader, self.number) = (reader, number) }
    }

    /// What must stay uncertain: whatever is printed inexactly, and what is small or on the edge though never printed.
    private func needs(countsOnly: Bool) -> [Number] {
        var needs: [Number] = []
        // What was told exactly once is nobody's secret any more.
        for cell in tallies.indices where remembered[cell] != .shown {
            let all: [Quantity] = hasHits[cell] ? [.count, .hits, .misses] : [.count]
            var quantities: [Quantity] =
                switch showings[cell] {
                case .hidden: all
                case .bounded(let range) where isPublished[cell]: range.count > 1 ? [.hits] : []
                case .bounded: [.hits, .misses].filter { isOnEdge(cell, $0) }
                case .shown: []
                }
            if remembered[cell]?.showsCount ?? false { quantities.removeAll { $0 == .count } }
            needs += quantities.filter { !countsOnly || $0 == .count }.map { Number(cell, $0) }
        }
        return needs
    }

    private func isOnEdge(_ cell: Int, _ quantity: Quantity) -> Bool {
        truth[Number(cell, quantity).index] <= Double(protection.width)
    }

    private func unknowns(of reader: Int, countsOnly: Bool) -> Unknowns {
        let facts = tallies.indices.map { cell in
            if readers[reader].contains(cell) { return Fact.exact(tallies[cell]) }
            if let remembered = remembered[cell] { return Fact(of: tallies[cell], as: remembered) }
            return isPublished[cell] ? Fact(of: tallies[cell], as: showings[cell]) : .unprinted
        }
        return Unknowns(block, facts: facts, hasHits: hasHits, isCountOnly: countsOnly)
    }
}

// MARK: Looking

extension Cover {
    /// For one reader, the least and the greatest value each number was seen to have in some possible truth.
    struct Seen {
        var least: [Double]
        var greatest: [Double]

        init(truth: [Double]) { (least, greatest) = (truth, truth) }

        mutating func see(_ value: Double, of number: Number) {
            least[number.index] = min(least[number.index], value)
            greatest[number.index] = max(greatest[number.index], value)
        }
    }

    private static let tolerance = 1e-6

    /// Whole numbers only: a range of 0.5 to 3.5 holds no more than 1 to 3.
    private func isWide(_ seen: Seen, _ number: Number) -> Bool {
        let low = (seen.least[number.index] - Self.tolerance).rounded(.up)
        let high = (seen.greatest[number.index] + Self.tolerance).rounded(.down)
        return high - low >= Double(protection.width)
    }

    /// Looks for two possible truths between which the number differs enough. What else differs between them is seen
    /// too.
    private func probe(_ number: Number, _ unknowns: inout Unknowns, _ seen: inout Seen) {
        let width = Double(protection.width)
        if let greatest = unknowns.greatest(number, until: seen.least[number.index] + width) {
            seen.see(greatest, of: number)
            if greatest < .infinity {
                for (other, value) in unknowns.point(around: number) { seen.see(value, of: other) }
            }
        }
        if isWide(seen, number) { return }
        if let least = unknowns.least(number, until: seen.greatest[number.index] - width) {
            seen.see(least, of: number)
            for (other, value) in unknowns.point(around: number) { seen.see(value, of: other) }
        }
    }
}

// MARK: Hiding

extension Cover {
    /// Hides what must be hidden for the number to move far enough; `false` if there is no way.
    private mutating func loosen(
        _ number: Number, for reader: Int, _ seen: inout Seen, _ countsOnly: Bool
    ) -> Bool {
        let means: [Means] = countsOnly ? [.counts] : [.brackets, .ranges, .countsAndRanges]
        for means in means {
            let plans = [true, false].compactMap { plan(number, for: reader, seen, upFirst: $0, means) }
            guard let cheapest = plans.min(by: { $0.cost < $1.cost - Self.tolerance }) else { continue }
            for moves in cheapest.steps {
                for move in moves {
                    hide(move)
                    seen.see(truth[move.number.index] + move.by, of: move.number)
                }
            }
            return true
        }
        return false
    }

    /// A way for the number to be larger, and if that is not enough, smaller; or the other way round.
    private func plan(
        _ number: Number, for reader: Int, _ seen: Seen, upFirst: Bool, _ means: Means
    ) -> (cost: Double, steps: [[Move]])? {
        let width = Double(protection.width)
        let value = truth[number.index]
        var up = (seen.greatest[number.index] - value + Self.tolerance).rounded(.down)
        var down = (value - seen.least[number.index] + Self.tolerance).rounded(.down)
        var cost = 0.0
        var steps: [[Move]] = []
        for goesUp in [upFirst, !upFirst] where up + down < width {
            let wanted = width - (goesUp ? down : up)
            let free = Set(steps.joined().map(\.number))
            let way = way(number, by: goesUp ? wanted : -wanted, for: reader, means, free: free)
            let reached = (way.reached + Self.tolerance).rounded(.down)
            if goesUp { up = max(up, reached) } else { down = max(down, reached) }
            cost += way.cost
            steps.append(way.moves)
        }
        return up + down >= width ? (cost, steps) : nil
    }

    private mutating func hide(_ move: Move) {
        let cell = move.number.cell
        guard isPublished[cell], remembered[cell] == nil, showings[cell] != .hidden else { return }
        if move.number == Number(cell, .count) {
            showings[cell] = .hidden
        } else if move.number == Number(cell, .hits) {
            showings[cell] = .bounded(range(of: cell, reaching: truth[move.number.index] + move.by))
        }
    }

    /// The narrowest range we may print for the hits of a cell that lets them reach a value.
    private func range(of cell: Int, reaching hits: Double) -> ClosedRange<Int> {
        var range = protection.bracket(of: tallies[cell])
        if case .bounded(let printed) = showings[cell] { range = printed }
        let everything = 0...tallies[cell].count
        guard let range else { return everything }
        let reaches =
            Double(range.lowerBound) <= hits + Self.tolerance && hits <= Double(range.upperBound) + Self.tolerance
        return reaches ? range : everything
    }

    private mutating func hideEverything() -> Bool {
        var hidesMore = false
        for cell in tallies.indices where isPublished[cell] && remembered[cell] == nil && tallies[cell].count > 0 {
            guard showings[cell] != .hidden else { continue }
            showings[cell] = .hidden
            hidesMore = true
        }
        return hidesMore
    }
}
