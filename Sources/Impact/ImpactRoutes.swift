import Measurement
import Accounts
import Communities
import Database
import Gems
import Ground
package import Hummingbird
package import Web

extension Impact {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/impact", use: showImpact)
        router.get("communities/:community/gems/:gem/checks", use: showChecks)
        router.post("communities/:community/gems/:gem/checks", use: check)
        addAPI(to: api)
    }

    @Sendable func showImpact(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let (community, stories, checks) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (community, try transaction.gems(of: id), try transaction.impactChecks(of: id))
        }
        let sides = Side.asked(by: try communities.pack(of: community))
        let byGem = Dictionary(grouping: checks, by: \.verdict.gem)
        let gems = stories.filter { $0.hasBeenTried || byGem[$0.gem.id] != nil }
        return context.page(
            ImpactPage(
                of: community, sides: sides,
                gems: gems.map { ($0, ImpactPicture(byGem[$0.gem.id] ?? [], sides: sides)) }, today: site.today,
                mayCheck: community.isAtWork && viewer.may(.contribute, community.realm)))
    }

    @Sendable func showChecks(_ request: Request, _ context: Context) async throws -> Response {
        try await checksPage(context)
    }

    private func checksPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let viewer = context.viewer
        let (community, story, checks) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let story = try transaction.gem(gemID, in: id) else { throw NotFound() }
            return (community, story, try transaction.impactChecks(of: id).filter { $0.verdict.gem == gemID })
        }
        let pack = try communities.pack(of: community)
        let measured = try await measurement?.now(of: community, by: pack, for: viewer) ?? []
        return context.page(
            ChecksPage(
                of: community, story: story, sides: Side.asked(by: pack), checks: checks, measured: measured,
                mayCheck: ImpactCheck.mayBeMade(of: story) && community.isAtWork
                    && viewer.may(.contribute, community.realm),
                mayStop: viewer.may(.decide, community.realm), form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func check(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .contribute)
                try community.requireOpen()
                guard let story = try transaction.gem(gemID, in: id) else { throw NotFound() }
                let sides = Side.asked(by: try communities.pack(of: community))
                let new = try NewCheck.read(form, sides: sides, today: today)
                do {
                    try ImpactCheck.require(
                        new.kind, of: story, findings: new.findings, because: new.reason,
                        mayStop: viewer.may(.decide, community.realm))
                } catch let refusal as ImpactRefusal where !refusal.field(of: sides).isEmpty {
                    throw Problems(refusal.field(of: sides), refusal.words)
                }
                let check = ImpactCheck(
                    verdict: Verdict(
                        id: .new(at: transaction.now), gem: gemID, kind: new.kind, reason: new.reason, day: new.day,
                        at: transaction.now, person: viewer.person),
                    findings: new.findings)
                try transaction.add(check, in: id)
                try transaction.record(
                    Event(
                        "gem-checked", community: id, organisation: story.gem.organisation, subject: gemID.rawValue,
                        text: "\(new.kind.rawValue): \(new.reason)"),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await checksPage(context, problems: problems)
        }
        return .seeOther(GemPath.gem(id, gemID) + "#impact")
    }
}
