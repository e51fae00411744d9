import Ground

extension TermCalendar {
    /// New Zealand's dates of 2023 to 2026 as the Ministry of Education published them; other years by the usual weeks.
    ///
    /// A school chooses when its term 1 starts, between Auckland Anniversary Day and the day after Waitangi Day, and may
    /// end term 4 before 20 December. Until it has said so, term 1 starts on the Monday of the last week that is left to
    /// it, and term 4 ends on the last weekday that it may.
    package static let newZealand = TermCalendar(
        name: "New Zealand", version: 2,
        dates: [
            year(2023, [4, 6], [4, 24], [6, 30], [7, 17], [9, 22], [10, 9]),
            year(2024, [4, 12], [4, 29], [7, 5], [7, 22], [9, 27], [10, 14]),
            year(2025, [4, 11], [4, 28], [6, 27], [7, 14], [9, 19], [10, 6]),
            year(2026, [4, 2], [4, 20], [7, 3], [7, 20], [9, 25], [10, 12]),
        ].flatMap { $0 },
        usual: [
            UsualTerm(starts: [2, 1], ends: [4, 12]), UsualTerm(starts: [4, 28], ends: [7, 4]),
            UsualTerm(starts: [7, 18], ends: [9, 26]), UsualTerm(starts: [10, 9], ends: [12, 18]),
        ])

    /// The end of term 1, then start and end of terms 2 and 3, then the start of term 4, as month and day.
    private static func year(_ year: Int, _ turns: [Int]...) -> [TermDates] {
        let days = turns.compactMap { Day(year: year, month: $0[0], dayOfMonth: $0[1]) }
        guard days.count == 6, let opening = openingWindow(of: year), let closing = lastClosing(of: year) else {
            return []
        }
        return [
            TermDates(Term(year: year, number: 1), starts: opening.upperBound.monday, ends: days[0]),
            TermDates(Term(year: year, number: 2), starts: days[1], ends: days[2]),
            TermDates(Term(year: year, number: 3), starts: days[3], ends: days[4]),
            TermDates(Term(year: year, number: 4), starts: days[5], ends: closing),
        ]
    }

    /// The days on which term 1 may start: from the Monday closest to 29 January to the day after Waitangi Day.
    static func openingWindow(of year: Int) -> ClosedRange<Day>? {
        guard let anniversary = Day(year: year, month: 1, dayOfMonth: 29),
            let last = Day(year: year, month: 2, dayOfMonth: 7)
        else { return nil }
        // The Monday of the week that begins three days before is the closest.
        return anniversary.adding(days: 3).monday...last
    }

    /// The last weekday on which term 4 may end: 20 December, or the Friday before.
    static func lastClosing(of year: Int) -> Day? {
        guard let latest = Day(year: year, month: 12, dayOfMonth: 20) else { return nil }
        return min(latest, latest.monday.adding(days: 4))
    }
}
