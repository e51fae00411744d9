import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension Gems {
    func addBoardRoutes(to router: Router<Context>) {
        router.get("communities/:community/diffusion", use: showBoard)
        router.get("communities/:community/gems/:gem/adoptions/:organisation", use: showPlace)
        router.post("communities/:community/gems/:gem/adoptions/:organisation", use: sayHowFar)
    }

    @Sendable func showBoard(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, stories, members, adoptions) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (
                community, try transaction.gems(of: id), try transaction.members(of: id),
                try transaction.adoptions(of: id)
            )
        }
        let asked = request.uri.queryParameters["on"].flatMap { Day(typed: String($0)) } ?? today
        return context.page(
            BoardPage(
                of: community, stories: stories, members: members, board: Board(adoptions, on: min(asked, today)),
                today: today, first: adoptions.first?.day))
    }

    @Sendable func showPlace(_ request: Request, _ context: Context) async throws -> Response {
        try await placePage(context)
    }

    private func placePage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let organisationID = try context.id("organisation", of: Named.Organisation.self)
        let viewer = context.viewer
        let (community, story, member) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let (story, member) = try place(gemID, organisationID, in: id, transaction)
            return (community, story, member)
        }
        let maySay =
            community.isOpen && member.membership.isOpen(on: site.today)
            && viewer.may(.contribute, community.realm(of: organisationID))
        return context.page(
            PlacePage(
                of: community, gem: story.gem, organisation: member.organisation,
                history: story.adoptions.filter { $0.organisation == organisationID }, maySay: maySay,
                form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func place(
        _ gem: Identifier<Gem>, _ organisation: OrganisationID, in community: CommunityID, _ transaction: Transaction
    ) throws -> (GemStory, Member) {
        guard let story = try transaction.gem(gem, in: community),
            let member = try transaction.members(of: community).first(where: { $0.organisation.id == organisation })
        else { throw NotFound() }
        return (story, member)
    }

    @Sendable func sayHowFar(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let gemID = try context.id("gem", of: Gem.self)
        let organisationID = try context.id("organisation", of: Named.Organisation.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                try community.requireOpen()
                let (story, member) = try place(gemID, organisationID, in: id, transaction)
                try viewer.require(.contribute, community.realm(of: organisationID))
                guard member.membership.isOpen(on: today) else { throw Forbidden() }
                let line = try AdoptionLine.read(form, today: today)
                try Adoption.requireDay(line.day, today: today)
                try transaction.add(
                    Adoption(
                        id: .new(at: transaction.now), gem: gemID, organisation: organisationID, state: line.state,
                        day: line.day, note: line.note, person: viewer.person),
                    in: id)
                try transaction.record(
                    Event(
                        "adoption-recorded", community: id, organisation: organisationID, subject: gemID.rawValue,
                        text: "\(line.state.rawValue): \(story.gem.title)"),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await placePage(context, problems: problems)
        } catch let refusal as AdoptionRefusal {
            return try await placePage(context, problems: Problems("day", refusal.words))
        }
        return .seeOther(GemPath.board(id))
    }
}
