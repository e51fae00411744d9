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
        try add(
            founderRoles(of: pack, creator, for: isSchool ? organisation : nil, on: today), to: community.id)
        try record(
            Event("community-formed", community: community.id, subject: community.id.rawValue, text: community.name),
            by: creator)
        return community.id
    }

    /// The roles in which a founder stands there from the first day: who leads, and whose school it is.
    private func founderRoles(
        of pack: Pack, _ founder: PersonID, for school: OrganisationID?, on day: Day
    ) -> [Position] {
        func position(_ standing: Standing, for organisation: OrganisationID?) -> Position? {
            pack.roles.first { $0.standing == standing }.map { role in
                Position(
                    id: .new(at: now), role: role.key, organisation: organisation, holder: founder, since: day,
                    until: nil, release: nil)
            }
        }
        return [position(.leader, for: nil), school.flatMap { position(.principal, for: $0) }].compactMap { $0 }
    }

    private func add(_ positions: [Position], to community: CommunityID) throws {
        for position in positions { try add(position, to: community) }
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

    /// The person with an address, made known if they are new.
    func person(name: String, email: String) throws -> PersonID {
        try person(email: email)?.id ?? addPerson(name: name, email: email, passwordHash: nil)
    }

    /// A link with which somebody who was never here chooses a password.
    ///
    /// Whoever holds it becomes that person. So all they stand for must lie in this community and be the viewer's to
    /// give: nobody reaches through it what they could not have given to themselves.
    func invitation(
        for id: PersonID, to community: Community, by viewer: Viewer, on day: Day
    ) throws -> String {
        guard let person = try person(id), !person.isOperator else { throw PositionRefusal.notYoursToInvite }
        guard try passwordHash(ofEmail: person.email)?.hash == nil else { throw PositionRefusal.hereAlready }
        for grant in try grants(of: id, on: day) {
            guard grant.community == community.id,
                viewer.may(.manage, community.realm(ofPart: grant.organisation)),
                try mayName(grant.standing, for: grant.organisation, in: community.id, viewer, besides: id)
            else { throw PositionRefusal.notYoursToInvite }
        }
        return try makeLink(
            .invitation, person: id, name: person.name, email: person.email, place: community.name, by: viewer.person)
    }

    /// Whoever may see a school's learners is named by that school, once it has somebody to name them.
    func mayName(
        _ standing: Standing, for organisation: OrganisationID?, in community: CommunityID, _ viewer: Viewer,
        besides person: PersonID? = nil
    ) throws -> Bool {
        guard let organisation, standing.reachesLearners, !viewer.may(.manage, .organisation(organisation)) else {
            return true
        }
        return try !keepsLearners(organisation, besides: community, and: person)
    }
}
