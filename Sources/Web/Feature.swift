package import Database
package import Hummingbird
package import Jobs

/// What a feature gives App. A feature is a folder whose front door is one value of this kind.
package protocol Feature: Sendable {
    /// Its tables, in the order in which they came to be.
    var migrations: [Migration] { get }
    /// The rooms it adds to the menu of a community.
    var rooms: [Room] { get }
    /// The work it does in the background.
    var jobs: [JobKind] { get }
    /// Adds its routes: pages on `router`, and those that programs may read on `api` too (under `/api/v1`).
    func addRoutes(to router: Router<Context>, api: RouterGroup<Context>)
}

extension Feature {
    package var migrations: [Migration] { [] }
    package var rooms: [Room] { [] }
    package var jobs: [JobKind] { [] }
}
