import App
import ArgumentParser
import Foundation

@main
enum Program {
    static func main() async {
        // A reader that went away and a file that may not grow are errors to be answered, not reasons to die.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        await Sightline.main()
    }
}

struct Sightline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sightline",
        abstract: "Where communities that improve together run their work and see whether it reaches learners.",
        version: App.version,
        subcommands: [
            Serve.self, DemoCommand.self, ImportCommand.self, Check.self, Export.self, Backup.self, Restore.self,
            Drill.self,
            User.self, Audit.self, PackCommand.self, Schema.self,
        ])
}
