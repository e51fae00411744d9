import Ground

/// What the pictures say of themselves. Findings, labels and notes come from the page that draws them.
enum ChartsWords {
    static func number(_ number: Int) -> Words { Words("charts.number", "\(number)") }
    static func describing(_ words: Words, _ goal: Words) -> Words { Words("charts.describe", "\(words) \(goal)") }
    static let table = Words("charts.table", "The numbers behind the picture")
    static let csv = Words("charts.csv", "Take the numbers with you (CSV)")
    static let workbook = Words("charts.workbook", "or as a workbook (XLSX)")
    static func scrolls(_ caption: Words) -> Words { Words("charts.table.label", "Table: \(caption)") }

    static func percent(_ number: Int) -> Words { Words("charts.percent", "\(number)\u{00A0}%") }
    static func range(_ low: Int, _ high: Int) -> Words { Words("charts.range", "\(low) to \(high)\u{00A0}%") }

    static let row = Words("charts.column.row", "Who")
    static let share = Words("charts.column.share", "Share")
    static let likely = Words("charts.column.likely", "Likely (80\u{00A0}%)")
    static let veryLikely = Words("charts.column.very-likely", "Very likely (95\u{00A0}%)")
    static let count = Words("charts.column.count", "Learners")
    static let value = Words("charts.column.value", "Value")
    static let term = Words("charts.column.term", "Term")
    static let note = Words("charts.column.note", "Note")
    static let none = Words("charts.none", "–")
    static let nothing = Words(verbatim: "")
    static let tooFew = Words("charts.too-few", "too few for a percentage")

    static let readDots = Words(
        "charts.read.dots",
        "Dot: the share. Thick band: likely (80\u{00A0}%). Thin line: very likely (95\u{00A0}%)."
    )
    static let describeDots = Words(
        "charts.describe.dots",
        "A dot for each share, with a band and a line for how sure it is. The table below has the numbers."
    )
    static func describeGoal(_ goal: Words) -> Words {
        Words("charts.describe.goal", "A dashed line marks: \(goal).")
    }
    static let describeBars = Words(
        "charts.describe.bars", "One bar for each name, from zero. The table below has the numbers.")
    static let describeTerms = Words(
        "charts.describe.terms",
        "A line over the terms, broken where the tool changed. The table below has the numbers.")
    static let describePanels = Words(
        "charts.describe.panels",
        "One small line over the terms for each name, all on the same scale. The table below has the numbers.")
    static let describeMatrix = Words(
        "charts.describe.matrix",
        "A row for each name and a mark in each column. The table below says the same in words.")
    static func startsAt(_ low: Words) -> Words {
        Words("charts.scale.starts", "The scale starts at \(low), not at zero.")
    }
    static func sameScale(_ low: Int, _ high: Int) -> Words {
        Words("charts.scale.same", "All on the same scale, from \(low) to \(high)\u{00A0}%.")
    }
    static func dotted(_ note: Words) -> Words { Words("charts.dotted", "Dotted line: \(note)") }
    static let gaps = Words("charts.gaps", "A gap: not assessed in that term, or hidden to protect learners.")
    static let notAssessed = Words("charts.not-assessed", "not assessed")
    static let hidden = Words("charts.hidden", "hidden")
}
