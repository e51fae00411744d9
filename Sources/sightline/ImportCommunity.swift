import Communities
import App
import ArgumentParser
import Exports
import Foundation
import Ground

/// `sightline import FILE` is a school's file; `sightline import community FILE` a whole community.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in a school's file, the national directory, or a community that was exported elsewhere.",
        subcommands: [Import.self, ImportDirectory.self, ImportCommunity.self], defaultSubcommand: Import.self)
}

struct ImportCommunity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract: "Make a community anew from the file that `sightline export community` wrote.",
        discussion: """
            All of it or nothing. Organisations and people that are here already stay as they are; other people become \
            names without an account, to be invited. Exits with 1 if nothing was taken in, with the reason.
            """)

    @OptionGroup var installation: Installation
    @Argument(help: "The file.") var file: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let app = try await installation.open()
        let taken: CommunityImport
        do { taken = try await app.exports.importCommunity(file) } catch {
            try? await app.close()  // why nothing was taken in is what matters
            throw error.asExit
        }
        try await app.close()
        if json {
            try sayJSON(ImportReport(taken))
        } else {
            for line in taken.lines { say(line.text) }
        }
    }

    private struct ImportReport: Encodable {
        struct Leader: Encodable {
            let id: String
            let name: String
        }

        let community: String
        let name: String
        let rows: Int
        let organisationsNew: Int
        let organisationsKnown: Int
        let peopleNew: Int
        let peopleKnown: Int
        let standingsLeftOut: Int
        let leadersToInvite: [Leader]
        let auditTrailHolds: Bool

        init(_ taken: CommunityImport) {
            (community, name, rows) = (taken.community.id.rawValue, taken.community.name, taken.rows)
            (organisationsNew, organisationsKnown) = taken.organisations
            (peopleNew, peopleKnown) = taken.people
            (standingsLeftOut, auditTrailHolds) = (taken.standingsLeftOut, taken.trailHolds)
            leadersToInvite = taken.leaders.map { Leader(id: $0.id.rawValue, name: $0.name) }
        }
    }
}
