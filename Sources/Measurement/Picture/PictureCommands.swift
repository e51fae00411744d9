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
        _ id: CommunityID, _ filter: PictureFilter, as email: String, _ format: TakenOut.Format = .csv
    ) async throws -> [UInt8]? {
        let today = site.today
        let viewer = try await site.database.read { try $0.viewer(email: email, on: today) }
        guard let viewer, let export = try await export(id, filter, for: viewer) else { return nil }
        switch format {
        case .csv: return export.bytes
        case .xlsx:
            return try await TakenOut.workbook(
                sheet: export.view.picture.measure.title, header: PictureExport.header, rows: export.rows, at: site)
        }
    }

    /// Every measure of a community, by school, by year level and by group: CSV files by their names. What there is
    /// nothing to see of is left out.
    ///
    /// Of their own school somebody may see more than others do. That is not in these files, which will be handed on.
    package func exportedPictures(
        of id: CommunityID, measures: [String], for viewer: Viewer
    ) async throws -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        for measure in measures {
            for rows in PictureFilter.Rows.allCases {
                let filter = PictureFilter(measure: measure, rows: rows)
                guard let export = try await export(id, filter, for: viewer, seesOwn: false), !export.view.lines.isEmpty
                else {
                    continue
                }
                files.append((name: "\(measure)-by-\(rows.rawValue)", bytes: export.bytes))
            }
        }
        return files
    }

    private func export(
        _ id: CommunityID, _ filter: PictureFilter, for viewer: Viewer, seesOwn: Bool = true
    ) async throws -> PictureExport? {
        let today = site.today
        let found = try await site.database.read { transaction -> (Community, Pack, PictureVersions, Sight)? in
            guard let community = try transaction.community(id, for: viewer) else { return nil }
            let pack = try communities.pack(of: community)
            var sight = try transaction.sight(of: viewer, in: community, pack: pack, on: today)
            if !seesOwn { sight.own = [:] }
            return (
                community, pack, try transaction.pictureVersions(of: id, on: today),
                sight
            )
        }
        guard let (community, pack, versions, sight) = found,
            let measure = pack.measures.first(where: { filter.measure == nil || $0.key == filter.measure })
        else { return nil }
        let picture = try await maker.picture(of: measure, in: community, by: pack, at: versions, for: sight)
        return PictureExport(view: PictureView(picture, filter), communityName: community.name)
    }
}
