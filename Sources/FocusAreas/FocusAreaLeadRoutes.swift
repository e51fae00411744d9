import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension FocusAreas {
    func addLeadRoutes(to router: Router<Context>) {
        router.post("communities/:community/focus-areas/:focusArea/lead", use: nameLead)
        router.post("communities/:community/focus-areas/:focusArea/lead-teachers", use: nameTeacher)
        router.post("communities/:community/focus-areas/:focusArea/lead-teachers/:lead/end", use: endLead)
    }

    @Sendable func nameLead(_ request: Request, _ context: Context) async throws -> Response {
        let (form, today) = (context.form, site.today)
        return try await change(context) { area, viewer, transaction, community in
            guard let person = form.id("lead", of: Named.Person.self) else {
                throw Problems("lead", FocusAreaWords.choosePerson)
            }
            let candidates = try transaction.candidates(in: community, on: today)
            let led = try area.led(by: person, among: candidates, since: today, id: .new(at: transaction.now))
            try transaction.store(led, in: community)
            return Event(
                "focus-area-led", community: community, subject: area.id.rawValue,
                text: led.leadPrincipal?.name ?? "")
        }
    }

    /// A school's own principal names its lead teachers; whoever leads the community may do it for any.
    @Sendable func nameTeacher(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let areaID = try context.id("focusArea", of: FocusArea.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                guard let choice = TeacherChoice(value: form.text("teacher")) else {
                    _ = try transaction.community(id, for: viewer, to: .decide)
                    throw Problems("teacher", FocusAreaWords.choosePerson)
                }
                let (community, area) = try transaction.focusArea(areaID, in: id, for: viewer, at: choice.organisation)
                let members = try transaction.openMembers(of: id, on: today)
                guard
                    schools(among: members, try communities.pack(of: community))
                        .contains(where: { $0.organisation.id == choice.organisation })
                else { throw NotFound() }
                let candidates = try transaction.candidates(in: id, on: today)
                let led = try area.led(
                    by: choice.person, in: choice.organisation, among: candidates, since: today,
                    id: .new(at: transaction.now))
                try transaction.store(led, in: id)
                try transaction.record(
                    Event(
                        "focus-area-lead-teacher", community: id, organisation: choice.organisation,
                        subject: area.id.rawValue, text: led.leads.last?.name ?? ""),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await areaPage(context, problems: problems)
        } catch let refusal as FocusAreaRefusal {
            return try await areaPage(context, problems: Problems("teacher", refusal.words))
        }
        return .seeOther(FocusAreaPath.one(id, areaID))
    }

    @Sendable func endLead(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let areaID = try context.id("focusArea", of: FocusArea.self)
        let leadID = try context.id("lead", of: FocusArea.Lead.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            guard try transaction.community(id, for: viewer) != nil,
                let lead = try transaction.focusArea(areaID, in: id)?.leads.first(where: { $0.id == leadID }),
                let organisation = lead.organisation
            else { throw NotFound() }
            let (_, area) = try transaction.focusArea(areaID, in: id, for: viewer, at: organisation)
            try transaction.store(area.leadEnded(leadID, on: today), in: id)
            try transaction.record(
                Event(
                    "focus-area-lead-ended", community: id, organisation: organisation, subject: area.id.rawValue,
                    text: lead.name),
                by: viewer.person)
        }
        return .seeOther(FocusAreaPath.one(id, areaID))
    }
}

extension Transaction {
    /// The focus area, for somebody who decides for one of the schools in it.
    fileprivate func focusArea(
        _ id: Identifier<FocusArea>, in communityID: CommunityID, for viewer: Viewer, at school: OrganisationID
    ) throws -> (Community, FocusArea) {
        let community = try community(communityID, for: viewer, to: .see)
        try viewer.require(.decide, community.realm(of: school))
        try community.requireOpen()
        guard let area = try focusArea(id, in: communityID) else { throw NotFound() }
        return (community, area)
    }
}
