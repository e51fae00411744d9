import Ground

/// The calendar as programs read it: what is due, and how far each school is, as closely as the reader may know.
struct CalendarJSON: Encodable {
    private struct Collection: Encodable {
        let measure: String
        let term: String
        let due: Day
        let schools: [School]
    }

    private struct School: Encodable {
        let organisation: OrganisationID
        let name: String
        let state: String
        /// Of one's own school only.
        let percent: Int?
        let signedOff: Day?
        let daysLate: Int?
    }

    private let today: Day
    private let collections: [Collection]

    init(_ state: CollectionState) {
        today = state.today
        collections = state.collections.map { collection in
            Collection(
                measure: collection.measure, term: collection.term.description, due: collection.due,
                schools: state.schools.compactMap { school in
                    state.owed(by: school.id, collection.subject).map { owed in
                        School(
                            organisation: school.id, name: school.name, state: owed.state.name,
                            percent: owed.state.percent, signedOff: owed.state.signedOff, daysLate: owed.daysLate)
                    }
                })
        }
    }
}

extension Owed.State {
    fileprivate var name: String {
        switch self {
        case .notConcerned: "not-concerned"
        case .notYet: "not-yet"
        case .broughtIn(.complete, _): "brought-in"
        case .broughtIn(.lessThanHalf, _): "partly, less than half"
        case .broughtIn(.halfOrMore, _): "partly, half or more"
        case .broughtIn: "partly"
        case .signedOff: "signed-off"
        }
    }

    fileprivate var percent: Int? {
        guard case .broughtIn(_, let exactly) = self else { return nil }
        return exactly?.percent
    }

    fileprivate var signedOff: Day? { if case .signedOff(let day) = self { day } else { nil } }
}
