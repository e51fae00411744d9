import Archives
import ArgumentParser
import Foundation
import Ground
import Rosters

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a file against a public format, without an installation.",
        subcommands: [CheckOneRoster.self, CheckTable.self])
}

struct CheckOneRoster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oneroster",
        abstract: "Tell every place where a package departs from the OneRoster CSV binding, 1.2 or 1.1.",
        discussion: """
            Packages in Microsoft's School Data Sync formats, v2.1 and v2, are known by their headings and checked \
            against those. Exits with 0 when the package is accepted, with 1 when it is not, with 2 when the archive \
            cannot be read.
            """)

    @Argument(help: "The package: a ZIP archive.") var file: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sightline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        // What cannot be removed is the system's to remove: it lies where temporary files do.
        defer { try? FileManager.default.removeItem(at: folder) }
        let check: OneRosterCheck
        do throws(ArchiveProblem) {
            let unpacked = try Archive(.file(path: file)).unpack(into: folder.path)
            let name = URL(fileURLWithPath: file).lastPathComponent
            check = OneRosterCheck(unpacked.map { RosterFile($0) }, file: name)
        } catch {
            FileHandle.standardError.write(Data((error.words.text + "\n").utf8))
            throw ExitCode(2)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            say(String(decoding: try encoder.encode(check), as: UTF8.self))
        } else {
            for departure in check.departures { say(departure.asLine.text) }
            say(check.words.text)
        }
        if !check.isAccepted { throw ExitCode(1) }
    }
}
