package import Ground

/// Who has come how far with what, on a day: members against gems.
package struct Board: Sendable, Equatable {
    package struct Place: Hashable, Sendable {
        package let gem: Identifier<Gem>
        package let organisation: OrganisationID

        package init(_ gem: Identifier<Gem>, _ organisation: OrganisationID) {
            (self.gem, self.organisation) = (gem, organisation)
        }
    }

    package let day: Day
    /// The last word for each place.
    package let latest: [Place: Adoption]
    /// When the state of each place last became another one.
    private let changed: [Place: Day]

    /// The board as it was on a day. The history must be in the order of its days.
    package init(_ history: [Adoption], on day: Day) {
        self.day = day
        var latest: [Place: Adoption] = [:]
        var changed: [Place: Day] = [:]
        for adoption in history where adoption.day <= day {
            let place = Place(adoption.gem, adoption.organisation)
            if latest[place]?.state != adoption.state { changed[place] = adoption.day }
            latest[place] = adoption
        }
        (self.latest, self.changed) = (latest, changed)
    }

    package subscript(gem: Identifier<Gem>, organisation: OrganisationID) -> Adoption? {
        latest[Place(gem, organisation)]
    }
}

/// Whether a row or a column of the board moves.
package enum Movement: Sendable, Equatable {
    /// Nothing has been said of it yet.
    case nothingYet
    /// Something changed lately.
    case moving
    /// Everything there has settled: embedded, or dropped.
    case settled
    /// Nothing has changed for so many days, and not everything has settled.
    case still(days: Int)

    package var isStandstill: Bool { if case .still = self { true } else { false } }

    /// Shorter than this is a pause, not a standstill: about a school term.
    static let daysOfPause = 70
}

extension Board {
    package func movement(of organisation: OrganisationID) -> Movement {
        movement { $0.organisation == organisation }
    }

    package func movement(of gem: Identifier<Gem>) -> Movement { movement { $0.gem == gem } }

    private func movement(_ belongs: (Place) -> Bool) -> Movement {
        let line = latest.filter { belongs($0.key) }
        guard let last = changed.filter({ belongs($0.key) }).values.max() else { return .nothingYet }
        if line.values.allSatisfy(\.state.isSettled) { return .settled }
        let days = day.daysSince1970 - last.daysSince1970
        return days > Movement.daysOfPause ? .still(days: days) : .moving
    }

    /// Organisations among the given ones where at least one gem is in use.
    package func organisationsUsing(among organisations: [OrganisationID]) -> Int {
        organisations.count { organisation in
            latest.contains { $0.key.organisation == organisation && $0.value.state.isInUse }
        }
    }

    /// Organisations in which a gem is in use.
    package func using(_ gem: Identifier<Gem>) -> Int {
        latest.count { $0.key.gem == gem && $0.value.state.isInUse }
    }

    /// Days worth looking back to: the first of each quarter since the first word, newest first, at most eight.
    static func daysBack(from today: Day, first: Day?) -> [Day] {
        guard let first else { return [] }
        var days: [Day] = []
        var quarter = Day(year: today.year, month: (today.month - 1) / 3 * 3 + 1, dayOfMonth: 1)
        while let day = quarter, day > first, days.count < 8 {
            if day < today { days.append(day) }
            quarter =
                day.month > 3
                ? Day(year: day.year, month: day.month - 3, dayOfMonth: 1)
                : Day(year: day.year - 1, month: 10, dayOfMonth: 1)
        }
        return days
    }
}
