import Accounts
package import Communities
package import Database
package import Gems
package import Ground
import HTML
package import Measurement
package import Web

/// What was seen beside a gem, on every side the programme asks about, and what follows for the gem.
///
/// It claims no cause: other things changed at the same time. It says so wherever a check is shown.
package struct Impact: Feature {
    let site: Site
    let communities: Communities

    /// Where measured results come from; `nil` where nothing is measured.
    let measurement: Measuring?

    package init(communities: Communities, measurement: Measuring? = nil) {
        (site, self.communities, self.measurement) = (communities.site, communities, measurement)
    }

    package var migrations: [Migration] { ImpactSchema.migrations }

    package var rooms: [Room] { [Room(ImpactWords.impact, path: ImpactPath.impact)] }

    /// The check, as a part of the gem's own page.
    package static func chapter(communities: Communities) -> GemChapter {
        GemChapter { transaction, story, community, viewer in
            let pack = try communities.pack(of: community)
            let checks = try transaction.impactChecks(of: community.id).filter { $0.verdict.gem == story.gem.id }
            let chapter = CheckChapter(
                of: community, story: story, sides: Side.asked(by: pack), checks: checks,
                mayCheck: ImpactCheck.mayBeMade(of: story) && community.isAtWork
                    && viewer.may(.contribute, community.realm))
            return { chapter.html }
        }
    }
}

/// The ways of this feature, written once.
package enum ImpactPath {
    @Sendable package static func impact(_ id: CommunityID) -> String { "/communities/\(id)/impact" }
    package static func checks(_ id: CommunityID, _ gem: Identifier<Gem>) -> String {
        "/communities/\(id)/gems/\(gem)/checks"
    }
}

extension Community {
    /// Whether anything may be added: neither resting nor closed.
    var isAtWork: Bool { state == .forming || state == .active }
}
