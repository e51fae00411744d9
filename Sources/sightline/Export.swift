import App
import ArgumentParser
import Exports
import Foundation
import Ground
import Measurement

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take numbers, a whole community, or a school's own records out in open formats.",
        subcommands: [ExportPicture.self, ExportCommunity.self, ExportLearners.self],
        defaultSubcommand: ExportPicture.self)
}

struct ExportPicture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "Write a community's protected numbers as CSV or XLSX.",
        discussion: """
            The same numbers as the person named sees on the picture of learning, protected in the same way. Exits with 1
            where that person has nothing to see there.
            """)

    @OptionGroup var installation: Installation
    @Option(help: "The id of the community.") var community: String
    @Option(name: .customLong("as"), help: "The e-mail address of the person who may see it.") var person: String
    @Option(help: "The key of the measure, as reading; the first of the programme where it is left out.") var measure:
        String?
    @Option(help: "One row for each school, year or group.") var by = "school"
    @Option(help: "csv or xlsx.") var format = "csv"
    @Option(help: "The file to write; standard output where it is left out.") var output: String?

    func run() async throws {
        guard let rows = PictureFilter.Rows(rawValue: by) else {
            throw ValidationError("--by is school, year or group.")
        }
        let format = try TakenOut.Format(word: format)
        let app = try await installation.open()
        let filter = PictureFilter(measure: measure, rows: rows)
        let bytes = try await app.measurement.exported(CommunityID(rawValue: community), filter, as: person, format)
        try await app.close()
        guard let bytes else {
            whisper("\(person) has no such numbers to see there.")
            throw ExitCode(1)
        }
        try put(bytes, to: output)
    }
}

struct ExportCommunity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract: "Write a community's whole record into one ZIP file, for people and for another installation.",
        discussion: """
            Spreadsheets for people, the same record for programs, and the numbers of the picture as members see them. \
            No learner, no e-mail address and no password is in it (docs/archive.md). Exits with 1 if nothing \
            was written.
            """)

    @OptionGroup var installation: Installation
    @Argument(help: "The id of the community.") var community: String
    @Option(help: "The file to write. It is never written over.") var to: String
    @Option(name: .customLong("as"), help: "The e-mail address of the person, who leads the community.")
    var person: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let app = try await installation.open()
        let file: ExportFile
        do {
            let path = URL(filePath: to).standardizedFileURL.path
            file = try await app.exports.export(CommunityID(rawValue: community), as: person, to: path)
        } catch {
            try? await app.close()  // why nothing was written is what matters
            throw error.asExit
        }
        try await app.close()
        if json {
            try sayJSON(ExportReport(path: file.path, bytes: file.bytes, manifest: file.manifest))
        } else {
            say(file.words.text)
        }
    }

    private struct ExportReport: Encodable {
        let path: String
        let bytes: Int
        let manifest: ExportManifest
    }
}

struct ExportLearners: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learners",
        abstract: "Write a school's own list of learners, or their results, in a form that comes in elsewhere.",
        discussion: """
            National numbers are not in it. Who took it, when, what for and how many rows is written into the school's \
            audit trail. Exits with 1 if nothing was written.
            """)

    @OptionGroup var installation: Installation
    @Option(help: "The id of the school.") var organisation: String
    @Option(help: "results or learners.") var kind = "results"
    @Option(name: .customLong("as"), help: "The e-mail address of a person who may see the school's learners.")
    var person: String
    @Option(help: "What the file is for, in a sentence. It goes on record.") var purpose: String
    @Option(help: "csv or xlsx.") var format = "csv"
    @Option(help: "The file to write; standard output where it is left out.") var output: String?

    func run() async throws {
        guard let kind = Intake.Kind(rawValue: kind), kind != .counts else {
            throw ValidationError("--kind is results or learners.")
        }
        let format = try TakenOut.Format(word: format)
        let app = try await installation.open()
        do {
            let command = LearnerExportCommand(
                organisation: OrganisationID(rawValue: organisation), kind: kind, format: format, purpose: purpose,
                as: person)
            let (bytes, _, lines) = try await app.measurement.run(command)
            try await app.close()
            try put(bytes, to: output)
            for line in lines { whisper(line.text) }
        } catch {
            try? await app.close()  // why nothing was written is what matters
            throw error.asExit
        }
    }
}

extension TakenOut.Format {
    init(word: String) throws {
        guard let format = TakenOut.Format(rawValue: word) else { throw ValidationError("--format is csv or xlsx.") }
        self = format
    }
}

extension Error {
    /// A refusal is a sentence and exit code 1, without anything around it.
    var asExit: any Error {
        guard let refusal = self as? any Refusal else { return self }
        whisper(refusal.words.text)
        return ExitCode(1)
    }
}

/// A file that may speak of learners is readable by its owner only.
private func put(_ bytes: [UInt8], to path: String?) throws {
    guard let path else { return try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }
    try Data(bytes).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
}

func sayJSON(_ report: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(report), as: UTF8.self))
}
