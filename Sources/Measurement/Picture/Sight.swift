import Accounts
import Communities
package import Ground

/// How much somebody may see of the numbers: which circle they stand in, and which organisations are their own.
///
/// Everything a picture shows follows from the data and a sight, so that people with the same sight share a page.
package struct Sight: Hashable, Sendable {
    package enum Circle: String, CaseIterable, Sendable {
        /// Those who work together under an agreement.
        case inside
        /// Boards, partners, the public.
        case outside
    }

    /// How one's own organisation is seen, signed off or not.
    package enum Own: String, Sendable {
        case atFloor, exactly
    }

    package var circle: Circle
    package var own: [OrganisationID: Own]
    /// The organisations for which they may sign off, and enter results.
    package var signing: Set<OrganisationID>
    package var entering: Set<OrganisationID>
    /// Whether they belong to the community at all, rather than look in from the street.
    package var belongs = false
    /// Whether they may change the community's settings.
    package var manages = false

    package init(
        _ circle: Circle, own: [OrganisationID: Own] = [:], signing: Set<OrganisationID> = [],
        entering: Set<OrganisationID> = []
    ) {
        (self.circle, self.own, self.signing, self.entering) = (circle, own, signing, entering)
    }

    /// What goes out of the house: to boards, to the public.
    package static let outside = Sight(.outside)

    /// - Parameter insiders: the organisations that belong to the inner circle today, by the kind of their membership.
    init(of viewer: Viewer, in community: Community, insiders: Set<OrganisationID>) {
        let isInside = viewer.grants.contains { grant in
            grant.community == community.id && Policy.allows(grant.standing, .seeNumbers, .shared)
                && grant.organisation.map(insiders.contains) ?? true
        }
        self.init(isInside ? .inside : .outside)
        belongs = viewer.may(.see, community.realm)
        manages = viewer.may(.manage, community.realm)
        for organisation in Set(viewer.grants.compactMap(\.organisation)) {
            let realm = community.realm(of: organisation)
            if viewer.may(.seeLearners, realm) {
                own[organisation] = .exactly
            } else if viewer.standings(for: organisation).contains(where: { Policy.allows($0, .seeNumbers, .own) }) {
                own[organisation] = .atFloor
            }
            if viewer.may(.signOff, realm) { signing.insert(organisation) }
            if viewer.may(.enterResults, realm) { entering.insert(organisation) }
        }
    }
}
