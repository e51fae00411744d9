import Ground
import App
import ArgumentParser
import Communities
import Foundation
import Tables

struct ImportDirectory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Bring in the national directory of schools.",
        discussion: """
            The CSV file as the Ministry of Education offers it. It takes the place of the directory before as a whole. \
            Exits with 2 when the file is not a directory, or lost its macrons.
            """)

    @OptionGroup var installation: Installation
    @Argument(help: "The directory as a CSV file.") var file: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let app = try await installation.open()
        let brought: SchoolDirectory
        do {
            brought = try await app.communities.bringIn(directory: .file(path: file), by: nil)
        } catch let refusal as DirectoryRefusal {
            try await app.close()
            FileHandle.standardError.write(Data((refusal.words.text + "\n").utf8))
            throw ExitCode(2)
        }
        try await app.close()
        if json {
            let report = Report(
                schools: brought.entries.count, passedOver: brought.passedOver, isMended: brought.isMended)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            say(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            for line in brought.report { say(line.text) }
        }
    }

    private struct Report: Encodable {
        let schools: Int
        let passedOver: Int
        let isMended: Bool
    }
}
