import Accounts
import Database
import Ground
import Programmes

extension Transaction {
    /// A new community with its first member, whose principal leads it until roles are agreed.
    func form(_ new: NewCommunity, by pack: Pack, creator: PersonID, today: Day) throws -> CommunityID {
        let community = Community(
            id: .new(at: now), name: new.name, purpose: new.purpose, state: .forming, isPublic: false, started: today,
            packs: [pack.name])
        try add(community)
        let kind = pack.memberships.first { $0.isInside && !$0.isResourced } ?? pack.memberships.first
        guard let kind else { preconditionFailure("a pack without kinds of membership does not pass its check") }
        let organisation = try add(new.organisation, to: community, as: kind, on: today)
        let isSchool = pack.organisations[key: new.organisation.kind]?.isSchool ?? false
        try grant(Grant(.leader, community: community.id, organisation: nil), to: creator, since: today)
        try grant(
            Grant(isSchool ? .principal : .partner, community: community.id, organisation: organisation), to: creator,
            since: today)
        try record(
            Event("community-formed", community: community.id, subject: community.id.rawValue, text: community.name),
            by: creator)
        return community.id
    }

    /// A new organisation that joins a community on a day.
    func add(
        _ new: NewOrganisation, to community: Community, as kind: Pack.MembershipKind, on day: Day
    ) throws -> OrganisationID {
        let known: OrganisationID? = try value(
            """
            SELECT organisation.id FROM organisation JOIN membership ON membership.organisation_id = organisation.id
            WHERE membership.community_id = \(community.id) AND organisation.sort_key = \(new.name.sortKey)
                AND (organisation.directory_number IS NULL OR \(new.number) IS NULL
                    OR organisation.directory_number = \(new.number))
            """)
        let id = known ?? .new(at: now)
        if known == nil {
            try add(
                Organisation(
                    id: id, name: new.name, kind: new.kind, directoryNumber: new.number, roll: new.roll))
        }
        let membership = try Membership.joining(
            community, organisation: id, as: kind, on: day, beside: try memberships(of: id), id: .new(at: now))
        try add(membership)
        return id
    }

    /// The person with an address, invited if they are new. The token is for the link that lets them choose a password.
    func invite(name: String, email: String, by inviter: PersonID?) throws -> (person: PersonID, token: String?) {
        if let known = try person(email: email) { return (known.id, nil) }
        let person = try addPerson(name: name, email: email, passwordHash: nil)
        let token = try makeLink(.invitation, person: person, name: name, email: email, by: inviter)
        return (person, token)
    }
}
