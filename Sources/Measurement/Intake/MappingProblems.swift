package import Ground
package import Programmes
import Secrets

extension Mapping {
    /// What stands in the way of reading a file by this mapping; empty when it can be read.
    package func problems(pack: Pack) -> Problems {
        var problems = Problems()
        func isMapped(_ field: Field) -> Bool { heading(of: field) != nil }
        let fields = columns.compactMap { if case .field(let field) = $0.use { field } else { nil } }
        if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
            problems.add("columns", IntakeWords.usedTwice(IntakeWords.field(twice)))
        }
        switch kind {
        case .learners:
            if !isMapped(.localID), !isMapped(.idInName), !isMapped(.nationalID) {
                problems.add("columns", IntakeWords.localIDNeeded)
            }
        case .results:
            let wide = self.wide
            if !isMapped(.localID), !isMapped(.nationalID), !isMapped(.idInName) {
                problems.add("columns", IntakeWords.someIDNeeded)
            }
            if !isMapped(.day), day == nil, wide.isEmpty || wide.contains(where: { $0.day == nil }) {
                problems.add("day", IntakeWords.dayNeeded)
            }
            if !isMapped(.result), wide.isEmpty { problems.add("columns", IntakeWords.resultNeeded) }
            if !isMapped(.instrument), instrument.flatMap({ pack.instruments[key: $0] }) == nil,
                wide.isEmpty || wide.contains(where: { $0.instrument == nil })
            {
                problems.add("instrument", IntakeWords.instrumentNeeded)
            }
            if !isMapped(.construct), construct.flatMap({ pack.constructs[key: $0] }) == nil,
                wide.isEmpty || wide.contains(where: { $0.construct == nil })
            {
                problems.add("construct", IntakeWords.constructNeeded)
            }
            if let heading = stanines(pack) { problems.add("columns", IntakeWords.noStanines(heading)) }
        case .counts:
            problems.add("columns", IntakeWords.resultNeeded)
        }
        return problems
    }

    /// A column of stanines or percentiles that would be kept as scores of a tool that gives another kind.
    private func stanines(_ pack: Pack) -> String? {
        for column in columns {
            let words = Set(column.heading.folded.split(separator: " ").map(String.init))
            guard !words.isDisjoint(with: ["stanine", "stanines", "percentile", "percentiles"]) else { continue }
            let tool: String? =
                switch column.use {
                case .field(.result): instrument
                case .result(let wide): wide.instrument ?? instrument
                default: nil
                }
            if let scale = tool.flatMap({ pack.instruments[key: $0]?.scale }), scale == .points {
                return column.heading
            }
        }
        return nil
    }

    /// Whether a file has all columns of the mapping and no others, but those we write beside refused rows.
    func isWhole(in headings: [String]) -> Bool {
        let ours: Set = ["line", "why", "how to mend it"]
        let present = Set(headings.map(\.folded))
        let wanted = Set(columns.map(\.heading.folded))
        return !wanted.isEmpty && wanted.isSubset(of: present) && present.subtracting(wanted).isSubset(of: ours)
            && !present.isDisjoint(with: ours)
    }

    /// What all files of one shape have in common: their headings, folded, in whatever order.
    package static func signature(of headings: [String]) -> String {
        Secrets.digest(headings.map(\.folded).sorted().joined(separator: "\u{1F}"))
    }
}
