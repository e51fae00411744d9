package import Database
import FocusAreas
package import Ground

extension Transaction {
    /// What people did in a community, newest first.
    package func activities(of community: CommunityID) throws -> [Activity] {
        try activities("activity.community_id = \(community) AND NOT activity.is_removed", in: community)
    }

    package func activity(_ id: Identifier<Activity>, in community: CommunityID) throws -> Activity? {
        try activities(
            "activity.community_id = \(community) AND activity.id = \(id) AND NOT activity.is_removed", in: community
        ).first
    }

    /// A line that was taken back and can be put back.
    func removedActivity(_ id: Identifier<Activity>, in community: CommunityID) throws -> Activity? {
        try activities(
            "activity.community_id = \(community) AND activity.id = \(id) AND activity.is_removed", in: community
        ).first
    }

    package func add(_ activity: Activity) throws {
        try execute(
            """
            INSERT INTO activity (community_id, id, organisation_id, text, company, kind, focus_area, day, person_id,
                is_removed)
            VALUES (\(activity.community), \(activity.id), \(activity.organisation), \(activity.text),
                \(activity.company), \(activity.kind), \(activity.focusArea), \(activity.day), \(activity.person),
                FALSE)
            """)
        try storePartners(of: activity)
    }

    func store(_ activity: Activity) throws {
        try execute(
            """
            UPDATE activity SET text = \(activity.text), company = \(activity.company), kind = \(activity.kind),
                focus_area = \(activity.focusArea), day = \(activity.day)
            WHERE community_id = \(activity.community) AND id = \(activity.id)
            """)
        try storePartners(of: activity)
    }

    func setRemoved(_ isRemoved: Bool, _ activity: Activity) throws {
        try execute(
            """
            UPDATE activity SET is_removed = \(isRemoved)
            WHERE community_id = \(activity.community) AND id = \(activity.id)
            """)
    }

    /// The focus areas that lines and gems of a community name, or named.
    func focuses(of community: CommunityID) throws -> [Focus] { try focusAreas(of: community).map(Focus.init) }

    /// The titles of the gems that came from an activity.
    func gemTitles(from activity: Activity) throws -> [String] {
        try rows(
            """
            SELECT gem.title FROM gem_activity
            JOIN gem ON gem.community_id = gem_activity.community_id AND gem.id = gem_activity.gem_id
            WHERE gem_activity.community_id = \(activity.community) AND gem_activity.activity_id = \(activity.id)
            ORDER BY gem.sort_key
            """
        ) { try $0[0] }
    }

    private func storePartners(of activity: Activity) throws {
        try execute(
            """
            DELETE FROM activity_partner
            WHERE community_id = \(activity.community) AND activity_id = \(activity.id)
            """)
        for partner in Set(activity.partners) {
            try execute(
                """
                INSERT INTO activity_partner (community_id, activity_id, organisation_id)
                VALUES (\(activity.community), \(activity.id), \(partner))
                """)
        }
    }

    private func activities(_ condition: SQL, in community: CommunityID) throws -> [Activity] {
        var partners: [Identifier<Activity>: [OrganisationID]] = [:]
        try each(
            """
            SELECT activity_partner.activity_id, activity_partner.organisation_id
            FROM activity_partner JOIN activity ON activity.community_id = activity_partner.community_id
                AND activity.id = activity_partner.activity_id
            JOIN organisation ON organisation.id = activity_partner.organisation_id
            WHERE \(condition) ORDER BY organisation.sort_key
            """
        ) { partners[try $0[0], default: []].append(try $0[1]) }
        return try rows(
            """
            SELECT activity.id, activity.organisation_id, activity.text, activity.company, activity.kind,
                activity.focus_area, activity.day, activity.person_id, coalesce(person.name, '')
            FROM activity LEFT JOIN person ON person.id = activity.person_id
            WHERE \(condition) ORDER BY activity.day DESC, activity.id DESC
            """
        ) { row in
            let id: Identifier<Activity> = try row[0]
            return try Activity(
                id: id, community: community, organisation: row[1], text: row[2], company: row[3],
                partners: partners[id] ?? [], kind: row[4], focusArea: row[5], day: row[6], person: row[7], by: row[8])
        }
    }
}
