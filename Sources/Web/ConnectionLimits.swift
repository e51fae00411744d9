import Ground
import NIOCore
import NIOHTTPTypes
import Synchronization

/// How many connections an address may hold, and how long each step of a request may take.
///
/// An idle timeout alone does not stop a request that drips in byte by byte, nor a reader who takes an answer drop by
/// drop: the times here are absolute.
package struct ConnectionLimits: Sendable {
    /// Within which all headers must have come.
    package var header: Duration
    /// Within which a whole request must have come.
    package var body: Duration
    /// Within which a request must have been answered, and the answer taken.
    package var answer: Duration
    /// For which a connection may wait for its next request.
    package var idle: Duration
    package var perAddress: Int
    /// Addresses that are not counted: a proxy brings everybody's connections.
    package var uncounted: Set<String>

    package init(
        header: Duration = .seconds(10), body: Duration = .seconds(120), answer: Duration = .seconds(300),
        idle: Duration = .seconds(60), perAddress: Int = 50, uncounted: Set<String> = []
    ) {
        (self.header, self.body, self.answer, self.idle) = (header, body, answer, idle)
        (self.perAddress, self.uncounted) = (perAddress, uncounted)
    }
}

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
final class ConnectionLimitsHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let counts: ConnectionCounts
    private var hasBegun = false
    private var counted: String?
    private var deadline: Scheduled<Void>?
    /// Requests that have begun and whose answer has not been taken yet.
    private var unanswered = 0

    init(_ limits: ConnectionLimits, counts: ConnectionCounts) { (self.limits, self.counts) = (limits, counts) }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard !hasBegun else { return }
        hasBegun = true
        let peer = context.remoteAddress?.ipAddress ?? ""
        if !limits.uncounted.contains(peer) {
            guard counts.enter(peer) else {
                context.close(promise: nil)
                return
            }
            counted = peer
        }
        expect(within: limits.header, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        if let counted { counts.leave(counted) }
        counted = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            expect(within: limits.body, context)
        case .body: break
        case .end: expect(within: limits.answer, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        let written = promise ?? context.eventLoop.makePromise()
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        let here = NIOLoopBound(context, eventLoop: context.eventLoop)
        written.futureResult.whenSuccess { handler.value.answered(here.value) }
        context.write(data, promise: written)
    }

    private func answered(_ context: ChannelHandlerContext) {
        unanswered -= 1
        if unanswered == 0 { expect(within: limits.idle, context) }
    }

    private func expect(within time: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: TimeAmount(time)) { channel.close(promise: nil) }
    }
}
