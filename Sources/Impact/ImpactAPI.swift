import Accounts
import Communities
import Database
import Gems
import Ground
import Hummingbird
import Web

extension Impact {
    /// The JSON face: the same nouns, through the same policy, read only.
    func addAPI(to api: RouterGroup<Context>) {
        api.get("communities/:community/impact-checks") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let viewer = context.viewer
            let checks = try await site.database.read { transaction in
                _ = try transaction.community(id, for: viewer, to: .see)
                return try transaction.impactChecks(of: id)
            }
            return try Response.json(["checks": checks.map(CheckJSON.init)])
        }
    }
}

private struct CheckJSON: Encodable {
    struct Seen: Encodable {
        let outcome: String
        let text: String
        let link: String?
    }

    let gem: String
    let verdict: String
    let reason: String
    let day: Day
    let by: String
    let findings: [Seen]

    init(_ check: ImpactCheck) {
        let verdict = check.verdict
        (gem, self.verdict, reason) = (verdict.gem.rawValue, verdict.kind.rawValue, verdict.reason)
        (day, by) = (verdict.day, verdict.by)
        findings = check.findings.map { Seen(outcome: $0.outcome, text: $0.evidence.text, link: $0.evidence.link) }
    }
}
