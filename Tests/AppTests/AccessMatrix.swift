import Web
import Communities
import Database
import Ground
import HTTPTypes
import Programmes
import TestSupport

/// Who gets what from every route of a program, found by asking: each route, as each part, for an id of the parts' own
/// community, of another community, and of nowhere.
///
/// The rows are for a person to look at; the complaints are what no row may be, whoever has looked at it.
struct AccessMatrix {
    private(set) var rows: [String] = []
    private(set) var complaints: [String] = []

    /// Whose id a request names.
    enum Place: CaseIterable { case kowhai, rata, nowhere }

    private typealias Part = Scene.Part

    /// Walks the routes of a scene. GETs come first, because a POST may end sessions.
    static func walking(_ scene: Scene, samples: Samples = Samples()) async throws -> AccessMatrix {
        var walk = Walk(scene, samples)
        let routes = scene.routes.filter { $0.method != .head && !$0.path.hasPrefix("/assets/") }
            .sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
        for part in Part.allCases { walk.sessions[part] = try await scene.browser(as: part) }
        var answers: [Route: [Place: [Part: Letter]]] = [:]
        for route in routes where route.method == .get { answers[route] = try await walk.read(route) }
        for route in routes where route.method != .get { answers[route] = try await walk.write(route) }
        for route in routes where !route.inner.isEmpty || route.parameters.contains("community") {
            try await walk.compareStrangeIDs(route)
        }
        walk.compareFaces(answers)
        return AccessMatrix(
            rows: routes.compactMap { route in answers[route].map { Self.row(route, $0) } },
            complaints: walk.complaints)
    }

    static let legend = """
        # Who gets what: every route of the program, asked as every part people play. Look at each line that changes.
        #
        #   y  the page, or the answer            -  not found: missing, or not theirs to know of (404)
        #   r  done, and led on (303)             n  they may look but not do that (403)
        #   s  led to the sign-in (303)           d  reached the decision, which said no (409, 422)
        #   m  led elsewhere (302)                g  the link is spent (410)
        #
        # Columns: \(Part.allCases.map { "\($0.initial) \($0.rawValue)" }.joined(separator: ", ")).
        # Three times: for a public community to which all but the last three belong; for a private one to which only
        # the stranger belongs; for an id of nowhere.
        #
        \("#".padded(to: 66)) \(Array(repeating: Part.allCases.map(\.initial).joined(), count: 3).joined(separator: "  "))
        """

    private static func row(_ route: Route, _ answers: [Place: [Part: Letter]]) -> String {
        let groups = Place.allCases.compactMap { place in
            answers[place].map { letters in Part.allCases.map { letters[$0]?.rawValue ?? "?" }.joined() }
        }
        return "\(route.name.padded(to: 66)) \(groups.joined(separator: "  "))"
    }
}

extension Scene.Part {
    /// The letter at the head of its column.
    fileprivate var initial: String {
        switch self {
        case .leader: "l"
        case .principal: "p"
        case .neighbour: "n"
        case .leadTeacher: "h"
        case .teacher: "t"
        case .board: "b"
        case .partner: "r"
        case .adviser: "a"
        case .steward: "s"
        case .evaluator: "e"
        case .stranger: "x"
        case .operator: "o"
        case .visitor: "v"
        }
    }
}

/// What an answer comes to.
enum Letter: String {
    case yes = "y", ledOn = "r", signIn = "s", moved = "m", forbidden = "n", notFound = "-", decided = "d", gone = "g"
    /// Nothing a person should meet: each is complained about.
    case unexpected = "!"

    init(_ answer: Browser.Answer) {
        switch answer.status {
        case 200..<300: self = .yes
        case 302: self = .moved
        case 303: self = answer.location?.hasPrefix("/sign-in") == true ? .signIn : .ledOn
        case 403: self = .forbidden
        case 404: self = .notFound
        case 409, 422: self = .decided
        case 410: self = .gone
        default: self = .unexpected
        }
    }
}

extension Route {
    /// As rows and tables of the matrix call it.
    var name: String { "\(method.rawValue) \(path)" }

    var parameters: [String] { path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) } }

    /// The parameters that name things within a community or an organisation.
    var inner: [String] { parameters.filter { $0 != "community" && $0 != "token" } }

    func path(with ids: [String: String]) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? ids[String($0.dropFirst())] ?? "" : String($0) }.joined(separator: "/")
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// One walk through the routes.
private struct Walk {
    let scene: Scene
    let samples: Samples
    let tenants: [AccessMatrix.Place: Tenant]
    var sessions: [Scene.Part: Browser] = [:]
    var complaints: [String] = []

    init(_ scene: Scene, _ samples: Samples) {
        (self.scene, self.samples) = (scene, samples)
        let pack = try? scene.communities.pack(of: scene.community)
        let person = scene.people[.leader]
        tenants = [
            .kowhai: pack.flatMap { pack in
                person.map { Tenant(community: scene.community, school: scene.schools[0], pack: pack, person: $0) }
            },
            .rata: pack.flatMap { pack in
                scene.people[.stranger].map {
                    Tenant(community: scene.other, school: scene.otherSchool, pack: pack, person: $0)
                }
            },
        ].compactMapValues { $0 }
    }

    private func places(_ route: Route) -> [AccessMatrix.Place] {
        route.inner.isEmpty && !route.parameters.contains("community") ? [.kowhai] : AccessMatrix.Place.allCases
    }

    mutating func read(_ route: Route) async throws -> [AccessMatrix.Place: [Scene.Part: Letter]]? {
        guard knows(route) else { return nil }
        var answers: [AccessMatrix.Place: [Scene.Part: Letter]] = [:]
        for place in places(route) {
            let ids = try await self.ids(route.parameters, in: place)
            let before = try await checksum()
            for (part, browser) in sessions {
                let answer = try await browser.get(route.path(with: ids))
                answers[place, default: [:]][part] = judge(answer, route, part, place)
            }
            if try await checksum() != before {
                complaints.append("\(route.name) changes the database, which a GET never may.")
            }
        }
        return answers
    }

    /// Each part in a session of its own and with things made for it: what one does cannot be in another's way.
    mutating func write(_ route: Route) async throws -> [AccessMatrix.Place: [Scene.Part: Letter]]? {
        guard knows(route) else { return nil }
        var answers: [AccessMatrix.Place: [Scene.Part: Letter]] = [:]
        for place in places(route) {
            for part in Scene.Part.allCases {
                let ids = try await self.ids(route.parameters, in: place)
                let form = try await form(for: route, in: place)
                let answer = try await freshBrowser(part).send(route, to: route.path(with: ids), form)
                answers[place, default: [:]][part] = judge(answer, route, part, place)
            }
        }
        return answers
    }

    /// An id of another community must get the answer that an id of nowhere gets: in the path, in the query, in a field.
    /// Else it can be found out, or even reached.
    mutating func compareStrangeIDs(_ route: Route) async throws {
        guard knows(route) else { return }
        for part in [Scene.Part.leader, .principal] {
            var letters: [AccessMatrix.Place: [Letter]] = [:]
            for place in [AccessMatrix.Place.rata, .nowhere] {
                let own = try await ids(route.parameters, in: .kowhai)
                var strange = try await ids(route.inner, in: place)
                strange["community"] = own["community"]
                // Of the things that forms name, those that this program has.
                let known = Set(scene.routes.flatMap(\.parameters))
                let asked = Samples.fields.filter { known.contains($0.value) }
                let fields = try await ids(Array(Set(asked.values)), in: place)
                let named = asked.sorted { $0.key < $1.key }.map { ($0.key, fields[$0.value] ?? "") }
                // Of a field that comes twice the first counts.
                let form = named + (try await self.form(for: route, in: .kowhai))
                var answers = [try await freshBrowser(part).send(route, to: route.path(with: own), form)]
                if !route.inner.isEmpty {
                    let form = try await self.form(for: route, in: .kowhai)
                    answers.append(try await freshBrowser(part).send(route, to: route.path(with: strange), form))
                }
                letters[place] = answers.map { judge($0, route, part, .kowhai) }
            }
            if let strange = letters[.rata], let nowhere = letters[.nowhere], strange != nowhere {
                complaints.append(
                    """
                    \(route.name) tells \(part.rawValue) an id of another community from one of nowhere: \
                    \(strange.map(\.rawValue)) and \(nowhere.map(\.rawValue)), by field and by path.
                    """)
            }
        }
    }

    /// Page and program get the same answer.
    mutating func compareFaces(_ answers: [Route: [AccessMatrix.Place: [Scene.Part: Letter]]]) {
        for (route, places) in answers where route.method == .get && route.path.hasPrefix("/api/v1/") {
            let twin = Route(method: .get, path: String(route.path.dropFirst("/api/v1".count)))
            guard let pages = answers[twin] else { continue }
            for (place, letters) in places {
                for (part, letter) in letters {
                    // A visitor who reads is led to the sign-in, a program is told that there is nothing.
                    guard let page = pages[place]?[part], page != letter, page != .signIn || letter != .notFound else {
                        continue
                    }
                    complaints.append(
                        "\(route.name) answers \(part.rawValue) with \(letter), its page with \(page) (\(place)).")
                }
            }
        }
    }

    private mutating func knows(_ route: Route) -> Bool {
        guard let unknown = route.parameters.first(where: { samples.makers[$0] == nil }) else { return true }
        let complaint = """
            \(route.name): the matrix has no id for ':\(unknown)'. Add a line to Samples.known in \
            Tests/AppTests/Samples.swift that makes or finds one in a community.
            """
        if !complaints.contains(complaint) { complaints.append(complaint) }
        return false
    }

    private func ids(_ parameters: [String], in place: AccessMatrix.Place) async throws -> [String: String] {
        guard let tenant = tenants[place] else {
            return Dictionary(parameters.map { ($0, nowhereID()) }) { first, _ in first }
        }
        let makers = samples.makers
        return try await scene.site.database.write { transaction in
            var ids: [String: String] = [:]
            for parameter in parameters { ids[parameter] = try makers[parameter]?(transaction, tenant) }
            return ids
        }
    }

    /// The form of a route as it is sent in a place, with ids where it has the names of parameters.
    private func form(for route: Route, in place: AccessMatrix.Place) async throws -> [(String, String)] {
        let form = Samples.forms[route.name] ?? []
        let named = form.map(\.1).filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
        guard !named.isEmpty else { return form }
        let ids = try await ids(named, in: place)
        return form.map { ($0.0, $0.1.hasPrefix(":") ? ids[String($0.1.dropFirst())] ?? "" : $0.1) }
    }

    /// A new session, with nothing tried too often yet.
    private func freshBrowser(_ part: Scene.Part) async throws -> Browser {
        try await scene.site.database.write { _ = try $0.execute("DELETE FROM sign_in_throttle") }
        return try await scene.browser(as: part)
    }

    private func checksum() async throws -> Int {
        try await scene.site.database.read { transaction in
            var hasher = Hasher()
            for table in try transaction.tables() { hasher.combine(try transaction.content(of: table)) }
            return hasher.finalize()
        }
    }
}

extension Walk {
    /// The letter of an answer, and whatever must never be.
    private mutating func judge(
        _ answer: Browser.Answer, _ route: Route, _ part: Scene.Part, _ place: AccessMatrix.Place
    ) -> Letter {
        let letter = Letter(answer)
        let asked = "\(route.name), asked by \(part.rawValue) (\(place)),"
        if letter == .unexpected { complaints.append("\(asked) answers \(answer.status).") }

        let isOpen = Samples.openPages.contains(route.name)
        if part == .visitor, route.method == .get, letter == .yes, !isOpen {
            complaints.append("\(asked) is open to anybody. If it is meant to be, add it to Samples.openPages.")
        }
        let isOfTenant = route.parameters.contains("community") || route.parameters.contains("organisation")
        // A visitor who reads is led to the sign-in, whether the thing is there or not.
        let isAskedToSignIn = part == .visitor && route.method == .get && letter == .signIn
        if isOfTenant, !belongs(part, to: place), letter != .notFound, !isAskedToSignIn,
            !(isOpen && place == .kowhai && letter == .yes)
        {
            complaints.append("\(asked) must not find anything, and gets \(answer.status).")
        }
        for secret in secrets(from: part) where answer.body.contains(secret) {
            complaints.append("\(asked) is shown '\(secret)', which is another community's.")
        }
        return letter
    }

    private func belongs(_ part: Scene.Part, to place: AccessMatrix.Place) -> Bool {
        switch (part, place) {
        case (_, .nowhere), (.operator, _), (.visitor, _): false
        case (.stranger, let place): place == .rata
        case (_, let place): place == .kowhai
        }
    }

    /// Names that a part must never be shown: the private community's, and the people of the public one.
    private func secrets(from part: Scene.Part) -> [String] {
        switch part {
        case .stranger: ["Piripi Moana", "Lena Tautahi", "Tom Weka"]
        case .operator, .visitor: ["Piripi Moana", "Lena Tautahi", "Tom Weka", "Rātā Collective", "Rimu School"]
        default: ["Rātā Collective", "Rimu School", "Sam Stone"]
        }
    }
}

extension Browser {
    fileprivate func send(_ route: Route, to path: String, _ fields: [(String, String)]) async throws -> Answer {
        guard route.method == .get else { return try await post(path, fields, method: route.method) }
        let query = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return try await get(query.isEmpty ? path : "\(path)?\(query)")
    }
}
