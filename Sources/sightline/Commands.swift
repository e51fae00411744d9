import Accounts
import App
import ArgumentParser
import Database
import Foundation
import Ground
import Programmes
import Web

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "People of an installation.", subcommands: [Invite.self])

    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a one-time link with which a person chooses a password.")

        @OptionGroup var installation: Installation
        @Argument(help: "The person's e-mail address.") var email: String
        @Option(help: "The person's name.") var name = ""
        @Option(
            help: "The id of somebody who came with a community and is known by name only: theirs is the address now.")
        var person: String?
        @Flag(help: "The person administers the installation. That shows them no learner's data.") var administrator =
            false
        @Option(help: "The address people type, as https://sightline.example.") var origin = "http://127.0.0.1:8080"

        func run() async throws {
            guard email.contains("@") else { throw ValidationError("'\(email)' is not an e-mail address.") }
            let app = try await installation.open(origin: origin)
            let token: String
            do {
                token = try await app.invitationLink(
                    name: name.isEmpty ? email : name, email: email, isOperator: administrator,
                    for: person.map(PersonID.init(rawValue:)))
            } catch {
                try? await app.close()  // why there is no link is what matters
                throw error.asExit
            }
            say("\(origin)/link/\(token)")
            try await app.close()
        }
    }
}

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The audit trail of an installation.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check every audit trail from its beginning. Exits with 1 if one does not hold.")

        @OptionGroup var installation: Installation
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let app = try await installation.open()
            let trails = try await app.verifyAudit()
            try await app.close()
            let broken = trails.filter { $0.fault != nil }
            if json {
                let report = trails.map { trail in
                    TrailReport(scope: trail.scope, links: trail.links, fault: trail.fault?.words.text)
                }
                say(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
            } else {
                for trail in broken { say("\(trail.scope): \(trail.fault?.words.text ?? "")") }
                let links = trails.reduce(0) { $0 + $1.links }
                say("\(trails.count) trails, \(links) entries, \(broken.count) broken")
            }
            if !broken.isEmpty { throw ExitCode(1) }
        }
    }

    private struct TrailReport: Encodable {
        let scope: String
        let links: Int
        let fault: String?
    }
}

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Programmes as data.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain every mistake of a pack, with line and column. Exits with 1 if there is one.")

        @Argument(help: "The pack's file.") var file: String
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw ValidationError("'\(file)' cannot be read.")
            }
            let (pack, problems) = Pack.read(Array(data), file: file)
            if json {
                say(String(decoding: try JSONEncoder().encode(problems.map { $0.report() }), as: UTF8.self))
            } else if problems.isEmpty, let pack {
                say("\(pack.title), version \(pack.version): no mistakes")
            } else {
                say(problems.rendered())
            }
            if !problems.isEmpty { throw ExitCode(1) }
        }
    }
}

struct Schema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the changes of the schema, and which of them the database has.")

    @OptionGroup var installation: Installation
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let app = try await installation.open()
        let applied = try await app.site.database.read { try $0.appliedMigrations() }
        try await app.close()
        if json {
            say(String(decoding: try JSONEncoder().encode(applied), as: UTF8.self))
        } else {
            say(applied.joined(separator: "\n"))
        }
    }
}
