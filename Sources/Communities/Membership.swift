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
        let joined = Membership(
            id: id, community: community.id, organisation: organisation, kind: kind.key, isResourced: kind.isResourced,
            since: day, until: nil)
        try joined.requireRoom(beside: others, on: day)
        return joined
    }

    /// The membership, ended on a day.
    package func ended(on day: Day) throws(MembershipRefusal) -> Membership {
        guard until == nil else { throw .endedAlready }
        guard day >= since else { throw .endsBeforeItBegan(since) }
        return Membership(
            id: id, community: community, organisation: organisation, kind: kind, isResourced: isResourced,
            since: since, until: day)
    }

    /// Whether its end may still be taken back: on the day itself and on the next.
    package func mayReturn(on day: Day) -> Bool {
        until.map { (0...1).contains(day.daysSince1970 - $0.daysSince1970) } ?? false
    }

    /// The membership as it was before it ended, if the end was a mistake that is noticed soon enough.
    package func returned(
        on day: Day, beside others: [(membership: Membership, communityName: String)]
    ) throws(MembershipRefusal) -> Membership {
        guard until != nil else { throw .goesOn }
        guard mayReturn(on: day) else { throw .leftTooLongAgo }
        let returned = Membership(
            id: id, community: community, organisation: organisation, kind: kind, isResourced: isResourced,
            since: since, until: nil)
        try returned.requireRoom(beside: others, on: day)
        return returned
    }

    /// An organisation belongs to a community once, and draws resourcing through one.
    private func requireRoom(
        beside others: [(membership: Membership, communityName: String)], on day: Day
    ) throws(MembershipRefusal) {
        let open = others.filter { $0.membership.until == nil || $0.membership.isOpen(on: day) }
        guard !open.contains(where: { $0.membership.community == community }) else { throw .belongsAlready }
        if isResourced, let other = open.first(where: \.membership.isResourced) {
            throw .resourcedElsewhere(other.communityName)
        }
    }
}

package enum MembershipRefusal: Refusal {
    case belongsAlready
    case resourcedElsewhere(String)
    case endedAlready
    case endsBeforeItBegan(Day)
    case goesOn
    case leftTooLongAgo
    case describedElsewhere

    package var words: Words {
        switch self {
        case .belongsAlready: CommunityWords.refusedBelongsAlready
        case .resourcedElsewhere(let community): CommunityWords.refusedResourcedElsewhere(community)
        case .endedAlready: CommunityWords.refusedEndedAlready
        case .endsBeforeItBegan(let day): CommunityWords.refusedEndsBeforeItBegan(day)
        case .goesOn: CommunityWords.refusedGoesOn
        case .leftTooLongAgo: CommunityWords.refusedLeftTooLongAgo
        case .describedElsewhere: CommunityWords.refusedDescribedElsewhere
        }
    }
}
