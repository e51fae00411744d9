import DisclosureControl
import Testing

@Suite struct `A table` {
    @Test func `is refused when its sums do not hold`() {
        let cells: [Table<String>.Cell] = [.init("a", count: 3, hits: 1), .init("b", count: 4, hits: 4)]
        #expect(throws: TableMistake.doesNotAddUp("all")) {
            try Table(cells: cells + [.init("all", count: 8, hits: 5)], sums: [.init(of: ["a", "b"], is: "all")])
        }
        #expect(throws: TableMistake.doesNotAddUp("all")) {
            try Table(cells: cells + [.init("all", count: 7, hits: 6)], sums: [.init(of: ["a", "b"], is: "all")])
        }
        #expect(throws: TableMistake.unknown("all")) {
            try Table(cells: cells, sums: [.init(of: ["a", "b"], is: "all")])
        }
    }

    @Test func `is refused when a cell is impossible or twice there`() {
        #expect(throws: TableMistake.impossible("a")) { try Table(cells: [.init("a", count: 3, hits: 4)]) }
        #expect(throws: TableMistake.twice("a")) {
            try Table(cells: [.init("a", count: 3), .init("a", count: 3)])
        }
    }
}
