import DisclosureControl
import Testing

@Suite struct `Protection of a cell for its own sake` {
    @Test(arguments: [
        (Tally(count: 0, hits: 0), Showing.shown), (Tally(count: 1, hits: 1), .hidden),
        (Tally(count: 4, hits: 2), .hidden), (Tally(count: 5, hits: 2), .bounded(0...5)),
        (Tally(count: 6, hits: 6), .bounded(0...6)), (Tally(count: 7, hits: 3), .bounded(0...3)),
        (Tally(count: 7, hits: 4), .bounded(4...7)), (Tally(count: 12, hits: 0), .bounded(0...3)),
        (Tally(count: 12, hits: 4), .shown), (Tally(count: 12, hits: 12), .bounded(9...12)),
        (Tally(count: 74, hits: 58), .shown), (Tally(count: 300, hits: 298), .bounded(297...300)),
        (Tally(count: 5), .shown), (Tally(count: 4), .hidden),
    ]) func `hides small counts and codes none and all`(tally: Tally, expected: Showing) {
        #expect(Protection.inside.showing(of: tally) == expected)
    }

    @Test func `has a higher floor for those outside`() {
        #expect(Protection.outside.showing(of: Tally(count: 9, hits: 5)) == .hidden)
        #expect(Protection.outside.showing(of: Tally(count: 10, hits: 5)) == .shown)
    }

    @Test func `never tells by its code more than the code says`() {
        // Every number of hits inside a printed range has to be printed as that same range.
        for count in 5...60 {
            for hits in 0...count {
                guard case .bounded(let range) = Protection.inside.showing(of: Tally(count: count, hits: hits)) else {
                    continue
                }
                #expect(range.contains(hits) && range.count > 3)
                #expect(
                    range.allSatisfy {
                        Protection.inside.showing(of: Tally(count: count, hits: $0)) == .bounded(range)
                    }
                )
            }
        }
    }
}
