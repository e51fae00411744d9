import DisclosureControl

/// Random numbers that are the same in every run (SplitMix64; Steele, Lea & Flood 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A rows × columns table with all its margins; keys `r0·c1`, `r0·all`, `all·c1`, `all·all`.
func crossed(_ tallies: [[Tally]]) throws -> Table<String> {
    func key(_ row: Int?, _ column: Int?) -> String {
        (row.map { "r\($0)" } ?? "all") + "·" + (column.map { "c\($0)" } ?? "all")
    }
    func cell(_ key: String, _ tallies: [Tally]) -> Table<String>.Cell {
        let hits = tallies.compactMap(\.hits)
        return .init(
            key,
            count: tallies.map(\.count).reduce(0, +),
            hits: hits.count == tallies.count ? hits.reduce(0, +) : nil
        )
    }
    let (rows, columns) = (Array(tallies.indices), Array(tallies[0].indices))
    var cells = [cell(key(nil, nil), tallies.flatMap { $0 })]
    var sums: [Table<String>.Sum] = []
    for row in rows {
        cells.append(cell(key(row, nil), tallies[row]))
        sums.append(.init(of: columns.map { key(row, $0) }, is: key(row, nil)))
        cells += columns.map { cell(key(row, $0), [tallies[row][$0]]) }
    }
    for column in columns {
        cells.append(cell(key(nil, column), rows.map { tallies[$0][column] }))
        sums.append(.init(of: rows.map { key($0, column) }, is: key(nil, column)))
    }
    sums.append(.init(of: rows.map { key($0, nil) }, is: key(nil, nil)))
    sums.append(.init(of: columns.map { key(nil, $0) }, is: key(nil, nil)))
    return try Table(cells: cells, sums: sums)
}

/// For each row the keys of the cells that its school counted itself.
func rowKeys(of table: Table<String>, rows: Int) -> [Set<String>] {
    (0..<rows).map { row in Set(table.cells.map(\.key).filter { $0.hasPrefix("r\(row)·") }) }
}

func randomTallies(
    rows: Int, columns: Int, upTo most: Int, using random: inout Seeded, hits: Bool = true
) -> [[Tally]] {
    (0..<rows).map { _ in
        let size = Int.random(in: 1...most, using: &random)
        return (0..<columns).map { _ in
            let count = Int.random(in: 0...size, using: &random)
            let share = Double.random(in: 0.4...1, using: &random)
            return Tally(count: count, hits: hits ? Int((Double(count) * share).rounded()) : nil)
        }
    }
}
