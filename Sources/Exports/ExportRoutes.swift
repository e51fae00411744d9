import Accounts
import Communities
import Database
import Foundation
import Ground
import Hummingbird
import Measurement
import NIOPosix
import Web

extension Exports {
    @Sendable func showExport(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        return context.page(
            ExportPage(of: try await site.database.read { try $0.community(id, for: viewer, to: .manage) }))
    }

    /// A closed community can be taken along too: that is when it matters most.
    @Sendable func exportCommunity(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let dataFolder = site.settings.dataFolder
        _ = try await site.database.read { try $0.community(id, for: viewer, to: .manage) }
        let path = try TakenOut.folder(of: dataFolder) + "/\(UUID().uuidString).zip"
        let file = try await export(id, for: viewer, to: path)
        let data = try await NIOThreadPool.singleton.runIfActive {
            // One that stays behind is removed at the next start.
            defer { try? FileManager.default.removeItem(atPath: path) }
            return try Data(contentsOf: URL(filePath: path))
        }
        return .download([UInt8](data), name: "\(file.manifest.name) \(site.today).zip", type: "application/zip")
    }
}
