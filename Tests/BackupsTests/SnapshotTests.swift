import Web
import App
import Backups
import Database
import DatabaseTesting
import Foundation
import Ground
import TestSupport
import Testing

@Suite struct `Before the schema changes` {
    @Test(arguments: TestDatabases.all) func `what is there is kept, once`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            try await place.fillAsAnOlderProgram()
            let before = try await place.dump()
            let app = try await App.open(place.opening) { Scene.now }
            let kept = try await app.site.database.read { try $0.backups(.snapshot) }
            try await app.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: place.opening.dataFolder + "/snapshots")
            #expect(names.count == 1)
            #expect(kept.map(\.path) == names.map { "\(place.opening.dataFolder)/snapshots/\($0)" })
            let archive = try BackupFile.checked(try #require(kept.first).path)
            #expect(!archive.manifest.migrations.contains("backups-1-records"))
            // The way back: the snapshot holds what was there, as it was.
            try await withDatabase(.sqlite) { database in
                let migrations = app.migrations.filter { $0.name != "backups-1-records" }
                _ = try await database.restore(archive, migrations: migrations)
                let after = try await database.read { try $0.dump() }
                #expect(after == before)
            }
            try await App.open(place.opening).close()
            let later = try FileManager.default.contentsOfDirectory(atPath: place.opening.dataFolder + "/snapshots")
            #expect(later == names)
        }
    }

    @Test(arguments: TestDatabases.all) func `nothing is changed if it cannot be kept`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            try await place.fillAsAnOlderProgram()
            let before = try await place.dump()
            // Where the folder should be lies a file, as good as a full disk.
            try FileManager.default.createDirectory(
                atPath: place.opening.dataFolder, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: place.opening.dataFolder + "/snapshots"))
            let error = await #expect(throws: CannotOpen.self) { try await App.open(place.opening).close() }
            #expect(
                error?.description.hasPrefix("The schema has to change, but what is there could not be kept") == true)
            let after = try await place.dump()
            #expect(after == before)
        }
    }

    @Test func `an empty place needs nothing kept`() async throws {
        try await withPlace(.sqlite) { place in
            try await App.open(place.opening).close()
            #expect(!FileManager.default.fileExists(atPath: place.opening.dataFolder + "/snapshots"))
        }
    }

    @Test func `three snapshots are kept`() async throws {
        try await withPlace(.sqlite) { place in
            for day in 1...5 {
                try Data().write(to: URL(filePath: place.path("2026-11-0\(day)-before-x.sightline")))
            }
            try Data().write(to: URL(filePath: place.path("2026-11-01-notes.txt")))
            BackupFolder.keepNewest(3, in: place.folder)
            let left = try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
            #expect(
                left == [
                    "2026-11-01-notes.txt", "2026-11-03-before-x.sightline", "2026-11-04-before-x.sightline",
                    "2026-11-05-before-x.sightline",
                ])
        }
    }
}

extension Place {
    /// An installation as the program left it that did not know of backups yet.
    fileprivate func fillAsAnOlderProgram() async throws {
        let database = try database()
        let migrations = try await App.migrations(of: database).filter { $0.name != "backups-1-records" }
        try await database.migrate(migrations)
        try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO organisation (id, name, sort_key, kind, directory_number, roll, zone)
                VALUES ('o1', 'Te Kura o Tōtara', 'te kura o totara', 'school', NULL, 240, 'Pacific/Auckland')
                """)
        }
        try await database.close()
    }
}
