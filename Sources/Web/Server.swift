import Foundation
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// The program that listens: HTTP/1.1 behind a reverse proxy, with hard limits on size and time.
package struct Server: Service {
    private let responder: RouterResponder<Context>
    private let host: String
    private let port: Int
    private let limits: ConnectionLimits
    private let logger: Logger
    private let started: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - started: told the port once connections are taken.
    package init(
        router: Router<Context>, host: String, port: Int, limits: ConnectionLimits = ConnectionLimits(), logger: Logger,
        started: @escaping @Sendable (Int) async -> Void
    ) {
        responder = router.buildResponder()
        (self.host, self.port, self.limits, self.logger, self.started) = (host, port, limits, logger, started)
    }

    package func run() async throws {
        let limits = limits
        let counts = ConnectionCounts(limit: limits.perAddress)
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionLimitsHandler(limits, counts: counts)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: RequestLimits.headerBytes, maxHeaderListSize: RequestLimits.headerBytes,
                        maxHeaderFieldCount: RequestLimits.headerCount))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil, backlog: 256, reuseAddress: true),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? port) },
            logger: logger)
        do { try await application.run() } catch let error as IOError {
            throw CannotListen(description: "Nobody can listen on \(host):\(port): \(error.reason).")
        }
    }
}

/// The address or port cannot be had, in a sentence for whoever runs the program.
package struct CannotListen: Error, CustomStringConvertible {
    package let description: String
}

extension IOError {
    /// What the system says, without the call that it says it of.
    fileprivate var reason: String { String(cString: strerror(errnoCode)).lowercased() }
}
