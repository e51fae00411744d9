import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Measuring {
    func addCountRoutes(to router: Router<Context>) {
        router.get("communities/:community/counts", use: showCounts)
        router.post("communities/:community/counts", use: enterCounts)
        router.post("communities/:community/counts/:entry/withdrawal", use: withdrawCounts)
    }

    @Sendable func showCounts(_ request: Request, _ context: Context) async throws -> Response {
        let query = request.uri.queryParameters
        let desk = try await countDesk(context) { name in query[name[...]].map(String.init) }
        guard let desk else { return try await noCounts(context) }
        var page = desk.page
        page.isWithdrawn = query["withdrawn"] != nil
        if let done = query["done"].flatMap({ Identifier<CountEntry>(typed: $0) }) {
            let intake = try await site.database.read { try $0.countIntake(done) }
            if let intake, intake.organisation == desk.page.school.id, intake.isApplied {
                page.saved = (done.rawValue, intake.rows)
            }
        }
        return context.page(page)
    }

    private func noCounts(_ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let community = try await site.database.read { try $0.community(id, for: viewer, to: .see) }
        return context.page(NoCountPage(of: community.pageName), status: .forbidden)
    }

    @Sendable func enterCounts(_ request: Request, _ context: Context) async throws -> Response {
        let form = context.form
        guard let desk = try await countDesk(context, { form.optional($0) }) else { throw Forbidden() }
        let page = desk.page
        guard form.text("organisation") == page.school.id.rawValue else { throw NotFound() }
        let grid: CountGrid
        do {
            grid = try CountGrid.read(
                form, measure: page.measure, term: page.term, tools: page.tools, before: page.entries,
                recorded: page.recorded)
        } catch {
            var again = page
            (again.form, again.problems) = (form, error)
            return context.page(again, status: .unprocessableContent)
        }
        let (viewer, community, school) = (context.viewer, desk.community.id, page.school.id)
        let source = CountWords.source.text(in: .english)
        let intake = try await site.database.write { transaction in
            let community = try transaction.community(community, for: viewer, to: .see)
            try viewer.require(.enterResults, community.realm(of: school))
            try community.requireOpen()
            let intake = try transaction.enter(grid.entries, of: school, source: source, by: viewer.person)
            try transaction.record(
                Event(
                    "counts-entered", community: community.id, organisation: school, subject: intake.rawValue,
                    text: "\(grid.measure.title), \(grid.term)"),
                by: viewer.person)
            return intake
        }
        return .seeOther(desk.path + "&done=\(intake)")
    }

    @Sendable func withdrawCounts(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let intake = try context.id("entry", of: CountEntry.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            // What a school elsewhere entered is not there, rather than not theirs.
            let members = try transaction.openMembers(of: id, on: today).map(\.organisation.id)
            guard let held = try transaction.countIntake(intake), members.contains(held.organisation) else {
                throw NotFound()
            }
            try viewer.require(.enterResults, community.realm(of: held.organisation))
            guard held.isApplied else { throw CountRefusal.undoneAlready }
            try transaction.withdrawCounts(intake)
            try transaction.record(
                Event("counts-withdrawn", community: id, organisation: held.organisation, subject: intake.rawValue),
                by: viewer.person)
        }
        return .seeOther(PicturePath.counts(id) + "?withdrawn=1")
    }

    /// The grid in front of somebody who may fill it in; `nil` for those who belong to no school here.
    private func countDesk(
        _ context: Context, _ asked: @Sendable (String) -> String?
    ) async throws -> (community: Community, page: CountPage, path: String)? {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, versions, members) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (
                community, try transaction.pictureVersions(of: id, on: today),
                try transaction.openMembers(of: id, on: today).map(\.organisation)
            )
        }
        let pack = try communities.pack(of: community)
        let schools = members.filter { viewer.may(.enterResults, community.realm(of: $0.id)) }
        let measure = asked("measure").flatMap { pack.measures[key: $0] } ?? pack.measures.first
        guard let measure, !schools.isEmpty else { return nil }
        // Somebody else's school is not there, rather than one's own instead of it.
        let wanted = asked("organisation")
        guard let school = wanted.map({ id in schools.first { $0.id.rawValue == id } }) ?? schools.first else {
            throw NotFound()
        }
        let now = try await site.database.read { try $0.calendar(of: school.id) }.term(of: today)
        let terms = (0..<8).map { back in
            let index = now.year * 4 + now.number - 1 - back
            return Term(year: index / 4, number: index % 4 + 1)
        }
        let term = asked("term").flatMap { Term(text: $0) } ?? now
        guard terms.contains(term) else { throw NotFound() }
        let (recorded, entries) = try await maker.schoolCounts(
            of: school.id, measure: measure, pack: pack, term: term, at: versions)
        let page = CountPage(
            of: community.pageName, pack: pack, schools: schools.map { ($0.id, $0.name) },
            school: (school.id, school.name), measure: measure, term: term, terms: terms,
            tools: pack.instruments.filter { $0.constructs.contains(measure.construct) }, entries: entries,
            recorded: recorded)
        let path =
            PicturePath.counts(id) + "?measure=\(measure.key)&term=\(term)&organisation=\(school.id)"
        return (community, page, path)
    }
}

enum CountRefusal: Refusal {
    case undoneAlready

    var words: Words { CountWords.refusedUndone }
}
