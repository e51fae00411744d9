import Testing

@testable import Programmes

@Suite struct `An expectation` {
    @Test func `is met by the score itself and by any above`() throws {
        let pack = try Sample.pack()
        func isMet(_ score: Double, year: Int, norms: String? = nil) -> Bool? {
            pack.isAtExpectation(.score(score), measure: "reading", instrument: "scale", norms: norms, year: year)
        }
        #expect(isMet(52, year: 4) == true)
        #expect(isMet(51.9, year: 4) == false)
        #expect(isMet(60, year: 6) == true)
        #expect(isMet(51.9, year: 4, norms: "2024") == true)
        #expect(isMet(59, year: 5, norms: "2024") == false)
    }

    @Test func `goes by the order of the levels`() throws {
        let pack = try Sample.pack()
        let met = ["below", "at", "above"].map {
            pack.isAtExpectation(.level($0), measure: "reading", instrument: "steps", year: 1)
        }
        #expect(met == [false, true, true])
    }

    @Test func `says nothing where there is none, or the result is not of the scale`() throws {
        let pack = try Sample.pack()
        let results: [(Pack.ScaleValue, String, Int)] = [
            (.score(50), "scale", 7), (.score(121), "scale", 4), (.level("at"), "scale", 4), (.score(2), "steps", 4),
            (.level("gone"), "steps", 4), (.score(5), "nines", 4), (.score(.nan), "scale", 4),
        ]
        for (value, instrument, year) in results {
            let met = pack.isAtExpectation(value, measure: "reading", instrument: instrument, year: year)
            #expect(met == nil, "\(value) by \(instrument)")
        }
    }

    @Test func `a stanine runs from 1 to 9 without saying so`() throws {
        let nines = try #require(try Sample.pack().instruments[key: "nines"])
        #expect(nines.admits(.score(1)) && nines.admits(.score(9)))
        #expect(!nines.admits(.score(0)) && !nines.admits(.score(10)))
    }
}
