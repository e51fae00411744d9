package import Communities
package import Ground

/// What came in with a community.
package struct CommunityImport: Sendable {
    package struct Person: Sendable, Equatable {
        package let id: PersonID
        package let name: String

        package init(id: PersonID, name: String) { (self.id, self.name) = (id, name) }
    }

    package let community: Community
    package let rows: Int
    /// Organisations and people who came to be, and those who were here already and are the same.
    package let organisations: (new: Int, known: Int)
    package let people: (new: Int, known: Int)
    /// Standings that did not come along, for an organisation that was here names its own people.
    package let standingsLeftOut: Int
    /// Those who lead the community today and have no address yet.
    package let leaders: [Person]
    /// Whether the audit trail that came along holds from its beginning.
    package let trailHolds: Bool

    package var lines: [Words] { ExportWords.lines(of: self) }

}
