import App
import ArgumentParser

/// Where an installation's data are: the options that every command shares.
struct Installation: ParsableArguments {
    @Option(help: "The folder of the installation: its files and, without --database-url, its SQLite database.")
    var data = "./data"

    @Option(help: "A PostgreSQL database instead of SQLite, as postgresql://user@host/name.")
    var databaseURL: String?

    /// The installation as it is, not opened yet.
    var opening: Opening { Opening(dataFolder: data, databaseURL: databaseURL) }

    func open(origin: String = "http://127.0.0.1:8080", trustedProxies: Set<String> = []) async throws -> App {
        try await App.open(
            Opening(dataFolder: data, databaseURL: databaseURL, origin: origin, trustedProxies: trustedProxies))
    }
}
