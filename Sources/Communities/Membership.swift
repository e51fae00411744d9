package import Ground
package import Programmes

/// That an organisation belongs to a community, in which way, from when until when.
///
/// An organisation may belong to several communities at once, but draw a programme's resourcing through one only.
package struct Membership: Sendable, Equatable {
    package let id: Identifier<Membership>
    package let community: CommunityID
    package let organisation: OrganisationID
    /// The kind, by its key in the pack.
    package let kind: String
    package let isResourced: Bool
    package let since: Day
    package let until: Day?

    package init(
        id: Identifier<Membership>, community: CommunityID, organisation: OrganisationID, kind: String,
        isResourced: Bool, since: Day, until: Day?
    ) {
        (self.id, self.community, self.organisation, self.kind) = (id, community, organisation, kind)
        (self.isResourced, self.since, self.until) = (isResourced, since, until)
    }

    /// The organisation stops belonging on the day it ends.
    package func isOpen(on day: Day) -> Bool { since <= day && until.map { day < $0 } ?? true }
}

extension Membership {
    /// A new membership, given the memberships the organisation already has anywhere.
    package static func joining(
        _ community: Community, organisation: OrganisationID, as kind: Pack.MembershipKind, on day: Day,
        beside others: [(membership: Membership, communityName: String)], id: Identifier<Membership>
    ) throws(MembershipRefusal) -> Membership {
        let open = others.filter { $0.membership.until == nil || $0.membership.isOpen(on: day) }
        guard !open.contains(where: { $0.membership.community == community.id }) else { throw .belongsAlready }
        if kind.isResourced, let other = open.first(where: \.membership.isResourced) {
            throw .resourcedElsewhere(other.communityName)
        }
        return Membership(
            id: id, community: community.id, organisation: organisation, kind: kind.key, isResourced: kind.isResourced,
            since: day, until: nil)
    }

    /// The membership, ended on a day.
    package func ended(on day: Day) throws(MembershipRefusal) -> Membership {
        guard until == nil else { throw .endedAlready }
        guard day >= since else { throw .endsBeforeItBegan(since) }
        return Membership(
            id: id, community: community, organisation: organisation, kind: kind, isResourced: isResourced,
            since: since, until: day)
    }
}

package enum MembershipRefusal: Refusal {
    case belongsAlready
    case resourcedElsewhere(String)
    case endedAlready
    case endsBeforeItBegan(Day)

    package var words: Words {
        switch self {
        case .belongsAlready: CommunityWords.refusedBelongsAlready
        case .resourcedElsewhere(let community): CommunityWords.refusedResourcedElsewhere(community)
        case .endedAlready: CommunityWords.refusedEndedAlready
        case .endsBeforeItBegan(let day): CommunityWords.refusedEndsBeforeItBegan(day)
        }
    }
}
