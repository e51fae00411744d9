package import Ground

/// How far a gem has come at one organisation on a day, and who said so. Nothing is overwritten: the last one holds.
package struct Adoption: Sendable, Equatable {
    /// In the order of the road.
    package enum State: String, CaseIterable, Sendable {
        case heard, trying, using, adapted, embedded, dropped

        /// Whether it reaches learners there.
        package var isInUse: Bool {
            switch self {
            case .trying, .using, .adapted, .embedded: true
            case .heard, .dropped: false
            }
        }

        /// Whether no change is to be expected any more.
        package var isSettled: Bool { self == .embedded || self == .dropped }
    }

    package let id: Identifier<Adoption>
    package let gem: Identifier<Gem>
    package let organisation: OrganisationID
    package let state: State
    package let day: Day
    package let note: String
    package let person: PersonID?
    /// The name of the person who said so.
    package let by: String

    package init(
        id: Identifier<Adoption>, gem: Identifier<Gem>, organisation: OrganisationID, state: State, day: Day,
        note: String = "", person: PersonID?, by: String = ""
    ) {
        (self.id, self.gem, self.organisation, self.state) = (id, gem, organisation, state)
        (self.day, self.note, self.person, self.by) = (day, note, person, by)
    }
}

extension Gem {
    /// Who lifts it out of their work tries it already: nominating it says so.
    package func triedWhereFound(_ id: Identifier<Adoption>) -> Adoption {
        Adoption(
            id: id, gem: self.id, organisation: organisation, state: .trying, day: nominated, person: person)
    }
}

extension Adoption {
    /// Nobody can know yet how far a gem will have come.
    static func requireDay(_ day: Day, today: Day) throws(AdoptionRefusal) {
        guard day <= today else { throw .inTheFuture }
    }
}

enum AdoptionRefusal: Refusal {
    case inTheFuture

    var words: Words {
        switch self {
        case .inTheFuture: BoardWords.refusedFuture
        }
    }
}
