package import Ground

/// A school term: the year, and which of its four. Derived from the day of an assessment by a ``TermCalendar``.
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
