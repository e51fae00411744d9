/// The three numbers of a cell. Misses are count less hits, and tell as much as hits do.
enum Quantity: Int, Sendable, CaseIterable {
    case count, hits, misses
}

/// One number of one cell, as an index into the lists of a block's numbers.
struct Number: Hashable, Sendable {
    let index: Int

    init(_ cell: Int, _ quantity: Quantity) { index = 3 * cell + quantity.rawValue }

    init(index: Int) { self.index = index }

    var cell: Int { index / 3 }
}

/// What one reader does not know, and every equation that ties it down.
///
/// The equations are all sums, over counts and over hits, and count = hits + misses in each cell whose count is unknown
/// (elsewhere misses go without asking); nothing is negative. Ranges are those of the real numbers that satisfy them,
/// so that no reader's adding and subtracting is missed; in tangled sums that only whole numbers make tight, a reader
/// with much patience might still find a range a little narrower.
struct Unknowns {
    /// Unknown numbers that share no equation are asked about apart.
    private struct Part {
        let numbers: [Number]
        var programme: Simplex
        var hasPoint: Bool?
    }

    private var parts: [Part] = []
    /// Whether what is known already breaks an equation.
    private var isBroken = false
    /// Where each number stands: (part, column); part −1 when known.
    private var places: [(part: Int, column: Int)]
    private var lower: [Double]
    private var upper: [Double]

    /// `isCountOnly` leaves hits out of account: faster, and enough while counts are being protected.
    init(_ block: Block, facts: [Fact], hasHits: [Bool], isCountOnly: Bool = false) {
        let size = 3 * facts.count
        lower = [Double](repeating: 0, count: size)
        upper = [Double](repeating: .infinity, count: size)
        for (cell, fact) in facts.enumerated() {
            let (count, hits, misses) = (3 * cell, 3 * cell + 1, 3 * cell + 2)
            switch fact {
            case .exact(let tally):
                (lower[count], upper[count]) = (Double(tally.count), Double(tally.count))
                (lower[hits], upper[hits]) = (Double(tally.hits ?? 0), Double(tally.hits ?? 0))
                (lower[misses], upper[misses]) = (lower[count] - lower[hits], lower[count] - lower[hits])
            case .bounded(let all, let range):
                (lower[count], upper[count]) = (Double(all), Double(all))
                (lower[hits], upper[hits]) = (Double(range.lowerBound), Double(range.upperBound))
                (lower[misses], upper[misses]) = (Double(all - range.upperBound), Double(all - range.lowerBound))
            case .hidden:
                lower[count] = 1
            case .unprinted:
                break
            }
        }
        var equations: [[(number: Int, coefficient: Double)]] = []
        func add(_ sum: Block.Sum, _ quantity: Quantity) {
            var terms = sum.parts.map { (Number($0, quantity).index, 1.0) }
            terms.append((Number(sum.whole, quantity).index, -1))
            equations.append(terms)
        }
        for sum in block.sums {
            add(sum, .count)
            if sum.haveHits && !isCountOnly { add(sum, .hits) }
        }
        if !isCountOnly {
            for cell in facts.indices where hasHits[cell] && lower[3 * cell] < upper[3 * cell] {
                equations.append([(3 * cell, 1), (3 * cell + 1, -1), (3 * cell + 2, -1)])
            }
        }
        places = [(part: Int, column: Int)](repeating: (-1, 0), count: size)
        divide(equations)
    }

    private mutating func divide(_ equations: [[(number: Int, coefficient: Double)]]) {
        var groups = Groups(count: lower.count)
        var open: [(terms: [(number: Int, coefficient: Double)], right: Double)] = []
        for equation in equations {
            let terms = equation.filter { lower[$0.number] < upper[$0.number] }
            // Unknowns are counted from their lower ends.
            let right = equation.reduce(0) { $0 - $1.coefficient * lower[$1.number] }
            guard let first = terms.first else {
                isBroken = isBroken || right != 0
                continue
            }
            for term in terms.dropFirst() { groups.join(first.number, term.number) }
            open.append((terms, right))
        }
        var partOfRoot: [Int: Int] = [:]
        var numbers: [[Number]] = []
        var equationsOfPart: [[(terms: [(Int, Double)], right: Double)]] = []
        for equation in open {
            let root = groups.root(of: equation.terms[0].number)
            let part = partOfRoot[root, default: numbers.count]
            if part == numbers.count {
                partOfRoot[root] = part
                numbers.append([])
                equationsOfPart.append([])
            }
            var terms: [(Int, Double)] = []
            for term in equation.terms {
                if places[term.number].part < 0 {
                    places[term.number] = (part, numbers[part].count)
                    numbers[part].append(Number(index: term.number))
                }
                terms.append((places[term.number].column, term.coefficient))
            }
            equationsOfPart[part].append((terms, equation.right))
        }
        parts = numbers.indices.map { part in
            let room = numbers[part].map { upper[$0.index] - lower[$0.index] }
            return Part(numbers: numbers[part], programme: Simplex(upper: room, equations: equationsOfPart[part]))
        }
    }

    /// Whether any numbers at all satisfy every equation.
    mutating func isPossible() -> Bool {
        !isBroken && parts.indices.allSatisfy { hasPoint($0) }
    }

    private mutating func hasPoint(_ part: Int) -> Bool {
        let known = parts[part].hasPoint
        let answer = known ?? parts[part].programme.findPoint()
        parts[part].hasPoint = answer
        return answer
    }

    func isKnown(_ number: Number) -> Bool { lower[number.index] == upper[number.index] }

    /// The smallest value the number can have, or one at most `enough`; `nil` if no values satisfy the equations.
    mutating func least(_ number: Number, until enough: Double = -.infinity) -> Double? {
        extreme(number, sign: -1, until: enough)
    }

    /// The largest value the number can have (∞ if there is none), or one of at least `enough`.
    mutating func greatest(_ number: Number, until enough: Double = .infinity) -> Double? {
        extreme(number, sign: 1, until: enough)
    }

    /// The numbers that the last question about `number` set together, each with its value: one possible truth.
    func point(around number: Number) -> [(Number, Double)] {
        let part = places[number.index].part
        guard part >= 0 else { return [] }
        return parts[part].numbers.enumerated().map { column, number in
            (number, lower[number.index] + parts[part].programme.value(of: column))
        }
    }

    private mutating func extreme(_ number: Number, sign: Double, until enough: Double) -> Double? {
        let (part, column) = places[number.index]
        let low = lower[number.index]
        guard part >= 0 else { return sign < 0 ? low : upper[number.index] }
        guard hasPoint(part) else { return nil }
        let ending = parts[part].programme.maximise([(column, sign)], until: sign * (enough - low))
        return ending == .unbounded ? sign * .infinity : low + parts[part].programme.value(of: column)
    }
}
