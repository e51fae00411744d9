import Accounts
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Communities {
    /// The JSON face: the same nouns, through the same policy, read only.
    func addAPI(to api: RouterGroup<Context>) {
        api.get("communities") { _, context in
            let viewer = context.viewer
            let communities = try await site.database.read { try $0.communities(for: viewer) }
            return try Response.json(["communities": communities.map(CommunityJSON.init)])
        }
        api.get("communities/:community") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let community = try await site.database.read { try $0.community(id, for: viewer) }
            guard let community else { throw NotFound() }
            return try Response.json(CommunityJSON(community))
        }
        api.get("communities/:community/members") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let members = try await site.database.read { transaction in
                guard try transaction.community(id, for: viewer) != nil else { throw NotFound() }
                return try transaction.members(of: id)
            }
            return try Response.json(["members": members.map(MemberJSON.init)])
        }
        api.get("communities/:community/stages") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let moves = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.stageMoves(of: id)
            }
            return try Response.json(["moves": moves.map(StageMoveJSON.init)])
        }
    }
}

private struct CommunityJSON: Encodable {
    let id: CommunityID
    let name: String
    let purpose: String
    let state: String
    let started: Day
    let packs: [String]

    init(_ community: Community) {
        (id, name, purpose) = (community.id, community.name, community.purpose)
        (state, started) = (community.state.rawValue, community.started)
        packs = community.packs.map { "\($0.id) \($0.version)" }
    }
}

private struct MemberJSON: Encodable {
    let organisation: OrganisationID
    let name: String
    let kind: String
    let membership: String
    let isResourced: Bool
    let roll: Int?
    let since: Day
    let until: Day?

    init(_ member: Member) {
        (organisation, name) = (member.organisation.id, member.organisation.name)
        (kind, roll) = (member.organisation.kind, member.organisation.roll)
        (membership, isResourced) = (member.membership.kind, member.membership.isResourced)
        (since, until) = (member.membership.since, member.membership.until)
    }
}

private struct StageMoveJSON: Encodable {
    let component: String
    let from: String?
    let to: String
    let evidence: String
    let day: Day

    init(_ move: StageMove) {
        (component, from, to) = (move.component, move.from, move.to)
        (evidence, day) = (move.evidence, move.day)
    }
}
