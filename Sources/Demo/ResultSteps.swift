import Accounts
import Web
import App
import Communities
import Database
import Foundation
import Ground
import Measurement
import Programmes
import Tables
import World

/// How the schools' results came in: through the importer that every user has, file by file, and what was signed off.
extension Story {
    func resultSteps(_ names: Names) throws -> [Step] {
        let rolls = World.schools.flatMap { school in
            [(World.occasions[0], 2025...2025), (World.occasions[2], 2025...2026)].map { occasion, years in
                Step(
                    day: occasion.opens.adding(days: -10),
                    telling: { story in
                        try await story.bringIn(
                            World.learnersCSV(school, years: years), "\(school.key)-learners-\(years.upperBound).csv",
                            of: school, names)
                    })
            }
        }
        let results = World.schools.flatMap { school in
            let all = World.results(of: school)
            return World.occasions.flatMap { occasion in
                school.toolsUsed.compactMap { tool -> Step? in
                    let told = all.filter { $0.occasion == occasion && $0.tool == tool }
                    guard !told.isEmpty else { return nil }
                    return Step(
                        day: occasion.opens.adding(days: 15),
                        telling: { story in
                            try await story.bringIn(
                                World.resultsCSV(told, tool), "\(school.key)-\(tool.rawValue)-\(occasion.key).csv",
                                tool: tool, of: school, names)
                        })
                }
            }
        }
        return try rolls + results + calendarSteps(names) + signOffSteps(names)
    }

    /// A file as a principal brings it in: guessed, staged, applied.
    private func bringIn(
        _ text: String, _ name: String, tool: World.Tool? = nil, of school: World.School, _ names: Names
    ) async throws {
        guard let organisation = names.organisations[school.key],
            let told = World.memberships.first(where: { $0.organisation == school.key }),
            let community = names.communities[told.community],
            let packs = World.communities.first(where: { $0.key == told.community })?.packs
        else { return }
        let pack = try app.shelf.combination(packs[0], adding: Array(packs.dropFirst()), on: World.today)
        let person = World.principal(of: school).flatMap { names.people[$0.key] }
        let source = TableSource.bytes(Array(text.utf8))
        var mapping = try await Intake.guess(source, name: name, pack: pack).mapping
        // No export names the tool it came from: people say it once for a shape of file.
        mapping.instrument = tool?.rawValue
        let order = IntakeOrder(
            source, name: name, of: organisation, by: mapping, pack: pack,
            statement: "Told to families at enrolment", person: person)
        let staged = try await Intake.stage(order, at: app.site)
        guard staged.counts.refused == 0 else {
            let problem = try await Intake.preview(order, at: app.site).problems.first
            throw Spoilt(
                file: name, line: problem?.line ?? 0, value: problem?.value ?? "",
                code: problem.map { "\($0.code)" } ?? "")
        }
        try await app.site.database.write { _ = try $0.apply(staged, in: community, by: person) }
    }

    /// The demo's own files must be clean: a refused row is a mistake of ours.
    struct Spoilt: Error {
        let file: String
        let line: Int
        let value: String
        let code: String
    }

    /// What the community decided to collect: each round's measures, and next year's as one click plans them.
    private func calendarSteps(_ names: Names) throws -> [Step] {
        guard let community = names.communities[World.harbour.key],
            let packs = World.communities.first(where: { $0.key == World.harbour.key })?.packs
        else { return [] }
        let pack = try app.shelf.combination(packs[0], adding: Array(packs.dropFirst()), on: World.today)
        let leader = names.people[World.ngaire.key]
        let rounds = World.collections.flatMap { told in
            pack.measures.map { measure in
                MeasureCollection(
                    .init(measure.key, Term(year: told.occasion.year, number: told.occasion.term)), due: told.due)
            }
        }
        let yesterday = World.today.adding(days: -1)
        return [
            Step(day: World.collectionsDecided) { transaction in
                for collection in rounds { try transaction.store(collection, in: community, by: leader) }
            },
            Step(day: yesterday) { transaction in
                let next = MeasureCollection.suggested(
                    pack.measures, year: World.today.year + 1, by: .newZealand, beside: rounds, on: yesterday)
                for collection in next where collection.term.number % 2 == 0 {
                    try transaction.store(collection, in: community, by: leader)
                }
                try transaction.remind(on: yesterday) { _ in pack }
            },
        ]
    }

    private func signOffSteps(_ names: Names) -> [Step] {
        guard let community = names.communities[World.harbour.key] else { return [] }
        return World.signOffs.compactMap { told in
            guard let organisation = names.organisations[told.school] else { return nil }
            let term = Term(year: told.occasion.year, number: told.occasion.term)
            return Step(
                day: told.day,
                telling: { story in
                    try await story.signOff(
                        told.subject.rawValue, term, of: organisation, in: community, by: names.people[told.by])
                })
        }
    }

    /// As the page does it: what is signed off are the numbers that are there.
    private func signOff(
        _ key: String, _ term: Term, of organisation: OrganisationID, in id: CommunityID, by person: PersonID?
    ) async throws {
        let packs = World.harbour.packs
        let pack = try app.shelf.combination(packs[0], adding: Array(packs.dropFirst()), on: World.today)
        guard let measure = pack.measures[key: key] else { return }
        let numbers = try await app.measurement.signedNumbers(
            of: organisation, measure, in: term, of: id, pack: pack, on: app.site.today)
        try await app.site.database.write { transaction in
            let signOff = try SignOff.signing(
                key, term, of: organisation, numbers: numbers, beside: nil, at: transaction.now)
            try transaction.record(signOff, of: measure, in: id, by: person)
        }
    }
}
