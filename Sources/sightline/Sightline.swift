import App
import ArgumentParser

@main
struct Sightline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sightline",
        abstract: "Where communities that improve together run their work and see whether it reaches learners.",
        subcommands: [Serve.self, DemoCommand.self, Import.self, User.self, Audit.self, PackCommand.self, Schema.self])
}
