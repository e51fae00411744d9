package import Ground
package import HTML
package import HTTPTypes
package import Hummingbird
import Interface

/// A page holds exactly what it shows; it fetches nothing.
package protocol Page {
    var title: Words { get }
    /// The community it is about, if it is about one.
    var community: CommunityName? { get }
    var body: HTML { get }
    /// Where its numbers come from.
    var about: HTML { get }
    /// Whether it is a form that came back.
    var hasProblems: Bool { get }
    /// Whether what it shows is under way, so that it is asked for again in a moment where scripts do not run.
    var refreshes: Bool { get }
}

extension Page {
    package var community: CommunityName? { nil }
    package var about: HTML { HTML() }
    package var hasProblems: Bool { false }
    package var refreshes: Bool { false }
}

/// A community as the head of its pages names it.
package struct CommunityName: Sendable, Equatable {
    package let id: CommunityID
    package let name: String

    package init(id: CommunityID, name: String) { (self.id, self.name) = (id, name) }
}

/// A room of a community that its menu leads to. Each feature names its own; App puts them in order.
package struct Room: Sendable {
    package let words: Words
    package let path: @Sendable (CommunityID) -> String
    /// Whether the public may look in.
    package let isPublic: Bool
    /// Whether it is shown to somebody who belongs to the community.
    let isShown: @Sendable (Viewer, CommunityID) -> Bool

    package init(
        _ words: Words, isPublic: Bool = false,
        shownIf isShown: @escaping @Sendable (Viewer, CommunityID) -> Bool = { _, _ in true },
        path: @escaping @Sendable (CommunityID) -> String
    ) {
        (self.words, self.path, self.isPublic, self.isShown) = (words, path, isPublic, isShown)
    }
}

/// Rooms that belong together: one entry of the menu, and side by side on their pages.
package struct MenuGroup: Sendable {
    /// What the entry is called where it leads to several rooms.
    let words: Words?
    let rooms: [Room]

    package init(_ words: Words? = nil, _ rooms: [Room]) { (self.words, self.rooms) = (words, rooms) }
}

extension Context {
    /// The page in its frame, in the reader's language.
    package func page(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        Language.$spoken.withValue(language) {
            FormToken.$current.withValue(formToken) {
                Response.html(frame(page).html, status: status)
            }
        }
    }

    private func frame(_ page: some Page) -> PageFrame {
        PageFrame(
            title: page.title,
            community: page.community.map { Link(Words(verbatim: $0.name), to: "/communities/\($0.id)") },
            reader: reader(in: page.community?.id),
            navigation: page.community.map { navigation(of: $0.id) } ?? [],
            demoBar: demoBar,
            hasProblems: page.hasProblems, refreshes: page.refreshes,
            about: page.about,
            main: (page.community.map { neighbours(in: $0.id) } ?? HTML()) + page.body)
    }

    private func reader(in community: CommunityID?) -> Reader {
        guard viewer.isSignedIn else { return .visitor(signIn: "/sign-in") }
        let held = community.map { viewer.standings(in: $0) } ?? Set(viewer.grants.map(\.standing))
        let highest = Standing.allCases.first { held.contains($0) }
        return .signedIn(
            name: viewer.name, standing: highest?.words ?? WebWords.signedIn, account: "/account",
            signOut: "/sign-out", csrf: formToken)
    }

    /// The groups of the menu that have a room for this reader.
    private func shown(of community: CommunityID) -> [(words: Words, rooms: [Room], isCurrent: Bool)] {
        let knowsIt = viewer.communities.contains(community)
        return menu.compactMap { group in
            let rooms = group.rooms.filter { knowsIt ? $0.isShown(viewer, community) : $0.isPublic }
            guard let first = rooms.first else { return nil }
            let isCurrent = rooms.contains { isIn($0, of: community) }
            return (rooms.count > 1 ? group.words ?? first.words : first.words, rooms, isCurrent)
        }
    }

    /// Whether this page is the room or lies within it. Everything lies within the home, so that must be meant exactly.
    private func isIn(_ room: Room, of community: CommunityID) -> Bool {
        let roomPath = room.path(community)
        return path == roomPath || (path.hasPrefix(roomPath + "/") && roomPath != "/communities/\(community)")
    }

    private func navigation(of community: CommunityID) -> [Link] {
        shown(of: community).map { Link($0.words, to: $0.rooms[0].path(community), isCurrent: $0.isCurrent) }
    }

    /// The rooms beside this one in its group, above what the page says.
    private func neighbours(in community: CommunityID) -> HTML {
        guard let group = shown(of: community).first(where: \.isCurrent), group.rooms.count > 1 else { return HTML() }
        return parts(
            group.words,
            group.rooms.map { Link($0.words, to: $0.path(community), isCurrent: isIn($0, of: community)) })
    }

    private var demoBar: HTML {
        guard !demoRoles.isEmpty else { return HTML() }
        return roleBar(
            action: "/demo/role", csrf: formToken,
            people: (demoRoles.contains(where: \.isCurrent) ? [] : [Choice("", WebWords.yourself(viewer.name))])
                + demoRoles.map { Choice($0.key, Words(verbatim: $0.title)) },
            current: demoRoles.first(where: \.isCurrent)?.key ?? "")
    }
}
