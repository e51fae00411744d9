import App
import Archives
import ArgumentParser
import Communities
import Foundation
import Ground
import Measurement
import Rosters

/// `sightline import FILE …` brings in learners and results; other kinds of file have a word of their own.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "Bring in a list of learners or a file of results.",
        discussion: """
            Reads as the page does: columns by the template remembered for such files, else by their headings. Exits with \
            0 when the file counts or everything in it is there already, with 1 when nothing in it can be used (or, with \
            --strict, when a row was refused), with 2 when the file cannot be read.
            """)

    @OptionGroup var installation: Installation
    @Argument(help: "The file: CSV with the names of the columns in its first line.") var file: String
    @Option(help: "The id of the organisation whose it is.") var organisation: String
    @Option(help: "What is in it: learners or results. Left out, the columns tell.") var kind: String?
    @Option(help: "A template of the organisation to read it by.") var template: String?
    @Option(help: "The key of the tool the results are from, where the file does not say.") var instrument: String?
    @Option(help: "The key of what was assessed, where the file does not say.") var construct: String?
    @Option(help: "The day of all results, as 2026-11-04, where the file does not say.") var day: String?
    @Option(help: "The privacy statement under which it was collected.") var statement = ""
    @Option(name: .customLong("as"), help: "The e-mail address of the person in whose name it happens.")
    var person: String?
    @Flag(help: "Also add learners who are not on the list.") var addLearners = false
    @Flag(help: "Look, and change nothing.") var dryRun = false
    @Flag(help: "Let nothing count if a row was refused.") var strict = false
    @Option(help: "Of a package: the id or number of the school in it.") var school: String?
    @Option(help: "Of a package: a repair to make beside those that are always made. May be given several times.")
    var repair: [String] = []
    @Flag(help: "Of a package: yes, the learners whom it no longer has have left.") var confirmLeaving = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        var command = IntakeCommand(path: file, organisation: OrganisationID(rawValue: organisation))
        command.kind = try kind.map { word in
            guard let kind = Intake.Kind(rawValue: word), kind != .counts else {
                throw ValidationError("--kind is learners or results.")
            }
            return kind
        }
        (command.template, command.instrument, command.construct) = (template, instrument, construct)
        (command.addsLearners, command.isDry, command.isStrict) = (addLearners, dryRun, strict)
        (command.statement, command.person) = (statement, person)
        command.day = try day.map { text in
            guard let day = Day(typed: text) else {
                throw ValidationError("'\(text)' is not a day; write it as 2026-11-04.")
            }
            return day
        }
        let app = try await installation.open()
        if try await isPackage(app) { return try await runPackage(command, app) }
        let outcome: IntakeOutcome
        do {
            outcome = try await app.measurement.run(command) { rows in whisper("\(rows) rows") }
        } catch let impossible as IntakeImpossible {
            try await app.close()
            for words in impossible.words { whisper(words.text) }
            throw ExitCode(2)
        }
        try await app.close()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            say(String(decoding: try encoder.encode(outcome.report), as: UTF8.self))
        } else {
            for line in outcome.lines { say(line.text) }
            say(outcome.counts.text)
        }
        if !outcome.isUsable { throw ExitCode(1) }
    }
}

extension Import {
    private func isPackage(_ app: App) async throws -> Bool {
        do {
            return try app.measurement.isPackage(file)
        } catch {
            try await app.close()
            whisper(error.words.text)
            throw ExitCode(2)
        }
    }

    /// Brings in what a OneRoster or School Data Sync package holds of one school.
    private func runPackage(_ file: IntakeCommand, _ app: App) async throws {
        var command = RosterCommand(file)
        (command.school, command.confirmsLeaving) = (school, confirmLeaving)
        command.repairs = Set(
            try repair.map { word in
                guard let repair = RosterRepair(rawValue: word) else {
                    let known = RosterRepair.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--repair is one of: \(known).")
                }
                return repair
            })
        let outcome: RosterOutcome
        do {
            outcome = try await app.measurement.run(command) { rows in whisper("\(rows) rows") }
        } catch let impossible as IntakeImpossible {
            try await app.close()
            for words in impossible.words { whisper(words.text) }
            throw ExitCode(2)
        }
        try await app.close()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            say(String(decoding: try encoder.encode(outcome), as: UTF8.self))
        } else {
            for departure in outcome.check.departures { say(departure.asLine.text) }
            for sentence in outcome.sentences { say(sentence) }
        }
        if !outcome.isUsable { throw ExitCode(1) }
    }
}
