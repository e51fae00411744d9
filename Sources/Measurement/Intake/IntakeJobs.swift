import Accounts
import Communities
import Database
import Foundation
package import Ground
import NIOPosix
package import Programmes
import Secrets
package import Tables
package import Web

/// A file to be staged, and how. The page and the command line order the same.
package struct IntakeOrder: Sendable {
    package let source: TableSource
    /// The name of the file, as people know it.
    package let name: String
    package let organisation: OrganisationID
    package let mapping: Mapping
    package let pack: Pack
    package let addsLearners: Bool
    package let statement: String
    package let template: String?
    /// What a person has corrected on the page.
    package var mends: [IntakeMend] = []
    /// Who brings it in; `nil` for whoever runs the installation.
    package let person: PersonID?

    package init(
        _ source: TableSource, name: String, of organisation: OrganisationID, by mapping: Mapping, pack: Pack,
        addsLearners: Bool = false, statement: String = "", template: String? = nil, person: PersonID?
    ) {
        (self.source, self.name, self.organisation, self.mapping) = (source, name, organisation, mapping)
        (self.pack, self.addsLearners, self.statement) = (pack, addsLearners, statement)
        (self.template, self.person) = (template, person)
    }
}

extension Intake {
    /// Reads a file, compares it with what its organisation has, and writes it down where no reader sees it.
    ///
    /// The file is read on threads that may block; each of its parts is written in a short transaction of its own. If
    /// the program stops in the middle, the intake stays behind in ``State/staging``: it can be filled anew, or
    /// discarded.
    package static func stage(
        _ order: IntakeOrder, at site: Site, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Intake {
        let intake = try await begin(order, at: site)
        do {
            return try await intake.filled(by: order, at: site, progress: progress)
        } catch {
            // What cannot be removed now stays invisible and can be discarded later.
            _ = try? await site.database.write { try $0.discard(intake) }
            throw error
        }
    }

    /// Notes that a file is being read, before it is.
    static func begin(
        _ order: IntakeOrder, at site: Site,
        also: @escaping @Sendable (Transaction, Intake) throws -> Void = { _, _ in }
    ) async throws -> Intake {
        let digest = try await blocking { try order.source.digest() }
        return try await site.database.write { transaction in
            let intake = try transaction.begin(
                { number in
                    Intake(
                        id: .new(at: transaction.now), organisation: order.organisation, number: number,
                        kind: order.mapping.kind, state: .staging, source: order.name, fileDigest: digest,
                        template: order.template, statement: order.statement, person: order.person,
                        created: transaction.now, counts: IntakeCounts(), dropped: [], notes: IntakeNotes(), base: 0)
                }, of: order.organisation)
            try also(transaction, intake)
            return intake
        }
    }

    /// Reads the file and writes its parts one after the other. What an earlier try left behind is removed first.
    package func filled(
        by order: IntakeOrder, at site: Site, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Intake {
        var intake = self
        if counts != IntakeCounts() || state != .staging { throw IntakeRefusal.notStaged }
        try await site.database.write { try $0.erase(self) }
        let (pass, base) = try await Intake.look(at: order, fileDigest, site: site, progress: progress)
        var counts = IntakeCounts()
        var numbers: [Int: Int] = [:]
        var coming = try await Intake.blocking { try pass.next(progress: progress) }
        while let batch = coming {
            try Task.checkCancellation()
            // The next part is read while this one is written.
            async let following = Intake.blocking { try pass.next(progress: progress) }
            counts.add(batch.counts)
            let known = numbers
            let given = try await site.database.write { try $0.write(batch, of: self, numbers: known) }
            for (new, number) in given { numbers[new] = number }
            if batch.isLast { (intake.notes, intake.dropped) = (batch.notes, batch.dropped) }
            coming = try await following
        }
        (intake.counts, intake.base, intake.state) = (counts, base, .staged)
        let staged = intake
        try await site.database.write { try $0.store(staged) }
        return staged
    }

    /// Reads and compares, and writes nothing: a dry run.
    package static func preview(
        _ order: IntakeOrder, at site: Site, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> (counts: IntakeCounts, problems: [IntakeProblem], notes: IntakeNotes, dropped: [DroppedColumn]) {
        let digest = try await blocking { try order.source.digest() }
        let (pass, _) = try await look(at: order, digest, site: site, progress: progress)
        return try await blocking {
            var all = IntakeFindings()
            while var batch = try pass.next(progress: progress) {
                (batch.results, batch.learners, batch.newLearners) = ([], [], [])
                all.add(batch)
            }
            return (all.counts, all.problems, all.notes, all.dropped)
        }
    }

    private static func look(
        at order: IntakeOrder, _ digest: String, site: Site, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> (pass: IntakePass, base: Int) {
        let bytes = order.source.byteCount
        let folder = IntakeFile.folder(of: site.settings.dataFolder)
        let (today, backdrop) = try await site.database.read { transaction in
            guard let organisation = try transaction.organisation(order.organisation) else { throw NotFound() }
            var backdrop = IntakeBackdrop()
            backdrop.register = try transaction.register(of: order.organisation)
            backdrop.base = try transaction.intakeBase(of: order.organisation)
            backdrop.wasAppliedBefore = try transaction.isApplied(fileDigest: digest, of: order.organisation)
            if order.mapping.kind == .results {
                let known = try transaction.resultCount(of: order.organisation)
                backdrop.sieve = ResultSieve(
                    in: folder, expecting: known + bytes / 50, by: try transaction.calendar(of: order.organisation))
                try transaction.eachKnownResult(of: order.organisation) { try backdrop.add($0, $1) }
            }
            return (organisation.day(site.now), backdrop)
        }
        let plan = IntakePlan(
            mapping: order.mapping, pack: order.pack, today: today, matchingKey: site.settings.matchingKey,
            addsLearners: order.addsLearners, mends: order.mends)
        let pass = try await blocking { try IntakePass(order.source, plan, backdrop, progress: progress) }
        let changed = pass.changedCodes
        if !changed.isEmpty {
            let codes = backdrop.codes
            let before = try await site.database.read { transaction in
                try transaction.knownResults(of: order.organisation, codes: codes, wanted: changed)
            }
            pass.show(before)
        }
        return (pass, backdrop.base)
    }

    /// Reads the top of a file and suggests how to read the rest.
    package static func guess(
        _ source: TableSource, name: String, pack: Pack, kind: Kind? = nil
    ) async throws -> (mapping: Mapping, headings: [String], rows: [[String]]) {
        let top = try await blocking { try IntakeReading.top(of: source) }
        let mapping = MappingGuess.guess(top.headings, samples: top.rows, pack: pack, kind: kind, file: name)
        return (mapping, top.headings, top.rows)
    }

    /// Files are read where waiting for a disk holds up nobody else.
    static func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}

extension Transaction {
    /// Lets a staged intake count, all at once.
    package func apply(_ intake: Intake, in community: CommunityID?, by person: PersonID?) throws -> Intake {
        let applied = try intake.applied(at: now, base: intakeBase(of: intake.organisation))
        try store(applied)
        try record("intake-applied", applied, in: community, by: person)
        return applied
    }

    /// Lets an intake that was taken back count again.
    package func applyAgain(_ intake: Intake, in community: CommunityID?, by person: PersonID?) throws -> Intake {
        let applied = try intake.appliedAgain(at: now, base: intakeBase(of: intake.organisation))
        try store(applied)
        try record("intake-applied-again", applied, in: community, by: person)
        return applied
    }

    /// Takes an applied intake back, all at once: what counted before it counts again.
    package func undo(_ intake: Intake, in community: CommunityID?, by person: PersonID?) throws -> Intake {
        let undone = try intake.undone(at: now)
        try store(undone)
        try record("intake-undone", undone, in: community, by: person)
        return undone
    }

    /// Removes what a staged intake wrote.
    @discardableResult package func discard(_ intake: Intake) throws -> Intake {
        let discarded = try intake.discarded()
        try erase(intake)
        try store(discarded)
        return discarded
    }

    /// An event of the organisation and of the community it was done in; every other community it belongs to sees new
    /// data too.
    private func record(
        _ kind: StaticString, _ intake: Intake, in community: CommunityID?, by person: PersonID?
    ) throws {
        try record(
            Event(
                kind, community: community, organisation: intake.organisation, subject: intake.id.rawValue,
                text: intake.source),
            by: person)
        let others = Set(try memberships(of: intake.organisation).map(\.membership.community)).subtracting([community])
        for other in others.compactMap({ $0 }) { try advanceVersion(of: other.rawValue) }
    }
}

extension TableSource {
    var byteCount: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(let path):
            // A file that is not there is told of when it is read.
            (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        }
    }

    /// SHA-256 of the bytes: it tells whether a file was brought in before.
    fileprivate func digest() throws(TableProblem) -> String {
        switch self {
        case .bytes(let bytes): return Secrets.digest(bytes)
        case .file(let path):
            guard let digest = Secrets.digest(ofFile: path) else { throw .unreadable }
            return digest
        }
    }
}
