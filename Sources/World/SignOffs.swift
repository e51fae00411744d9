package import Ground

extension World {
    /// That a school said a measure's results of a round are right and others may see them.
    package struct SignOff: Sendable, Hashable {
        package let school: String
        package let subject: Subject
        package let occasion: Occasion
        /// Its principal, by key.
        package let by: String
        package let day: Day
    }

    /// The harbour's schools have signed off every round, but for Lamplighter Hill, which has yet to look at its latest.
    package static let signOffs: [SignOff] = occasions.flatMap { occasion in
        harbourSchools.filter { $0.key != lamplighterHill.key || occasion != occasions.last }.flatMap { school in
            let principal = principal(of: school) ?? ngaire
            return Subject.allCases.map { subject in
                SignOff(
                    school: school.key, subject: subject, occasion: occasion, by: principal.key,
                    day: occasion.opens.adding(days: 16))
            }
        }
    }
}
