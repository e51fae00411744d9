import DisclosureControl
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
    private let organisations = Kept<OrganisationVersion, OrganisationData>(limit: 64)
    private let sheets = Kept<Wanted, PictureSheets>(limit: 64)
    private var making: [Wanted: Task<PictureSheets, any Error>] = [:]

    package init(database: any Database) { self.database = database }

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
        let (database, organisations, id) = (database, organisations, community.id)
        let task = Task {
            let source = try await database.read { transaction in
                try transaction.pictureSource(
                    of: measure, in: id, pack: pack,
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

    /// What a school has of one measure, unprotected: for signing it off.
    func tallies(
        of school: OrganisationID, measure: Pack.Measure, pack: Pack, at versions: PictureVersions
    ) async throws -> SchoolTallies {
        let data = try await data(of: school, at: versions)
        return SchoolTallies(
            records: data.results.tallies(of: measure, in: pack),
            counts: data.counts.filter { $0.measure == measure.key }, pack: pack)
    }

    private func data(of school: OrganisationID, at versions: PictureVersions) async throws -> OrganisationData {
        let key = OrganisationVersion(organisation: school, version: versions.versions[school.rawValue] ?? 0)
        if let found = organisations[key] { return found }
        let data = try await database.read { try $0.organisationData(of: school) }
        organisations.keep(data, for: key)
        return data
    }

    /// What a school has of one measure and term: the year levels with records, and its own counts. Its own people only.
    func schoolCounts(
        of school: OrganisationID, measure: Pack.Measure, pack: Pack, term: Term, at versions: PictureVersions
    ) async throws -> (recorded: Set<Int>, entries: [CountEntry]) {
        let data = try await data(of: school, at: versions)
        let records = data.results.tallies(of: measure, in: pack).filter { $0.key.term == term }
        return (
            Set(records.values.flatMap(\.years.keys)),
            data.counts.filter { $0.measure == measure.key && $0.term == term && $0.group == nil }
        )
    }

    /// How many learners of each measure and term every school has results of, for one reader's eyes or nobody's: what
    /// becomes of it is decided by ``Owed``.
    func coverage(
        of collections: [MeasureCollection], at schools: [OrganisationID], by pack: Pack, versions: PictureVersions
    ) async throws -> [OrganisationID: [MeasureCollection.Subject: Coverage]] {
        let organisations = organisations
        return try await database.read { transaction in
            var coverage: [OrganisationID: [MeasureCollection.Subject: Coverage]] = [:]
            for school in schools {
                let key = OrganisationVersion(
                    organisation: school, version: versions.versions[school.rawValue] ?? 0)
                let data = try organisations[key] ?? transaction.organisationData(of: school)
                organisations.keep(data, for: key)
                let roll = try transaction.organisation(school)?.roll
                coverage[school] = data.coverage(of: collections, pack: pack, roll: roll, on: versions.today)
            }
            return coverage
        }
    }
}

extension OrganisationData {
    func coverage(
        of collections: [MeasureCollection], pack: Pack, roll: Int?, on today: Day
    ) -> [MeasureCollection.Subject: Coverage] {
        var coverage: [MeasureCollection.Subject: Coverage] = [:]
        for (key, collected) in Dictionary(grouping: collections, by: \.measure) {
            guard let measure = pack.measures[key: key] else { continue }
            let tallies = SchoolTallies(
                records: results.tallies(of: measure, in: pack), counts: counts.filter { $0.measure == key }, pack: pack
            )
            for collection in collected {
                let assessed = tallies.slots.filter { $0.key.term == collection.term }.values.map(\.total.count)
                    .reduce(0, +)
                coverage[collection.subject] = Coverage(
                    assessed: assessed,
                    expected: results.roll(of: measure.years, in: collection.term.year, on: min(today, collection.due))
                        ?? roll)
            }
        }
        return coverage
    }
}
