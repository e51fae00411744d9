import Hummingbird

/// Answers 'hello' on the port of loopback that its argument names: what the framework itself costs, and nothing else.
@main
struct Hello {
    static func main() async throws {
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8081
        let router = Router()
        router.get("/") { _, _ in "hello" }
        let hello = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
        try await hello.run()
    }
}
