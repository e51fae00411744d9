import Web
import App
import Archives
import Backups
import Database
import DatabaseTesting
import Foundation
import Ground
import TestSupport
import Testing

@Suite struct `An archive that cannot be restored` {
    @Test(arguments: TestDatabases.all) func `leaves nothing behind, wherever it was changed`(
        _ target: Engine
    ) async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            let whole = try #require(FileManager.default.contents(atPath: archive.path))
            var damaged: [(String, Data)] = [
                ("cut", whole.prefix(whole.count / 2)), ("empty", Data()), ("text", Data("Kia ora".utf8)),
            ]
            for place in stride(from: 100, to: whole.count - 100, by: whole.count / 12) {
                var bytes = whole
                bytes[place] ^= 0x10
                damaged.append(("byte \(place)", bytes))
            }
            for (name, bytes) in damaged {
                try await withPlace(target) { place in
                    let path = place.path("damaged.sightline")
                    try bytes.write(to: URL(filePath: path))
                    var reported = true
                    do {
                        _ = try await App.restore(path, into: place.opening, passphrase: nil)
                        // A bit that says nothing, as in the time of an entry.
                        let after = try await place.dump()
                        let before = try await scene.site.database.read { try $0.dump() }
                        #expect(after == before, "\(name)")
                        reported = false
                    } catch is ArchiveRefusal {}
                    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
                    #expect(!reported || left == ["damaged.sightline"], "\(name)")
                    if reported, target == .postgres {
                        let database = try place.database()
                        let hasSchema = try await database.read { try $0.hasSchema() }
                        #expect(!hasSchema, "\(name)")
                        try await database.close()
                    }
                }
            }
        }
    }

    @Test(arguments: TestDatabases.all) func `was written by a newer program`(_ engine: Engine) async throws {
        try await withProgram(engine) { scene in
            let folder = scene.site.settings.dataFolder
            let newer =
                scene.app.migrations + [Migration("zebras-1-stripes", "CREATE TABLE stripe (id TEXT PRIMARY KEY);")]
            try await scene.site.database.migrate(newer)
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "9.0"))
            try await withPlace(engine) { place in
                await #expect(throws: ArchiveRefusal.newerProgram(version: "9.0")) {
                    try await App.restore(archive.path, into: place.opening, passphrase: nil)
                }
                let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
                #expect(left.isEmpty)
            }
        }
    }

    @Test func `says a row that is not what the manifest counted`() async throws {
        try await withProgram(.sqlite) { scene in
            let folder = scene.site.settings.dataFolder
            let archive = try await scene.site.database.backUp(
                BackupPlan(path: folder + "/b.sightline", dataFolder: folder, program: "t"))
            // Somebody takes it apart, changes a name, and puts it together again.
            let path = folder + "/changed.sightline"
            let packed = try Archive(.file(path: archive.path))
            let writer = try ArchiveWriter(path: path, made: Scene.now)
            for member in packed.members {
                let text = String(decoding: try packed.open(member).all(upTo: 1 << 24), as: UTF8.self)
                try writer.add(member.name, Array(text.replacing("Piripi Moana", with: "Piripi Mohna").utf8))
            }
            try writer.close()
            #expect(throws: ArchiveRefusal.damaged(entry: "tables/person.jsonl")) { try BackupFile.checked(path) }
        }
    }

    @Test func `says nothing of what it holds`() {
        let words = ArchiveRefusal.damaged(entry: "tables/person.jsonl").words.text
        #expect(words == "The archive is damaged: tables/person.jsonl is not as it was written. Use another one.")
    }
}

private let first = Migration("herd-1-goats", "CREATE TABLE goat (id BIGINT PRIMARY KEY, name TEXT NOT NULL);")
private let second = Migration(
    "herd-2-age",
    """
    ALTER TABLE goat ADD COLUMN age BIGINT NOT NULL DEFAULT 3;
    INSERT INTO goat (id, name) VALUES (99, 'Kid');
    """)

@Suite struct `An older archive` {
    @Test(arguments: TestDatabases.all) func `is restored as it was, and then brought up to date`(
        _ engine: Engine
    ) async throws {
        try await withSQLiteFile { path in
            let archive = try await withDatabase(engine, [first]) { database in
                try await database.write { try $0.execute("INSERT INTO goat VALUES (1, 'Nan'), (2, 'Billy')") }
                return try await database.backUp(
                    BackupPlan(path: path + ".sightline", dataFolder: path + ".none", program: "t"))
            }
            for target in TestDatabases.all {
                try await withDatabase(target) { database in
                    let report = try await database.restore(archive, migrations: [first, second])
                    #expect(report.rows == 2)
                    #expect(report.newer == ["herd-2-age"])
                    let goats = try await database.read {
                        try $0.rows("SELECT name, age FROM goat ORDER BY id") {
                            "\(try $0[0] as String) \(try $0[1] as Int)"
                        }
                    }
                    #expect(goats == ["Nan 3", "Billy 3", "Kid 3"])
                }
            }
        }
    }

    @Test func `has its own rows, not those a migration puts there`() async throws {
        try await withSQLiteFile { path in
            let archive = try await withDatabase(.sqlite, [first, second]) { database in
                try await database.write { try $0.execute("UPDATE goat SET name = 'Grown' WHERE id = 99") }
                return try await database.backUp(
                    BackupPlan(path: path + ".sightline", dataFolder: path + ".none", program: "t"))
            }
            try await withDatabase(.sqlite) { database in
                _ = try await database.restore(archive, migrations: [first, second])
                let names = try await database.read { try $0.rows("SELECT name FROM goat") { try $0[0] as String } }
                #expect(names == ["Grown"])
            }
        }
    }
}
