package import Database
package import Ground

/// What of the database belongs to a community and goes where it goes. A table goes along only if it is named here.
///
/// What belongs to a school stays with the school: learners, results, counts, intakes, templates. What lets somebody in
/// stays here: addresses, passwords, sessions, links.
package enum Carried {
    static let own: Set = [
        "action_version", "activity", "activity_partner", "adoption", "challenge", "collection",
        "collection_organisation", "collection_reminder", "community_pack", "focus_area", "focus_area_lead",
        "focus_area_move", "gem", "gem_activity", "gem_answer", "gem_design", "gem_evidence", "gem_verdict",
        "impact_finding", "membership", "planned_action", "position", "stage_move", "target",
    ]

    /// Tables of communities that stay, each for a reason.
    package static let staying: Set = [
        // It opens numbers that are not in the file, and was given here; its digests are of small numbers.
        "sign_off",
        // The memory of protection: it holds the very numbers that were not shown.
        "published_cell", "published_round",
        // By it a member that comes back gets standings back, by their ids. Whoever wrote a file could name others' ids.
        "parting",
    ]

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
        default: Carried.own.contains(name) ? "community_id = \(community)" : nil
        }
    }
}
