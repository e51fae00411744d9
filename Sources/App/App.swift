package import Accounts
import Challenges
import FocusAreas
import Gems
import Impact
package import Measurement
import Overview
import Reports
package import Communities
package import Database
import DatabasePostgres
import DatabaseSQLite
import Ground
import HTTPTypes
package import Hummingbird
import Logging
package import Programmes
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
            accounts, communities, Overview(communities: communities), FocusAreas(communities: communities),
            Challenges(communities: communities), measurement, Gems(communities: communities),
            Impact(communities: communities), Reports(communities: communities),
        ]
        self.demoSeats = demoSeats
    }

    private let demoSeats: [DemoSeat]

    package var migrations: [Migration] { features.flatMap(\.migrations) }

    /// Every route of every feature, behind the same guards in the same order.
    package func router() -> Router<Context> {
        let router = Router(context: Context.self)
        router.add(middleware: SecurityHeaders(isSecure: site.settings.isSecure))
        addHealthRoutes(to: router, site: site)
        addAssetRoutes(to: router)
        router.add(
            middleware: Preparation(rooms: features.flatMap(\.rooms), trustedProxies: site.settings.trustedProxies))
        router.add(middleware: ErrorPages())
        router.add(middleware: Sessions(site: site, seats: demoSeats))
        router.add(middleware: UnsafeRequests(settings: site.settings))
        let api = router.group("api/v1")
        for feature in features { feature.addRoutes(to: router, api: api) }
        return router
    }
}
