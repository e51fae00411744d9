import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension Gems {
    /// The JSON face: the same nouns, through the same policy, read only.
    func addAPI(to api: RouterGroup<Context>) {
        api.get("communities/:community/activities") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let activities = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.activities(of: id)
            }
            return try Response.json(["activities": activities.map(ActivityJSON.init)])
        }
        api.get("communities/:community/gems") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let (viewer, today) = (context.viewer, site.today)
            let (community, stories) = try await site.database.read { transaction in
                guard let community = try transaction.community(id, for: viewer) else { throw NotFound() }
                return (community, try transaction.gems(of: id))
            }
            guard viewer.may(.see, community.realm) else {
                let gems = stories.compactMap { PublicGem($0, on: today) }
                return try Response.json(["gems": gems.map(PublicGemJSON.init)])
            }
            return try Response.json(["gems": stories.map { GemJSON($0, today: today) }])
        }
        api.get("communities/:community/adoptions") { request, context in
            let id = try context.id("community", of: Named.Community.self)
            let (viewer, today) = (context.viewer, site.today)
            let adoptions = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.adoptions(of: id)
            }
            let day = request.uri.queryParameters["on"].flatMap { Day(typed: String($0)) } ?? today
            return try Response.json(["adoptions": adoptions.filter { $0.day <= day }.map(AdoptionJSON.init)])
        }
    }
}

private struct ActivityJSON: Encodable {
    let id: String
    let organisation: OrganisationID
    let text: String
    let company: String
    let partners: [OrganisationID]
    let kind: String?
    let focusArea: String?
    let day: Day

    init(_ activity: Activity) {
        (id, organisation, text) = (activity.id.rawValue, activity.organisation, activity.text)
        (company, partners, kind) = (activity.company, activity.partners, activity.kind)
        (focusArea, day) = (activity.focusArea, activity.day)
    }
}

private struct GemJSON: Encodable {
    struct Seen: Encodable { let question, asked, text: String }
    struct Said: Encodable { let answer, reason, by: String; let day: Day }
    struct Designed: Encodable { let audience: String; let core, adaptable: [String]; let help: String; let due: Day? }

    let id: String
    let title: String
    let text: String
    let focusArea: String?
    let organisation: OrganisationID
    let finder: String
    let nominated: Day
    let stage: String
    let daysWaiting: Int?
    let evidence: [Seen]
    let answers: [Said]
    let design: Designed?
    let activities: [String]

    init(_ story: GemStory, today: Day) {
        let gem = story.gem
        (id, title, text, organisation) = (gem.id.rawValue, gem.title, gem.text, gem.organisation)
        (focusArea, finder, nominated) = (gem.focusArea, gem.finder, gem.nominated)
        (stage, daysWaiting) = (story.stage.rawValue, story.daysWaiting(on: today))
        evidence = gem.evidence.map { Seen(question: $0.question, asked: $0.asked, text: $0.text) }
        answers = story.answers.map { Said(answer: $0.kind.rawValue, reason: $0.reason, by: $0.by, day: $0.day) }
        design = story.design.map {
            Designed(audience: $0.audience, core: $0.core, adaptable: $0.adaptable, help: $0.help, due: $0.due)
        }
        activities = gem.activities.map(\.rawValue)
    }
}

private struct PublicGemJSON: Encodable {
    let id: String
    let title: String
    let text: String
    let core: [String]
    let reached: Int
    let using: Int

    init(_ gem: PublicGem) {
        (id, title, text, core) = (gem.id.rawValue, gem.title, gem.text, gem.core)
        (reached, using) = (gem.reached, gem.using)
    }
}

private struct AdoptionJSON: Encodable {
    let gem: String
    let organisation: OrganisationID
    let state: String
    let day: Day
    let by: String
    let note: String

    init(_ adoption: Adoption) {
        (gem, organisation, state) = (adoption.gem.rawValue, adoption.organisation, adoption.state.rawValue)
        (day, by, note) = (adoption.day, adoption.by, adoption.note)
    }
}
