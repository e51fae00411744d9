import DisclosureControl
import Testing

@Suite struct `An attack` {
    @Test func `subtracts`() throws {
        let table = try crossed([[Tally(count: 3, hits: 1), Tally(count: 20, hits: 11)]])
        let attack = Attack(on: Publication(of: table, as: table.showings(before: .inside)))
        let finding = try #require(attack.findings.first { $0.key == "r0·c0" })
        #expect(finding.count == .init(low: 3, high: 3))
        #expect(finding.hits == .init(low: 1, high: 1))
    }

    @Test func `finds exactly the ranges that trying every table finds`() throws {
        var random = Seeded(state: 7)
        for _ in 0..<60 {
            let tallies = randomTallies(rows: 2, columns: 3, upTo: 6, using: &random, hits: false)
            let table = try crossed(tallies)
            var showings: [String: Showing] = [:]
            for cell in table.cells {
                let hides = cell.tally.count > 0 && cell.key.hasPrefix("r") && Bool.random(using: &random)
                showings[cell.key] = hides ? .hidden : .shown
            }
            let attack = Attack(on: Publication(of: table, as: showings))
            #expect(attack.isConsistent)
            let tried = everyTable(like: tallies) { row, column in
                showings["r\(row)·" + (column.map { "c\($0)" } ?? "all")] == .hidden
            }
            for finding in attack.findings {
                let values = try #require(tried[finding.key])
                let count = try #require(finding.count)
                #expect(count.low == values.min() && count.high == values.max())
            }
            #expect(Set(attack.findings.map(\.key)) == Set(showings.filter { $0.value == .hidden }.keys))
        }
    }

    @Test func `knows that hits and misses are no more than the count`() throws {
        let table = try crossed([[Tally(count: 10, hits: 5)], [Tally(count: 4, hits: 2)]])
        // The count of all is printed, one part is hidden, and of the other only a range of hits is said.
        let showings: [String: Showing] = [
            "all·all": .shown, "all·c0": .shown, "r0·c0": .bounded(4...7), "r0·all": .bounded(4...7),
            "r1·c0": .hidden, "r1·all": .hidden,
        ]
        let attack = Attack(on: Publication(of: table, as: showings))
        let large = try #require(attack.findings.first { $0.key == "r0·c0" })
        let small = try #require(attack.findings.first { $0.key == "r1·c0" })
        #expect(small.count == .init(low: 4, high: 4))
        #expect(small.hits == .init(low: 0, high: 3))
        #expect(large.hits == .init(low: 4, high: 7))
    }

    @Test func `says when what the reader brought along cannot be`() throws {
        let table = try crossed([[Tally(count: 3), Tally(count: 20)]])
        let publication = Publication(of: table, as: table.showings(before: .inside))
        #expect(Attack(on: publication).isConsistent)
        #expect(!Attack(on: publication, knowing: ["r0·c0": Tally(count: 2)]).isConsistent)
    }

    @Test func `leaves alone what nothing bounds`() throws {
        let table = try Table<String>(cells: [.init("alone", count: 3, hits: 3)])
        let attack = Attack(on: Publication(of: table, as: ["alone": .hidden]))
        #expect(attack.findings.first?.count == .init(low: 1, high: nil))
        #expect(attack.recovered(narrowerThan: 1000).isEmpty)
    }

    /// The values each hidden cell takes over all tables that agree with what is shown, by trying them one after
    /// another.
    private func everyTable(
        like tallies: [[Tally]], isHidden: (Int, Int?) -> Bool
    ) -> [String: Set<Int>] {
        let (rows, columns) = (tallies.count, tallies[0].count)
        var values: [String: Set<Int>] = [:]
        var tried = tallies.map { $0.map(\.count) }
        let columnTotals = (0..<columns).map { column in tallies.map { $0[column].count }.reduce(0, +) }
        func visit(_ place: Int) {
            if place < rows * columns {
                let (row, column) = (place / columns, place % columns)
                guard isHidden(row, column) else { return visit(place + 1) }
                let actual = tallies[row][column].count
                for value in stride(from: 1, through: columnTotals[column], by: 1) {
                    tried[row][column] = value
                    visit(place + 1)
                }
                tried[row][column] = actual
                return
            }
            let rowTotals = tried.map { $0.reduce(0, +) }
            for column in 0..<columns where tried.map({ $0[column] }).reduce(0, +) != columnTotals[column] { return }
            for row in 0..<rows {
                let actual = tallies[row].map(\.count).reduce(0, +)
                if !isHidden(row, nil) && rowTotals[row] != actual { return }
                if isHidden(row, nil) && rowTotals[row] < 1 { return }
            }
            for row in 0..<rows {
                for column in 0..<columns where isHidden(row, column) {
                    values["r\(row)·c\(column)", default: []].insert(tried[row][column])
                }
                if isHidden(row, nil) { values["r\(row)·all", default: []].insert(rowTotals[row]) }
            }
        }
        visit(0)
        return values
    }
}
