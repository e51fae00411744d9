import Accounts
import App
import Communities
import Database
import DatabasePostgres
import DatabaseSQLite
import DatabaseTesting
import Foundation
import Ground
import Programmes
import Secrets
import TestSupport
import Web

/// A place where an installation may come to be: nothing is there yet. Gone when the test ends.
struct Place: Sendable {
    /// A folder for whatever the test writes, in which the data folder will be.
    let folder: String
    let opening: Opening

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The database, without the program round it.
    func database() throws -> any Database {
        if let url = opening.databaseURL { return try PostgresDatabase(url: url) { Scene.now } }
        try FileManager.default.createDirectory(atPath: opening.dataFolder, withIntermediateDirectories: true)
        return try SQLiteDatabase(path: opening.dataFolder + "/sightline.db") { Scene.now }
    }

    /// Everything that is there, as a logical dump.
    func dump() async throws -> String {
        let database = try database()
        let dump = try await database.read { try $0.dump() }
        try await database.close()
        return dump
    }
}

func withPlace(_ engine: Engine, _ body: (Place) async throws -> Void) async throws {
    try await withSQLiteFile { path in
        let folder = URL(filePath: path).deletingLastPathComponent().path
        switch engine {
        case .sqlite:
            try await body(Place(folder: folder, opening: Opening(dataFolder: folder + "/data")))
        case .postgres:
            try await withPostgres { url, name in
                var address = URLComponents(string: url)
                address?.path = "/" + name
                let opening = Opening(dataFolder: folder + "/data", databaseURL: address?.string)
                try await body(Place(folder: folder, opening: opening))
            }
        }
    }
}

/// A scene in which the whole program plays.
func withProgram(_ engine: Engine, _ body: (Scene) async throws -> Void) async throws {
    try await withScene(engine) { site, shelf, passwords in
        let app = App(site: site, shelf: shelf, passwords: passwords)
        return Program(migrations: app.migrations, router: app.router())
    } body: { scene in
        // So that there are audit trails, of a community and of the installation.
        try await scene.site.database.write { transaction in
            for word in ["Haere mai", "Sing every day"] {
                try transaction.record(
                    Event("focus-area-changed", community: scene.community.id, subject: "singing", text: word),
                    by: scene.people[.leader])
            }
            try transaction.record(Event("person-invited", community: nil, subject: "iti"), by: nil)
        }
        try await body(scene)
    }
}

extension Scene {
    /// The program that plays in it.
    var app: App {
        App(site: site, shelf: PackShelf.reading(PackShelf.shippedFiles).shelf, passwords: PasswordHashing())
    }
}
