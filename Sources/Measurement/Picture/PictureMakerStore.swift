package import Communities
package import Database
import Ground
package import Programmes

/// Makes pictures and keeps them while their versions stand. However many ask at once, each is made once.
package actor PictureMaker {
    private struct Wanted: Hashable {
        let versions: PictureVersions
        let measure: String
    }

    private let database: any Database
    private let calendar: TermCalendar
    private let organisations = Kept<OrganisationVersion, OrganisationData>(limit: 64)
    private let sheets = Kept<Wanted, PictureSheets>(limit: 64)
    private var making: [Wanted: Task<PictureSheets, any Error>] = [:]

    package init(database: any Database, calendar: TermCalendar = .newZealand) {
        (self.database, self.calendar) = (database, calendar)
    }

    /// The one way to numbers: page, export, API and reports all ask here, and get protected cells.
    ///
    /// The community was read for the viewer, so that they may see it; the sight says how closely.
    package func picture(
        of measure: Pack.Measure, in community: Community, by pack: Pack, at versions: PictureVersions, for sight: Sight
    ) async throws -> Picture {
        try await sheets(of: measure, in: community, by: pack, at: versions).picture(for: sight, today: versions.today)
    }

    private func sheets(
        of measure: Pack.Measure, in community: Community, by pack: Pack, at versions: PictureVersions
    ) async throws -> PictureSheets {
        let wanted = Wanted(versions: versions, measure: measure.key)
        if let found = sheets[wanted] { return found }
        if let task = making[wanted] { return try await task.value }
        let (database, calendar, organisations, id) = (database, calendar, organisations, community.id)
        let task = Task {
            let source = try await database.read { transaction in
                try transaction.pictureSource(
                    of: measure, in: id, pack: pack, calendar: calendar,
                    versions: try transaction.pictureVersions(of: id, on: versions.today), kept: organisations)
            }
            let made = try PictureSheets(source)
            if made.differs {
                try await database.write { try $0.remember(made) }
            }
            return made
        }
        making[wanted] = task
        defer { making[wanted] = nil }
        let made = try await task.value
        sheets.keep(made, for: wanted)
        return made
    }

    /// What a school has of one measure and term: the year levels with records, and its own counts. Its own people only.
    func schoolCounts(
        of school: OrganisationID, measure: Pack.Measure, pack: Pack, term: Term, at versions: PictureVersions
    ) async throws -> (recorded: Set<Int>, entries: [CountEntry]) {
        let key = OrganisationVersion(organisation: school, version: versions.versions[school.rawValue] ?? 0)
        let (calendar, organisations) = (calendar, organisations)
        let data = try await database.read { transaction in
            try organisations[key] ?? transaction.organisationData(of: school, calendar: calendar)
        }
        organisations.keep(data, for: key)
        let records = data.results.tallies(of: measure, in: pack).filter { $0.key.term == term }
        return (
            Set(records.values.flatMap(\.years.keys)),
            data.counts.filter { $0.measure == measure.key && $0.term == term && $0.group == nil }
        )
    }
}
