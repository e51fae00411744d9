import Accounts
import Communities
import Database
import Ground
package import Hummingbird
import Programmes
package import Web

extension Gems {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/gems", use: showGems)
        router.post("communities/:community/gems", use: nominate)
        router.get("communities/:community/gems/new", use: showNomination)
        router.get("communities/:community/gems/:gem", use: showGem)
        router.post("communities/:community/gems/:gem/answer", use: answer)
        router.get("communities/:community/gems/:gem/design", use: showDesign)
        router.post("communities/:community/gems/:gem/design", use: saveDesign)
        addActivityRoutes(to: router)
        addBoardRoutes(to: router)
        addAPI(to: api)
    }

    /// For whom the viewer may add shared work; nobody, where the community rests.
    func speaking(_ viewer: Viewer, in community: Community, _ members: [Member]) -> Speaking {
        let open = community.isOpen ? members.filter { $0.membership.isOpen(on: site.today) } : []
        return Speaking(open, viewer: viewer) { viewer.may(.contribute, community.realm(of: $0)) }
    }

    @Sendable func showGems(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, stories, members) = try await site.database.read { transaction in
            guard let community = try transaction.community(id, for: viewer) else { throw NotFound() }
            return (community, try transaction.gems(of: id), try transaction.members(of: id))
        }
        guard viewer.may(.see, community.realm) else {
            return context.page(PublicGemsPage(of: community, gems: stories.compactMap { PublicGem($0, on: today) }))
        }
        return context.page(
            GemsPage(
                of: community, stories: stories, members: members, today: today,
                mayDecide: community.isOpen && viewer.may(.decide, community.realm),
                mayNominate: !speaking(viewer, in: community, members).members.isEmpty))
    }

    @Sendable func showGem(_ request: Request, _ context: Context) async throws -> Response {
        try await gemPage(context)
    }

    private func gemPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let (viewer, today) = (context.viewer, site.today)
        return try await site.database.read { transaction -> @Sendable () throws -> Response in
            guard let community = try transaction.community(id, for: viewer),
                let story = try transaction.gem(gemID, in: id)
            else { throw NotFound() }
            guard viewer.may(.see, community.realm) else {
                guard let gem = PublicGem(story, on: today) else { throw NotFound() }
                return { context.page(PublicGemPage(of: community, gem: gem)) }
            }
            let members = try transaction.members(of: id)
            let speaking = speaking(viewer, in: community, members)
            let page = GemPage(
                of: community, story: story,
                origins: try story.gem.activities.compactMap { try transaction.activity($0, in: id) },
                members: members, today: today,
                mayDecide: community.isOpen && viewer.may(.decide, community.realm), own: speaking.members,
                home: speaking.home, chapters: try chapters.map { try $0.read(transaction, story, community, viewer) },
                form: context.form, problems: problems)
            return { context.page(page, status: problems.isEmpty ? .ok : .unprocessableContent) }
        }()
    }

    // MARK: Nominating

    @Sendable func showNomination(_ request: Request, _ context: Context) async throws -> Response {
        var form = FormData([(name: "finder", value: context.viewer.name)])
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        if let activityID = request.uri.queryParameters["activity"].flatMap({ Identifier<Activity>(typed: $0) }) {
            let activity = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.activity(activityID, in: id)
            }
            if let activity {
                form = FormData([
                    (name: "finder", value: activity.by.isEmpty ? viewer.name : activity.by),
                    (name: "organisation", value: activity.organisation.rawValue),
                    (name: "focus", value: activity.focusArea ?? ""), (name: "activity", value: activity.id.rawValue),
                ])
            }
        }
        return try await nominationPage(context, form: form)
    }

    private func nominationPage(
        _ context: Context, form: FormData, problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let (community, members, activities, focuses) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (
                community, try transaction.members(of: id), try transaction.activities(of: id),
                try transaction.focuses(of: id)
            )
        }
        try community.requireOpen()
        let own = speaking(viewer, in: community, members).members
        guard !own.isEmpty else { throw Forbidden() }
        let named = Set(form.all("activity"))
        // The latest ones, and those that were ticked already.
        let offered = activities.enumerated().filter { $0.offset < 12 || named.contains($0.element.id.rawValue) }
        return context.page(
            NominationPage(
                of: community, bar: EvidenceQuestion.bar(of: try communities.pack(of: community)), own: own,
                focuses: focuses, activities: offered.map(\.element), form: form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func nominate(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let gem: Gem
        do {
            gem = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                try community.requireOpen()
                let own = speaking(viewer, in: community, try transaction.members(of: id)).organisations
                guard !own.isEmpty else { throw Forbidden() }
                let pack = try communities.pack(of: community)
                let nomination = try Nomination.read(
                    form, bar: EvidenceQuestion.bar(of: pack), own: own,
                    focuses: try transaction.focuses(of: id),
                    activities: Set(try transaction.activities(of: id).map(\.id)))
                try viewer.require(.contribute, community.realm(of: nomination.organisation))
                let gem = Gem(
                    id: .new(at: transaction.now), community: id, title: nomination.title, text: nomination.text,
                    focusArea: nomination.focusArea, organisation: nomination.organisation, finder: nomination.finder,
                    evidence: nomination.evidence,
                    activities: nomination.activities, nominated: today, person: viewer.person)
                try transaction.add(gem)
                try transaction.add(gem.triedWhereFound(.new(at: transaction.now)), in: id)
                try transaction.record(
                    Event(
                        "gem-nominated", community: id, organisation: gem.organisation, subject: gem.id.rawValue,
                        text: gem.title),
                    by: viewer.person)
                return gem
            }
        } catch let problems as Problems {
            return try await nominationPage(context, form: form, problems: problems)
        }
        return .seeOther(GemPath.gem(id, gem.id))
    }

    // MARK: Answering

    @Sendable func answer(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                guard let story = try transaction.gem(gemID, in: id) else { throw NotFound() }
                let answer = try story.answered(
                    try Answer.Kind.read(form), because: form.text("reason"), on: today, at: transaction.now,
                    by: viewer.person)
                try transaction.add(answer, to: gemID, in: id)
                try transaction.record(
                    Event(
                        "gem-answered", community: id, organisation: story.gem.organisation, subject: gemID.rawValue,
                        text: answer.reason),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await gemPage(context, problems: problems)
        } catch let refusal as AnswerRefusal {
            let field = refusal == .reasonMissing ? "reason" : "answer"
            return try await gemPage(context, problems: Problems(field, refusal.words))
        }
        return .seeOther(GemPath.gem(id, gemID))
    }

    // MARK: Designing

    @Sendable func showDesign(_ request: Request, _ context: Context) async throws -> Response {
        try await designPage(context)
    }

    private func designPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let viewer = context.viewer
        let (community, story) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .decide)
            guard let story = try transaction.gem(gemID, in: id) else { throw NotFound() }
            return (community, story)
        }
        try story.requireChosen()
        let form = problems.isEmpty ? story.design?.typed ?? FormData() : context.form
        return context.page(
            DesignPage(of: community, gem: story.gem, form: form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func saveDesign(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                guard let story = try transaction.gem(gemID, in: id) else { throw NotFound() }
                try story.requireChosen()
                let design = try Design.read(form, on: today, by: viewer.person)
                try transaction.store(design, of: gemID, in: id)
                try transaction.record(
                    Event(
                        "gem-designed", community: id, organisation: story.gem.organisation, subject: gemID.rawValue,
                        text: design.core.joined(separator: "; ")),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await designPage(context, problems: problems)
        }
        return .seeOther(GemPath.gem(id, gemID))
    }
}
