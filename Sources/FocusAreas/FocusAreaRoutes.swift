import Accounts
import Communities
import Database
import Ground
package import Hummingbird
import Programmes
package import Web

extension FocusAreas {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/focus-areas", use: list)
        router.get("communities/:community/focus-areas/new", use: showNew)
        router.post("communities/:community/focus-areas", use: begin)
        router.get("communities/:community/focus-areas/:focusArea", use: show)
        router.post("communities/:community/focus-areas/:focusArea", use: reword)
        router.post("communities/:community/focus-areas/:focusArea/phase", use: move)
        router.post("communities/:community/focus-areas/:focusArea/end", use: end)
        router.post("communities/:community/focus-areas/:focusArea/end/withdrawal", use: resume)
        addLeadRoutes(to: router)
        addAPI(to: api)
    }

    @Sendable func list(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            (
                community: try transaction.community(id, for: viewer, to: .see),
                areas: try transaction.focusAreas(of: id), members: try transaction.openMembers(of: id, on: today)
            )
        }
        let pack = try communities.pack(of: found.community)
        return context.page(
            FocusAreaListPage(
                of: found.community, pack: pack, areas: found.areas, schools: schools(among: found.members, pack),
                today: today, mayDecide: viewer.may(.decide, found.community.realm)))
    }

    @Sendable func showNew(_ request: Request, _ context: Context) async throws -> Response {
        try await newPage(context)
    }

    private func newPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let (community, areas) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .decide)
            try community.requireOpen()
            return (community, try transaction.focusAreas(of: id))
        }
        let taken = Set(areas.compactMap(\.suggestion))
        return context.page(
            NewFocusAreaPage(
                of: community,
                suggestions: try communities.pack(of: community).focusAreas.filter { !taken.contains($0.key) },
                form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func begin(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            let area = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                let new = try NewFocusArea.read(form, pack: communities.pack(of: community), today: today)
                let others = try transaction.focusAreas(of: id)
                let area = try FocusArea.beginning(
                    new.title, new.text, from: new.suggestion, on: new.started, beside: others,
                    id: .new(at: transaction.now))
                try transaction.add(area, to: id)
                try transaction.record(
                    Event("focus-area-begun", community: id, subject: area.id.rawValue, text: area.title),
                    by: viewer.person)
                return area
            }
            return .seeOther(FocusAreaPath.one(id, area.id))
        } catch let problems as Problems {
            return try await newPage(context, problems: problems)
        } catch let refusal as FocusAreaRefusal {
            return try await newPage(context, problems: Problems("title", refusal.words))
        }
    }

    @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
        try await areaPage(context)
    }

    func areaPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let areaID = try context.id("focusArea", of: FocusArea.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let area = try transaction.focusArea(areaID, in: id) else { throw NotFound() }
            return (
                community: community, area: area, members: try transaction.openMembers(of: id, on: today),
                candidates: try transaction.candidates(in: id, on: today), work: try work(transaction, area, id),
                events: try transaction.history(of: area.id.rawValue, in: id)
            )
        }
        let schools = schools(among: found.members, try communities.pack(of: found.community))
        let own = schools.map(\.organisation.id).filter { viewer.may(.decide, found.community.realm(of: $0)) }
        return context.page(
            FocusAreaPage(
                of: found.community, area: found.area, schools: schools, candidates: found.candidates,
                work: found.work, turns: found.events.compactMap(turn), today: today,
                mayContribute: viewer.may(.contribute, found.community.realm),
                mayDecide: viewer.may(.decide, found.community.realm), mayDecideFor: Set(own), form: context.form,
                problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func turn(_ event: RecordedEvent) -> FocusAreaTurn? {
        switch event.kind {
        case "focus-area-ended": FocusAreaTurn(day: site.day(of: event.at), isEnd: true, reason: event.text)
        case "focus-area-resumed": FocusAreaTurn(day: site.day(of: event.at), isEnd: false, reason: event.text)
        default: nil
        }
    }

    /// The members that have classrooms and stand inside the circle: those where lead teachers are looked for.
    func schools(among members: [Member], _ pack: Pack) -> [Member] {
        members.filter { member in
            pack.organisations[key: member.organisation.kind]?.isSchool ?? false
                && pack.memberships[key: member.membership.kind]?.isInside ?? false
        }
    }

    @Sendable func reword(_ request: Request, _ context: Context) async throws -> Response {
        let form = context.form
        return try await change(context) { area, viewer, transaction, community in
            guard area.isOpen else { throw FocusAreaRefusal.ended }
            var problems = Problems()
            let words = FocusAreaText.read(form, into: &problems)
            guard problems.isEmpty else { throw problems }
            var reworded = area
            (reworded.title, reworded.text) = (words.title, words.text)
            try transaction.store(reworded, in: community)
            return Event("focus-area-reworded", community: community, subject: area.id.rawValue, text: words.title)
        }
    }

    @Sendable func move(_ request: Request, _ context: Context) async throws -> Response {
        let (form, today) = (context.form, site.today)
        return try await change(context) { area, viewer, transaction, community in
            guard let phase = FocusArea.Phase(rawValue: form.text("phase")) else {
                throw Problems("phase", FocusAreaWords.phaseMissing)
            }
            guard let day = form.optional("day") == nil ? today : form.day("day") else {
                throw Problems("day", FocusAreaWords.dayWrong)
            }
            let move = try area.moving(
                to: phase, because: form.text("reason"), on: day, today: today, by: viewer.name)
            try transaction.add(move, to: area.id, in: community, by: viewer.person)
            return Event("focus-area-moved", community: community, subject: area.id.rawValue, text: move.reason)
        }
    }

    @Sendable func end(_ request: Request, _ context: Context) async throws -> Response {
        let (reason, today) = (context.form.text("end-reason"), site.today)
        return try await change(context, reasonField: "end-reason") { area, viewer, transaction, community in
            try transaction.store(area.ended(on: today, because: reason), in: community)
            return Event("focus-area-ended", community: community, subject: area.id.rawValue, text: reason)
        }
    }

    @Sendable func resume(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context) { area, viewer, transaction, community in
            try transaction.store(area.resumed(), in: community)
            return Event("focus-area-resumed", community: community, subject: area.id.rawValue)
        }
    }

    /// Carries a decision on one focus area: reads it, lets `decide` write what follows, records the event.
    func change(
        _ context: Context, reasonField: String = "reason",
        _ decide: @escaping @Sendable (FocusArea, Viewer, Transaction, CommunityID) throws -> Event
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let areaID = try context.id("focusArea", of: FocusArea.self)
        let viewer = context.viewer
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .decide)
                try community.requireOpen()
                guard let area = try transaction.focusArea(areaID, in: id) else { throw NotFound() }
                try transaction.record(try decide(area, viewer, transaction, id), by: viewer.person)
            }
        } catch let problems as Problems {
            return try await areaPage(context, problems: problems)
        } catch let refusal as FocusAreaRefusal {
            return try await areaPage(
                context, problems: Problems(refusal.field(reason: reasonField), refusal.words))
        }
        return .seeOther(FocusAreaPath.one(id, areaID))
    }
}

extension FocusAreaRefusal {
    /// The field beside which the refusal is read.
    fileprivate func field(reason: String) -> String {
        switch self {
        case .reasonMissing: reason
        case .dayAhead, .dayTooEarly: "day"
        case .alreadyIn: "phase"
        case .notPrincipal, .leadsAlready: "lead"
        default: ""
        }
    }
}
