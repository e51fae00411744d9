package import Ground

/// What a picture says, as a sentence: its title is the finding, not the name of a variable.
package struct Finding: Sendable {
    /// Unique on its page; ids of title and description are made from it.
    package let id: String
    package let title: Words
    /// For those who do not see the picture; without one, the picture says how it is built.
    package let description: Words?
    /// Where the numbers can be fetched as CSV.
    package let csv: String?
    /// Where they can be fetched as a workbook (XLSX).
    package let workbook: String?

    package init(
        _ title: Words, id: String, description: Words? = nil, csv: String? = nil, workbook: String? = nil
    ) {
        (self.title, self.id, self.description, self.csv) = (title, id, description, csv)
        self.workbook = workbook
    }
}

/// What is aimed for: a dashed line with its label on it.
package struct Goal: Sendable {
    package let value: Double
    package let words: Words

    package init(_ value: Double, _ words: Words) { (self.value, self.words) = (value, words) }
}

/// A share of learners with how sure it is; or the words that stand in its place.
package enum Share: Sendable {
    /// `value` and the ranges from 0 to 1. `count` says the same in learners: "58 of 74".
    case of(
        Double, likely: ClosedRange<Double>? = nil, veryLikely: ClosedRange<Double>? = nil, cases: Int, count: Words)
    /// Protected, or not assessed: the reason in words.
    case words(Words)

    /// Below ten learners no percentage is named: one learner would move it by ten points or more.
    static let fewestForPercent = 10
}

extension Share {
    /// The percentage in words; `nil` when there is none or too few learners for one.
    var percent: Words? {
        guard case .of(let value, _, _, let cases, _) = self, cases >= Share.fewestForPercent else { return nil }
        return ChartsWords.percent(Share.whole(value))
    }

    /// What the table says of it: share, likely range, very likely range, count.
    var cells: [ChartTable.Cell] {
        switch self {
        case .of(_, let likely, let veryLikely, let cases, let count):
            let named = cases >= Share.fewestForPercent
            return Array([
                percent ?? ChartsWords.tooFew, Share.range(named ? likely : nil),
                Share.range(named ? veryLikely : nil), count,
            ])
        case .words(let words): return [ChartTable.Cell(words: words, span: 4)]
        }
    }

    private static func range(_ range: ClosedRange<Double>?) -> Words {
        range.map { ChartsWords.range(whole($0.lowerBound), whole($0.upperBound)) } ?? ChartsWords.none
    }

    static func whole(_ share: Double) -> Int {
        guard share.isFinite else { return 0 }
        return Int((share * 100).rounded(.toNearestOrAwayFromZero))
    }
}
