import ServiceLifecycle
import App
import ArgumentParser
import Demo
import Foundation
import Ground

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Serve an invented community with two years of work and results.")

    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Option(help: "The folder for the demo's data. Anything a demo left there is replaced.") var data = "./var/demo"
    @Flag(help: "Start on a free port, ask for every page in every role, stop, and say how many passed.")
    var check = false

    func run() async throws {
        let start = ContinuousClock.now
        try removeOldDemo()
        let port = try check || port == 0 ? FreePort.find() : port
        let origin = "http://127.0.0.1:\(port)"
        let clock = StoryClock()
        let opening = Opening(dataFolder: data, origin: origin, isDemo: true)
        let app = try await App.open(opening, seats: Seats.all) { clock.now }
        try Data().write(to: URL(filePath: marker))
        let story = Story(app: app, clock: clock)
        try await story.tell()
        let link = "/link/\(try await story.signInLink())"
        guard check else {
            try await serve(app, host: "127.0.0.1", port: port) { _ in
                say("Ready in \(seconds(since: start)) s.")
                say("Open this in your browser; it signs you in as the lead principal of an invented community:")
                say("\(origin)\(link)")
            }
            return
        }
        try await checkTour(app, origin: origin, port: port, link: link, start: start)
    }

    private func checkTour(
        _ app: App, origin: String, port: Int, link: String, start: ContinuousClock.Instant
    ) async throws {
        let (ready, signal) = AsyncStream.makeStream(of: Void.self)
        let group = serving(app, host: "127.0.0.1", port: port) { _ in signal.yield() }
        let server = Task { try await group.run() }
        for await _ in ready { break }
        let readyIn = seconds(since: start)
        let findings = try await Tour(origin: origin).walk(signingInBy: link)
        await group.triggerGracefulShutdown()
        try await server.value
        try await app.close()
        for failure in findings.failures { say(failure) }
        say(
            "ready in \(readyIn) s, \(findings.pages) pages, \(findings.passed) passed, \(findings.failures.count) failed"
        )
        if !findings.failures.isEmpty { throw ExitCode(1) }
    }

    private var marker: String { data + "/this-is-a-demo" }

    /// Only a folder that a demo made, or an empty one, is replaced.
    private func removeOldDemo() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: data) else { return }
        let isEmpty = try files.contentsOfDirectory(atPath: data).isEmpty
        guard isEmpty || files.fileExists(atPath: marker) else {
            throw ValidationError("'\(data)' holds something that is not a demo. Name another folder with --data.")
        }
        try files.removeItem(atPath: data)
    }

    private func seconds(since start: ContinuousClock.Instant) -> String {
        let elapsed = start.duration(to: .now).components
        return "\(elapsed.seconds).\(elapsed.attoseconds / 100_000_000_000_000_000)"
    }
}
