import Database
import HTTPTypes
import Hummingbird
import Interface
import Web

/// Whether the program can serve: asked by whatever watches over it, without signing in.
func addHealthRoutes(to router: Router<Context>, site: Site) {
    router.get("up") { _, _ -> Response in
        do {
            let isMigrated = try await site.database.read { try !$0.appliedMigrations().isEmpty }
            return isMigrated ? .text("ok\n") : .text("the schema is not there\n", status: .serviceUnavailable)
        } catch let error as SQLError {
            return .text("the database cannot be used: \(error.kind.rawValue)\n", status: .serviceUnavailable)
        }
    }
    router.get("favicon.ico") { _, _ -> Response in
        Response(status: .found, headers: [.location: Asset.icon.path])
    }
    router.get("robots.txt") { _, _ -> Response in .text("User-agent: *\nDisallow: /\n") }
}
