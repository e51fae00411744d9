import DisclosureControl
import Testing

@Suite struct `A pattern` {
    /// Accidents by municipality and injury (light, none, serious, unknown), from Statistics Norway's SSBtools (MIT).
    /// With counts of 1 to 3 hidden, R's GaussSuppression 1.0.0 hides 5 more cells; the fewest possible, by trying all,
    /// is 3.
    static let accidents = [
        [0, 0, 4, 0], [0, 1, 5, 0], [2, 1, 3, 0], [1, 4, 4, 0], [0, 0, 1, 0], [0, 0, 6, 0],
    ]

    @Test func `hides at most five cells more among the accidents`() throws {
        let table = try crossed(Self.accidents.map { $0.map { Tally(count: $0) } })
        let protection = Protection(floor: 4, width: 1)
        let before = table.showings(before: protection)
        #expect(before.values.filter { $0 == .hidden }.count == 8)
        let naive = Attack(on: Publication(of: table, as: before))
        #expect(naive.recovered(narrowerThan: 1).count == 8)

        let pattern = table.pattern(under: protection)
        let attack = Attack(on: Publication(of: table, as: pattern.showings))
        #expect(attack.recovered(narrowerThan: 1).isEmpty)
        #expect(pattern.exposed.isEmpty)
        #expect(before.allSatisfy { $0.value == .shown || pattern[$0.key] == .hidden })
        #expect(pattern.showings.values.filter { $0 == .hidden }.count <= 8 + 5)
    }

    @Test func `leaves everything shown where nothing is small`() throws {
        let table = try crossed([[Tally(count: 40, hits: 30), Tally(count: 50, hits: 20)]])
        #expect(table.pattern(under: .outside).showings.values.allSatisfy { $0 == .shown })
    }

    @Test func `keeps a school of three from the others as well`() throws {
        let roll = [3, 60, 45, 80, 120, 52, 90]
        let table = try crossed(roll.map { [Tally(count: $0, hits: $0 * 2 / 3)] })
        let schools = rowKeys(of: table, rows: roll.count)
        let alone = table.pattern(under: .inside)
        let publication = Publication(of: table, as: alone.showings)
        #expect(Attack(on: publication).recovered(narrowerThan: 3).isEmpty)
        // Whoever is the only cover works the small school out.
        #expect(
            schools.contains { school in
                !Attack(on: publication, knowing: table.tallies(of: school)).recovered(narrowerThan: 3).isEmpty
            }
        )
        let together = table.pattern(under: .inside, against: schools)
        expectSafe(together, table, members: schools)
    }

    @Test func `stands against subtracting one group from another that contains it`() throws {
        // 40 learners, 37 of them Māori: the three others are nowhere printed, yet anybody can subtract.
        let cells: [Table<String>.Cell] = [
            .init("all", count: 40, hits: 30), .init("Māori", count: 37, hits: 29),
            .init("Pacific", count: 12, hits: 7), .init("not Māori", count: 3, hits: 1, isPublished: false),
        ]
        let table = try Table(cells: cells, sums: [.init(of: ["Māori", "not Māori"], is: "all")])
        let before = Attack(on: Publication(of: table, as: table.showings(before: .inside)))
        #expect(before.unprinted.first?.count == .init(low: 3, high: 3))

        let pattern = table.pattern(under: .inside)
        let after = Attack(on: Publication(of: table, as: pattern.showings))
        #expect(after.unprinted.first?.isNarrower(than: 3) == false)
        #expect(pattern["Pacific"] == .shown)
        #expect(["all", "Māori"].filter { pattern[$0] == .hidden }.count == 1)
    }

    @Test func `stands against joining two ways of adding up`() throws {
        // Years 7 and 8 and the two sites each make the school; the new entrants of the annexe are three.
        let cells: [Table<String>.Cell] = [
            .init("school", count: 61, hits: 40), .init("year 7", count: 30, hits: 20),
            .init("year 8", count: 31, hits: 20), .init("main site", count: 41, hits: 25),
            .init("annexe", count: 20, hits: 15), .init("annexe year 7", count: 17, hits: 13),
            .init("annexe year 8", count: 3, hits: 2), .init("main year 7", count: 13, hits: 7),
            .init("main year 8", count: 28, hits: 18),
        ]
        let sums: [Table<String>.Sum] = [
            .init(of: ["year 7", "year 8"], is: "school"), .init(of: ["main site", "annexe"], is: "school"),
            .init(of: ["annexe year 7", "annexe year 8"], is: "annexe"),
            .init(of: ["main year 7", "main year 8"], is: "main site"),
            .init(of: ["annexe year 7", "main year 7"], is: "year 7"),
            .init(of: ["annexe year 8", "main year 8"], is: "year 8"),
        ]
        let table = try Table(cells: cells, sums: sums)
        // Cover in one way of adding up alone is no cover: the other way gives the three away.
        var oneWay = table.showings(before: .inside)
        oneWay["annexe year 7"] = .hidden
        let attack = Attack(on: Publication(of: table, as: oneWay))
        #expect(attack.recovered(narrowerThan: 1).map(\.key) == ["annexe year 7", "annexe year 8"])
        expectSafe(table.pattern(under: .inside), table, members: [])
    }

    @Test func `protects hits of none by bounding others, not by hiding counts`() throws {
        let tallies = [(20, 0), (60, 40), (45, 30), (80, 61), (120, 90)].map { [Tally(count: $0.0, hits: $0.1)] }
        let table = try crossed(tallies)
        let schools = rowKeys(of: table, rows: tallies.count)
        let pattern = table.pattern(under: .inside, against: schools)
        expectSafe(pattern, table, members: schools)
        #expect(pattern["r0·c0"] == .bounded(0...3))
        #expect(pattern.reason(for: "r0·c0") == .edge)
        #expect(pattern.showings.values.allSatisfy { $0.showsCount })
        #expect(pattern["all·all"] == .shown)
    }

    @Test func `stays as it was when the data change a little`() throws {
        func year(_ counts: [Int]) throws -> Table<String> { try crossed([counts.map { Tally(count: $0) }]) }
        let (before, after) = (try year([3, 20, 21, 60]), try year([3, 22, 21, 60]))
        let first = before.pattern(under: .inside)
        #expect(first["r0·c1"] == .hidden && first["r0·c2"] == .shown)
        #expect(after.pattern(under: .inside)["r0·c2"] == .hidden)
        let kept = after.pattern(under: .inside, keeping: first.showings)
        #expect(kept.showings == first.showings)
    }

    @Test func `for outsiders opens nothing that is closed inside`() throws {
        var random = Seeded(state: 11)
        for _ in 0..<10 {
            let table = try crossed(randomTallies(rows: 4, columns: 3, upTo: 40, using: &random))
            let members = rowKeys(of: table, rows: 4)
            let inside = table.pattern(under: .inside, against: members)
            let outside = table.pattern(under: .outside, against: members, around: inside.showings)
            expectSafe(outside, table, members: members)
            for (key, showing) in inside.showings {
                switch (showing, outside[key]) {
                case (.shown, _), (_, .hidden): break
                case (.bounded(let inner), .bounded(let outer)):
                    #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
                default: Issue.record("\(key) is \(showing) inside and \(outside[key]) outside")
                }
            }
        }
    }

    @Test func `does not hide from a member what is its own alone`() throws {
        // Only the first school teaches the second year level: that total is its own number.
        let tallies = [[(30, 20), (25, 15)], [(40, 31), (0, 0)], [(50, 33), (0, 0)]]
        let table = try crossed(tallies.map { $0.map { Tally(count: $0.0, hits: $0.1) } })
        let schools = rowKeys(of: table, rows: 3)
        let pattern = table.pattern(under: .inside, against: schools)
        #expect(pattern.showings.values.allSatisfy { $0 == .shown })
    }

    @Test func `shows every margin of seven schools with eight year levels`() throws {
        var random = Seeded(state: 1)
        let tallies = [60, 120, 180, 250, 340, 500, 700].map { roll in
            (0..<8).map { _ in
                let count = Int.random(in: roll / 11...roll / 7, using: &random)
                let hits = (0..<count).filter { _ in Double.random(in: 0..<1, using: &random) < 0.7 }.count
                return Tally(count: count, hits: hits)
            }
        }
        let table = try crossed(tallies)
        let schools = rowKeys(of: table, rows: 7)
        let pattern = table.pattern(under: .inside, against: schools)
        expectSafe(pattern, table, members: schools)
        #expect(pattern.showings.contains { $0.value != .shown })
        for (key, showing) in pattern.showings where key.contains("all") { #expect(showing == .shown) }
        #expect(!pattern.showings.values.contains(.hidden))
    }

    @Test func `does not depend on the order of cells and sums`() throws {
        var random = Seeded(state: 3)
        let table = try crossed(randomTallies(rows: 5, columns: 4, upTo: 30, using: &random))
        let shuffled = try Table(
            cells: table.cells.shuffled(using: &random),
            sums: table.sums.shuffled(using: &random).map { .init(of: $0.parts.reversed(), is: $0.whole) }
        )
        let pattern = table.pattern(under: .inside)
        #expect(pattern.showings == shuffled.pattern(under: .inside).showings)
        #expect(pattern.showings.values.contains(.hidden))
    }

    @Test(arguments: 0..<20) func `leaves nothing to be worked out in ten random tables`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        for _ in 0..<10 {
            let rows = Int.random(in: 2...5, using: &random)
            let columns = Int.random(in: 1...4, using: &random)
            let most = Int.random(in: 5...60, using: &random)
            let table = try crossed(randomTallies(rows: rows, columns: columns, upTo: most, using: &random))
            let members = rowKeys(of: table, rows: rows)
            let protection: Protection = Bool.random(using: &random) ? .inside : .outside
            expectSafe(table.pattern(under: protection, against: members), table, members: members)
        }
    }

    /// Nobody works anything out, and every range contains the truth.
    private func expectSafe(
        _ pattern: Pattern<String>, _ table: Table<String>, members: [Set<String>],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(pattern.exposed.isEmpty, sourceLocation: sourceLocation)
        let publication = Publication(of: table, as: pattern.showings)
        let truth = table.tallies(of: Set(table.cells.map(\.key)))
        for known in [[]] + members {
            let attack = Attack(on: publication, knowing: table.tallies(of: known))
            #expect(attack.isConsistent, sourceLocation: sourceLocation)
            #expect(attack.recovered(narrowerThan: 3).isEmpty, sourceLocation: sourceLocation)
            for finding in attack.findings {
                guard let tally = truth[finding.key] else { continue }
                for (bounds, value) in [(finding.count, tally.count), (finding.hits, tally.hits ?? 0)] {
                    guard let bounds else { continue }
                    #expect(
                        bounds.low <= value && value <= bounds.high ?? value,
                        sourceLocation: sourceLocation
                    )
                }
            }
        }
    }
}
