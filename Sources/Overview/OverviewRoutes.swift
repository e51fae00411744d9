import Accounts
import Communities
import Database
import Ground
package import Hummingbird
package import Web

extension Overview {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community", use: showHome)
    }

    @Sendable func showHome(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let page = try await site.database.read { transaction in
            guard let community = try transaction.community(id, for: viewer) else { throw NotFound() }
            return HomePage(of: community, members: try transaction.openMembers(of: id, on: today))
        }
        return context.page(page)
    }
}
