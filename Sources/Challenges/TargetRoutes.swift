import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Challenges {
    func addTargetRoutes(to router: Router<Context>) {
        router.get("communities/:community/challenges/:challenge/targets/new", use: showNewTarget)
        router.post("communities/:community/challenges/:challenge/targets", use: setTarget)
        router.post("communities/:community/challenges/:challenge/targets/:target/end", use: removeTarget)
    }

    @Sendable func showNewTarget(_ request: Request, _ context: Context) async throws -> Response {
        try await targetPage(context)
    }

    private func targetPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let viewer = context.viewer
        let (community, challenge) = try await site.database.read {
            try $0.challenge(challengeID, in: id, toChangeFor: viewer)
        }
        let pack = try communities.pack(of: community)
        guard pack.targets != Pack.Targets.none else { throw TargetRefusal.withoutTargets }
        return context.page(
            NewTargetPage(of: community, pack: pack, challenge: challenge, form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func setTarget(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let (community, challenge) = try transaction.challenge(challengeID, in: id, toChangeFor: viewer)
                let pack = try communities.pack(of: community)
                let (typed, measure) = try TargetForm.read(form, pack: pack, id: .new(at: transaction.now))
                let target = try typed.set(
                    on: today, within: measure.years, floor: pack.floors.outside, by: pack.targets ?? .optional)
                try transaction.store(challenge.adding(target), in: id)
                try transaction.record(
                    Event(
                        "target-set", community: id, subject: challengeID.rawValue,
                        text: TargetWords.eventText(measure.title, target.goal.text).text),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await targetPage(context, problems: problems)
        } catch let refusal as TargetRefusal where refusal != .withoutTargets {
            return try await targetPage(context, problems: Problems(refusal.field, refusal.words))
        }
        return .seeOther(ChallengePath.one(id, challengeID))
    }

    @Sendable func removeTarget(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let targetID = try context.id("target", of: Target.self)
        let viewer = context.viewer
        do {
            try await site.database.write { transaction in
                let (community, challenge) = try transaction.challenge(challengeID, in: id, toChangeFor: viewer)
                guard let target = challenge.targets.first(where: { $0.id == targetID }) else { throw NotFound() }
                let pack = try communities.pack(of: community)
                try transaction.store(challenge.removing(targetID, by: pack.targets ?? .optional), in: id)
                let measure = pack.measures[key: target.measure]?.title ?? target.measure
                try transaction.record(
                    Event(
                        "target-removed", community: id, subject: challengeID.rawValue,
                        text: TargetWords.eventText(measure, target.goal.text).text),
                    by: viewer.person)
            }
        } catch let refusal as ChallengeRefusal {
            return try await challengePage(context, problems: Problems("", refusal.words))
        }
        return .seeOther(ChallengePath.one(id, challengeID))
    }
}
