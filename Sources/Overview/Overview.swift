package import Communities
package import Web

/// The home of a community: one page that leads from what it wants to what learners gain.
package struct Overview: Feature {
    let site: Site
    let communities: Communities

    package init(communities: Communities) { (site, self.communities) = (communities.site, communities) }

    package var rooms: [Room] { [Room(OverviewWords.home, isPublic: true, path: CommunityPath.home)] }
}
