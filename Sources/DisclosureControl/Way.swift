/// One number changed by some amount in a possible truth other than the real one.
struct Move {
    let number: Number
    let by: Double
}

/// What may be hidden to let a number move.
enum Means {
    /// Counts, hits left out of account.
    case counts
    /// Hits, within a range about a tenth of the count wide.
    case brackets
    /// Hits altogether.
    case ranges
    /// Hits and counts.
    case countsAndRanges
}

extension Cover {
    /// The cheapest way for `number` to change by `amount`, or as far towards it as there is a way, with everything
    /// that has to change with it so that all sums still hold.
    ///
    /// What is hidden already moves almost for nothing, as does whatever is in `free`.
    func way(
        _ number: Number, by amount: Double, for reader: Int, _ means: Means, free: Set<Number>
    ) -> (moves: [Move], reached: Double, cost: Double) {
        var columns: [(number: Number, sign: Double)] = []
        var upper: [Double] = []
        var weights: [(column: Int, weight: Double)] = []
        var columnsOfNumber = [[Int]](repeating: [], count: truth.count)
        for freedom in freedoms(for: reader, means) {
            let isTarget = freedom.number == number
            let cost = free.contains(freedom.number) ? Self.trifle : freedom.cost
            for (sign, room) in [(1.0, freedom.up), (-1.0, freedom.down)] where room > 0 {
                if isTarget && sign * amount < 0 { continue }
                columnsOfNumber[freedom.number.index].append(columns.count)
                weights.append((columns.count, isTarget ? Self.reward - cost : -cost))
                upper.append(isTarget ? min(room, abs(amount)) : room)
                columns.append((freedom.number, sign))
            }
        }
        func terms(_ number: Number, _ coefficient: Double) -> [(Int, Double)] {
            columnsOfNumber[number.index].map { ($0, coefficient * columns[$0].sign) }
        }
        var equations: [(terms: [(Int, Double)], right: Double)] = []
        for sum in block.sums {
            for quantity in [Quantity.count, .hits] where quantity == .count || sum.haveHits {
                let all =
                    sum.parts.flatMap { terms(Number($0, quantity), 1) } + terms(Number(sum.whole, quantity), -1)
                if !all.isEmpty { equations.append((all, 0)) }
            }
        }
        if means != .counts {
            for cell in tallies.indices where !columnsOfNumber[Number(cell, .misses).index].isEmpty {
                let all =
                    terms(Number(cell, .count), 1) + terms(Number(cell, .hits), -1)
                    + terms(Number(cell, .misses), -1)
                equations.append((all, 0))
            }
        }
        var programme = Simplex(upper: upper, equations: equations)
        _ = programme.maximise(weights)
        var (moves, reached, cost) = ([Move](), 0.0, 0.0)
        for (column, weight) in weights {
            let value = programme.value(of: column)
            guard value > 1e-7 else { continue }
            moves.append(Move(number: columns[column].number, by: columns[column].sign * value))
            if columns[column].number == number {
                reached = value
                cost += value * (Self.reward - weight)
            } else {
                cost -= value * weight
            }
        }
        return (moves, reached, cost)
    }

    /// How far a number may move at most, and what each unit costs.
    private struct Freedom {
        let number: Number
        let up: Double
        let down: Double
        let cost: Double
    }

    private static let trifle = 1e-4
    /// More than any way to move by one could cost.
    private static let reward = 1e4

    private func freedoms(for reader: Int, _ means: Means) -> [Freedom] {
        let largest = Double(tallies.map(\.count).max() ?? 1)
        var freedoms: [Freedom] = []
        for cell in tallies.indices where !readers[reader].contains(cell) {
            let tally = tallies[cell]
            // Everybody sees that a printed empty cell is empty.
            if isPublished[cell] && tally.count == 0 { continue }
            switch remembered[cell] {
            case .shown: continue
            case .bounded(let range):
                if means != .counts, let hits = tally.hits {
                    freedoms.append(
                        Freedom(
                            number: Number(cell, .hits), up: Double(range.upperBound - hits),
                            down: Double(hits - range.lowerBound), cost: Self.trifle))
                }
                continue
            case .hidden, nil: break
            }
            let isOpen = !isPublished[cell] || showings[cell] == .hidden
            // Large cells are dearer, as more readers want them; the last factor only decides ties.
            let price = (Double(tally.count) / max(largest, 1)).squareRoot() * (1 + 1e-5 * Double(cell))
            let countPrice = isOpen ? Self.trifle : price * (previous[cell] == .hidden ? 0.02 : 1)
            let movesCount = isOpen || means == .counts || means == .countsAndRanges
            if movesCount {
                freedoms.append(
                    Freedom(
                        number: Number(cell, .count),
                        up: .infinity,
                        down: Double(isPublished[cell] || remembered[cell] != nil ? tally.count - 1 : tally.count),
                        cost: means == .countsAndRanges && !isOpen ? 4 * countPrice : countPrice
                    )
                )
            }
            guard means != .counts, let hits = tally.hits else { continue }
            let hitsPrice = price * (previous[cell].map { $0 != .shown } ?? false ? 0.02 : 1)
            if movesCount {
                let misses = Double(tally.count - hits)
                let cost = isOpen ? Self.trifle : 3 * hitsPrice
                freedoms.append(Freedom(number: Number(cell, .hits), up: .infinity, down: Double(hits), cost: cost))
                freedoms.append(
                    Freedom(number: Number(cell, .misses), up: .infinity, down: misses, cost: Self.trifle)
                )
            } else {
                let (range, cost) = roomForHits(cell, means, price: hitsPrice)
                freedoms.append(
                    Freedom(
                        number: Number(cell, .hits),
                        up: Double(range.upperBound - hits),
                        down: Double(hits - range.lowerBound),
                        cost: cost
                    )
                )
            }
        }
        return freedoms
    }

    private func roomForHits(_ cell: Int, _ means: Means, price: Double) -> (ClosedRange<Int>, Double) {
        let everything = 0...tallies[cell].count
        if case .bounded(let printed) = showings[cell] {
            let isEnough = means == .brackets || printed == everything
            return isEnough ? (printed, Self.trifle) : (everything, 3 * price)
        }
        if means == .brackets, let bracket = protection.bracket(of: tallies[cell]) { return (bracket, price) }
        return (everything, 3 * price)
    }
}
