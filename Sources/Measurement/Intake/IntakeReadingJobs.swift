import Accounts
import Web
import Communities
import Database
import Foundation
import Ground
package import Jobs
import Programmes
import Tables

extension Measuring {
    /// Files up to this size are read while their sender waits; larger ones in the background.
    static let bytesReadAtOnce = 1 << 20

    /// Reads a file that lies in the folder of the installation: at once where it is small, else in the background.
    func read(
        _ file: IntakeFile, by mapping: Mapping, template: String?, in community: Community, person: PersonID?
    ) async throws -> Intake {
        let pack = try communities.pack(of: community)
        let order = try await self.order(file, by: mapping, template: template, pack: pack, person: person)
        let isSmall = order.source.byteCount <= Measuring.bytesReadAtOnce
        let intake = try await Intake.begin(order, at: site) { transaction, intake in
            try transaction.note(
                IntakeReadingNote(
                    organisation: file.organisation, intake: intake.number, file: file.id, community: community.id,
                    mapping: mapping, addsLearners: file.addsLearners, fileName: file.name))
            if !isSmall { try transaction.ask(for: Measuring.readingJob, about: intake.id.rawValue) }
        }
        guard isSmall else { return intake }
        do {
            return try await intake.filled(by: order, at: site)
        } catch {
            _ = try? await site.database.write { try $0.discard(intake) }
            throw error
        }
    }

    private func order(
        _ file: IntakeFile, by mapping: Mapping, template: String?, pack: Pack, person: PersonID?
    ) async throws -> IntakeOrder {
        var order = IntakeOrder(
            try source(of: file), name: file.name, of: file.organisation, by: mapping, pack: pack,
            addsLearners: file.addsLearners, statement: file.statement, template: template, person: person)
        order.mends = try await site.database.read { try $0.mends(of: file.id, file.organisation) }
        return order
    }

    /// Where a file lies that waits to be read or mended.
    func source(of file: IntakeFile) throws -> TableSource {
        let path = file.path(in: IntakeFile.folder(of: site.settings.dataFolder))
        guard FileManager.default.fileExists(atPath: path) else { throw IntakeRefusal.fileGone }
        return .file(path: path)
    }

    func remove(_ file: IntakeFile) {
        // Gone already, perhaps.
        try? FileManager.default.removeItem(atPath: file.path(in: IntakeFile.folder(of: site.settings.dataFolder)))
    }

    // MARK: In the background

    static let readingJob = "intake"

    package var jobs: [JobKind] {
        [
            JobKind(Measuring.readingJob) { job, progress in try await fill(Identifier(rawValue: job.subject), progress)
            },
            JobKind("intake-sweep", isDaily: true) { _, _ in try await sweep() },
            JobKind("collection-reminders", isDaily: true) { _, _ in try await remind(on: site.today) },
        ]
    }

    /// Reads the file of an intake that is being staged. Begun again after the program stopped, it begins anew: what was
    /// written so far is removed first.
    private func fill(_ id: Identifier<Intake>, _ progress: JobProgress) async throws {
        let today = site.today
        let found = try await site.database.read {
            transaction -> (Intake, IntakeReadingNote?, IntakeFile?, Community?)? in
            guard let intake = try transaction.intake(id), intake.state == .staging else { return nil }
            let note = try transaction.reading(of: intake)
            return (
                intake, note, try note.flatMap { try transaction.intakeFile($0.file) },
                try note.flatMap { note in
                    try transaction.communities(of: note.organisation, on: today).first { $0.id == note.community }
                }
            )
        }
        guard let (intake, note, file, community) = found else { return }
        do {
            guard let note, let file, let community else { throw IntakeRefusal.fileGone }
            let pack = try communities.pack(of: community)
            let order = try await self.order(
                file, by: note.mapping, template: intake.template, pack: pack, person: intake.person)
            _ = try await intake.filled(by: order, at: site) { progress.report($0) }
        } catch let refusal as any Refusal {
            // Trying again would find the same.
            var failed = intake
            failed.notes.failure = refusal.words.text
            let spoilt = failed
            try await site.database.write { transaction in _ = try transaction.discard(spoilt) }
            throw JobImpossible(refusal.words)
        }
    }

    /// Files of more than a day, and what was taken back more than thirty days ago.
    private func sweep() async throws {
        let old = try await site.database.write { try $0.forgetOldFiles() }
        for file in old { remove(file) }
        let ended = try await site.database.read { try $0.intakesLongUndone() }
        for intake in ended {
            try await site.database.write { transaction in
                var gone = intake
                gone.state = .discarded
                try transaction.erase(intake)
                try transaction.store(gone)
            }
        }
    }

    // MARK: Mending

    /// The rows of a file that were refused, as they stand in it, with why and how to mend them: only the columns that
    /// are kept. `nil` once the file is gone.
    func refusedRows(of intake: Intake, _ problems: [IntakeProblem]) async throws -> (
        headings: [String], rows: [[String]]
    )? {
        let found = try await site.database.read { transaction -> (IntakeReadingNote, IntakeFile, [IntakeMend])? in
            guard let note = try transaction.reading(of: intake), let file = try transaction.intakeFile(note.file)
            else {
                return nil
            }
            return (note, file, try transaction.mends(of: file.id, file.organisation))
        }
        guard let (note, file, mends) = found, let source = try? source(of: file) else { return nil }
        let reasons = Dictionary(grouping: problems, by: \.line)
        return try await Intake.blocking {
            var rows = try IntakeRows(source, note.mapping, mends: mends, rowLimit: IntakeReading.resultLimit)
            let kept = rows.header.indices.filter { note.mapping.use(of: rows.header[$0]) != nil }
            var refused: [[String]] = []
            while let item = try rows.next(), refused.count < reasons.count {
                guard case .row(let row) = item, let problems = reasons[row.line] else { continue }
                refused.append(
                    kept.map { row.fields[$0] } + [
                        problems.map(\.why.text).joined(separator: " "),
                        problems.map(\.mend.text).joined(separator: " "),
                    ])
            }
            return (kept.map { rows.header[$0] }, refused)
        }
    }
}
