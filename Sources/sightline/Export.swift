import App
import ArgumentParser
import Foundation
import Ground
import Measurement

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a community's protected numbers as CSV.",
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
    @Option(help: "The file to write; standard output where it is left out.") var output: String?

    func run() async throws {
        guard let rows = PictureFilter.Rows(rawValue: by) else {
            throw ValidationError("--by is school, year or group.")
        }
        let app = try await installation.open()
        let filter = PictureFilter(measure: measure, rows: rows)
        let bytes = try await app.measurement.exported(CommunityID(rawValue: community), filter, as: person)
        try await app.close()
        guard let bytes else {
            FileHandle.standardError.write(Data("\(person) has no such numbers to see there.\n".utf8))
            throw ExitCode(1)
        }
        if let output {
            try Data(bytes).write(to: URL(filePath: output))
        } else {
            FileHandle.standardOutput.write(Data(bytes))
        }
    }
}
