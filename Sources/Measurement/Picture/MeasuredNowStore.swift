import Web
import Accounts
package import Communities
import Database
package import Ground
package import Programmes

extension Measuring {
    /// What each measure says of the whole community in its latest term, as this reader may see it.
    package func now(of community: Community, by pack: Pack, for viewer: Viewer) async throws -> [MeasuredNow] {
        let today = site.today
        let (versions, sight) = try await site.database.read { transaction in
            (
                try transaction.pictureVersions(of: community.id, on: today),
                try transaction.sight(of: viewer, in: community, pack: pack, on: today)
            )
        }
        var all: [MeasuredNow] = []
        for measure in pack.measures {
            all += try await maker.picture(of: measure, in: community, by: pack, at: versions, for: sight).now
        }
        return all
    }
}
