import Accounts
import Communities
import Database
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
    /// Rows written in one transaction at most: other writers wait no longer than that takes.
    private static let rowsAtOnce = 5_000

    /// Reads a file, compares it with what its organisation has, and writes it down where no reader sees it.
    ///
    /// The file is read on a thread that may block, and nothing is written before its end was reached. If the program
    /// stops in the middle of writing, an intake stays behind in ``State/staging`` that can only be discarded.
    package static func stage(
        _ order: IntakeOrder, at site: Site, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Intake {
        let (findings, base, digest) = try await look(at: order, site: site, progress: progress)
        var intake = try await site.database.write { transaction in
            try transaction.begin(
                { number in
                    Intake(
                        id: .new(at: transaction.now), organisation: order.organisation, number: number,
                        kind: order.mapping.kind, state: .staging, source: order.name, fileDigest: digest,
                        template: order.template, statement: order.statement, person: order.person,
                        created: transaction.now, counts: IntakeCounts(), dropped: [], notes: IntakeNotes(), base: base)
                }, of: order.organisation)
        }
        do {
            try await write(findings, of: intake, to: site)
            (intake.counts, intake.dropped, intake.notes) = (findings.counts, findings.dropped, findings.notes)
            intake.state = .staged
            let staged = intake
            try await site.database.write { try $0.store(staged) }
            return staged
        } catch {
            let unfinished = intake
            // What cannot be removed now stays invisible and can be discarded later.
            _ = try? await site.database.write { try $0.discard(unfinished) }
            throw error
        }
    }

    /// Reads and compares, and writes nothing: a dry run.
    package static func preview(
        _ order: IntakeOrder, at site: Site, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> (counts: IntakeCounts, problems: [IntakeProblem], notes: IntakeNotes, dropped: [DroppedColumn]) {
        let findings = try await look(at: order, site: site, progress: progress).findings
        return (findings.counts, findings.problems, findings.notes, findings.dropped)
    }

    private static func look(
        at order: IntakeOrder, site: Site, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> (findings: IntakeFindings, base: Int, digest: String) {
        let digest = try await blocking { try order.source.digest() }
        let (today, backdrop) = try await site.database.read { transaction in
            guard let organisation = try transaction.organisation(order.organisation) else { throw NotFound() }
            var backdrop = IntakeBackdrop()
            backdrop.register = try transaction.register(of: order.organisation)
            backdrop.base = try transaction.intakeBase(of: order.organisation)
            backdrop.wasAppliedBefore = try transaction.isApplied(fileDigest: digest, of: order.organisation)
            if order.mapping.kind == .results {
                backdrop.results = try transaction.knownResults(of: order.organisation)
            }
            return (organisation.day(site.now), backdrop)
        }
        let plan = IntakePlan(
            mapping: order.mapping, pack: order.pack, today: today, matchingKey: site.settings.matchingKey,
            addsLearners: order.addsLearners)
        let findings = try await blocking {
            try IntakeReading.findings(in: order.source, plan: plan, backdrop: backdrop, progress: progress)
        }
        return (findings, backdrop.base, digest)
    }

    private static func write(_ findings: IntakeFindings, of intake: Intake, to site: Site) async throws {
        var numbers: [Int: Int] = [:]
        for part in findings.newLearners.parts(of: rowsAtOnce) {
            let given = try await site.database.write { try $0.number(part, of: intake.organisation) }
            for (learner, number) in zip(part, given) { numbers[learner.learner] = number }
        }
        let given = numbers
        for part in findings.learners.parts(of: rowsAtOnce) {
            try await site.database.write { try $0.write(part, of: intake, numbers: given) }
        }
        for part in findings.results.parts(of: rowsAtOnce) {
            try await site.database.write { try $0.write(part, of: intake, numbers: given) }
        }
        for part in findings.problems.parts(of: rowsAtOnce) {
            try await site.database.write { try $0.write(part, of: intake) }
        }
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
    private static func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
    {
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

extension Array {
    fileprivate func parts(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
