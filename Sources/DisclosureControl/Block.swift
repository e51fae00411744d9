/// Cells that hang together through sums, numbered from 0, and their sums. What is known in one block says nothing
/// about another.
struct Block {
    struct Sum {
        let parts: [Int]
        let whole: Int
        let haveHits: Bool
    }

    /// Where each of the block's cells stands in the whole.
    let positions: [Int]
    let sums: [Sum]

    /// The blocks of `cellCount` cells, in the order of their first cells.
    static func blocks(
        cellCount: Int, sums: [(parts: [Int], whole: Int)], hasHits: (Int) -> Bool
    ) -> [Block] {
        var groups = Groups(count: cellCount)
        for sum in sums {
            for part in sum.parts { groups.join(part, sum.whole) }
        }
        var numbers = [Int](repeating: 0, count: cellCount)
        var cells: [[Int]] = []
        var blockOfRoot: [Int: Int] = [:]
        for cell in 0..<cellCount {
            let block = blockOfRoot[groups.root(of: cell), default: cells.count]
            if block == cells.count {
                blockOfRoot[groups.root(of: cell)] = block
                cells.append([])
            }
            numbers[cell] = cells[block].count
            cells[block].append(cell)
        }
        var sumsOfBlock = [[Sum]](repeating: [], count: cells.count)
        for sum in sums {
            let inside = Sum(
                parts: sum.parts.map { numbers[$0] },
                whole: numbers[sum.whole],
                haveHits: hasHits(sum.whole) && sum.parts.allSatisfy(hasHits)
            )
            sumsOfBlock[blockOfRoot[groups.root(of: sum.whole), default: 0]].append(inside)
        }
        return cells.indices.map { Block(positions: cells[$0], sums: sumsOfBlock[$0]) }
    }
}

extension Block {
    /// The known cells, and those whose numbers follow from known and empty cells alone.
    ///
    /// A total of a year level that only one school teaches is that school's own number: it cannot be kept from the
    /// school, and tells it about nobody else.
    func closure(of known: Set<Int>, isEmpty: (Int) -> Bool) -> Set<Int> {
        guard !known.isEmpty else { return [] }
        var closure = known
        var grows = true
        while grows {
            grows = false
            for sum in sums {
                let open = (sum.parts + [sum.whole]).filter { !closure.contains($0) && !isEmpty($0) }
                guard open.count == 1 else { continue }
                closure.insert(open[0])
                grows = true
            }
        }
        return closure
    }
}

extension Table {
    func blocks() -> [Block] {
        Block.blocks(
            cellCount: cells.count,
            sums: sums.map { sum in
                (sum.parts.compactMap { positions[$0] }, positions[sum.whole] ?? 0)
            },
            hasHits: { cells[$0].tally.hits != nil }
        )
    }
}

/// Things joined into groups.
struct Groups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var walker = member
        while parents[walker] != root { (parents[walker], walker) = (root, parents[walker]) }
        return root
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(of: left), root(of: right))
        parents[max(left, right)] = min(left, right)
    }
}
