import Accounts
import Database
import Ground
import Hummingbird
import Web

extension Communities {
    func addMembershipRoutes(to router: Router<Context>) {
        router.get("communities/:community/members", use: showMembers)
        router.post("communities/:community/members", use: addMember)
        router.post("communities/:community/members/:membership/end", use: endMembership)
    }

    @Sendable func showMembers(_ request: Request, _ context: Context) async throws -> Response {
        try await membersPage(context)
    }

    private func membersPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
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
                form: context.form, problems: problems),
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

    @Sendable func endMembership(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let membershipID = try context.id("membership", of: Membership.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            guard let membership = try transaction.membership(membershipID, in: id) else { throw NotFound() }
            try transaction.store(try membership.ended(on: today))
            try transaction.withdraw(membership.organisation, from: id, on: today)
            try transaction.record(
                Event(
                    "membership-left", community: id, organisation: membership.organisation,
                    subject: membership.organisation.rawValue),
                by: viewer.person)
        }
        return .seeOther(CommunityPath.members(id))
    }
}
