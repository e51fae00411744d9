import Accounts
package import Communities
package import Database
import DatabaseTesting
import Foundation
package import Ground
package import HTTPTypes
package import Hummingbird
package import Jobs
import Logging
package import Programmes
package import Secrets
package import Web

/// A small installation to test against: two communities, their members, and a person of every standing.
///
/// Everything is made through the stores that the program itself uses, on the engine the test asks for.
package struct Scene: Sendable {
    package let site: Site
    package let communities: Communities
    /// Every route there is, as it was registered.
    package let routes: [Route]
    /// Three schools, an early-learning service and a partner, by community of practice and collective advantage.
    package let community: Community
    /// Another community, to which none of the first one's people belong.
    package let other: Community
    package let schools: [Organisation]
    package let otherSchool: Organisation
    package let people: [Part: PersonID]
    let browserFor: @Sendable (String?) -> Browser
    let jobs: JobRunner

    /// The parts people play. Each is one person, for the first school unless it says otherwise.
    package enum Part: String, CaseIterable, Sendable {
        /// Leads the community, and is principal of the first school.
        case leader
        case principal
        /// Principal of the second school.
        case neighbour
        case leadTeacher, teacher, board, partner, adviser, steward, evaluator
        /// Leads the other community, and is principal of its school.
        case stranger
        case `operator`
        case visitor
    }

    package static let today = Day(year: 2026, month: 11, dayOfMonth: 22) ?? Day(daysSince1970: 20_779)
    package static let now = Instant(text: "2026-11-22T01:00:00.000Z") ?? Instant(milliseconds: 0)

    /// A browser in which somebody has signed in.
    package func browser(as part: Part) async throws -> Browser {
        guard let person = people[part] else { return browserFor(nil) }
        let token = try await site.database.write {
            try $0.beginSession(of: person, address: "192.0.2.1", agent: "test")
        }
        return browserFor(token)
    }

    /// Does the work that waits, as the program does beside serving.
    package func doJobs() async throws { try await jobs.drain() }

    package func viewer(_ part: Part) async throws -> Viewer {
        guard let person = people[part] else { return .visitor }
        return try await site.database.read { transaction in
            let known = try transaction.person(person)
            return Viewer(
                person: person, name: known?.name ?? "", grants: try transaction.grants(of: person, on: Scene.today),
                isOperator: known?.isOperator ?? false)
        }
    }
}

/// A way into the program: a method and a path with its parameters, as `/communities/:community/members`.
package struct Route: Sendable, Hashable {
    package let method: HTTPRequest.Method
    package let path: String

    package init(method: HTTPRequest.Method, path: String) { (self.method, self.path) = (method, path) }
}

/// A scene on a fresh database, with the features a test is about. Gone when `body` ends.
package func withScene(
    _ engine: Engine, _ features: @Sendable (Communities) -> [any Feature] = { _ in [] },
    _ body: (Scene) async throws -> Void
) async throws {
    try await withScene(engine) { site, shelf, passwords in
        let communities = Communities(site: site, shelf: shelf)
        let all: [any Feature] = [Accounts(site: site, passwords: passwords), communities] + features(communities)
        return Program(
            migrations: all.flatMap(\.migrations), jobs: all.flatMap(\.jobs),
            router: assemble(all, menu: [MenuGroup(nil, all.flatMap(\.rooms))], site: site))
    } body: {
        try await body($0)
    }
}

/// A program to test: its schema, and its routes behind the guards they have in an installation.
package struct Program {
    let migrations: [Migration]
    let jobs: [JobKind]
    let router: Router<Context>

    package init(migrations: [Migration], jobs: [JobKind] = [], router: Router<Context>) {
        (self.migrations, self.jobs, self.router) = (migrations, jobs, router)
    }
}

/// A scene in which a whole program plays, put together by the caller. Gone when `body` ends.
package func withScene(
    _ engine: Engine, program: (Site, PackShelf, PasswordHashing) -> Program, body: (Scene) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sightline-scene-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }  // a folder that stays behind harms nobody
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await withDatabase(engine, clock: { Scene.now }) { database in
        let settings = Settings(
            dataFolder: folder, origin: "http://sightline.test", matchingKey: [UInt8](repeating: 7, count: 32))
        let site = Site(database: database, settings: settings) { Scene.now }
        let shelf = PackShelf.reading(PackShelf.shippedFiles).shelf
        let passwords = PasswordHashing()
        let program = program(site, shelf, passwords)
        try await database.migrate(program.migrations)
        let routes = program.router.routes.map { route in
            Route(
                method: route.method,
                path: route.path.description.replacing("{", with: ":").replacing("}", with: ""))
        }
        let responder = program.router.buildResponder()
        let cast = try await database.write { try Cast.make(in: $0, shelf: shelf) }
        try await body(
            Scene(
                site: site, communities: Communities(site: site, shelf: shelf), routes: routes,
                community: cast.community, other: cast.other,
                schools: cast.schools, otherSchool: cast.otherSchool, people: cast.people,
                browserFor: { Browser(responder: responder, token: $0) },
                jobs: JobRunner(program.jobs, database: database, logger: Logger(label: "test")) { Scene.today }))
        try await passwords.close()
    }
}
