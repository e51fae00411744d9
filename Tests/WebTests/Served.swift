import Database
import Accounts
import DatabaseTesting
import Foundation
import Ground
import Hummingbird
import Interface
import Logging
import NIOCore
import NIOPosix
import Secrets
import TestSupport
import Web

/// A server on a free port of the loopback, with a feature that says back what it was sent. Gone when `body` ends.
func withServer(
    _ limits: ConnectionLimits = ConnectionLimits(), origin: String = "http://sightline.test",
    trusting proxies: Set<String> = [],
    _ body: @escaping @Sendable (_ port: Int, _ scene: Scene) async throws -> Void
) async throws {
    try await withScene(.sqlite) { scene in
        var settings = scene.site.settings
        settings.origin = origin
        settings.trustedProxies = proxies
        let site = Site(database: scene.site.database, settings: settings, clock: scene.site.clock)
        let passwords = PasswordHashing()
        let features: [any Feature] = [Accounts(site: site, passwords: passwords), Echo()]
        let (ports, started) = AsyncStream<Int>.makeStream()
        let server = Server(
            router: assemble(features, menu: [], site: site), host: "127.0.0.1", port: 0, limits: limits,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { started.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            for await port in ports {
                try await body(port, scene)
                break
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
        try await passwords.close()
    }
}

/// Says back what it was sent, and who it thinks is asking.
private struct Echo: Feature {
    func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("echo") { _, context in Response.text("address \(context.clientAddress)\n") }
        router.get("long") { _, _ in Response.text(String(repeating: "line\n", count: 4_000_000)) }
        router.post("echo") { _, context -> Response in
            let fields = context.form.fields.map { "\($0.name)=\($0.value.count)" }
            let files = context.form.files.map { "\($0.name):\($0.size)" }
            return .text((fields + files).joined(separator: " "))
        }
    }
}

/// What a connection gave back until it ended.
struct Exchange: Sendable {
    var text = ""

    var status: Int? { text.split(separator: " ").dropFirst().first.flatMap { Int($0) } }

    /// Connects, sends each piece after its pause, and takes what comes until the other side ends the connection.
    ///
    /// - Parameter isReading: whether it takes what comes at all before `patience` is over.
    static func with(
        port: Int, _ pieces: [(pause: Duration, text: String)], isReading: Bool = true,
        patience: Duration = .seconds(40)
    ) async throws -> Exchange {
        let channel = try await connect(port)
        return try await channel.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Exchange?.self) { group in
                group.addTask {
                    for (pause, text) in pieces {
                        try await Task.sleep(for: pause)
                        // The other side may have ended the connection while we were at it, which is what we look for.
                        do { try await outbound.write(ByteBuffer(string: text)) } catch { break }
                    }
                    return nil
                }
                group.addTask {
                    var exchange = Exchange()
                    if !isReading { try await Task.sleep(for: patience) }
                    do {
                        for try await buffer in inbound { exchange.text += String(buffer: buffer) }
                    } catch is IOError {
                        // Reset by the other side: an end like any other.
                    }
                    return exchange
                }
                group.addTask {
                    try await Task.sleep(for: patience + .seconds(20))
                    throw StillOpen()
                }
                var found: Exchange?
                while found == nil, let result = try await group.next() { found = result }
                group.cancelAll()
                return found ?? Exchange()
            }
        }
    }

    static func connect(_ port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
    }

    /// One request, whole.
    static func sending(_ text: String, to port: Int) async throws -> Exchange {
        try await with(port: port, [(.zero, text)])
    }
}

/// The server did not end a connection within the test's patience.
struct StillOpen: Error {}
