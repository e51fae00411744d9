import Accounts
import Communities
import Database
package import Ground
import Programmes
import Web

extension Measuring {
    /// The numbers of a community as a file, as a person may see them: the same cells as their page, by the same policy.
    ///
    /// `nil` where there is no such person, or no such community for them.
    package func exported(
        _ id: CommunityID, _ filter: PictureFilter, as email: String
    ) async throws -> [UInt8]? {
        let today = site.today
        let found = try await site.database.read { transaction -> (Community, Pack, PictureVersions, Sight)? in
            guard let person = try transaction.person(email: email) else { return nil }
            let viewer = Viewer(
                person: person.id, name: person.name, grants: try transaction.grants(of: person.id, on: today),
                isOperator: person.isOperator)
            guard let community = try transaction.community(id, for: viewer) else { return nil }
            let pack = try communities.pack(of: community)
            return (
                community, pack, try transaction.pictureVersions(of: id, on: today),
                try transaction.sight(of: viewer, in: community, pack: pack, on: today)
            )
        }
        guard let (community, pack, versions, sight) = found,
            let measure = pack.measures.first(where: { filter.measure == nil || $0.key == filter.measure })
        else { return nil }
        let picture = try await maker.picture(of: measure, in: community, by: pack, at: versions, for: sight)
        return PictureExport(view: PictureView(picture, filter), communityName: community.name).bytes
    }
}
