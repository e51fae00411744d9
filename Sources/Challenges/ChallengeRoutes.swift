import Accounts
import Communities
import Database
import FocusAreas
import Ground
package import Hummingbird
import Programmes
package import Web

extension Challenges {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/challenges", use: list)
        router.get("communities/:community/challenges/new", use: showNew)
        router.post("communities/:community/challenges", use: propose)
        router.get("communities/:community/challenges/:challenge", use: show)
        router.get("communities/:community/challenges/:challenge/words", use: showWords)
        router.post("communities/:community/challenges/:challenge", use: reword)
        router.post("communities/:community/challenges/:challenge/agreement", use: agree)
        router.post("communities/:community/challenges/:challenge/agreement/withdrawal", use: withdraw)
        router.post("communities/:community/challenges/:challenge/closing", use: close)
        router.post("communities/:community/challenges/:challenge/closing/withdrawal", use: reopen)
        addTargetRoutes(to: router)
        addActionRoutes(to: router)
        addAPI(to: api)
    }

    @Sendable func list(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let found = try await site.database.read { transaction in
            (
                community: try transaction.community(id, for: viewer, to: .see),
                challenges: try transaction.challenges(of: id), planned: try transaction.actions(of: id)
            )
        }
        return context.page(
            ChallengeListPage(
                of: found.community, pack: try communities.pack(of: found.community), challenges: found.challenges,
                planned: found.planned, today: site.today,
                mayContribute: viewer.may(.contribute, found.community.realm),
                mayDecide: viewer.may(.decide, found.community.realm)))
    }

    // MARK: Words

    @Sendable func showNew(_ request: Request, _ context: Context) async throws -> Response {
        try await textPage(context, of: nil)
    }

    @Sendable func showWords(_ request: Request, _ context: Context) async throws -> Response {
        try await textPage(context, of: context.id("challenge", of: Challenge.self))
    }

    private func textPage(
        _ context: Context, of challengeID: Identifier<Challenge>?, problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let found = try await site.database.read { transaction in
            guard let challengeID else {
                let community = try transaction.community(id, for: viewer, to: .contribute)
                try community.requireOpen()
                return (community: community, challenge: nil as Challenge?, areas: try transaction.focusAreas(of: id))
            }
            let (community, challenge) = try transaction.challenge(challengeID, in: id, toChangeFor: viewer)
            return (community: community, challenge: challenge, areas: try transaction.focusAreas(of: id))
        }
        return context.page(
            ChallengeTextPage(
                of: found.community, areas: found.areas.choices(keeping: found.challenge?.focusArea),
                challenge: found.challenge, form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func propose(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            let challenge = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .contribute)
                try community.requireOpen()
                let text = try ChallengeText.read(form, areas: transaction.focusAreas(of: id).choices())
                let challenge = Challenge(
                    id: .new(at: transaction.now), title: text.title, why: text.why, story: text.story,
                    howKnown: text.howKnown, focusArea: text.focusArea, proposed: today)
                try transaction.add(challenge, to: id)
                try transaction.record(
                    Event("challenge-proposed", community: id, subject: challenge.id.rawValue, text: challenge.title),
                    by: viewer.person)
                return challenge
            }
            return .seeOther(ChallengePath.one(id, challenge.id))
        } catch let problems as Problems {
            return try await textPage(context, of: nil, problems: problems)
        }
    }

    @Sendable func reword(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let (viewer, form) = (context.viewer, context.form)
        do {
            try await site.database.write { transaction in
                var (_, challenge) = try transaction.challenge(challengeID, in: id, toChangeFor: viewer)
                let areas = try transaction.focusAreas(of: id).choices(keeping: challenge.focusArea)
                let text = try ChallengeText.read(form, areas: areas)
                (challenge.title, challenge.why, challenge.story) = (text.title, text.why, text.story)
                (challenge.howKnown, challenge.focusArea) = (text.howKnown, text.focusArea)
                try transaction.store(challenge, in: id)
                try transaction.record(
                    Event("challenge-reworded", community: id, subject: challenge.id.rawValue, text: challenge.title),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await textPage(context, of: challengeID, problems: problems)
        }
        return .seeOther(ChallengePath.one(id, challengeID))
    }

    // MARK: One challenge

    @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
        try await challengePage(context)
    }

    func challengePage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let challenge = try transaction.challenge(challengeID, in: id) else { throw NotFound() }
            return (
                community: community, challenge: challenge,
                area: try challenge.focusArea.flatMap { try transaction.focusArea($0, in: id) },
                planned: try transaction.actions(of: id).filter { $0.purpose == .challenge(challengeID) },
                members: try transaction.openMembers(of: id, on: today),
                events: try transaction.history(of: challengeID.rawValue, in: id)
            )
        }
        return context.page(
            ChallengePage(
                of: found.community, pack: try communities.pack(of: found.community), challenge: found.challenge,
                area: found.area, planned: found.planned, members: found.members.count,
                happenings: found.events.compactMap {
                    told($0, under: found.challenge.title, ChallengeWords.happened)
                }, today: today,
                mayContribute: viewer.may(.contribute, found.community.realm),
                mayDecide: viewer.may(.decide, found.community.realm), form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// An event as the page of its subject tells it; `nil` for what that page does not tell. A text that only repeats
    /// the page's title is left out.
    func told(_ event: RecordedEvent, under title: String, _ words: (String, String) -> Words?) -> Happened? {
        words(event.kind, event.actor.isEmpty ? ChallengeWords.somebody.text : event.actor).map {
            Happened(day: site.day(of: event.at), words: $0, reason: event.text == title ? "" : event.text)
        }
    }

    // MARK: Decisions

    @Sendable func agree(_ request: Request, _ context: Context) async throws -> Response {
        let today = site.today
        return try await decide(context) { challenge, pack, community in
            let agreed = try challenge.agreed(on: today, by: pack.targets ?? .optional)
            let event = Event(
                "challenge-agreed", community: community, subject: challenge.id.rawValue, text: challenge.title)
            return (agreed, event)
        }
    }

    @Sendable func withdraw(_ request: Request, _ context: Context) async throws -> Response {
        try await decide(context) { challenge, _, community in
            let event = Event("challenge-agreement-withdrawn", community: community, subject: challenge.id.rawValue)
            return (try challenge.agreementWithdrawn(), event)
        }
    }

    @Sendable func close(_ request: Request, _ context: Context) async throws -> Response {
        let (reason, today) = (context.form.text("reason"), site.today)
        return try await decide(context) { challenge, _, community in
            let closed = try challenge.closed(on: today, because: reason)
            return (
                closed, Event("challenge-closed", community: community, subject: challenge.id.rawValue, text: reason)
            )
        }
    }

    @Sendable func reopen(_ request: Request, _ context: Context) async throws -> Response {
        try await decide(context) { challenge, _, community in
            let reopened = try challenge.closingWithdrawn()
            return (reopened, Event("challenge-reopened", community: community, subject: challenge.id.rawValue))
        }
    }

    /// Carries a decision on one challenge: reads it, lets the domain decide, writes, records the event.
    private func decide(
        _ context: Context,
        _ decision: @escaping @Sendable (Challenge, Pack, CommunityID) throws -> (Challenge, Event)
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let challengeID = try context.id("challenge", of: Challenge.self)
        let viewer = context.viewer
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                guard let challenge = try transaction.challenge(challengeID, in: id) else { throw NotFound() }
                let (decided, event) = try decision(challenge, communities.pack(of: community), id)
                try transaction.store(decided, in: id)
                try transaction.record(event, by: viewer.person)
            }
        } catch let refusal as ChallengeRefusal {
            return try await challengePage(
                context, problems: Problems(refusal == .reasonMissing ? "reason" : "", refusal.words))
        }
        return .seeOther(ChallengePath.one(id, challengeID))
    }
}

extension Transaction {
    /// The challenge, for somebody who may change its words and targets: while it is proposed whoever contributes, from
    /// its agreement on whoever decides.
    func challenge(
        _ id: Identifier<Challenge>, in communityID: CommunityID, toChangeFor viewer: Viewer
    ) throws -> (Community, Challenge) {
        let community = try community(communityID, for: viewer, to: .contribute)
        try community.requireOpen()
        guard let challenge = try challenge(id, in: communityID) else { throw NotFound() }
        if challenge.state != .proposed { try viewer.require(.decide, community.realm) }
        try challenge.requireOpen()
        return (community, challenge)
    }
}

extension [FocusArea] {
    /// Those that can be chosen: the open ones, and the one that was chosen before.
    func choices(keeping chosen: Identifier<FocusArea>? = nil) -> [FocusArea] {
        filter { $0.isOpen || $0.id == chosen }
    }
}
