import Accounts
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Communities {
    func addStageRoutes(to router: Router<Context>) {
        router.get("communities/:community/stages", use: showStages)
        router.post("communities/:community/stages", use: moveStage)
    }

    @Sendable func showStages(_ request: Request, _ context: Context) async throws -> Response {
        try await stagesPage(context)
    }

    private func stagesPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let (community, moves) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (community, try transaction.stageMoves(of: id))
        }
        return context.page(
            StagesPage(
                of: community, pack: try pack(of: community), moves: moves,
                mayDecide: viewer.may(.decide, community.realm), mayManage: viewer.may(.manage, community.realm),
                form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func moveStage(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let key = form.text("component")
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                guard let component = try pack(of: community).components[key: key] else { throw NotFound() }
                let current = try transaction.stageMoves(of: id).last { $0.component == key }?.to
                let move = try StageMove.moving(
                    component, from: current, to: form.text("stage-\(key)"), evidence: form.text("evidence-\(key)"),
                    on: today, by: viewer.name, holding: viewer.standings(in: id))
                try transaction.add(move, to: id, by: viewer.person)
                try transaction.record(
                    Event("stage-moved", community: id, subject: "\(key):\(move.to)", text: move.evidence),
                    by: viewer.person)
            }
        } catch let refusal as StageRefusal {
            return try await stagesPage(context, problems: Problems("evidence-\(key)", refusal.words))
        }
        return .seeOther(CommunityPath.stages(id))
    }
}
