import Ground
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Counts the open connections of each address, so that no one address can take them all.
final class ConnectionCounts: Sendable {
    private let counts = Mutex<[String: Int]>([:])
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func enter(_ address: String) -> Bool {
        counts.withLock { counts in
            guard counts[address, default: 0] < limit else { return false }
            counts[address, default: 0] += 1
            return true
        }
    }

    func leave(_ address: String) {
        counts.withLock { counts in
            guard let count = counts[address] else { return }
            counts[address] = count > 1 ? count - 1 : nil
        }
    }
}

/// Ends a connection that comes too slowly or from an address that has too many, before it can cost anything.
///
/// An idle timeout alone does not stop a request that drips in byte by byte: the deadlines here are absolute.
final class ConnectionLimitsHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private let counts: ConnectionCounts
    private var address: String?
    private var deadline: Scheduled<Void>?

    init(counts: ConnectionCounts) { self.counts = counts }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard address == nil else { return }
        let peer = context.remoteAddress?.ipAddress ?? ""
        guard counts.enter(peer) else {
            context.close(promise: nil)
            return
        }
        address = peer
        expect(within: RequestLimits.headerSeconds, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        if let address { counts.leave(address) }
        address = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: expect(within: RequestLimits.bodySeconds, context)
        case .body: break
        case .end: deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    private func expect(within seconds: Int, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
    }
}
