import App
import ArgumentParser
import Backups
import Foundation
import Ground

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything an installation holds into one file, while it is served.",
        discussion: """
            The file is read back and compared before it gets its name. Exits with 1 if no backup was written, or one was \
            whose audit trails do not hold. docs/archive.md describes the file.
            """)

    @OptionGroup var installation: Installation
    @Option(help: "The file to write, as backup.sightline. Nothing may be there yet.") var to: String
    @OptionGroup var wrapping: Wrapping
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let archive = try await orRefusal {
            try await App.backUp(
                installation.opening, to: to, passphrase: try wrapping.passphrase(),
                progress: { whisper($0.words.text) })
        }
        if json {
            try sayJSON(BackupReport(archive))
        } else {
            for line in archive.lines { say(line.text) }
        }
        if !archive.manifest.brokenChains.isEmpty { throw ExitCode(1) }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an installation of what a backup holds, on either engine.",
        discussion: """
            Never overwrites: the folder must be new or empty, and so must the database. If anything does not come back as \
            it was, nothing is left behind and it exits with 1.
            """)

    @Argument(help: "The file that backup wrote.") var file: String
    @OptionGroup var installation: Installation
    @OptionGroup var wrapping: Wrapping
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let report = try await orRefusal {
            try await App.restore(
                file, into: installation.opening, passphrase: try wrapping.passphrase(),
                progress: { whisper($0.words.text) })
        }
        if json {
            try sayJSON(RestoreReportJSON(report))
        } else {
            for line in report.words { say(line.text) }
        }
    }
}

struct Drill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Try whether a backup can be restored, and leave nothing behind.",
        discussion: """
            Restores into a folder that is removed again, and compares rows and audit trails with what the backup says of \
            itself. The health page shows what came of it. Exits with 1 if it failed.
            """)

    @OptionGroup var installation: Installation
    @Option(help: "The backup to try; the newest where it is left out.") var archive: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let app = try await installation.open()
        let drill: RestoreDrill
        do {
            drill = try await orRefusal { try await app.drill(archive) { whisper($0.words.text) } }
        } catch {
            try? await app.close()
            throw error
        }
        try await app.close()
        if json { try sayJSON(DrillReport(drill)) } else { say(drill.words.text) }
        if !drill.isGood { throw ExitCode(1) }
    }
}

/// Where the passphrase is that wraps the keys.
struct Wrapping: ParsableArguments {
    @Option(help: "A file whose first line is the passphrase for the keys. Without it they stay out.")
    var passphraseFile: String?

    func passphrase() throws -> String? {
        guard let passphraseFile else { return nil }
        guard let data = FileManager.default.contents(atPath: passphraseFile) else {
            throw ArchiveRefusal.cannotRead(passphraseFile, reason: "")
        }
        let line = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)[0]
        return line.trimmingCharacters(in: .whitespaces)
    }
}

/// A refusal is a sentence and exit code 1, without anything around it.
private func orRefusal<Value>(_ work: () async throws -> Value) async throws -> Value {
    do { return try await work() } catch let refusal as ArchiveRefusal {
        whisper(refusal.words.text)
        throw ExitCode(1)
    }
}

private struct BackupReport: Encodable {
    let path: String
    let bytes: Int
    let manifest: Manifest

    init(_ archive: BackupFile) { (path, bytes, manifest) = (archive.path, archive.bytes, archive.manifest) }
}

private struct RestoreReportJSON: Encodable {
    let created: String
    let rows: Int
    let tables: Int
    let chains: [Manifest.Chain]
    let newerChanges: [String]
    let hasKeys: Bool
    let erasuresReplayed: Int?

    init(_ report: RestoreReport) {
        (created, rows, tables) = (report.manifest.created, report.rows, report.manifest.tables.count)
        (chains, newerChanges, hasKeys) = (report.manifest.chains, report.newer, report.hasKeys)
        erasuresReplayed = nil
    }
}

private struct DrillReport: Encodable {
    let at: Instant
    let archive: String
    let archiveAt: Instant?
    let rows: Int
    let seconds: Double
    let isGood: Bool
    let detail: String

    init(_ drill: RestoreDrill) {
        (at, archive, archiveAt) = (drill.at, drill.archive, drill.archiveAt)
        (rows, seconds, isGood, detail) = (drill.rows, drill.seconds, drill.isGood, drill.detail)
    }
}
