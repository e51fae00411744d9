import Accounts
import Communities
import Database
import Foundation
import Ground
import Hummingbird
import Interface
import Programmes
import Rosters
import Web

extension Measuring {
    func addRosterRoutes(to router: Router<Context>) {
        router.get("communities/:community/intakes/packages/:file", use: showPackage)
        router.post("communities/:community/intakes/packages/:file", use: readPart)
    }

    @Sendable func showPackage(_ request: Request, _ context: Context) async throws -> Response {
        let asked = request.uri.queryParameters.getAll("repair").compactMap { RosterRepair(rawValue: $0) }
        let isAsked = request.uri.queryParameters["looked"] != nil
        return try await packagePage(
            context, repairs: isAsked ? Set(asked) : RosterRepair.suggested,
            school: request.uri.queryParameters["school"].map(String.init))
    }

    private func packagePage(
        _ context: Context, repairs: Set<RosterRepair>, school: String?, problems: Problems = Problems()
    ) async throws -> Response {
        let (community, file) = try await waitingFile(context)
        let (read, share) = try await look(into: file, of: community, repairs: repairs, school: school)
        return context.page(
            RosterPage(of: community, file: file, read: read, repairs: repairs, share: share, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func look(
        into file: IntakeFile, of community: Community, repairs: Set<RosterRepair>, school: String?
    ) async throws -> (RosterRead, RosterShare?) {
        // Throws where the file is gone.
        _ = try source(of: file)
        let path = file.path(in: IntakeFile.folder(of: site.settings.dataFolder))
        let read = try await readPackage(path, name: file.name, repairs: repairs)
        let name = try await site.database.read { try $0.organisation(file.organisation)?.name }
        guard read.reading.isUsable, let found = read.reading.roster.school(school, named: name ?? "") else {
            return (read, nil)
        }
        let pack = try communities.pack(of: community)
        return (read, try await share(of: found, in: read.reading.roster, for: file.organisation, pack: pack))
    }

    /// Takes the learners or the results of a package to where files wait; the learners are read at once.
    @Sendable func readPart(_ request: Request, _ context: Context) async throws -> Response {
        let (form, viewer) = (context.form, context.viewer)
        let (community, file) = try await waitingFile(context)
        try community.requireOpen()
        let repairs = Set(form.all("repair").compactMap { RosterRepair(rawValue: $0) })
        let school = form.optional("school")
        guard ["learners", "results"].contains(form.text("part")) else {
            var query = repairs.map { "repair=\($0.rawValue)" }.sorted()
            if let school = school?.addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
                query.append("school=\(school)")
            }
            return .seeOther(
                IntakePath.package(community.id, file.id) + "?" + (["looked=yes"] + query).joined(separator: "&"))
        }
        let share = try await look(into: file, of: community, repairs: repairs, school: school).1
        guard let share else {
            return try await packagePage(
                context, repairs: repairs, school: school, problems: Problems("school", RosterWords.schoolMissing))
        }
        guard form.text("part") == "learners" else {
            let table = try await keepTable(
                RosterShare.resultHeadings, share.results, name: RosterWords.resultsFile(file.name).text, of: file,
                kind: .results, person: viewer.person)
            return .seeOther(IntakePath.file(community.id, table.id))
        }
        guard !share.mustAsk || form.isChecked("confirm") else {
            return try await packagePage(
                context, repairs: repairs, school: school, problems: Problems("confirm", RosterWords.confirmNeeded))
        }
        let table = try await keepTable(
            RosterShare.learnerHeadings, share.learners, name: RosterWords.learnersFile(file.name).text, of: file,
            kind: .learners, person: viewer.person)
        let intake = try await self.read(
            table, by: RosterShare.learnerMapping, template: nil, in: community, person: viewer.person)
        return .seeOther(IntakePath.intake(community.id, intake.id))
    }
}
