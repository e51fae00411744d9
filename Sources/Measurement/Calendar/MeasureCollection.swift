package import Ground
package import Programmes

/// That the community collects a measure in a term, by a day. (Swift has a `Collection` of its own.)
package struct MeasureCollection: Sendable, Hashable {
    /// Of a community, a measure is collected once in a term.
    package struct Subject: Hashable, Comparable, Sendable {
        package let measure: String
        package let term: Term

        package init(_ measure: String, _ term: Term) { (self.measure, self.term) = (measure, term) }

        package static func < (left: Self, right: Self) -> Bool {
            (left.term, left.measure) < (right.term, right.measure)
        }
    }

    package let subject: Subject
    package let due: Day
    /// Who owes it, where they are named; `nil` means every school that belongs.
    package let named: Set<OrganisationID>?

    package init(_ subject: Subject, due: Day, named: Set<OrganisationID>? = nil) {
        (self.subject, self.due, self.named) = (subject, due, named)
    }

    package var measure: String { subject.measure }
    package var term: Term { subject.term }

    /// A school owes what falls due while it belongs; one that joins later is not late with it.
    ///
    /// - Parameter since: The day from which the organisation belongs.
    package func isOwed(by organisation: OrganisationID, isSchool: Bool, since: Day) -> Bool {
        named?.contains(organisation) ?? (isSchool && since <= due)
    }

    /// How many days after it was due a school is, or was when it signed off; `nil` where it is not late.
    package func daysLate(signedOn signed: Day?, on today: Day) -> Int? {
        let days = (signed ?? today).daysSince1970 - due.daysSince1970
        return days > 0 ? days : nil
    }
}

extension MeasureCollection {
    /// Days before the end of a term on which results are due unless the community decides otherwise: two weeks leave
    /// time to look at them together.
    package static let daysBeforeEnd = 14

    /// Every measure in every term of a year, but for what is decided already and what would be due in the past.
    package static func suggested(
        _ measures: [Pack.Measure], year: Int, by calendar: TermCalendar, beside decided: [MeasureCollection],
        on today: Day
    ) -> [MeasureCollection] {
        let known = Set(decided.map(\.subject))
        return calendar.terms(of: year).flatMap { dates -> [MeasureCollection] in
            let due = dates.ends.adding(days: -daysBeforeEnd)
            guard due >= today else { return [] }
            return measures.map { MeasureCollection(Subject($0.key, dates.term), due: due) }
                .filter { !known.contains($0.subject) }
        }
    }

    /// The year that can be planned with one click: this one while anything of it is left, else the next.
    package static func yearToPlan(
        _ measures: [Pack.Measure], by calendar: TermCalendar, beside decided: [MeasureCollection], on today: Day
    ) -> Int? {
        [today.year, today.year + 1].first { year in
            !suggested(measures, year: year, by: calendar, beside: decided, on: today).isEmpty
        }
    }

    /// A collection as it may be kept: due after its term began, and before the next term is over.
    package func checked(by calendar: TermCalendar) throws(CollectionRefusal) -> MeasureCollection {
        let next =
            term.number < 4 ? Term(year: term.year, number: term.number + 1) : Term(year: term.year + 1, number: 1)
        let range = calendar.dates(of: term).starts...calendar.dates(of: next).ends
        guard range.contains(due) else { throw .dueOutside(range.lowerBound, range.upperBound) }
        return self
    }
}

package enum CollectionRefusal: Refusal {
    case dueOutside(Day, Day)
    case nothingToSuggest(Int)
    case nobodyOwes

    package var words: Words {
        switch self {
        case .dueOutside(let first, let last): CalendarWords.refusedDueOutside(first, last)
        case .nothingToSuggest(let year): CalendarWords.refusedNothingToSuggest(year)
        case .nobodyOwes: CalendarWords.refusedNobodyOwes
        }
    }
}
