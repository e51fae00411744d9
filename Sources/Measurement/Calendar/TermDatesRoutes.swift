import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension Measuring {
    func addTermDatesRoutes(to router: Router<Context>) {
        router.get("communities/:community/term-dates", use: showTermDates)
        router.post("communities/:community/term-dates", use: setTermDates)
    }

    @Sendable func showTermDates(_ request: Request, _ context: Context) async throws -> Response {
        let query = request.uri.queryParameters
        var page = try await termDatesPage(context) { name in query[name[...]].map(String.init) }
        page.isSaved = query["done"] != nil
        return context.page(page)
    }

    @Sendable func setTermDates(_ request: Request, _ context: Context) async throws -> Response {
        let form = context.form
        let page = try await termDatesPage(context) { form.optional($0) }
        let own: [TermDates]
        do {
            own = try TermDatesForm.read(form, year: page.year, nation: page.nation)
        } catch {
            var again = page
            (again.form, again.problems) = (form, error)
            return context.page(again, status: .unprocessableContent)
        }
        let (viewer, id, school, year) = (context.viewer, page.of.id, page.school.id, page.year)
        try await site.database.write { transaction in
            _ = try transaction.community(id, for: viewer, to: .see)
            try viewer.require(.manage, .organisation(school))
            guard try transaction.setTermDates(own, of: school, year: year, by: viewer.person) > 0 else { return }
            try transaction.record(
                Event(
                    "term-dates-set", community: nil, organisation: school, subject: String(year),
                    text: own.map { "\($0.term) \($0.starts)/\($0.ends)" }.joined(separator: ", ")),
                by: viewer.person)
        }
        return .seeOther(CalendarPath.termDates(id, of: school, year: year) + "&done=1")
    }

    /// The dates of a school in front of whoever answers for it.
    private func termDatesPage(
        _ context: Context, _ asked: @Sendable (String) -> String?
    ) async throws -> TermDatesPage {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, members) = try await site.database.read { transaction in
            (
                try transaction.community(id, for: viewer, to: .see),
                try transaction.openMembers(of: id, on: today).map(\.organisation)
            )
        }
        let own = members.filter { viewer.may(.manage, .organisation($0.id)) }
        guard !own.isEmpty else { throw Forbidden() }
        // Somebody else's school is not there, rather than one's own instead of it.
        let wanted = asked("organisation")
        guard let school = wanted.map({ id in own.first { $0.id.rawValue == id } }) ?? own.first else {
            throw NotFound()
        }
        let years = Array(today.year - 1...today.year + 1)
        let year = asked("year").flatMap { Int($0) } ?? today.year
        guard years.contains(year) else { throw NotFound() }
        let (dates, history) = try await site.database.read { transaction in
            (
                try transaction.ownTermDates(of: school.id),
                try transaction.termDatesHistory(of: school.id, year: year)
            )
        }
        return TermDatesPage(
            of: community.pageName, schools: own.map { ($0.id, $0.name) }, school: (school.id, school.name), year: year,
            years: years, nation: .newZealand, own: dates.filter { $0.term.year == year },
            history: history.map { ($0, school.day($0.at)) })
    }
}
