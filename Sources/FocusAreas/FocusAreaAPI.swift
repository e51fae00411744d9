import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension FocusAreas {
    /// The JSON face: the same nouns, through the same policy, read only.
    func addAPI(to api: RouterGroup<Context>) {
        api.get("communities/:community/focus-areas") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let areas = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.focusAreas(of: id)
            }
            return try Response.json(["focusAreas": areas.map(FocusAreaJSON.init)])
        }
        api.get("communities/:community/focus-areas/:focusArea") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let areaID = try context.id("focusArea", of: FocusArea.self)
            let viewer = context.viewer
            let area = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.focusArea(areaID, in: id)
            }
            guard let area else { throw NotFound() }
            return try Response.json(FocusAreaJSON(area))
        }
    }
}

private struct FocusAreaJSON: Encodable {
    let id: String
    let title: String
    let text: String
    let suggestion: String?
    let started: Day
    let ended: Day?
    let phase: String
    let leads: [LeadJSON]
    let moves: [MoveJSON]

    init(_ area: FocusArea) {
        (id, title, text, suggestion) = (area.id.rawValue, area.title, area.text, area.suggestion)
        (started, ended, phase) = (area.started, area.ended, area.phase.rawValue)
        leads = area.leads.map(LeadJSON.init)
        moves = area.moves.map(MoveJSON.init)
    }
}

/// Without an organisation it is the lead principal.
private struct LeadJSON: Encodable {
    let name: String
    let organisation: OrganisationID?
    let since: Day
    let until: Day?

    init(_ lead: FocusArea.Lead) {
        (name, organisation, since, until) = (lead.name, lead.organisation, lead.since, lead.until)
    }
}

private struct MoveJSON: Encodable {
    let from: String
    let to: String
    let reason: String
    let day: Day

    init(_ move: PhaseMove) {
        (from, to, reason, day) = (move.from.rawValue, move.to.rawValue, move.reason, move.day)
    }
}
