/// What identifiers name. The things themselves live in their features.
package enum Named {
    package enum Person {}
    package enum Community {}
    package enum Organisation {}
}

package typealias PersonID = Identifier<Named.Person>
package typealias CommunityID = Identifier<Named.Community>
package typealias OrganisationID = Identifier<Named.Organisation>

/// A standing that a person holds: where, and since when. Roles come from packs; each maps to a standing.
package struct Grant: Sendable, Hashable {
    package let standing: Standing
    /// The community in which it holds; `nil` where it holds in the organisation whatever the community.
    package let community: CommunityID?
    /// The organisation for which it holds; `nil` where it holds across the community.
    package let organisation: OrganisationID?

    package init(_ standing: Standing, community: CommunityID?, organisation: OrganisationID?) {
        (self.standing, self.community, self.organisation) = (standing, community, organisation)
    }
}

/// Who is looking: a person with the standings they hold today, or a visitor whom nobody knows.
package struct Viewer: Sendable, Equatable {
    package let person: PersonID?
    package let name: String
    package let grants: [Grant]
    /// Whether they administer the installation. That shows them no learner's data.
    package let isOperator: Bool

    package init(person: PersonID?, name: String, grants: [Grant], isOperator: Bool = false) {
        (self.person, self.name, self.grants, self.isOperator) = (person, name, grants, isOperator)
    }

    package static let visitor = Viewer(person: nil, name: "", grants: [])

    package var isSignedIn: Bool { person != nil }

    /// Standings in a community: those held across it and those held for one of its members.
    package func standings(in community: CommunityID) -> Set<Standing> {
        Set(grants.filter { $0.community == community }.map(\.standing))
    }

    /// Standings for one organisation, in whatever community.
    package func standings(for organisation: OrganisationID) -> Set<Standing> {
        Set(grants.filter { $0.organisation == organisation }.map(\.standing))
    }

    /// The organisations for which they hold one of these standings.
    package func organisations(as standings: Set<Standing>) -> [OrganisationID] {
        var seen: Set<OrganisationID> = []
        return grants.compactMap { grant in
            guard standings.contains(grant.standing), let organisation = grant.organisation,
                seen.insert(organisation).inserted
            else { return nil }
            return organisation
        }
    }

    package var communities: [CommunityID] {
        var seen: Set<CommunityID> = []
        return grants.compactMap { grant in
            guard let community = grant.community, seen.insert(community).inserted else { return nil }
            return community
        }
    }
}
