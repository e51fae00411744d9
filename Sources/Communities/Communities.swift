package import Database
package import Ground
package import Programmes
package import Web

/// Communities and who belongs to them: how they form, by which programme, through which stages, with which roles.
///
/// The reference feature: read it from top to bottom before writing another. `docs/adding-a-feature.md` walks through it.
package struct Communities: Feature {
    package let site: Site
    let shelf: PackShelf
    private let combinations = Combinations()

    package init(site: Site, shelf: PackShelf) { (self.site, self.shelf) = (site, shelf) }

    package var migrations: [Migration] { CommunitySchema.migrations }

    package var rooms: [Room] {
        [Room(CommunityWords.room, isPublic: true, path: CommunityPath.members)]
    }

    /// The programme a community works by, with everything it added to it.
    package func pack(of community: Community) throws(PackRefusal) -> Pack {
        try combinations.combination(community.packs, from: shelf)
    }
}

/// The ways of this feature, written once.
package enum CommunityPath {
    package static let list = "/"
    package static let new = "/communities/new"
    package static let all = "/communities"
    @Sendable package static func home(_ id: CommunityID) -> String { "/communities/\(id)" }
    @Sendable package static func members(_ id: CommunityID) -> String { "/communities/\(id)/members" }
    static func member(_ id: CommunityID, _ membership: Identifier<Membership>) -> String {
        "/communities/\(id)/members/\(membership)"
    }
    static func memberReturn(_ id: CommunityID, _ membership: Identifier<Membership>) -> String {
        "/communities/\(id)/members/\(membership)/return"
    }
    static func memberEnd(_ id: CommunityID, _ membership: Identifier<Membership>) -> String {
        "/communities/\(id)/members/\(membership)/end"
    }
    /// Where the whole community can be taken along; the page is of a feature above this one.
    @Sendable package static func export(_ id: CommunityID) -> String { "/communities/\(id)/export" }
    @Sendable package static func stages(_ id: CommunityID) -> String { "/communities/\(id)/stages" }
    @Sendable package static func positions(_ id: CommunityID) -> String { "/communities/\(id)/positions" }
    static func positionHolder(_ id: CommunityID, _ position: Identifier<Position>) -> String {
        "/communities/\(id)/positions/\(position)/holder"
    }
    static func positionLink(_ id: CommunityID, _ position: Identifier<Position>) -> String {
        "/communities/\(id)/positions/\(position)/link"
    }
    static func positionEnd(_ id: CommunityID, _ position: Identifier<Position>) -> String {
        "/communities/\(id)/positions/\(position)/end"
    }
    @Sendable package static func settings(_ id: CommunityID) -> String { "/communities/\(id)/settings" }
    static func state(_ id: CommunityID) -> String { "/communities/\(id)/state" }
    /// Where a school is looked up that is to belong.
    package static func directory(_ id: CommunityID) -> String { "/communities/\(id)/directory" }
    package static let installationDirectory = "/directory"
    static func packs(_ id: CommunityID) -> String { "/communities/\(id)/packs" }
}

extension Community {
    /// As the head of its pages names it.
    package var pageName: CommunityName { CommunityName(id: id, name: name) }
}
