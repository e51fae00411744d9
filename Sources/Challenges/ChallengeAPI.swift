import Accounts
import Communities
import Database
import FocusAreas
import Ground
import Hummingbird
import Web

extension Challenges {
    /// The JSON face: the same nouns, through the same policy, read only.
    func addAPI(to api: RouterGroup<Context>) {
        api.get("communities/:community/challenges") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let (challenges, actions) = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return (try transaction.challenges(of: id), try transaction.actions(of: id))
            }
            return try Response.json(["challenges": challenges.map { ChallengeJSON($0, among: actions) }])
        }
        api.get("communities/:community/challenges/:challenge") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let challengeID = try context.id("challenge", of: Challenge.self)
            let viewer = context.viewer
            let (challenge, actions) = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return (try transaction.challenge(challengeID, in: id), try transaction.actions(of: id))
            }
            guard let challenge else { throw NotFound() }
            return try Response.json(ChallengeJSON(challenge, among: actions))
        }
        api.get("communities/:community/actions") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let actions = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.actions(of: id)
            }
            return try Response.json(["actions": actions.map(ActionJSON.init)])
        }
    }
}

private struct ChallengeJSON: Encodable {
    let id: String
    let title: String
    let why: String
    let story: String
    let howKnown: String
    let focusArea: String?
    let state: String
    let proposed: Day
    let agreed: Day?
    let closed: Day?
    let closedBecause: String?
    let targets: [TargetJSON]
    let actions: [ActionJSON]

    init(_ challenge: Challenge, among actions: [PlannedAction]) {
        (id, title, why) = (challenge.id.rawValue, challenge.title, challenge.why)
        (story, howKnown, focusArea) = (challenge.story, challenge.howKnown, challenge.focusArea?.rawValue)
        (state, proposed, agreed) = (challenge.state.rawValue, challenge.proposed, challenge.agreed)
        (closed, closedBecause) = (challenge.closed, challenge.closed.map { _ in challenge.closedBecause })
        targets = challenge.targets.map(TargetJSON.init)
        self.actions = actions.filter { $0.purpose == .challenge(challenge.id) }.map(ActionJSON.init)
    }
}

/// Where the baseline is not shown on the page, it is not here either.
private struct TargetJSON: Encodable {
    let id: String
    let measure: String
    let firstYear: Int
    let lastYear: Int
    let group: String?
    let direction: String
    let baselinePercent: Double?
    let counted: Int?
    let learners: Int?
    let goalPercent: Double
    let learnersToShift: Int?
    let due: Day
    let source: String

    init(_ target: Target) {
        (id, measure, group) = (target.id.rawValue, target.measure, target.group)
        (firstYear, lastYear) = (target.years.lowerBound, target.years.upperBound)
        direction = target.direction.rawValue
        baselinePercent = target.hidesBaseline ? nil : 100 * Double(target.counted) / Double(target.learners)
        counted = target.hidesBaseline ? nil : target.counted
        learnersToShift = target.hidesBaseline ? nil : target.learnersToShift
        learners = target.hidesBaseline ? nil : target.learners
        goalPercent = Double(target.goal.tenths) / 10
        (due, source) = (target.due, target.source)
    }
}

private struct ActionJSON: Encodable {
    let id: String
    let what: String
    let challenge: String?
    let focusArea: String?
    let owner: String
    let begins: Day?
    let due: Day?
    let state: String
    let versions: [VersionJSON]

    init(_ action: PlannedAction) {
        (id, what, owner) = (action.id.rawValue, action.what, action.ownerName)
        switch action.purpose {
        case .challenge(let id): (challenge, focusArea) = (id.rawValue, nil)
        case .focusArea(let id): (challenge, focusArea) = (nil, id.rawValue)
        }
        (begins, due, state) = (action.begins, action.due, action.state.rawValue)
        versions = action.versions.map(VersionJSON.init)
    }
}

private struct VersionJSON: Encodable {
    let organisation: OrganisationID
    let name: String
    let text: String
    let state: String
    let written: Day

    init(_ version: SchoolVersion) {
        (organisation, name, text) = (version.organisation, version.organisationName, version.text)
        (state, written) = (version.state.rawValue, version.written)
    }
}
