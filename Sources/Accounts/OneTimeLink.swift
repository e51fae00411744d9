package import Ground

/// A link that works once and expires: handed over by mail, on paper or by hand.
package struct OneTimeLink: Sendable, Equatable {
    package enum Purpose: String, Sendable {
        /// The first administrator of an installation.
        case firstOperator = "first-operator"
        /// Somebody is asked to join, with a standing.
        case invitation
        /// A new password for somebody who forgot theirs.
        case reset
        /// Signs in to the demo.
        case demo

        package var lifetimeDays: Int {
            switch self {
            case .invitation: 7
            case .firstOperator, .reset, .demo: 1
            }
        }
    }

    package let purpose: Purpose
    package let person: PersonID?
    package let name: String
    package let email: String
    package let grant: Grant?
    package let expires: Instant
    package let isUsed: Bool
    /// Who made it; `nil` where the command line did.
    package let maker: PersonID?
    package let makerName: String?
    /// What it leads to, by name; empty where that is the installation.
    package let place: String

    package init(
        purpose: Purpose, person: PersonID?, name: String, email: String, grant: Grant?, expires: Instant,
        isUsed: Bool, maker: PersonID? = nil, makerName: String? = nil, place: String = ""
    ) {
        (self.purpose, self.person, self.name, self.email) = (purpose, person, name, email)
        (self.grant, self.expires, self.isUsed) = (grant, expires, isUsed)
        (self.maker, self.makerName, self.place) = (maker, makerName, place)
    }

    /// Whether it can still be followed.
    package func isOpen(at now: Instant) -> Bool { !isUsed && now < expires }
}
