package import Database
package import Hummingbird
package import Web

/// Keeping what an installation holds: archives of it, restores that prove them, and a page that says how old both are.
///
/// An archive is one file in an open form that either engine restores; `docs/archive.md` describes it.
package struct Backups: Feature {
    let site: Site
    /// The version of the program.
    let version: String
    /// How many jobs wait to be done.
    let jobsWaiting: @Sendable (Transaction) throws -> Int

    package init(site: Site, version: String, jobsWaiting: @escaping @Sendable (Transaction) throws -> Int) {
        (self.site, self.version, self.jobsWaiting) = (site, version, jobsWaiting)
    }

    package var migrations: [Migration] { BackupSchema.migrations }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get(RouterPath(HealthPath.health), use: showHealth)
        api.get(RouterPath(HealthPath.health), use: answerHealth)
    }
}
