import Backups
import Charts
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
            guard isMigrated else { return .text("the schema is not there\n", status: .serviceUnavailable) }
            if let left = Disk.bytesLeft(in: site.settings.dataFolder), left < Disk.needed {
                return .text("the disk is full: \(left / 1024) kB are left\n", status: .serviceUnavailable)
            }
            return .text("ok\n")
        } catch let error as SQLError {
            return .text("the database cannot be used: \(error.kind.rawValue)\n", status: .serviceUnavailable)
        }
    }
    if site.settings.isDemo {
        router.get("gallery") { _, _ -> Response in .html(Gallery.page(adding: ChartGallery.examples)) }
    }
    router.get("favicon.ico") { _, _ -> Response in
        Response(status: .found, headers: [.location: Asset.icon.path])
    }
    router.get("robots.txt") { _, _ -> Response in .text("User-agent: *\nDisallow: /\n") }
}
