package import Communities
package import Database
package import Hummingbird
package import Web

/// Measuring together: results and counts that schools bring in, and the protected picture the community sees of them.
package struct Measuring: Feature {
    let site: Site
    let communities: Communities

    package init(communities: Communities) { (site, self.communities) = (communities.site, communities) }

    package var migrations: [Migration] { MeasurementSchema.migrations }

    package var rooms: [Room] {
        [
            Room(IntakeWords.room, path: IntakePath.room)
        ]
    }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        addIntakeRoutes(to: router, api: api)
    }
}
