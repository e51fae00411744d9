import Accounts
import Challenges
import Charts
import Communities
import Database
import Ground
import Hummingbird
import Measurement
import Programmes
import Web

extension Reports {
    func addBoardRoutes(to router: Router<Context>) {
        router.get("communities/:community/board", use: showBoard)
    }

    /// Always the numbers of the outside, whoever looks: the page is made to be handed on.
    @Sendable func showBoard(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, pack, versions, notes) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let pack = try communities.pack(of: community)
            return (
                community, pack, try transaction.pictureVersions(of: id, on: today),
                try transaction.boardNotes(of: id, pack: pack, on: today)
            )
        }
        var views: [PictureView] = []
        for measure in pack.measures {
            let picture = try await measurement.maker.picture(
                of: measure, in: community, by: pack, at: versions, for: .outside)
            views.append(PictureView(picture, PictureFilter(measure: measure.key)))
        }
        let wanted = request.uri.queryParameters["measure"].map(String.init)
        guard let chosen = views.first(where: { $0.picture.measure.key == wanted }) ?? views.first else {
            return context.page(EmptyBoardPage(of: community.pageName))
        }
        let goal = try await site.database.read { try Challenges.goal($0, id, chosen.picture.measure) }
        return context.page(
            BoardPage(
                of: community, views: views, chosen: chosen, notes: notes.asking(forSignOffsIn: chosen), goal: goal))
    }
}
