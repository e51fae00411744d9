import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Measuring {
    func addCalendarRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/calendar", use: showCalendar)
        router.post("communities/:community/calendar/collections", use: decideCollection)
        router.post("communities/:community/calendar/collections/removal", use: removeCollection)
        router.post("communities/:community/calendar/year", use: planYear)
        api.get("communities/:community/calendar") { _, context in
            let desk = try await calendarDesk(context)
            return try Response.json(CalendarJSON(desk.state))
        }
    }

    private struct CalendarDesk: Sendable {
        let community: Community
        let pack: Pack
        let state: CollectionState
    }

    /// What the community collects, and how far each school is, as closely as the reader may know.
    private func calendarDesk(_ context: Context) async throws -> CalendarDesk {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, pack, sight, versions, members, collections, signOffs) = try await site.database.read {
            transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let pack = try communities.pack(of: community)
            return (
                community, pack, try transaction.sight(of: viewer, in: community, pack: pack, on: today),
                try transaction.pictureVersions(of: id, on: today),
                try transaction.openMembers(of: id, on: today), try transaction.collections(of: id),
                try transaction.signOffs(in: id)
            )
        }
        // In the order of the programme, without measures that have left it.
        let known = pack.measures.flatMap { measure in collections.filter { $0.measure == measure.key } }
        func isSchool(_ organisation: Organisation) -> Bool {
            pack.organisations[key: organisation.kind]?.isSchool ?? false
        }
        let since = Dictionary(
            members.map { ($0.organisation.id, $0.membership.since) }, uniquingKeysWith: { first, _ in first })
        let owing = members.map(\.organisation).filter { organisation in
            isSchool(organisation) || known.contains { $0.named?.contains(organisation.id) ?? false }
        }
        let coverage = try await maker.coverage(of: known, at: owing.map(\.id), by: pack, versions: versions)
        let signed = Dictionary(
            signOffs.filter(\.isStanding).map { (SignedSubject($0), $0.signed) }, uniquingKeysWith: max)
        let floor = sight.circle == .inside ? pack.floors.inside : pack.floors.outside
        let owed = owing.flatMap { organisation in
            known.filter {
                $0.isOwed(
                    by: organisation.id, isSchool: isSchool(organisation), since: since[organisation.id] ?? today)
            }.map { collection in
                Owed.standing(
                    organisation.id, collection, coverage: coverage[organisation.id]?[collection.subject],
                    signedOn: signed[SignedSubject(organisation.id, collection.subject)].map(organisation.day),
                    floor: floor, exactly: sight.own[organisation.id] == .exactly, on: today)
            }
        }
        return CalendarDesk(
            community: community, pack: pack,
            state: CollectionState(
                schools: owing.map { organisation in
                    CollectionState.School(
                        id: organisation.id, name: organisation.name,
                        mayEnter: sight.entering.contains(organisation.id),
                        maySign: sight.signing.contains(organisation.id))
                }, collections: known, owed: owed, today: today))
    }

    @Sendable func showCalendar(_ request: Request, _ context: Context) async throws -> Response {
        let query = request.uri.queryParameters
        let done: Words? =
            switch query["done"].map(String.init) {
            case "saved": CalendarWords.saved
            case "removed": CalendarWords.removed
            case .some(let count): Int(count).map(CalendarWords.planned)
            case nil: nil
            }
        return try await calendarPage(context, term: query["term"].flatMap { Term(text: $0) }, done: done)
    }

    private func calendarPage(
        _ context: Context, term: Term? = nil, done: Words? = nil, problems: Problems = Problems()
    ) async throws -> Response {
        let desk = try await calendarDesk(context)
        let (viewer, community, calendar) = (context.viewer, desk.community, TermCalendar.newZealand)
        let year = MeasureCollection.yearToPlan(
            desk.pack.measures, by: calendar, beside: desk.state.collections, on: desk.state.today)
        return context.page(
            CalendarPage(
                of: community.pageName, pack: desk.pack, state: desk.state,
                term: term.flatMap { desk.state.terms.contains($0) ? $0 : nil } ?? desk.state.term,
                calendar: calendar,
                // A community that rests has no form.
                mayDecide: viewer.may(.manage, community.realm) && (try? community.requireOpen()) != nil,
                toPlan: year,
                mayDate: desk.state.schools.contains { viewer.may(.manage, .organisation($0.id)) },
                form: context.form, problems: problems, done: done),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func decideCollection(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let calendar = TermCalendar.newZealand
        let decided: MeasureCollection
        do {
            decided = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .manage)
                try community.requireOpen()
                let pack = try communities.pack(of: community)
                let schools = try transaction.openMembers(of: id, on: today).map(\.organisation)
                    .filter { pack.organisations[key: $0.kind]?.isSchool ?? false }
                let new = try NewCollection.read(
                    form, pack: pack, schools: schools.map(\.id),
                    terms: CalendarPage.terms(around: today, by: calendar), by: calendar)
                try transaction.store(new.collection, in: id, by: viewer.person)
                try transaction.record(
                    Event(
                        "collection-decided", community: id,
                        subject: "\(new.collection.measure):\(new.collection.term)",
                        text: CalendarWords.reminder(new.measure.title, new.collection.term.words, new.collection.due)
                            .text(in: .english)), by: viewer.person)
                try transaction.remind(on: today, in: community, by: pack)
                return new.collection
            }
        } catch let problems as Problems {
            return try await calendarPage(context, problems: problems)
        }
        return .seeOther(CalendarPath.calendar(id, term: decided.term) + "&done=saved")
    }

    @Sendable func removeCollection(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form) = (context.viewer, context.form)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            guard let term = Term(text: form.text("term")) else { throw NotFound() }
            let subject = MeasureCollection.Subject(form.text("measure"), term)
            guard try transaction.remove(subject, from: id) else { throw NotFound() }
            try transaction.record(
                Event("collection-removed", community: id, subject: "\(subject.measure):\(term)"), by: viewer.person)
        }
        return .seeOther(CalendarPath.calendar(id) + "?done=removed")
    }

    @Sendable func planYear(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let planned = try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .manage)
            try community.requireOpen()
            let pack = try communities.pack(of: community)
            guard let year = form.number("year"), (today.year...today.year + 1).contains(year) else {
                throw CollectionRefusal.nothingToSuggest(today.year)
            }
            let suggested = MeasureCollection.suggested(
                pack.measures, year: year, by: .newZealand, beside: try transaction.collections(of: id), on: today)
            guard !suggested.isEmpty else { throw CollectionRefusal.nothingToSuggest(year) }
            for collection in suggested { try transaction.store(collection, in: id, by: viewer.person) }
            try transaction.record(
                Event("year-planned", community: id, subject: String(year), text: "\(suggested.count)"),
                by: viewer.person)
            try transaction.remind(on: today, in: community, by: pack)
            return suggested.count
        }
        return .seeOther(CalendarPath.calendar(id) + "?done=\(planned)")
    }
}
