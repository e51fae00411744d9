import Ground
import Programmes
import Web

/// What was typed into the grid of counts, as entries or as problems.
struct CountGrid: Sendable {
    let measure: Pack.Measure
    let term: Term
    let instrument: String
    let entries: [CountEntry]

    /// Year levels that are left empty say nothing; one that said something before and is empty now says none.
    static func read(
        _ form: FormData, measure: Pack.Measure, term: Term, tools: [Pack.Instrument], before: [CountEntry],
        recorded: Set<Int>
    ) throws(Problems) -> CountGrid {
        var problems = Problems()
        let instrument = form.text("tool")
        if !tools.contains(where: { $0.key == instrument }) { problems.add("tool", CountWords.toolMissing) }
        var entries: [CountEntry] = []
        for year in measure.years where !recorded.contains(year) {
            let (assessedField, aboveField) = ("assessed-\(year)", "above-\(year)")
            guard form.optional(assessedField) != nil || form.optional(aboveField) != nil else {
                if before.contains(where: { $0.term == term && $0.yearLevel == year && $0.group == nil }) {
                    entries.append(
                        CountEntry(
                            measure: measure.key, instrument: instrument, term: term, yearLevel: year, assessed: 0,
                            atOrAbove: 0))
                }
                continue
            }
            guard let assessed = form.number(assessedField), let above = form.number(aboveField),
                (0...100_000).contains(assessed), above >= 0
            else {
                problems.add(assessedField, CountWords.wrong(year))
                continue
            }
            guard above <= assessed else {
                problems.add(aboveField, CountWords.tooMany(year))
                continue
            }
            entries.append(
                CountEntry(
                    measure: measure.key, instrument: instrument, term: term, yearLevel: year, assessed: assessed,
                    atOrAbove: above))
        }
        if problems.isEmpty, entries.isEmpty {
            problems.add("assessed-\(measure.years.lowerBound)", CountWords.nothing)
        }
        guard problems.isEmpty else { throw problems }
        return CountGrid(measure: measure, term: term, instrument: instrument, entries: entries)
    }
}
