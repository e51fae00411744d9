package import Communities
package import Database
package import Ground
package import Web

/// What a community puts its work into: few areas at first, each led by a principal, each with lead teachers in every
/// school, each introduced, embedded and then maintained at its own pace.
package struct FocusAreas: Feature {
    let site: Site
    let communities: Communities
    let work: @Sendable (Transaction, FocusArea, CommunityID) throws -> Work

    /// `work` is how features above this one show on its page what serves a focus area.
    package init(
        communities: Communities,
        work: @escaping @Sendable (Transaction, FocusArea, CommunityID) throws -> Work = { _, _, _ in Work() }
    ) {
        (site, self.communities, self.work) = (communities.site, communities, work)
    }

    package var migrations: [Migration] { FocusAreaSchema.migrations }

    package var rooms: [Room] { [Room(FocusAreaWords.focusAreas, path: FocusAreaPath.list)] }
}

extension FocusAreas {
    /// What serves a focus area, as other features tell it: their things by name, and where one more is added.
    package struct Work: Sendable {
        package struct Item: Sendable {
            let title: String
            let path: String
            let note: Words

            package init(title: String, path: String, note: Words) {
                (self.title, self.path, self.note) = (title, path, note)
            }
        }

        package var items: [Item]
        /// Where work that serves the focus area is added.
        package var addition: (words: Words, path: String)?

        package init(items: [Item] = [], addition: (words: Words, path: String)? = nil) {
            (self.items, self.addition) = (items, addition)
        }
    }
}

/// The ways of this feature, written once.
package enum FocusAreaPath {
    @Sendable package static func list(_ community: CommunityID) -> String { "/communities/\(community)/focus-areas" }
    package static func new(_ community: CommunityID) -> String { "\(list(community))/new" }
    package static func one(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String {
        "\(list(community))/\(id)"
    }
    static func phase(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String { "\(one(community, id))/phase" }
    static func lead(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String { "\(one(community, id))/lead" }
    static func leadTeachers(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String {
        "\(one(community, id))/lead-teachers"
    }
    static func leadTeacherEnd(
        _ community: CommunityID, _ id: Identifier<FocusArea>, _ lead: Identifier<FocusArea.Lead>
    ) -> String {
        "\(leadTeachers(community, id))/\(lead)/end"
    }
    static func end(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String { "\(one(community, id))/end" }
    static func endWithdrawal(_ community: CommunityID, _ id: Identifier<FocusArea>) -> String {
        "\(end(community, id))/withdrawal"
    }
}
