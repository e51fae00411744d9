package import Database
package import Ground

/// What of the database belongs to a community and goes where it goes.
///
/// A table whose key begins with the community is its own. What belongs to a school stays with the school: learners,
/// results, counts, intakes, templates. What lets somebody in stays here: addresses, passwords, sessions, links. Sign-offs
/// stay too, for they open numbers that are not in the file, and were given here.
package enum Carried {
    /// Tables that are not a community's own by their key, and yet are its record.
    static let whole = ["community", "event", "standing", "audit_entry", "audit_head"]
    /// What protects numbers holds the numbers it protects, and what undoes a parting names standings of people: they
    /// stay where they are.
    static let staying: Set = ["sign_off", "published_cell", "published_round", "parting"]

    /// Of organisations and people only what the community's record names them by.
    static let organisation = TableShape(
        name: "organisation",
        fields: [
            .init("id", .text), .init("name", .text), .init("kind", .text), .init("directory_number", .text),
            .init("roll", .integer), .init("zone", .text),
        ], key: ["id"])
    static let person = TableShape(name: "person", fields: [.init("id", .text), .init("name", .text)], key: ["id"])
}

extension TableShape {
    /// Which rows belong to a community; `nil` where none do.
    package func rows(of community: CommunityID) -> SQL? {
        switch name {
        case "community": "id = \(community)"
        case "event", "standing": "community_id = \(community)"
        case "audit_entry", "audit_head": "scope = \(community)"
        default:
            key.first == "community_id" && !Carried.staying.contains(name) ? "community_id = \(community)" : nil
        }
    }
}
