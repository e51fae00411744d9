import Accounts
import Challenges
import Communities
import Database
import FocusAreas
import Gems
import Ground
package import Hummingbird
import Impact
import Measurement
import Programmes
package import Web

extension Overview {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community", use: showHome)
        api.get("communities/:community/lines", use: listLines)
    }

    @Sendable func showHome(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let community = try await site.database.read { try $0.community(id, for: viewer) }
        guard let community else { throw NotFound() }
        guard viewer.may(.see, community.realm) else { return try await showPublicHome(community, context) }
        let pack = try communities.pack(of: community)
        let (sources, lines) = try await lines(of: community, by: pack, for: viewer)
        let today = site.today
        let names = RecentNames(sources, in: id)
        let recent = try await site.database.read { try $0.events(in: id, limit: 60) }.filter { event in
            // A school is reminded, not shown up: only those who can bring results in or sign them off read it.
            guard event.kind.hasPrefix("collection-"), let school = event.organisation else { return true }
            return viewer.may(.enterResults, community.realm(of: school))
        }
        return context.page(
            HomePage(
                of: community, pack: pack, lines: lines, task: sources.viewpoint(viewer, community, today).nextTask,
                recent: Array(recent.compactMap { Recent($0, among: names, zone: site) }.prefix(6)), today: today,
                mayContribute: viewer.may(.contribute, community.realm) && community.isOpen,
                loose: viewer.may(.decide, community.realm)
                    ? sources.challenges.filter { $0.focusArea == nil && $0.state != .closed } : []))
    }

    /// What anybody may read: the purpose, and how many ideas have spread to how many schools.
    private func showPublicHome(_ community: Community, _ context: Context) async throws -> Response {
        let today = site.today
        let (members, gems) = try await site.database.read { transaction in
            (
                try transaction.openMembers(of: community.id, on: today),
                try transaction.gems(of: community.id).filter(\.isPublic)
            )
        }
        return context.page(PublicHomePage(of: community, members: members.count, gems: gems, today: today))
    }

    /// The JSON face of the lines: what each aim has come to, in counts and states of evidence.
    @Sendable func listLines(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let viewer = context.viewer
        let community = try await site.database.read { try $0.community(id, for: viewer, to: .see) }
        let (_, lines) = try await lines(of: community, by: communities.pack(of: community), for: viewer)
        return try Response.json(["lines": lines.map(LineJSON.init)])
    }

    private func lines(
        of community: Community, by pack: Pack, for viewer: Viewer
    ) async throws -> (sources: HomeSources, lines: [LineOfSight]) {
        let today = site.today
        let id = community.id
        let (read, sight) = try await site.database.read { transaction in
            (
                try transaction.homeSources(of: id, pack: pack, on: today),
                try transaction.sight(of: viewer, in: community, pack: pack, on: today)
            )
        }
        var sources = read
        var pictures: [String: Picture] = [:]
        let aimed = Set(sources.challenges.flatMap(\.targets).map(\.measure))
        // Whoever signs off is told what has changed since, whatever was measured.
        for measure in pack.measures where aimed.contains(measure.key) || !sight.signing.isEmpty {
            let picture = try await measurement.maker.picture(
                of: measure, in: community, by: pack, at: sources.versions, for: sight)
            pictures[measure.key] = picture
            for school in picture.schools { sources.changed[school.id, default: [:]][measure.key] = school.changed }
        }
        let found = pictures
        let lines = LineOfSight.lines(
            sources.areas, challenges: sources.challenges, actions: sources.actions, activities: sources.activities,
            gems: sources.gems, checks: sources.checks, schools: sources.schools, on: today
        ) { target in found[target.measure].flatMap { $0.measured(target) } }
        return (sources, lines)
    }
}

private struct LineJSON: Encodable {
    let aim: String
    let activities: Int
    let gems: Int
    let schoolsReached: Int
    let schools: Int
    let evidence: [String: String]
    let brokenAt: String?

    init(_ line: LineOfSight) {
        (aim, activities, gems) = (line.area.title, line.activities, line.gems.count)
        (schoolsReached, schools) = (line.reached, line.schools.count)
        evidence = Dictionary(
            uniqueKeysWithValues: LineOfSight.Link.allCases.map { ("\($0)", line.evidence(of: $0).rawValue) })
        brokenAt = line.broken.map { "\($0)" }
    }
}
