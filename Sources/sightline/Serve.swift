import Accounts
import App
import ArgumentParser
import Database
import Logging
import ServiceLifecycle
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve an installation.",
        discussion: """
            Listens for HTTP on loopback, behind a reverse proxy that speaks https (docs/deploying.md). At the first start
            it prints a link with which the first administrator signs up; the link works once and for one day.
            """)

    @OptionGroup var installation: Installation
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Option(help: "The address people type, as https://sightline.example.") var origin: String?
    @Option(help: "A proxy whose X-Forwarded-For is believed. May be given several times.") var trustProxy: [String] =
        []

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("\(port) is no port: 0 to 65535 are.") }
        guard let origin else { return }
        guard origin.wholeMatch(of: #/https?:\/\/[^\/\s]+/#) != nil else {
            throw ValidationError("'\(origin)' is not an address like https://sightline.example, without a path.")
        }
    }

    func run() async throws {
        let origin = origin?.lowercased()
        let app = try await installation.open(
            origin: origin ?? "http://\(host):\(port)", trustedProxies: Set(trustProxy))
        let link = try await app.firstOperatorLink()
        try await serve(app, host: host, port: port) { port in
            let here = "http://\(host):\(port)"
            if let link { say("First administrator: \(origin ?? here)/link/\(link)") }
            say("Serving on \(here)")
        }
    }
}

/// Serves until told to stop; then lets requests under way finish, and closes the store.
func serve(_ app: App, host: String, port: Int, started: @escaping @Sendable (Int) async -> Void) async throws {
    try await serving(app, host: host, port: port, started: started).run()
    try await app.close()
}

/// The group of services that serves an installation; it ends by itself on SIGTERM and SIGINT.
func serving(
    _ app: App, host: String, port: Int, started: @escaping @Sendable (Int) async -> Void
) -> ServiceGroup {
    var logger = Logger(label: "sightline")
    logger.logLevel = .warning
    let limits = ConnectionLimits(uncounted: app.site.settings.trustedProxies)
    let server = Server(
        router: app.router(), host: host, port: port, limits: limits, logger: logger, started: started)
    return ServiceGroup(
        configuration: .init(
            services: [.init(service: server), .init(service: app.jobRunner(logger: logger))],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
}
