package import Accounts
import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
package import Ground
import Programmes
import Secrets
import Web

/// How an installation is opened: which store, which folder, which address.
package struct Opening: Sendable {
    package var dataFolder: String
    package var databaseURL: String?
    package var origin: String
    package var isDemo: Bool
    package var trustedProxies: Set<String>

    package init(
        dataFolder: String, databaseURL: String? = nil, origin: String = "http://127.0.0.1:8080", isDemo: Bool = false,
        trustedProxies: Set<String> = []
    ) {
        (self.dataFolder, self.databaseURL, self.origin) = (dataFolder, databaseURL, origin)
        (self.isDemo, self.trustedProxies) = (isDemo, trustedProxies)
    }
}

extension Opening {
    /// The store, opened, or made where there is none.
    func database(clock: @escaping @Sendable () -> Instant) throws -> any Database {
        guard let databaseURL else { return try SQLiteDatabase(path: sqliteFile, clock: clock) }
        return try PostgresDatabase(url: databaseURL, clock: clock)
    }

    var sqliteFile: String { dataFolder + "/sightline.db" }
}

/// Why an installation could not be opened, in a sentence for whoever runs it.
package struct CannotOpen: Error, CustomStringConvertible {
    package let description: String
}

extension App {
    /// Opens the store, brings its schema up to date, and puts the program together.
    package static func open(
        _ opening: Opening, seats: [DemoSeat] = [], clock: @escaping @Sendable () -> Instant = { Instant(Date()) }
    ) async throws -> App {
        do {
            return try await opened(opening, seats: seats, clock: clock)
        } catch let error as SQLError {
            throw CannotOpen(
                description: "The database cannot be opened: \(error.message) (\(error.kind.rawValue), \(error.code)).")
        }
    }

    private static func opened(
        _ opening: Opening, seats: [DemoSeat], clock: @escaping @Sendable () -> Instant
    ) async throws -> App {
        do {
            try FileManager.default.createDirectory(
                atPath: opening.dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CannotOpen(
                description: "The folder \(opening.dataFolder) cannot be used. Is it a folder, and yours to write?")
        }
        let settings = Settings(
            dataFolder: opening.dataFolder, origin: opening.origin, isDemo: opening.isDemo,
            trustedProxies: opening.trustedProxies, matchingKey: try matchingKey(in: opening.dataFolder))
        let database = try opening.database(clock: clock)
        let (shelf, problems) = PackShelf.shipped(and: opening.dataFolder + "/packs")
        if let problem = problems.first { throw CannotOpen(description: problem.rendered()) }
        let site = Site(database: database, settings: settings, clock: clock)
        let app = App(site: site, shelf: shelf, passwords: PasswordHashing(), demoSeats: seats)
        do {
            try await app.migrateKeepingWhatWas(in: opening.dataFolder)
        } catch {
            try? await app.close()  // why it could not be opened is what matters
            throw error
        }
        Leftovers.sweep(opening.dataFolder, at: clock())
        return app
    }

    package func close() async throws {
        try await passwords.close()
        try await site.database.close()
    }

    /// The key under which national ids are digested: made at first start, readable by nobody else.
    private static func matchingKey(in folder: String) throws -> [UInt8] {
        let path = folder + "/matching.key"
        if let text = FileManager.default.contents(atPath: path) {
            guard let key = Secrets.bytes(hexadecimal: String(decoding: text, as: UTF8.self)), key.count == 32 else {
                throw CannotOpen(
                    description: "\(path) does not hold a key of 32 bytes in hexadecimal. Restore it from a backup.")
            }
            return key
        }
        let key = Secrets.randomBytes(32)
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(Secrets.hexadecimal(key).utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw CannotOpen(description: "\(path) could not be written. Is the folder yours to write?") }
        return key
    }
}
