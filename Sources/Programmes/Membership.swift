extension Pack {
    /// A kind of organisation that may belong: a school, an early-learning service, an agency.
    package struct OrganisationKind: Keyed {
        package let key: String
        package let title: String
        package let isSchool: Bool
        /// Whether it has learners of its own, and so a roll and results.
        package let hasLearners: Bool
    }

    /// A way of belonging to a community.
    package struct MembershipKind: Keyed {
        package let key: String
        package let title: String
        /// Whether it draws the programme's resourcing. An organisation has at most one such membership at a time.
        package let isResourced: Bool

        /// Whether organisations that belong in this way stand inside the circle, where the lower floor holds.
        package var isInside: Bool { key == Self.insideKey }

        static let insideKey = "member"
    }
}
