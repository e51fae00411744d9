package import Communities
package import Ground
package import Hummingbird
package import Measurement
package import Web

/// What goes out of the house on paper: one side for a board.
package struct Reports: Feature {
    let site: Site
    let communities: Communities
    let measurement: Measuring

    package init(communities: Communities, measurement: Measuring) {
        (site, self.communities, self.measurement) = (communities.site, communities, measurement)
    }

    package var rooms: [Room] { [Room(BoardWords.title, path: ReportPath.board)] }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) { addBoardRoutes(to: router) }
}

package enum ReportPath {
    @Sendable package static func board(_ id: CommunityID) -> String { "/communities/\(id)/board" }
}
