import Accounts
import Communities
import Database
package import Ground
import Hummingbird
import Programmes
import Web

extension Measuring {
    func addLearnerExportRoutes(to router: Router<Context>) {
        router.get("communities/:community/learner-exports", use: showLearnerExports)
        router.post("communities/:community/learner-exports", use: exportLearners)
    }

    @Sendable func showLearnerExports(_ request: Request, _ context: Context) async throws -> Response {
        try await learnerExportPage(context)
    }

    private func learnerExportPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let page = try await site.database.read { transaction in
            let (community, own) = try transaction.learnersOwners(in: id, for: viewer, on: today)
            return LearnerExportPage(
                of: community,
                own: try own.map { (school: $0, past: try transaction.learnerExports(of: $0.id, limit: 20)) },
                form: context.form, problems: problems)
        }
        return context.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func exportLearners(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        guard let person = viewer.person else { throw NotFound() }
        let (community, own) = try await site.database.read {
            try $0.learnersOwners(in: id, for: viewer, on: today)
        }
        let new: NewLearnerExport
        do { new = try NewLearnerExport.read(form, own: own.map(\.id)) } catch let problems as Problems {
            return try await learnerExportPage(context, problems: problems)
        }
        let order = LearnerExportOrder(
            organisation: new.organisation, kind: new.kind, format: new.format, purpose: new.purpose, person: person)
        let (_, bytes) = try await takeOut(order, pack: communities.pack(of: community))
        let school = own.first { $0.id == new.organisation }?.name ?? ""
        return .download(
            bytes, name: "\(school) \(new.kind.rawValue) \(today).\(new.format.rawValue)",
            type: new.format == .csv ? "text/csv; charset=utf-8" : TakenOut.workbookType)
    }
}

extension Transaction {
    /// The community, and the organisations in it whose learners somebody may see. To others there is no such page.
    fileprivate func learnersOwners(
        in id: CommunityID, for viewer: Viewer, on day: Day
    ) throws -> (Community, [Organisation]) {
        let community = try community(id, for: viewer, to: .see)
        let own = try openMembers(of: id, on: day).map(\.organisation).filter {
            viewer.may(.seeLearners, community.realm(of: $0.id))
        }
        guard !own.isEmpty else { throw Forbidden() }
        return (community, own)
    }
}

/// The ways to a school's own records, written once.
package enum LearnerExportPath {
    @Sendable package static func exports(_ id: CommunityID) -> String { "/communities/\(id)/learner-exports" }
}
