package import Communities
package import Database
package import Ground
package import HTML
package import Web

/// From the melee to the board: what people did together, the ideas they found to work, the leaders' answers, and how
/// far each idea has come at each member.
package struct Gems: Feature {
    let site: Site
    let communities: Communities
    let chapters: [GemChapter]

    package init(communities: Communities, chapters: [GemChapter] = []) {
        (site, self.communities, self.chapters) = (communities.site, communities, chapters)
    }

    package var migrations: [Migration] { GemSchema.migrations }

    package var rooms: [Room] {
        [
            Room(ActivityWords.activities, path: GemPath.activities),
            Room(GemWords.gems, isPublic: true, path: GemPath.gems),
            Room(BoardWords.board, path: GemPath.board),
        ]
    }
}

/// A part of a gem's page that a feature above this one adds, such as the check of its effect.
///
/// App hands the chapters in, so that knowledge goes on pointing down: this feature does not know who wrote them.
package struct GemChapter: Sendable {
    /// Reads what the chapter tells, in the transaction of the page; the markup comes later, in the reader's language.
    package let read: @Sendable (Transaction, GemStory, Community, Viewer) throws -> @Sendable () -> HTML

    package init(
        read: @escaping @Sendable (Transaction, GemStory, Community, Viewer) throws -> @Sendable () -> HTML
    ) {
        self.read = read
    }
}

/// The ways of this feature, written once.
package enum GemPath {
    @Sendable package static func activities(_ id: CommunityID) -> String { "/communities/\(id)/activities" }
    static func activity(_ id: CommunityID, _ activity: Identifier<Activity>) -> String {
        "/communities/\(id)/activities/\(activity)"
    }
    static func removal(_ id: CommunityID, _ activity: Identifier<Activity>) -> String {
        "/communities/\(id)/activities/\(activity)/removal"
    }
    static func restoration(_ id: CommunityID, _ activity: Identifier<Activity>) -> String {
        "/communities/\(id)/activities/\(activity)/restoration"
    }
    @Sendable package static func gems(_ id: CommunityID) -> String { "/communities/\(id)/gems" }
    package static func new(_ id: CommunityID) -> String { "/communities/\(id)/gems/new" }
    static func new(_ id: CommunityID, from activity: Identifier<Activity>) -> String {
        "/communities/\(id)/gems/new?activity=\(activity)"
    }
    package static func gem(_ id: CommunityID, _ gem: Identifier<Gem>) -> String { "/communities/\(id)/gems/\(gem)" }
    package static func answer(_ id: CommunityID, _ gem: Identifier<Gem>) -> String {
        "/communities/\(id)/gems/\(gem)/answer"
    }
    package static func design(_ id: CommunityID, _ gem: Identifier<Gem>) -> String {
        "/communities/\(id)/gems/\(gem)/design"
    }
    package static func adoption(
        _ id: CommunityID, _ gem: Identifier<Gem>, _ organisation: OrganisationID
    ) -> String { "/communities/\(id)/gems/\(gem)/adoptions/\(organisation)" }
    @Sendable package static func board(_ id: CommunityID) -> String { "/communities/\(id)/diffusion" }
    static func board(_ id: CommunityID, on day: Day) -> String { "/communities/\(id)/diffusion?on=\(day)" }
}
