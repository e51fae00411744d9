package import Ground

/// The dates of a year's terms that an organisation set itself, where they differ from its nation's.
package enum OwnTermDates {
    /// The dates as they may be kept, given what the nation publishes: only those that differ from it.
    ///
    /// Together with the nation's they must follow one another within the calendar year, and keep to the days between
    /// which a school may choose.
    package static func checked(
        _ typed: [TermDates], of year: Int, beside nation: TermCalendar
    ) throws(TermDatesRefusal) -> [TermDates] {
        let all = nation.with(typed).terms(of: year)
        for dates in all {
            guard dates.starts.year == year, dates.ends.year == year else {
                throw .anotherYear(dates.term.number, year)
            }
            guard dates.starts < dates.ends else { throw .endsBeforeItStarts(dates.term.number) }
        }
        for (earlier, later) in zip(all, all.dropFirst()) where earlier.ends >= later.starts {
            throw .overlaps(later.term.number)
        }
        if let window = TermCalendar.openingWindow(of: year), !window.contains(all[0].starts),
            typed.contains(where: { $0.term.number == 1 })
        {
            throw .opensOutside(window.lowerBound, window.upperBound)
        }
        if let last = Day(year: year, month: 12, dayOfMonth: 20), all[3].ends > last { throw .closesAfter(last) }
        return all.filter { $0 != nation.dates(of: $0.term) }
    }
}

package enum TermDatesRefusal: Refusal {
    case anotherYear(Int, Int)
    case endsBeforeItStarts(Int)
    case overlaps(Int)
    case opensOutside(Day, Day)
    case closesAfter(Day)

    package var words: Words {
        switch self {
        case .anotherYear(let term, let year): CalendarWords.refusedAnotherYear(term, year)
        case .endsBeforeItStarts(let term): CalendarWords.refusedEndsFirst(term)
        case .overlaps(let term): CalendarWords.refusedOverlaps(term)
        case .opensOutside(let first, let last): CalendarWords.refusedOpensOutside(first, last)
        case .closesAfter(let last): CalendarWords.refusedClosesAfter(last)
        }
    }

    /// The field of the form that it is about.
    var field: String {
        switch self {
        case .anotherYear(let term, _), .overlaps(let term): "starts-\(term)"
        case .endsBeforeItStarts(let term): "ends-\(term)"
        case .opensOutside: "starts-1"
        case .closesAfter: "ends-4"
        }
    }
}
