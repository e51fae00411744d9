import Accounts
import App
import ArgumentParser
import Foundation
import Web

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve an invented community with two years of work and results.")

    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Option(help: "The folder for the demo's data. It is made anew.") var data = "./var/demo"

    func run() async throws {
        try? FileManager.default.removeItem(atPath: data)  // nothing there the first time
        let origin = "http://127.0.0.1:\(port)"
        let app = try await App.open(Opening(dataFolder: data, origin: origin, isDemo: true), seats: [])
        try await serve(app, host: "127.0.0.1", port: port) { port in say("Serving on http://127.0.0.1:\(port)/") }
    }
}
