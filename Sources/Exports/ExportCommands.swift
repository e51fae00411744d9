import Accounts
import Archives
import Backups
import Communities
import Database
import Foundation
package import Ground
import Measurement
import NIOPosix
import Programmes
import Web

extension Exports {
    /// Writes a community's whole record into a file for somebody who manages it, reads it back, and only then gives it
    /// its name. That it was exported goes on record, here.
    package func export(_ id: CommunityID, for viewer: Viewer, to path: String) async throws -> ExportFile {
        let (community, pack) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            return (community, try communities.pack(of: community))
        }
        guard !FileManager.default.fileExists(atPath: path) else { throw ExportRefusal.alreadyThere(path) }
        let numbers = try await measurement.exportedPictures(
            of: id, measures: pack.measures.map(\.key), for: viewer)
        let part = path + ".part"
        let plan = ExportPlan(community: id, name: community.name, path: part, program: version, numbers: numbers)
        do {
            let manifest = try await site.database.read(within: .seconds(600)) { transaction in
                _ = try transaction.community(id, for: viewer, to: .manage)
                return try transaction.write(plan)
            }
            let bytes = try await NIOThreadPool.singleton.runIfActive {
                let file = try ExportFile.checked(part)
                guard file.manifest == manifest else {
                    throw ExportRefusal.damaged(entry: ExportManifest.name)
                }
                return file.bytes
            }
            try await site.database.write { transaction in
                let rows = "\(manifest.rows)"
                try transaction.record(
                    Event("community-exported", community: id, subject: id.rawValue, text: rows), by: viewer.person)
            }
            try PrivateFile.move(part, to: path)
            return ExportFile(path: path, manifest: manifest, bytes: bytes)
        } catch {
            // What was begun is no export, and in the way of the next one.
            try? FileManager.default.removeItem(atPath: part)
            if error is ArchiveProblem || error is ArchiveRefusal { throw ExportRefusal.cannotWrite(path) }
            throw error
        }
    }

    /// The same from the command line, in the name of the person with an address.
    package func export(_ id: CommunityID, as email: String, to path: String) async throws -> ExportFile {
        let today = site.today
        guard let viewer = try await site.database.read({ try $0.viewer(email: email, on: today) }) else {
            throw ExportRefusal.notTheirs
        }
        do { return try await export(id, for: viewer, to: path) } catch is NotFound {
            throw ExportRefusal.notTheirs
        } catch is Forbidden {
            throw ExportRefusal.notTheirs
        }
    }

    /// Makes a community anew from its export: all of it, or nothing.
    package func importCommunity(_ path: String) async throws -> CommunityImport {
        let file = try await NIOThreadPool.singleton.runIfActive { try ExportFile.checked(path) }
        return try await site.database.write(within: .seconds(600)) { transaction in
            let taken = try transaction.takeIn(file)
            do { _ = try communities.pack(of: taken.community) } catch let refusal as PackRefusal {
                throw ExportRefusal.programmeMissing(refusal.words)
            }
            // In the installation's own trail: the community's came with it, and is as it was.
            try transaction.record(
                Event(
                    "community-imported", community: nil, subject: file.manifest.community, text: taken.community.name),
                by: nil)
            return taken
        }
    }
}
