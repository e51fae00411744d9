package import Database
package import Secrets
import Jobs
package import Web

/// People, how they sign in, what they may do, and the record of what was done.
///
/// Stands below every other feature: each asks the policy here before it shows or changes anything, and appends its
/// events here.
package struct Accounts: Feature {
    let site: Site
    let passwords: PasswordHashing
    let demoSeats: [DemoSeat]

    package init(site: Site, passwords: PasswordHashing, demoSeats: [DemoSeat] = []) {
        (self.site, self.passwords, self.demoSeats) = (site, passwords, demoSeats)
    }

    package var migrations: [Migration] { AccountSchema.migrations + JobSchema.migrations }
}

/// A person of the demo whose place one may take by a click; without an address, a visitor.
package struct DemoSeat: Sendable {
    package let key: String
    package let title: String
    package let email: String?

    package init(key: String, title: String, email: String?) {
        (self.key, self.title, self.email) = (key, title, email)
    }
}
