package import Accounts
import Backups
import Challenges
package import Communities
package import Database
import DatabasePostgres
import DatabaseSQLite
package import Exports
import FocusAreas
import Gems
import Ground
package import Hummingbird
import Impact
package import Jobs
package import Logging
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
    package let exports: Exports
    package let features: [any Feature]

    package init(site: Site, shelf: PackShelf, passwords: PasswordHashing, demoSeats: [DemoSeat] = []) {
        (self.site, self.shelf, self.passwords) = (site, shelf, passwords)
        let accounts = Accounts(site: site, passwords: passwords, demoSeats: demoSeats)
        communities = Communities(site: site, shelf: shelf)
        measurement = Measuring(communities: communities, aim: Challenges.goal)
        let overview = Overview(communities: communities, measurement: measurement)
        let focusAreas = FocusAreas(communities: communities, work: Challenges.work)
        let challenges = Challenges(communities: communities)
        let gems = Gems(communities: communities, chapters: [Impact.chapter(communities: communities)])
        let impact = Impact(communities: communities, measurement: measurement)
        let reports = Reports(communities: communities, measurement: measurement)
        exports = Exports(communities: communities, measurement: measurement, version: App.version)
        let backups = Backups(site: site, version: App.version) { try $0.intakesUnderWay() }
        features = [
            accounts, communities, overview, focusAreas, challenges, measurement, gems, impact, reports,
            backups, exports,
        ]
        // In the menu the work comes first, and who we are last.
        menu = [
            MenuGroup(nil, overview.rooms), MenuGroup(AppWords.plan, focusAreas.rooms + challenges.rooms),
            MenuGroup(AppWords.ideas, gems.rooms + impact.rooms), MenuGroup(AppWords.learning, measurement.rooms),
            MenuGroup(nil, reports.rooms), MenuGroup(nil, communities.rooms),
        ]
        self.demoSeats = demoSeats
    }

    /// The version of the program, as archives and the health page name it.
    package static let version = "0.2.0"

    private let menu: [MenuGroup]
    private let demoSeats: [DemoSeat]

    package var migrations: [Migration] { features.flatMap(\.migrations) }

    /// What does the work that outlives requests.
    package func jobRunner(logger: Logger) -> JobRunner {
        let site = site
        return JobRunner(features.flatMap(\.jobs), database: site.database, logger: logger) { site.today }
    }

    /// Every route of every feature, behind the same guards in the same order.
    package func router() -> Router<Context> {
        return assemble(features, menu: menu, site: site, seats: demoSeats) { addHealthRoutes(to: $0, site: site) }
    }
}
