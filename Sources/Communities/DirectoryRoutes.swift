import Programmes
import Accounts
import Database
import Ground
import Hummingbird
import Tables
import Web

extension Communities {
    func addDirectoryRoutes(to router: Router<Context>) {
        router.get("communities/:community/directory", use: searchDirectory)
        router.get("directory", use: showDirectory)
        router.post("directory", use: replaceDirectory)
    }

    @Sendable func searchDirectory(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let query = (request.uri.queryParameters["q"].map(String.init) ?? "").tidied
        let limit = 25
        let (community, state, found, members) = try await site.database.read { transaction in
            (
                try transaction.community(id, for: viewer, to: .manage), try transaction.directoryState(),
                try transaction.directory(matching: String(query.prefix(100)), limit: limit + 1),
                try transaction.openMembers(of: id, on: today)
            )
        }
        let pack = try pack(of: community)
        let wanted = request.uri.queryParameters["membership"].map(String.init)
        let membership = wanted.flatMap { pack.memberships[key: $0] } ?? pack.memberships.first
        return context.page(
            DirectorySearchPage(
                of: community, pack: pack, query: query, membership: membership?.key ?? "",
                found: Array(found.prefix(limit)), isCut: found.count > limit, asOf: state.map { site.day(of: $0.at) },
                belonging: Set(members.compactMap(\.organisation.directoryNumber))))
    }

    @Sendable func showDirectory(_ request: Request, _ context: Context) async throws -> Response {
        try await directoryPage(context)
    }

    /// Whoever administers the installation keeps its directory; to others it is not there.
    private func directoryPage(
        _ context: Context, brought: SchoolDirectory? = nil, problems: Problems = Problems()
    ) async throws -> Response {
        guard context.viewer.isOperator else { throw NotFound() }
        let state = try await site.database.read { try $0.directoryState() }
        return context.page(
            DirectoryPage(
                state: state.map { ($0.count, site.day(of: $0.at)) }, brought: brought, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func replaceDirectory(_ request: Request, _ context: Context) async throws -> Response {
        guard context.viewer.isOperator else { throw NotFound() }
        guard let file = context.form.file("file"), file.size > 0 else {
            return try await directoryPage(context, problems: Problems("file", DirectoryWords.fileMissing))
        }
        do {
            let brought = try await bringIn(directory: .file(path: file.path), by: context.viewer.person)
            return try await directoryPage(context, brought: brought)
        } catch let refusal as DirectoryRefusal {
            return try await directoryPage(context, problems: Problems("file", refusal.words))
        }
    }
}
