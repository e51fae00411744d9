package import Ground

/// How one school stands with one collection.
package struct Owed: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        /// No learner at the school is of the measure's year levels.
        case notConcerned
        case notYet
        /// Results are there, and others do not see them yet.
        case broughtIn(CoverageSeen, exactly: Coverage?)
        case signedOff(Day)
    }

    package let organisation: OrganisationID
    package let collection: MeasureCollection
    package let state: State
    package let daysLate: Int?

    package var isSignedOff: Bool { if case .signedOff = state { true } else { false } }
    package var isBroughtIn: Bool { if case .broughtIn = state { true } else { false } }
    package var isConcerned: Bool { state != .notConcerned }
    package var isLate: Bool { isConcerned && !isSignedOff && daysLate != nil }
}

extension Owed {
    /// - Parameters:
    ///   - coverage: What the school has; `nil` where nothing is known of it.
    ///   - sight: How closely the reader sees this school.
    static func standing(
        _ organisation: OrganisationID, _ collection: MeasureCollection, coverage: Coverage?, signedOn: Day?,
        floor: Int, exactly: Bool, on today: Day
    ) -> Owed {
        let coverage = coverage ?? Coverage(assessed: 0, expected: nil)
        let state: State =
            if let signedOn {
                .signedOff(signedOn)
            } else if coverage.assessed > 0 {
                .broughtIn(CoverageSeen(coverage, floor: floor), exactly: exactly ? coverage : nil)
            } else if coverage.expected == 0 {
                .notConcerned
            } else {
                .notYet
            }
        return Owed(
            organisation: organisation, collection: collection, state: state,
            daysLate: state == .notConcerned ? nil : collection.daysLate(signedOn: signedOn, on: today))
    }
}

/// Everything a community collects, as one reader may see it.
package struct CollectionState: Sendable {
    package struct School: Sendable, Hashable {
        package let id: OrganisationID
        package let name: String
        /// Whether the reader enters its results, and whether they sign them off.
        package let mayEnter: Bool
        package let maySign: Bool
    }

    package let schools: [School]
    package let collections: [MeasureCollection]
    private let owed: [OrganisationID: [MeasureCollection.Subject: Owed]]
    package let today: Day

    init(schools: [School], collections: [MeasureCollection], owed: [Owed], today: Day) {
        (self.schools, self.today) = (schools, today)
        // What is due on one day stays in the order in which it came, which is the programme's.
        self.collections = collections.enumerated().sorted {
            ($0.element.term, $0.element.due, $0.offset) < ($1.element.term, $1.element.due, $1.offset)
        }.map(\.element)
        var all: [OrganisationID: [MeasureCollection.Subject: Owed]] = [:]
        for one in owed { all[one.organisation, default: [:]][one.collection.subject] = one }
        self.owed = all
    }

    package func owed(by school: OrganisationID, _ subject: MeasureCollection.Subject) -> Owed? {
        owed[school]?[subject].flatMap { $0.isConcerned ? $0 : nil }
    }

    package func collections(in term: Term) -> [MeasureCollection] { collections.filter { $0.term == term } }

    package var terms: [Term] { Set(collections.map(\.term)).sorted() }

    /// The term that matters now: the one with the earliest collection somebody still owes, else the last.
    package var term: Term? {
        let open = collections.filter { collection in
            schools.contains { school in owed(by: school.id, collection.subject).map { !$0.isSignedOff } ?? false }
        }
        return open.map(\.term).min() ?? terms.last
    }

    /// How many schools owe something in a term, have signed all of it off, and are late with some.
    package func tally(in term: Term) -> (owing: Int, done: Int, late: Int) {
        var (owing, done, late) = (0, 0, 0)
        for school in schools {
            let all = collections(in: term).compactMap { owed(by: school.id, $0.subject) }
            guard !all.isEmpty else { continue }
            owing += 1
            if all.allSatisfy(\.isSignedOff) { done += 1 }
            if all.contains(where: \.isLate) { late += 1 }
        }
        return (owing, done, late)
    }

    /// What the reader's own schools owe and have not signed off, soonest due first. What is far off is left out.
    package var mine: [(school: School, owed: Owed)] {
        schools.filter { $0.mayEnter || $0.maySign }.flatMap { school in
            collections.compactMap { owed(by: school.id, $0.subject) }
                .filter { !$0.isSignedOff && $0.collection.due <= today.adding(days: 90) }.map { (school, $0) }
        }.enumerated().sorted {
            ($0.element.1.collection.due, $0.offset) < ($1.element.1.collection.due, $1.offset)
        }.map { (school: $0.element.0, owed: $0.element.1) }
    }

    /// What is due from a day on.
    package func upcoming(from day: Day) -> [MeasureCollection] {
        collections.filter { $0.due >= day }
    }
}
