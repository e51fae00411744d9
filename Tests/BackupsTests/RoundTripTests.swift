import Web
import App
import Archives
import Backups
import Database
import DatabaseTesting
import Dispatch
import Foundation
import Ground
import Secrets
import TestSupport
import Testing

private let passphrase = "kererū in the miro tree"

@Suite struct `A backup` {
    @Test(arguments: TestDatabases.all) func `comes back as it was, on either engine`(_ engine: Engine) async throws {
        try await withProgram(engine) { scene in
            let folder = scene.site.settings.dataFolder
            try FileManager.default.createDirectory(atPath: folder + "/packs/own", withIntermediateDirectories: true)
            try Data("title: Āhua\n".utf8).write(to: URL(filePath: folder + "/packs/own/Āhua.yaml"))
            try FileManager.default.createDirectory(atPath: folder + "/intakes", withIntermediateDirectories: true)
            try Data("Name\nHemi Rata\n".utf8).write(to: URL(filePath: folder + "/intakes/waiting"))
            try Data(Secrets.hexadecimal([UInt8](repeating: 7, count: 32)).utf8)
                .write(to: URL(filePath: folder + "/matching.key"))
            let before = try await scene.site.database.read { try $0.dump() }
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, passphrase: passphrase, program: "t"))
            #expect(archive.manifest.rows > 40)
            #expect(archive.manifest.chains.map(\.links).sorted() == [1, 2])
            #expect(archive.manifest.brokenChains == [])
            for target in TestDatabases.all {
                try await withPlace(target) { place in
                    let report = try await App.restore(archive.path, into: place.opening, passphrase: passphrase)
                    #expect(report.rows == archive.manifest.rows)
                    #expect(report.hasKeys)
                    let after = try await place.dump()
                    #expect(after == before, "\(engine) to \(target)")
                    for name in ["matching.key", "packs/own/Āhua.yaml"] {
                        let restored = FileManager.default.contents(atPath: "\(place.opening.dataFolder)/\(name)")
                        #expect(restored == FileManager.default.contents(atPath: "\(folder)/\(name)"))
                    }
                    // A file that waits to be read holds names; it is not kept.
                    #expect(!FileManager.default.fileExists(atPath: place.opening.dataFolder + "/intakes/waiting"))
                    // And it is an installation that works.
                    let app = try await App.open(place.opening)
                    let trails = try await app.verifyAudit()
                    #expect(trails.allSatisfy { $0.fault == nil })
                    try await app.close()
                }
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `is of one moment, while others go on writing`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            let database = scene.site.database
            let before = try await database.read { try $0.dump() }
            let (begun, signal) = AsyncStream.makeStream(of: Void.self)
            let goOn = DispatchSemaphore(value: 0)
            let plan = BackupPlan(
                path: scene.site.settings.dataFolder + "/b.sightline", dataFolder: scene.site.settings.dataFolder,
                program: "t")
            async let archive = database.backUp(plan) { progress in
                guard progress.table == "community" else { return }
                signal.yield()
                goOn.wait()
            }
            for await _ in begun { break }
            // In the middle of the backup: both what is yet to come and what has gone by.
            try await database.write { try $0.execute("UPDATE person SET name = 'Somebody Else'") }
            try await database.write { try $0.execute("DELETE FROM audit_head") }
            goOn.signal()
            let written = try await archive
            try await withPlace(.sqlite) { place in
                _ = try await App.restore(written.path, into: place.opening, passphrase: nil)
                let after = try await place.dump()
                #expect(after == before)
            }
        }
    }

    @Test func `never overwrites, and neither does a restore`() async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            let plan = BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t")
            _ = try await scene.site.database.backUp(plan)
            await #expect(throws: ArchiveRefusal.alreadyThere(plan.path)) {
                try await scene.site.database.backUp(plan)
            }
            for target in TestDatabases.all {
                try await withPlace(target) { place in
                    _ = try await App.restore(plan.path, into: place.opening, passphrase: nil)
                    let before = try await place.dump()
                    if target == .postgres {
                        await #expect(throws: ArchiveRefusal.databaseNotEmpty) {
                            try await App.restore(plan.path, into: place.opening, passphrase: nil)
                        }
                    }
                    try Data().write(to: URL(filePath: place.opening.dataFolder + "/mine"))
                    await #expect(throws: ArchiveRefusal.folderNotEmpty(place.opening.dataFolder)) {
                        try await App.restore(plan.path, into: place.opening, passphrase: nil)
                    }
                    #expect(FileManager.default.fileExists(atPath: place.opening.dataFolder + "/mine"))
                    let after = try await place.dump()
                    #expect(after == before)
                }
            }
        }
    }

    @Test func `fills a folder that waits for it, or leaves it empty`() async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            try FileManager.default.createDirectory(atPath: folder + "/packs", withIntermediateDirectories: true)
            try Data("title: Mine\n".utf8).write(to: URL(filePath: folder + "/packs/mine.yaml"))
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            for target in TestDatabases.all {
                try await withPlace(target) { place in
                    let waiting = place.opening.dataFolder
                    try FileManager.default.createDirectory(atPath: waiting, withIntermediateDirectories: true)
                    await #expect(throws: ArchiveRefusal.notAnArchive) {
                        try await App.restore(folder + "/packs/mine.yaml", into: place.opening, passphrase: nil)
                    }
                    var left = try FileManager.default.contentsOfDirectory(atPath: waiting).sorted()
                    #expect(left == [])
                    _ = try await App.restore(archive.path, into: place.opening, passphrase: nil)
                    left = try FileManager.default.contentsOfDirectory(atPath: waiting).sorted()
                    #expect(left == (target == .sqlite ? ["packs", "sightline.db"] : ["packs"]))
                }
            }
        }
    }

    @Test func `leaves the keys out where there is no passphrase, and says so`() async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            try Data("00".utf8).write(to: URL(filePath: folder + "/matching.key"))
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            #expect(!archive.manifest.hasKeys)
            #expect(archive.lines.contains { $0.text.contains("Without matching.key") })
            await #expect(throws: ArchiveRefusal.shortPassphrase) {
                try await scene.site.database.backUp(
                    BackupPlan(path: folder + "/c.sightline", dataFolder: folder, passphrase: "short", program: "t"))
            }
        }
    }

    @Test func `keeps its keys from whoever has another passphrase`() async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            try Data("0123456789abcdef".utf8).write(to: URL(filePath: folder + "/matching.key"))
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, passphrase: passphrase, program: "t"))
            try await withPlace(.sqlite) { place in
                await #expect(throws: ArchiveRefusal.wrongPassphrase) {
                    try await App.restore(archive.path, into: place.opening, passphrase: "a tūī in the kōwhai")
                }
                let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
                #expect(left == [])
                let report = try await App.restore(archive.path, into: place.opening, passphrase: nil)
                #expect(!report.hasKeys)
                #expect(report.words.contains { $0.text.contains("put matching.key into the folder") })
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `says that an audit trail does not hold, and keeps it as it is`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            let folder = scene.site.settings.dataFolder
            try await scene.site.database.write { transaction in
                try transaction.execute("UPDATE audit_entry SET subject = 'somebody' WHERE scope = 'installation'")
            }
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            #expect(archive.manifest.brokenChains.map(\.scope) == ["installation"])
            try await withPlace(engine) { place in
                let report = try await App.restore(archive.path, into: place.opening, passphrase: nil)
                #expect(report.words.contains { $0.text.contains("1 audit trail does not hold") })
            }
        }
    }

    @Test func `is refused where nothing is`() async throws {
        try await withPlace(.sqlite) { place in
            await #expect(throws: ArchiveRefusal.nothingThere(place.opening.dataFolder)) {
                try await App.backUp(place.opening, to: place.path("b.sightline"), passphrase: nil)
            }
            #expect(!FileManager.default.fileExists(atPath: place.opening.dataFolder))
        }
    }
}
