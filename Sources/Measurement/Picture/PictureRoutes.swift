import Accounts
import Charts
import Communities
import Database
package import Ground
import HTML
import Hummingbird
import Programmes
import Web

/// A page of a picture that was written before, and for whom it may be used again: all who see the same of the same
/// versions through the same filter.
struct PictureFragment: Sendable {
    struct Key: Hashable {
        let versions: PictureVersions
        let sight: Sight
        let filter: PictureFilter
        let language: String
    }

    let body: HTML
    let about: HTML
}

extension Measuring {
    func addPictureRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/picture", use: showPicture)
        router.get("communities/:community/picture.csv", use: exportPicture)
        router.get("communities/:community/picture.xlsx", use: exportPictureWorkbook)
        api.get("communities/:community/picture") { request, context in
            let (_, view) = try await pictureView(request, context)
            return try Response.json(PictureJSON(view))
        }
    }

    /// The session was read and the policy asked for this request; only the writing of the page is saved.
    @Sendable func showPicture(_ request: Request, _ context: Context) async throws -> Response {
        let look = try await look(request, context)
        guard look.measure != nil else { return noMeasures(look, context) }
        let key = PictureFragment.Key(
            versions: look.versions, sight: look.sight, filter: look.filter, language: context.language.code)
        let fragment: PictureFragment
        if let kept = fragments[key] {
            fragment = kept
        } else {
            let view = try await pictureView(look)
            let goal = try await goal(of: view)
            fragment = Language.$spoken.withValue(context.language) {
                let parts = PictureParts(of: look.community.pageName, view: view, goal: goal)
                return PictureFragment(body: parts.body, about: parts.about)
            }
            fragments.keep(fragment, for: key)
        }
        return context.page(
            PicturePage(of: look.community.pageName, body: fragment.body, about: fragment.about))
    }

    /// An aim for all learners is drawn where all of them are looked at. It changes with the community's version.
    private func goal(of view: PictureView) async throws -> Goal? {
        guard view.filter.rows == .school, view.filter.yearLevel == nil else { return nil }
        let (community, measure) = (view.picture.community, view.picture.measure)
        return try await site.database.read { try aim($0, community, measure) }
    }

    private func noMeasures(_ look: PictureLook, _ context: Context) -> Response {
        context.page(
            PicturePage(
                of: look.community.pageName, body: PictureParts.withoutMeasures, about: HTML()))
    }

    @Sendable func exportPicture(_ request: Request, _ context: Context) async throws -> Response {
        let (look, view) = try await pictureView(request, context)
        let export = PictureExport(view: view, communityName: look.community.name)
        let bytes = Language.$spoken.withValue(context.language) { export.bytes }
        return .download(bytes, name: look.fileName(of: view, "csv"), type: "text/csv; charset=utf-8")
    }

    /// The same numbers, protected in the same way.
    @Sendable func exportPictureWorkbook(_ request: Request, _ context: Context) async throws -> Response {
        let (look, view) = try await pictureView(request, context)
        let export = PictureExport(view: view, communityName: look.community.name)
        let rows = Language.$spoken.withValue(context.language) { export.rows }
        let bytes = try await TakenOut.workbook(
            sheet: view.picture.measure.title, header: PictureExport.header, rows: rows, at: site)
        return .download(bytes, name: look.fileName(of: view, "xlsx"), type: TakenOut.workbookType)
    }

    private func pictureView(_ request: Request, _ context: Context) async throws -> (PictureLook, PictureView) {
        let look = try await look(request, context)
        return (look, try await pictureView(look))
    }

    private func pictureView(_ look: PictureLook) async throws -> PictureView {
        guard let measure = look.measure else { throw NotFound() }
        let picture = try await maker.picture(
            of: measure, in: look.community, by: look.pack, at: look.versions, for: look.sight)
        return PictureView(picture, look.filter)
    }

    /// Who looks at what: the community if they may see it, what of it they may see, and all versions, at one moment.
    private func look(_ request: Request, _ context: Context) async throws -> PictureLook {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, pack, versions, sight) = try await site.database.read { transaction in
            guard let community = try transaction.community(id, for: viewer) else { throw NotFound() }
            let pack = try communities.pack(of: community)
            return (
                community, pack, try transaction.pictureVersions(of: id, on: today),
                try transaction.sight(of: viewer, in: community, pack: pack, on: today)
            )
        }
        var filter = PictureFilter { name in request.uri.queryParameters[name[...]].map(String.init) }
        if let wanted = filter.measure, pack.measures[key: wanted] == nil { throw NotFound() }
        filter.measure = filter.measure ?? pack.measures.first?.key
        return PictureLook(
            community: community, pack: pack, versions: versions, sight: sight, filter: filter)
    }
}

private struct PictureLook: Sendable {
    let community: Community
    let pack: Pack
    let versions: PictureVersions
    let sight: Sight
    let filter: PictureFilter

    func fileName(of view: PictureView, _ ending: String) -> String {
        "\(community.name) \(view.picture.measure.title) \(versions.today).\(ending)"
    }

    var measure: Pack.Measure? { filter.measure.flatMap { pack.measures[key: $0] } }
}

/// The ways to numbers, written once.
package enum PicturePath {
    @Sendable package static func picture(_ id: CommunityID) -> String { "/communities/\(id)/picture" }
    package static func picture(_ id: CommunityID, _ filter: PictureFilter) -> String { picture(id) + filter.query }
    package static func export(_ id: CommunityID, _ filter: PictureFilter) -> String {
        "/communities/\(id)/picture.csv" + filter.query
    }
    package static func workbook(_ id: CommunityID, _ filter: PictureFilter) -> String {
        "/communities/\(id)/picture.xlsx" + filter.query
    }
    @Sendable package static func signOffs(_ id: CommunityID) -> String { "/communities/\(id)/sign-offs" }
    package static func signOffs(_ id: CommunityID, term: Term) -> String { signOffs(id) + "?term=\(term)" }
    static func recall(_ id: CommunityID) -> String { signOffs(id) + "/recall" }
    @Sendable package static func counts(_ id: CommunityID) -> String { "/communities/\(id)/counts" }
    static func withdrawal(_ id: CommunityID, of intake: String) -> String { counts(id) + "/\(intake)/withdrawal" }
}
