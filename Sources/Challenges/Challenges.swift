package import Communities
package import Hummingbird
package import Web

package struct Challenges: Feature {
    let site: Site
    let communities: Communities

    package init(communities: Communities) { (site, self.communities) = (communities.site, communities) }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {}
}
