import Web
package import Archives
import Communities
import Database
import Ground
import Programmes
package import Rosters
import Tables

/// What `sightline import` was told of a package beside what it is told of any file.
package struct RosterCommand: Sendable {
    package var file: IntakeCommand
    /// The id or number of the school in the package.
    package var school: String?
    /// Whether many learners may be marked as having left.
    package var confirmsLeaving = false
    /// Repairs to make beside those that change nothing of what is said.
    package var repairs: Set<RosterRepair> = []

    package init(_ file: IntakeCommand) { self.file = file }
}

/// What came of a package.
package struct RosterOutcome: Encodable, Sendable {
    package let check: OneRosterCheck
    /// The school of the package that was taken.
    package let school: String?
    /// Learners that the package no longer has, and whether a person has to say that it is meant.
    package let leaving: Int
    package let mustAsk: Bool
    package let refusedRows: Int
    package let repairs: [String: Int]
    package let learners: IntakeReport?
    package let results: IntakeReport?
    package let sentences: [String]
    package let isUsable: Bool
}

extension Measuring {
    /// Whether a file is a package that ``run(_:progress:)-(RosterCommand,_)`` takes.
    package func isPackage(_ path: String) throws(ArchiveProblem) -> Bool { try Measuring.isPackage(path) }

    /// Learners first, then results, each as its own intake: the way of the page.
    package func run(
        _ command: RosterCommand, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> RosterOutcome {
        let (community, person) = try await place(of: command.file)
        let pack = try communities.pack(of: community)
        let name = command.file.path.split(separator: "/").last.map(String.init) ?? command.file.path
        let read = try await readPackage(
            command.file.path, name: name, repairs: RosterRepair.suggested.union(command.repairs))
        let roster = read.reading.roster
        let own = try await site.database.read { try $0.organisation(command.file.organisation)?.name }
        guard read.reading.isUsable, !roster.isWithoutChanges else {
            let sentence = roster.isWithoutChanges ? RosterWords.noChanges : RosterWords.unusable(name)
            return outcome(
                read, nil, nil, nil, [sentence.text], isUsable: roster.isWithoutChanges && read.reading.isUsable)
        }
        guard let school = roster.school(command.school, named: own ?? "") else {
            let names = roster.schools.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            return outcome(read, nil, nil, nil, [RosterWords.schools(names).text], isUsable: false)
        }
        let share = try await share(of: school, in: roster, for: command.file.organisation, pack: pack)
        let asks = share.mustAsk && !command.confirmsLeaving
        guard !asks || command.file.isDry else {
            let words = [RosterWords.leaving(share.leaving, of: share.knownCount), RosterWords.commandConfirm]
            return outcome(read, share, nil, nil, words.map(\.text), isUsable: false)
        }
        func order(_ headings: [String], _ rows: [[String]], _ what: Words, _ mapping: Mapping) -> IntakeOrder {
            let bytes = CSVWriter.bytes(header: headings, rows: rows.map { $0.map(CSVWriter.Cell.text) })
            return IntakeOrder(
                .bytes(bytes), name: what.text, of: command.file.organisation, by: mapping, pack: pack,
                // Nothing of a dry run is there when its results are looked at.
                addsLearners: command.file.addsLearners || command.file.isDry, statement: command.file.statement,
                person: person)
        }
        func bring(_ order: IntakeOrder) async throws -> IntakeOutcome {
            command.file.isDry
                ? try await look(at: order, progress)
                : try await bringIn(order, in: community.id, strictly: command.file.isStrict, progress)
        }
        let learners = try await bring(
            order(
                RosterShare.learnerHeadings, share.learners, RosterWords.learnersFile(name), RosterShare.learnerMapping)
        )
        var sentences = asks ? [RosterWords.leaving(share.leaving, of: share.knownCount).text] : []
        sentences += learners.lines.map(\.text) + [learners.counts.text]
        var results: IntakeOutcome?
        if !share.results.isEmpty, command.file.kind != .learners {
            var mapping = MappingGuess.guess(
                RosterShare.resultHeadings, samples: Array(share.results.prefix(50)), pack: pack, kind: .results,
                file: name)
            if let instrument = command.file.instrument {
                mapping.instrument = instrument
                mapping.columns.removeAll { $0.use == .field(.instrument) }
            }
            if let construct = command.file.construct {
                mapping.construct = construct
                mapping.columns.removeAll { $0.use == .field(.construct) }
            }
            let problems = mapping.problems(pack: pack)
            if problems.isEmpty {
                results = try await bring(
                    order(RosterShare.resultHeadings, share.results, RosterWords.resultsFile(name), mapping))
                sentences += (results?.lines ?? []).map(\.text) + [results?.counts.text].compactMap { $0 }
            } else {
                sentences += problems.all.map(\.words.text)
            }
        }
        return outcome(
            read, share, learners.report, results?.report, sentences,
            isUsable: !asks && (learners.isUsable || results?.isUsable ?? false))
    }

    private func outcome(
        _ read: RosterRead, _ share: RosterShare?, _ learners: IntakeReport?, _ results: IntakeReport?,
        _ sentences: [String], isUsable: Bool
    ) -> RosterOutcome {
        RosterOutcome(
            check: read.check, school: share?.school.id, leaving: share?.leaving ?? 0, mustAsk: share?.mustAsk ?? false,
            refusedRows: read.reading.refusedRows,
            repairs: Dictionary(read.reading.used.map { ($0.repair.rawValue, $0.count) }) { first, _ in first },
            learners: learners, results: results, sentences: sentences, isUsable: isUsable)
    }
}
