import Secrets
import Web
import App
import Database
import DatabaseTesting
import Foundation
import Ground
import TestSupport
import Testing

@testable import Backups

private func backup(daysAgo days: Double) -> BackupRecord {
    BackupRecord(
        at: Scene.now.adding(seconds: -Int(days * 86_400)), kind: .backup, path: "/b/1.sightline", bytes: 9, rows: 120,
        hasKeys: true, seconds: 1)
}

private func drill(daysAgo days: Double, _ isGood: Bool = true) -> RestoreDrill {
    RestoreDrill(
        at: Scene.now.adding(seconds: -Int(days * 86_400)), archive: "/b/1.sightline", archiveAt: nil, rows: 120,
        seconds: 2.2, isGood: isGood, detail: isGood ? "" : "The audit trails did not come back as they were archived.")
}

private func health(_ backup: BackupRecord?, _ drill: RestoreDrill?, bytesLeft: Int? = 1 << 34) -> Health {
    Health(
        now: Scene.now, version: "t", engine: "sqlite", migrations: ["a-1"], bytesLeft: bytesLeft, jobsWaiting: 0,
        backup: backup, drill: drill)
}

@Suite struct `The health of an installation` {
    @Test func `is well with a backup of the night and a drill of the week`() {
        #expect(health(backup(daysAgo: 0.5), drill(daysAgo: 6)).concerns == [])
        #expect(health(backup(daysAgo: 1.9), drill(daysAgo: 7.9)).concerns == [])
    }

    @Test func `names what is missing or old, the most pressing first`() {
        let now = Scene.now
        #expect(health(nil, nil).concerns == [.noBackup])
        #expect(health(backup(daysAgo: 1), nil).concerns == [.noDrill])
        #expect(
            health(backup(daysAgo: 3), drill(daysAgo: 9)).concerns == [
                .oldBackup(Age(of: now.adding(days: -3), at: now)), .oldDrill(Age(of: now.adding(days: -9), at: now)),
            ])
        #expect(
            health(backup(daysAgo: 1), drill(daysAgo: 1, false), bytesLeft: 900 << 20).concerns == [
                .diskLow(megabytes: 900), .failedDrill("The audit trails did not come back as they were archived."),
            ])
        #expect(health(backup(daysAgo: 1), drill(daysAgo: 1), bytesLeft: 1 << 20).concerns == [.diskFull(megabytes: 1)])
    }

    @Test(
        arguments: [
            (5, "just now"), (61, "1 minute ago"), (3 * 3600, "3 hours ago"), (47 * 3600, "47 hours ago"),
            (9 * 86_400, "9 days ago"), (-60, "just now"),
        ]) func `tells ages in words`(_ seconds: Int, _ words: String)
    {
        #expect(Age(of: Scene.now.adding(seconds: -seconds), at: Scene.now).words.text == words)
    }

    @Test(arguments: TestDatabases.all) func `is shown to whoever runs the installation, and to nobody else`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            let page = try await scene.browser(as: .operator).get("/health")
            #expect(page.status == 200)
            #expect(page.body.contains("There is no backup yet."))
            for part in [Scene.Part.leader, .steward, .visitor] {
                let status = try await scene.browser(as: part).get("/api/v1/health").status
                #expect(status == 404, "\(part)")
            }
        }
    }
}

@Suite struct `A restore drill` {
    @Test(arguments: TestDatabases.all) func `tries the newest backup, and its age and outcome are on the health page`(
        _ engine: Engine
    ) async throws {
        try await withProgram(engine) { scene in
            let folder = scene.site.settings.dataFolder
            let app = scene.app
            await #expect(throws: ArchiveRefusal.noBackupKnown) { try await app.drill(nil) }
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            try await scene.site.database.write { try $0.record(archive, kind: .backup, seconds: 1.5) }

            let good = try await app.drill(nil)
            #expect(good.isGood, "\(good.detail)")
            #expect(good.rows == archive.manifest.rows)
            let browser = try await scene.browser(as: .operator)
            var page = try await browser.get("/health").body
            #expect(page.contains("All is well.") || page.contains("The disk is filling up"))
            #expect(page.contains("just now: \(good.rows) rows came back unchanged"))
            #expect(page.contains("The keys are not in it"))

            // The archive rots. Every moment of a scene is the same, so the good drill makes way.
            try await scene.site.database.write { try $0.execute("DELETE FROM restore_drill") }
            var bytes = try #require(FileManager.default.contents(atPath: archive.path))
            bytes.removeLast(bytes.count / 3)
            try bytes.write(to: URL(filePath: archive.path))
            let bad = try await app.drill(archive.path)
            #expect(!bad.isGood)
            page = try await browser.get("/health").body
            #expect(page.contains("The last backup could not be restored"))
            let json = try await browser.get("/api/v1/health").body
            #expect(json.contains("\"isGood\":false"))
            #expect(json.contains("\"isWell\":false"))

            let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(left == ["b.sightline"])
            try await app.passwords.close()
        }
    }

    @Test func `remembers drills in the order they happened`() async throws {
        try await withProgram(.sqlite) { scene in
            try await scene.site.database.write { transaction in
                try transaction.record(drill(daysAgo: 9))
                try transaction.record(drill(daysAgo: 2, false))
                try transaction.record(drill(daysAgo: 4))
            }
            let last = try await scene.site.database.read { try $0.lastDrill() }
            #expect(last == drill(daysAgo: 2, false))
        }
    }
}
