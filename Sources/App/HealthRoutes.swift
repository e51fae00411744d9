import Charts
import Database
import Foundation
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
            if let left = bytesLeft(in: site.settings.dataFolder), left < bytesNeeded {
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

/// With less than this a write may fail at any moment. Pages can still be read.
private let bytesNeeded = 4 * 1024 * 1024

/// What is left on the disk of a folder; `nil` where the system does not say.
private func bytesLeft(in folder: String) -> Int? {
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)  // not saying is no fault of the disk
    return (facts?[.systemFreeSize] as? NSNumber)?.intValue
}
