package import Ground

extension Pack {
    /// The smallest group a number is shown for. A pack may raise these, never lower them.
    package struct Floors: Sendable, Hashable {
        /// Inside the circle of members.
        package let inside: Int
        /// Everywhere else: boards, partners, the public.
        package let outside: Int

        package static let lowest = Floors(inside: 5, outside: 10)

        func raised(to other: Floors) -> Floors {
            Floors(inside: max(inside, other.inside), outside: max(outside, other.outside))
        }
    }

    /// Whether a challenge needs targets.
    package enum Targets: String, CaseIterable, Sendable {
        case expected, optional, none
    }

    /// How the community decides.
    package struct Decisions: Sendable, Equatable {
        package enum Method: String, CaseIterable, Sendable {
            /// Nobody has an objection that matters.
            case consent
            /// Everybody agrees.
            case consensus
            /// More than half of the members.
            case majority
        }

        package let method: Method
        package let about: String
    }

    /// A meeting the programme counts on, such as all boards together once a year.
    package struct Meeting: Keyed {
        package let key: String
        package let title: String
        package let about: String
        package let everyMonths: Int?
        package let invited: [Standing]
    }
}
