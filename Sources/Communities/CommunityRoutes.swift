import Accounts
import Database
import Ground
package import Hummingbird
import Interface
import Programmes
package import Web

extension Communities {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("", use: list)
        router.get("communities/new", use: showNew)
        router.get("communities", use: listAll)
        router.post("communities", use: create)
        router.get("communities/:community/settings", use: showSettings)
        router.post("communities/:community/settings", use: saveSettings)
        router.post("communities/:community/state", use: changeState)
        router.post("communities/:community/packs", use: addPack)
        addMembershipRoutes(to: router)
        addStageRoutes(to: router)
        addPositionRoutes(to: router)
        addDirectoryRoutes(to: router)
        addAPI(to: api)
    }

    @Sendable func list(_ request: Request, _ context: Context) async throws -> Response {
        let viewer = context.viewer
        let communities = try await site.database.read { try $0.communities(for: viewer) }
        // Who belongs to one community is led straight to its home: that is where their next two minutes are.
        if viewer.isSignedIn, communities.count == 1, request.uri.queryParameters["all"] == nil {
            return .seeOther(CommunityPath.home(communities[0].id))
        }
        return context.page(
            CommunityListPage(
                communities: communities, isSignedIn: viewer.isSignedIn, isOperator: viewer.isOperator))
    }

    /// All of them, however many: also for whoever loads the answer to the form of a new one again.
    @Sendable func listAll(_ request: Request, _ context: Context) async throws -> Response {
        let viewer = context.viewer
        let communities = try await site.database.read { try $0.communities(for: viewer) }
        return context.page(
            CommunityListPage(
                communities: communities, isSignedIn: viewer.isSignedIn, isOperator: viewer.isOperator))
    }

    @Sendable func showNew(_ request: Request, _ context: Context) async throws -> Response {
        guard context.viewer.isSignedIn else { return .seeOther("/sign-in?next=/communities/new") }
        return context.page(NewCommunityPage(programmes: shelf.programmes(on: site.today)))
    }

    @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
        guard let person = context.viewer.person else { throw NotFound() }
        let today = site.today
        let programmes = shelf.programmes(on: today)
        let new: NewCommunity
        do {
            new = try NewCommunity.read(context.form, programmes: programmes)
        } catch {
            return context.page(
                NewCommunityPage(programmes: programmes, form: context.form, problems: error),
                status: .unprocessableContent)
        }
        guard let pack = programmes.first(where: { $0.id == new.pack }) else { throw NotFound() }
        let id = try await site.database.write { transaction in
            try transaction.form(new, by: pack, creator: person, today: today)
        }
        return .seeOther(CommunityPath.members(id))
    }

    @Sendable func showSettings(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let community = try await site.database.read { try $0.community(id, for: viewer, to: .manage) }
        return try settingsPage(community, context, isSaved: request.uri.queryParameters["done"] != nil)
    }

    private func settingsPage(
        _ community: Community, _ context: Context, isSaved: Bool = false, problems: Problems = Problems()
    ) throws -> Response {
        let pack = try pack(of: community)
        return context.page(
            SettingsPage(
                of: community, pack: pack, additions: shelf.additions(to: pack, on: site.today),
                added: community.packs.dropFirst().compactMap { shelf.pack($0) }, isSaved: isSaved,
                problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func saveSettings(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form) = (context.viewer, context.form)
        var problems = Problems()
        if form.text("name").isEmpty { problems.add("name", CommunityWords.nameMissing) }
        if form.text("name").count > 120 { problems.add("name", CommunityWords.nameTooLong) }
        if form.text("purpose").isEmpty { problems.add("purpose", CommunityWords.purposeMissing) }
        let found = problems
        let community = try await site.database.write { transaction in
            var community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            community.name = form.text("name")
            community.purpose = form.text("purpose")
            community.isPublic = form.isChecked("public")
            if found.isEmpty {
                try transaction.store(community)
                try transaction.record(
                    Event("community-changed", community: id, subject: id.rawValue, text: community.name),
                    by: viewer.person)
            }
            return community
        }
        guard problems.isEmpty else { return try settingsPage(community, context, problems: problems) }
        return .seeOther(CommunityPath.settings(id) + "?done=1")
    }

    @Sendable func changeState(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, reason) = (context.viewer, context.form.text("reason"))
        guard let state = Community.State(rawValue: context.form.text("state")) else { throw NotFound() }
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .manage)
                let moved = try community.moved(to: state, because: reason)
                try transaction.store(moved)
                try transaction.record(
                    Event("community-state", community: id, subject: state.rawValue, text: reason), by: viewer.person)
            }
        } catch let refusal as CommunityRefusal where refusal == .reasonMissing {
            let community = try await site.database.read { try $0.community(id, for: viewer, to: .manage) }
            return try settingsPage(community, context, problems: Problems("reason", refusal.words))
        }
        return .seeOther(CommunityPath.settings(id) + "?done=1")
    }

    @Sendable func addPack(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let wanted = context.form.text("pack")
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            let pack = try pack(of: community)
            guard let addition = shelf.additions(to: pack, on: today).first(where: { $0.id == wanted }) else {
                throw NotFound()
            }
            _ = try pack.combined(with: addition)
            try transaction.add(addition.name, to: id, since: today)
            try transaction.record(
                Event("pack-added", community: id, subject: addition.id, text: addition.title), by: viewer.person)
        }
        return .seeOther(CommunityPath.settings(id) + "?done=1")
    }
}
