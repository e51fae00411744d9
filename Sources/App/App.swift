package import Accounts
import Challenges
package import Communities
package import Database
import DatabasePostgres
import DatabaseSQLite
import FocusAreas
import Gems
import Ground
package import Hummingbird
import Impact
import Logging
package import Measurement
import Overview
package import Programmes
import Reports
package import Secrets
package import Web

/// The whole program, put together: the only place that names every feature and both engines.
package struct App: Sendable {
    package let site: Site
    package let shelf: PackShelf
    package let passwords: PasswordHashing
    package let communities: Communities
    package let measurement: Measuring
    package let features: [any Feature]

    package init(site: Site, shelf: PackShelf, passwords: PasswordHashing, demoSeats: [DemoSeat] = []) {
        (self.site, self.shelf, self.passwords) = (site, shelf, passwords)
        let accounts = Accounts(site: site, passwords: passwords, demoSeats: demoSeats)
        communities = Communities(site: site, shelf: shelf)
        measurement = Measuring(communities: communities)
        features = [
            accounts, communities, Overview(communities: communities, measurement: measurement),
            FocusAreas(communities: communities, work: Challenges.work), Challenges(communities: communities),
            measurement, Gems(communities: communities, chapters: [Impact.chapter(communities: communities)]),
            Impact(communities: communities), Reports(communities: communities, measurement: measurement),
        ]
        self.demoSeats = demoSeats
    }

    private let demoSeats: [DemoSeat]

    package var migrations: [Migration] { features.flatMap(\.migrations) }

    /// Every route of every feature, behind the same guards in the same order.
    package func router() -> Router<Context> {
        // In the menu the work comes first, and who we are last.
        let rooms = features.filter { !($0 is Communities) }.flatMap(\.rooms) + communities.rooms
        return assemble(features, rooms: rooms, site: site, seats: demoSeats) { addHealthRoutes(to: $0, site: site) }
    }
}
