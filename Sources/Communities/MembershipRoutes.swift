import Programmes
import Accounts
import Database
import Ground
import Hummingbird
import Web

extension Communities {
    func addMembershipRoutes(to router: Router<Context>) {
        router.get("communities/:community/members", use: showMembers)
        router.post("communities/:community/members", use: addMember)
        router.get("communities/:community/members/:membership", use: showMember)
        router.post("communities/:community/members/:membership", use: changeMember)
        router.get("communities/:community/members/:membership/end", use: showLeaving)
        router.post("communities/:community/members/:membership/end", use: endMembership)
        router.post("communities/:community/members/:membership/return", use: returnMember)
    }

    @Sendable func showMembers(_ request: Request, _ context: Context) async throws -> Response {
        let query = request.uri.queryParameters
        func named(_ name: String) -> Identifier<Membership>? {
            query[Substring(name)].flatMap { Identifier(typed: String($0)) }
        }
        return try await membersPage(context, done: (left: named("left"), changed: named("changed")))
    }

    private func membersPage(
        _ context: Context, done: (left: Identifier<Membership>?, changed: Identifier<Membership>?) = (nil, nil),
        problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, members) = try await site.database.read { transaction in
            guard let community = try transaction.community(id, for: viewer) else { throw NotFound() }
            return (community, try transaction.members(of: id))
        }
        return context.page(
            MembersPage(
                of: community, pack: try pack(of: community), members: members, today: today,
                belongs: viewer.may(.see, community.realm), mayManage: viewer.may(.manage, community.realm),
                described: members.map(\.organisation.id).filter { viewer.may(.manage, community.realm(of: $0)) },
                left: done.left, changed: done.changed, form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func addMember(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .manage)
                try community.requireOpen()
                let new = try NewMember.read(form, pack: pack(of: community), today: today)
                let organisation = try transaction.add(
                    new.organisation, to: community, as: new.membership, on: new.since)
                try transaction.record(
                    Event(
                        "membership-joined", community: id, organisation: organisation, subject: organisation.rawValue,
                        text: new.organisation.name),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await membersPage(context, problems: problems)
        } catch let refusal as MembershipRefusal {
            return try await membersPage(context, problems: Problems("organisation", refusal.words))
        }
        return .seeOther(CommunityPath.members(id))
    }

    @Sendable func showMember(_ request: Request, _ context: Context) async throws -> Response {
        try await memberPage(context)
    }

    private func memberPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let viewer = context.viewer
        let (community, member) = try await site.database.read { transaction in
            try transaction.member(membershipID, in: id, for: viewer)
        }
        return context.page(
            MemberPage(
                of: community, pack: try pack(of: community), member: member,
                mayManage: viewer.may(.manage, community.realm), form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func changeMember(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let (viewer, form) = (context.viewer, context.form)
        do {
            try await site.database.write { transaction in
                let (community, member) = try transaction.member(membershipID, in: id, for: viewer)
                try community.requireOpen()
                var problems = Problems()
                let kinds = try pack(of: community).organisations.map(\.key)
                guard let new = NewOrganisation.read(form, kinds: kinds, into: &problems) else { throw problems }
                let isSharedWithOthers = try transaction.memberships(of: member.organisation.id).contains {
                    $0.membership.community != id
                }
                guard !isSharedWithOthers || viewer.may(.manage, .organisation(member.organisation.id)) else {
                    throw MembershipRefusal.describedElsewhere
                }
                var organisation = member.organisation
                (organisation.name, organisation.kind, organisation.roll) = (new.name, new.kind, new.roll)
                try transaction.store(organisation)
                try transaction.record(
                    Event(
                        "organisation-changed", community: id, organisation: organisation.id,
                        subject: organisation.id.rawValue, text: organisation.name),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await memberPage(context, problems: problems)
        } catch let refusal as MembershipRefusal {
            return try await memberPage(context, problems: Problems("organisation", refusal.words))
        }
        return .seeOther(CommunityPath.members(id) + "?changed=\(membershipID)")
    }

    @Sendable func showLeaving(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let (viewer, today) = (context.viewer, site.today)
        let page = try await site.database.read { transaction -> LeavingPage in
            let community = try transaction.community(id, for: viewer, to: .manage)
            guard let membership = try transaction.membership(membershipID, in: id),
                let organisation = try transaction.organisation(membership.organisation)
            else { throw NotFound() }
            _ = try membership.ended(on: today)
            let people = try transaction.people(in: id, on: today).filter { $0.grant.organisation == organisation.id }
            return LeavingPage(
                of: community, member: Member(membership: membership, organisation: organisation),
                people: people.map(\.person.name))
        }
        return context.page(page)
    }

    @Sendable func endMembership(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            guard let membership = try transaction.membership(membershipID, in: id) else { throw NotFound() }
            try transaction.part(membership, on: today)
            try transaction.record(
                Event(
                    "membership-left", community: id, organisation: membership.organisation,
                    subject: membership.organisation.rawValue),
                by: viewer.person)
        }
        return .seeOther(CommunityPath.members(id) + "?left=\(membershipID)")
    }

    @Sendable func returnMember(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            guard let membership = try transaction.membership(membershipID, in: id) else { throw NotFound() }
            let others = try transaction.memberships(of: membership.organisation).filter {
                $0.membership.id != membershipID
            }
            try transaction.takeBack(try membership.returned(on: today, beside: others))
            try transaction.record(
                Event(
                    "membership-returned", community: id, organisation: membership.organisation,
                    subject: membership.organisation.rawValue),
                by: viewer.person)
        }
        return .seeOther(CommunityPath.members(id))
    }
}

extension Transaction {
    /// A member that still belongs, for somebody who may say what it is called and how large it is.
    fileprivate func member(
        _ membership: Identifier<Membership>, in id: CommunityID, for viewer: Viewer
    ) throws -> (Community, Member) {
        let community = try community(id, for: viewer, to: .see)
        guard let membership = try self.membership(membership, in: id), membership.until == nil,
            let organisation = try organisation(membership.organisation)
        else { throw NotFound() }
        try viewer.require(.manage, community.realm(of: organisation.id))
        return (community, Member(membership: membership, organisation: organisation))
    }
}
