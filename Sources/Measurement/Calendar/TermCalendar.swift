package import Ground

/// The first and the last school day of a term.
package struct TermDates: Hashable, Sendable {
    package let term: Term
    package let starts: Day
    package let ends: Day

    package init(_ term: Term, starts: Day, ends: Day) { (self.term, self.starts, self.ends) = (term, starts, ends) }
}

/// A week of a term, counted from the Monday of the week in which the term starts.
package struct SchoolWeek: Hashable, Sendable {
    package let term: Term
    package let number: Int

    package init(_ term: Term, _ number: Int) { (self.term, self.number) = (term, number) }

    package var words: Words { CalendarWords.week(term.number, number) }
}

/// When terms start and end: a nation's dates, with an organisation's own in their place where it has set some.
///
/// Holidays count to the term before them, for work is often assessed in its last days and written down after them. The
/// summer is parted at New Year: with the calendar year learners change their year level, so January is of term 1.
package struct TermCalendar: Sendable, Hashable {
    package let name: String
    /// Grows whenever a published date changes, so that it can be said by which dates something was counted.
    package let version: Int
    private var dates: [Term: TermDates]
    private let usual: [UsualTerm]

    /// Where a term lies in years whose dates nobody has published yet: a day of its first week and one of its last, as
    /// month and day.
    struct UsualTerm: Sendable, Hashable {
        let starts: [Int]
        let ends: [Int]
    }

    init(name: String, version: Int, dates: [TermDates], usual: [UsualTerm]) {
        (self.name, self.version, self.usual) = (name, version, usual)
        self.dates = Dictionary(dates.map { ($0.term, $0) }) { _, later in later }
    }

    /// The calendar with an organisation's own dates. They must lie as ``TermDates/checked(_:in:)`` wants.
    package func with(_ own: [TermDates]) -> TermCalendar {
        var calendar = self
        for one in own { calendar.dates[one.term] = one }
        return calendar
    }

    /// Whether the dates of a year are known, rather than guessed from the usual weeks.
    package func knows(_ year: Int) -> Bool { dates[Term(year: year, number: 4)] != nil }

    package func dates(of term: Term) -> TermDates {
        if let known = dates[term] { return known }
        let usual = usual[term.number - 1]
        func day(_ parts: [Int]) -> Day {
            Day(year: term.year, month: parts[0], dayOfMonth: parts[1]) ?? Day(daysSince1970: 0)
        }
        return TermDates(term, starts: day(usual.starts).monday, ends: day(usual.ends).monday.adding(days: 4))
    }

    /// The four terms of a year.
    package func terms(of year: Int) -> [TermDates] { (1...4).map { dates(of: Term(year: year, number: $0)) } }

    package func term(of day: Day) -> Term {
        let number = terms(of: day.year).dropFirst().count { day >= $0.starts } + 1
        return Term(year: day.year, number: number)
    }

    /// The week of term that a day lies in; `nil` in holidays. Its weekend belongs to a week.
    package func week(of day: Day) -> SchoolWeek? {
        let dates = dates(of: term(of: day))
        guard day >= dates.starts, day <= dates.ends.monday.adding(days: 6) else { return nil }
        return SchoolWeek(
            dates.term, (day.daysSince1970 - dates.starts.monday.daysSince1970) / 7 + 1)
    }

    /// How many weeks, begun ones counted, a term has.
    package func weeks(in term: Term) -> Int {
        let dates = dates(of: term)
        return (dates.ends.daysSince1970 - dates.starts.monday.daysSince1970) / 7 + 1
    }

    /// "Term 2, week 5", or in holidays "holidays after term 2".
    package func words(of day: Day) -> Words {
        if let week = week(of: day) { return week.words }
        let term = term(of: day)
        return day < dates(of: term).starts
            ? CalendarWords.beforeTerm(term.number) : CalendarWords.holidays(term.number)
    }

    /// The last day of the term that the words of a heading name: `term 3 2026`, `t3 2026`, `2026 t3`. `nil` where they
    /// name none. The holidays after it belong to it.
    func lastDay(namedIn words: [String]) -> Day? {
        guard
            let year = words.compactMap({ $0.count == 4 ? Int($0) : nil }).first(where: { (1990...2100).contains($0) })
        else { return nil }
        for (index, word) in words.enumerated() {
            let digits =
                word.first == "t" && word.count == 2
                ? word.dropFirst()
                : ["term", "wahanga"].contains(word) && index + 1 < words.count ? words[index + 1][...] : ""
            guard let number = Int(digits), (1...4).contains(number) else { continue }
            guard number < 4 else { return Day(year: year, month: 12, dayOfMonth: 20) }
            return dates(of: Term(year: year, number: number + 1)).starts.adding(days: -1)
        }
        return nil
    }
}
