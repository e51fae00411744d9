import Ground
import Programmes

/// Counts the results of a file that the programme cannot judge: it does not say what is expected of their tool. They
/// are kept, and no picture shows them.
struct UnjudgedResults {
    private struct Kind: Hashable {
        let construct: String
        let tool: Tool
        let yearLevel: Int?
    }

    private struct Subject: Hashable {
        let construct: String
        let instrument: String
    }

    private let pack: Pack
    private var known: [Kind: Bool] = [:]
    private var counts: [Subject: Int] = [:]

    init(pack: Pack) { self.pack = pack }

    /// Whether it can be judged.
    @discardableResult mutating func add(_ key: ResultKey, _ result: KnownResult) -> Bool {
        let tool = Tool(instrument: key.instrument, norms: result.norms)
        let kind = Kind(construct: key.construct, tool: tool, yearLevel: result.yearLevel)
        let isJudged = known[kind] ?? isJudged(kind)
        known[kind] = isJudged
        if !isJudged { counts[Subject(construct: key.construct, instrument: key.instrument), default: 0] += 1 }
        return isJudged
    }

    /// What to tell whoever brings the file in, in the order of the programme.
    var notes: [IntakeNotes.Unjudged] {
        pack.instruments.flatMap { instrument in
            pack.constructs.compactMap { construct in
                counts[Subject(construct: construct.key, instrument: instrument.key)].map { count in
                    IntakeNotes.Unjudged(
                        construct: construct.title, instrument: instrument.title, count: count,
                        isInPart: pack.measures.contains { measure in
                            measure.construct == construct.key
                                && pack.expectations.contains {
                                    $0.measure == measure.key && $0.instrument == instrument.key
                                }
                        })
                }
            }
        }
    }

    /// A year level that no measure counts is not missing an expectation.
    private func isJudged(_ kind: Kind) -> Bool {
        let measures = pack.measures.filter { $0.construct == kind.construct }
        guard let year = kind.yearLevel else {
            return measures.contains { measure in
                measure.years.contains { pack.judges(kind.tool, in: measure, year: $0) }
            }
        }
        let counting = measures.filter { $0.years.contains(year) }
        return counting.isEmpty ? !measures.isEmpty : counting.contains { pack.judges(kind.tool, in: $0, year: year) }
    }
}

extension Pack {
    /// Whether the programme says what is expected of a tool in a year level.
    func judges(_ written: Tool, in measure: Measure, year: Int) -> Bool {
        let tool = written.known(in: self)
        return expectation(measure: measure.key, instrument: tool.instrument, norms: tool.norms, year: year) != nil
    }
}
