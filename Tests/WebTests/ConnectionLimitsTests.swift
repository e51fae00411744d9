import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// On a clock that the test turns itself.
@Suite struct `The time a connection has` {
    private let channel = EmbeddedChannel()
    private let limits = ConnectionLimits(
        header: .seconds(10), body: .seconds(120), answer: .seconds(300), idle: .seconds(60), perAddress: 2)

    init() throws {
        try channel.pipeline.syncOperations.addHandler(
            ConnectionLimitsHandler(limits, counts: ConnectionCounts(limit: 2)))
        channel.connect(to: try SocketAddress(ipAddress: "192.0.2.1", port: 80), promise: nil)
    }

    private func after(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    private func ask() throws {
        try channel.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/")))
    }

    private func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test func `is ten seconds for the headers`() throws {
        after(9)
        #expect(channel.isActive)
        after(1)
        #expect(!channel.isActive)
    }

    @Test func `is two minutes for a whole request, however steadily it comes`() throws {
        after(9)
        try ask()
        for _ in 0..<11 {
            after(10)
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        }
        #expect(channel.isActive)
        after(10)
        #expect(!channel.isActive)
    }

    @Test func `is five minutes for the answer`() throws {
        try ask()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        after(299)
        #expect(channel.isActive)
        after(1)
        #expect(!channel.isActive)
    }

    @Test func `begins anew with each request`() throws {
        for _ in 0..<5 {
            after(9)
            try ask()
            try channel.writeInbound(HTTPRequestPart.end(nil))
            after(200)
            try answer()
            after(50)
            #expect(channel.isActive)
        }
        after(10)
        #expect(!channel.isActive)
    }

    @Test func `is not shortened for a request that came before the last was answered`() throws {
        try ask()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try ask()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try answer()
        after(299)
        #expect(channel.isActive)
        try answer()
        after(60)
        #expect(!channel.isActive)
    }
}

@Suite struct `The connections of one address` {
    @Test func `are counted until they end`() {
        let counts = ConnectionCounts(limit: 2)
        #expect(counts.enter("a"))
        #expect(counts.enter("a"))
        #expect(!counts.enter("a"))
        #expect(counts.enter("b"))
        counts.leave("a")
        #expect(counts.enter("a"))
        counts.leave("nobody")
    }
}
