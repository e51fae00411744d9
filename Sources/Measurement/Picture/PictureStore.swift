import Accounts
package import Communities
package import Database
import DisclosureControl
package import Ground
package import Programmes

/// What everything on a picture depends on: the versions of the community and of all who ever belonged to it, and the
/// day, for memberships begin and end.
package struct PictureVersions: Hashable, Sendable {
    package let community: CommunityID
    package let today: Day
    package let versions: [String: Int]
}

/// What an organisation brought in, as it is kept in memory while its version stands.
struct OrganisationData: Sendable {
    let results: Results
    let counts: [CountEntry]
    let latest: Day?
}

struct OrganisationVersion: Hashable, Sendable {
    let organisation: OrganisationID
    let version: Int
}

extension Transaction {
    /// All versions in one statement, so that a warm page costs one look.
    package func pictureVersions(of community: CommunityID, on today: Day) throws -> PictureVersions {
        let versions = try rows(
            """
            SELECT scope, version FROM data_version
            WHERE scope = \(community)
                OR scope IN (SELECT organisation_id FROM membership WHERE community_id = \(community))
            """
        ) { (try $0[0] as String, try $0[1] as Int) }
        return PictureVersions(
            community: community, today: today, versions: Dictionary(versions) { first, _ in first })
    }

    /// How much of the numbers somebody may see: inside for those whose own organisation belongs by a membership of the
    /// inside, and for those who stand in the community as a whole.
    package func sight(of viewer: Viewer, in community: Community, pack: Pack, on today: Day) throws -> Sight {
        guard viewer.isSignedIn else { return .outside }
        let kinds = pack.memberships.filter(\.isInside).map(\.key)
        let insiders: [OrganisationID] = try rows(
            """
            SELECT organisation_id FROM membership
            WHERE community_id = \(community.id) AND since <= \(today) AND (until IS NULL OR until > \(today))
                AND kind IN (\(list: kinds))
            """
        ) { try $0[0] }
        return Sight(of: viewer, in: community, insiders: Set(insiders))
    }

    /// The source of a picture, with what of it is in memory already.
    func pictureSource(
        of measure: Pack.Measure, in community: CommunityID, pack: Pack,
        versions: PictureVersions, kept: Kept<OrganisationVersion, OrganisationData>
    ) throws -> PictureSource {
        let signOffs = try signOffs(in: community)
        let members = try openMembers(of: community, on: versions.today).map(\.organisation)
            .filter { pack.organisations[key: $0.kind].map { $0.hasLearners || $0.isSchool } ?? false }
        var together: Set<GroupPair> = []
        let schools = try members.compactMap { organisation -> PictureSource.School? in
            let key = OrganisationVersion(
                organisation: organisation.id, version: versions.versions[organisation.id.rawValue] ?? 0)
            let data = try kept[key] ?? organisationData(of: organisation.id)
            kept.keep(data, for: key)
            together.formUnion(data.results.together)
            let tallies = SchoolTallies(
                records: data.results.tallies(of: measure, in: pack),
                counts: data.counts.filter { $0.measure == measure.key }, pack: pack)
            // A service whose learners are younger than the measure is not missing from it.
            let isSchool = pack.organisations[key: organisation.kind]?.isSchool ?? false
            let unjudged = data.results.unjudged(of: measure, in: pack)
            guard isSchool || !tallies.slots.isEmpty || !unjudged.isEmpty else { return nil }
            let standing = signOffs.filter {
                $0.organisation == organisation.id && $0.measure == measure.key && $0.isStanding
            }
            let signed = Set(
                standing.filter { $0.covers(SignedNumbers(tallies.slots, in: $0.term)) }.map(\.term))
            let recorded = data.results.roll(on: versions.today)
            return PictureSource.School(
                organisation: organisation, tallies: tallies, signed: signed,
                changed: Set(standing.map(\.term)).subtracting(signed),
                roll: organisation.roll ?? (recorded > 0 ? recorded : nil), latest: data.latest, unjudged: unjudged)
        }
        return PictureSource(
            community: community, pack: pack, measure: measure, schools: schools,
            kinds: pack.kinds(of: together),
            memory: try pictureMemory(of: measure.key, in: community))
    }

    func organisationData(of organisation: OrganisationID) throws -> OrganisationData {
        let owner = try self.organisation(organisation)
        let latest: Instant? = try value(
            "SELECT applied_at FROM intake WHERE organisation_id = \(organisation) AND state = 'applied' "
                + "AND applied_at IS NOT NULL ORDER BY applied_at DESC LIMIT 1")
        return try OrganisationData(
            results: results(of: organisation, calendar: calendar(of: organisation)), counts: counts(of: organisation),
            latest: latest.flatMap { owner?.day($0) })
    }
}
