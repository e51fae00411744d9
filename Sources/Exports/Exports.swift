package import Communities
import Database
package import Ground
package import Hummingbird
package import Measurement
package import Web

/// A community's whole record in open formats, to read and to be brought in elsewhere: a scheme may end, what was
/// learned in it must not.
///
/// Records of learners are never in it: each school takes out its own.
package struct Exports: Feature {
    let site: Site
    let communities: Communities
    let measurement: Measuring
    /// The version of the program.
    let version: String

    package init(communities: Communities, measurement: Measuring, version: String) {
        (site, self.communities, self.measurement) = (communities.site, communities, measurement)
        self.version = version
    }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/export", use: showExport)
        router.post("communities/:community/export", use: exportCommunity)
    }
}

/// The ways of this feature, written once.
package enum ExportPath {
    @Sendable package static func export(_ id: CommunityID) -> String { CommunityPath.export(id) }
}
