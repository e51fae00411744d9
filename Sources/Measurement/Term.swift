package import Ground

/// A school term: the year, and which of its four.
///
/// Derived from the day of an assessment by a calendar. The national default below follows New Zealand's Ministry of
/// Education: term 1 ends before Easter, the others are set each year. A school may have its own.
package struct Term: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    /// 1 to 4.
    package let number: Int

    package init(year: Int, number: Int) { (self.year, self.number) = (year, number) }

    package static func < (left: Self, right: Self) -> Bool { (left.year, left.number) < (right.year, right.number) }

    /// As it stands in addresses and files: `2026-T4`.
    package var description: String { "\(year)-T\(number)" }

    package init?(text: some StringProtocol) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, parts[1].hasPrefix("T"), let year = Int(parts[0]),
            let number = Int(parts[1].dropFirst()),
            (1...4).contains(number), (1900...2200).contains(year)
        else { return nil }
        self.init(year: year, number: number)
    }

    package var words: Words { MeasurementWords.term(number, year) }
}

/// Which days belong to which term. Holidays count to the term before them, for work is often assessed in its last days.
package struct TermCalendar: Sendable, Equatable {
    package let name: String
    package let version: Int
    /// The first day of terms 2, 3 and 4 of a year, as month and day; term 1 begins with the year.
    private let starts: [Int: [(month: Int, day: Int)]]
    private let usual: [(month: Int, day: Int)]

    package static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.version == right.version
    }

    /// The New Zealand dates of 2025 and 2026; other years by the usual weeks.
    package static let newZealand = TermCalendar(
        name: "New Zealand", version: 1,
        starts: [
            2025: [(4, 28), (7, 14), (10, 6)],
            2026: [(4, 20), (7, 20), (10, 12)],
        ],
        usual: [(4, 28), (7, 18), (10, 9)])

    package func term(of day: Day) -> Term {
        let starts = starts[day.year] ?? usual
        let number = 1 + starts.count { (day.month, day.dayOfMonth) >= ($0.month, $0.day) }
        return Term(year: day.year, number: number)
    }

    /// The last day of the term that the words of a heading name: `term 3 2026`, `t3 2026`, `2026 t3`. `nil` where they
    /// name none.
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
            let starts = starts[year] ?? usual
            guard number < 4 else { return Day(year: year, month: 12, dayOfMonth: 20) }
            return Day(year: year, month: starts[number - 1].month, dayOfMonth: starts[number - 1].day)?.adding(
                days: -1)
        }
        return nil
    }
}
