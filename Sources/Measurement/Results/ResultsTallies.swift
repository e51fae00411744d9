package import DisclosureControl
package import Programmes

/// Results of one term by one tool. Within a slot numbers may be added; between two tools never.
package struct Slot: Hashable, Comparable, Sendable {
    package let term: Term
    package let tool: Tool

    package init(term: Term, tool: Tool) { (self.term, self.tool) = (term, tool) }

    package static func < (left: Self, right: Self) -> Bool {
        left.term == right.term ? left.tool < right.tool : left.term < right.term
    }
}

/// What one organisation counts in a slot: who was assessed, and how many of them are at or above.
package struct SlotTally: Sendable, Equatable {
    /// By year level; ``notSaid`` where a count was given without one.
    package var years: [Int: Tally] = [:]
    /// By group. Only groups that are known of every learner counted here.
    package var groups: [String: Tally] = [:]
    package var isFromRecords = false
    package var isFromCounts = false

    package static let notSaid = -1

    package init() {}

    package var total: Tally { years.values.reduce(Tally(count: 0, hits: 0), +) }
}

extension Tally {
    static func + (left: Tally, right: Tally) -> Tally {
        let hits = left.hits.flatMap { one in right.hits.map { one + $0 } }
        return Tally(count: left.count + right.count, hits: hits)
    }
}

extension Results {
    /// The results that a measure selects, counted in one pass: by term, tool and year level, and by group.
    ///
    /// A result counts when its year level is of the measure and the pack says what is expected there of this tool.
    package func tallies(of measure: Pack.Measure, in pack: Pack) -> [Slot: SlotTally] {
        guard let wanted = constructs.code(of: measure.construct) else { return [:] }
        let span = measure.years.count
        let lowest = measure.years.lowerBound
        let judge = Judge(tools: tools.values, levels: levels.values, measure: measure, pack: pack)
        let slots = terms.values.count * tools.values.count
        var counts = [Int32](repeating: 0, count: slots * span)
        var hits = [Int32](repeating: 0, count: slots * span)
        let groupCount = min(groups.values.count, 64)
        var groupCounts = [Int32](repeating: 0, count: slots * groupCount)
        var groupHits = [Int32](repeating: 0, count: slots * groupCount)
        let groupsOf = learnerGroups(in: pack)
        for row in learner.indices where Int(construct[row]) == wanted {
            let year = Int(yearLevel[row]) - lowest
            guard year >= 0, year < span else { continue }
            let toolCode = Int(tool[row])
            let verdict = judge.verdict(tool: toolCode, year: year, number: number[row], level: Int(level[row]))
            guard verdict >= 0 else { continue }
            let slot = Int(term[row]) * tools.values.count + toolCode
            counts[slot * span + year] += 1
            hits[slot * span + year] += Int32(verdict)
            var bits = groupsOf[Int(learner[row])]
            while bits != 0 {
                let group = bits.trailingZeroBitCount
                bits &= bits - 1
                groupCounts[slot * groupCount + group] += 1
                groupHits[slot * groupCount + group] += Int32(verdict)
            }
        }
        var tallies: [Slot: SlotTally] = [:]
        for (termCode, term) in terms.values.enumerated() {
            for (toolCode, tool) in tools.values.enumerated() {
                let position = termCode * tools.values.count + toolCode
                let years = (0..<span).filter { counts[position * span + $0] > 0 }
                guard !years.isEmpty else { continue }
                // The same tool may have been written in two ways, with its norms and without.
                let slot = Slot(term: term, tool: tool.known(in: pack))
                var tally = tallies[slot] ?? SlotTally()
                tally.isFromRecords = true
                for year in years {
                    let cell = position * span + year
                    tally.years[year + lowest, default: Tally(count: 0, hits: 0)] =
                        (tally.years[year + lowest] ?? Tally(count: 0, hits: 0))
                        + Tally(count: Int(counts[cell]), hits: Int(hits[cell]))
                }
                for group in knowsGroups ? pack.groups : [] {
                    let code = groups.code(of: group.key).map { position * groupCount + $0 }
                    let counted = code.map { Tally(count: Int(groupCounts[$0]), hits: Int(groupHits[$0])) }
                    tally.groups[group.key] =
                        (tally.groups[group.key] ?? Tally(count: 0, hits: 0)) + (counted ?? Tally(count: 0, hits: 0))
                }
                tallies[slot] = tally
            }
        }
        return tallies
    }
}

extension Results {
    /// The tools whose results of a measure cannot be judged, because the pack does not say what is expected of them in
    /// the year levels they were used in: by term.
    package func unjudged(of measure: Pack.Measure, in pack: Pack) -> [Term: Set<Tool>] {
        guard let wanted = constructs.code(of: measure.construct) else { return [:] }
        let (span, lowest) = (measure.years.count, measure.years.lowerBound)
        let isLacking = tools.values.flatMap { tool in
            measure.years.map { !pack.judges(tool, in: measure, year: $0) }
        }
        guard isLacking.contains(true) else { return [:] }
        var found = [Bool](repeating: false, count: terms.values.count * tools.values.count)
        for row in learner.indices where Int(construct[row]) == wanted {
            let (year, toolCode) = (Int(yearLevel[row]) - lowest, Int(tool[row]))
            guard year >= 0, year < span, isLacking[toolCode * span + year] else { continue }
            found[Int(term[row]) * tools.values.count + toolCode] = true
        }
        var unjudged: [Term: Set<Tool>] = [:]
        for (position, isFound) in found.enumerated() where isFound {
            let (term, tool) = position.quotientAndRemainder(dividingBy: tools.values.count)
            unjudged[terms.values[term], default: []].insert(tools.values[tool].known(in: pack))
        }
        return unjudged
    }
}

/// What is expected, laid out so that a million results can be judged without looking anything up.
private struct Judge {
    private struct Line {
        var admitted: ClosedRange<Double>?
        var expected: Double?
        /// For a tool of levels: 1 at or above, 0 below, -1 not to be said.
        var levels: [Int8] = []
    }

    private let lines: [Line]
    private let span: Int

    init(tools: [Tool], levels: [String], measure: Pack.Measure, pack: Pack) {
        span = measure.years.count
        lines = tools.flatMap { written in
            let tool = written.known(in: pack)
            return measure.years.map { year -> Line in
                guard let instrument = pack.instruments[key: tool.instrument],
                    let expectation = pack.expectation(
                        measure: measure.key, instrument: tool.instrument, norms: tool.norms, year: year)
                else { return Line() }
                guard instrument.scale != .levels, case .score(let expected) = expectation.at else {
                    return Line(
                        levels: levels.map { level in
                            let isAt = pack.isAtExpectation(
                                .level(level), measure: measure.key, instrument: tool.instrument, norms: tool.norms,
                                year: year)
                            return isAt.map { $0 ? 1 : 0 } ?? -1
                        })
                }
                return Line(admitted: instrument.range, expected: expected)
            }
        }
    }

    /// 1 at or above, 0 below, -1 where nothing can be said.
    func verdict(tool: Int, year: Int, number: Double, level: Int) -> Int {
        let line = lines[tool * span + year]
        if let expected = line.expected {
            guard number.isFinite, line.admitted.map({ $0.contains(number) }) ?? true else { return -1 }
            return number >= expected ? 1 : 0
        }
        return level >= 0 && level < line.levels.count ? Int(line.levels[level]) : -1
    }
}
