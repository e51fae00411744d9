package import Communities
package import Measurement
package import Web

/// The home of a community: one page that leads from what it wants to what learners gain.
package struct Overview: Feature {
    let site: Site
    let communities: Communities
    let measurement: Measuring

    package init(communities: Communities, measurement: Measuring) {
        (site, self.communities, self.measurement) = (communities.site, communities, measurement)
    }

    package var rooms: [Room] { [Room(OverviewWords.home, isPublic: true, path: CommunityPath.home)] }
}
