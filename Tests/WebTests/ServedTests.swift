import Foundation
import NIOCore
import TestSupport
import Testing
import Web

/// Against a port that is listened on, because the limits are the server's and not the router's.
@Suite(.serialized) struct `A served port` {
    private let ask = "GET /echo HTTP/1.1\r\nHost: sightline.test\r\nConnection: close\r\n\r\n"

    @Test func `answers, with the headers that every answer has`() async throws {
        try await withServer { port, _ in
            let answer = try await Exchange.sending(ask, to: port)
            #expect(answer.status == 200)
            #expect(answer.text.hasSuffix("address 127.0.0.1\n"))
            #expect(answer.text.lowercased().contains("x-content-type-options: nosniff"))
            #expect(!answer.text.lowercased().contains("server:"))
        }
    }

    @Test func `cuts off who drips in headers, however steadily`() async throws {
        try await withServer(ConnectionLimits(header: .milliseconds(400))) { port, _ in
            let drip =
                [(Duration.zero, "GET /echo HTTP/1.1\r\n")]
                + (0..<200).map { (Duration.milliseconds(50), "X-\($0): a\r\n") }
            let exchange = try await Exchange.with(port: port, drip)
            #expect(exchange.text.isEmpty)
        }
    }

    @Test func `cuts off who says nothing at all`() async throws {
        try await withServer(ConnectionLimits(header: .milliseconds(200))) { port, _ in
            let exchange = try await Exchange.with(port: port, [])
            #expect(exchange.text.isEmpty)
        }
    }

    @Test func `cuts off who drips in a body`() async throws {
        try await withServer(ConnectionLimits(body: .milliseconds(400))) { port, _ in
            let head = """
                POST /echo HTTP/1.1\r\nHost: sightline.test\r\nOrigin: http://sightline.test\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\n
                """
            let drip = [(Duration.zero, head)] + (0..<200).map { _ in (Duration.milliseconds(50), "a") }
            let exchange = try await Exchange.with(port: port, drip)
            #expect(exchange.status != 200)
        }
    }

    @Test func `cuts off who drips in the headers of the next request`() async throws {
        try await withServer(ConnectionLimits(idle: .milliseconds(400))) { port, _ in
            let first = "GET /echo HTTP/1.1\r\nHost: sightline.test\r\n\r\n"
            let drip =
                [(Duration.zero, first), (.milliseconds(50), "GET /echo HTTP/1.1\r\n")]
                + (0..<200).map { (Duration.milliseconds(50), "X-\($0): a\r\n") }
            let exchange = try await Exchange.with(port: port, drip)
            #expect(exchange.status == 200)
            #expect(exchange.text.components(separatedBy: "HTTP/1.1").count == 2)
        }
    }

    @Test func `cuts off who does not take the answer`() async throws {
        try await withServer(ConnectionLimits(answer: .milliseconds(300))) { port, _ in
            let ask = "GET /long HTTP/1.1\r\nHost: sightline.test\r\n\r\n"
            let exchange = try await Exchange.with(
                port: port, [(.zero, ask)], isReading: false, patience: .seconds(2))
            #expect(exchange.text.utf8.count < 20_000_000)
        }
    }

    @Test func `keeps a connection for the next request`() async throws {
        try await withServer { port, _ in
            let first = "GET /echo HTTP/1.1\r\nHost: sightline.test\r\n\r\n"
            let exchange = try await Exchange.with(port: port, [(.zero, first), (.milliseconds(100), ask)])
            #expect(exchange.text.components(separatedBy: "200 OK").count == 3)
        }
    }

    @Test func `takes only so many connections of one address, and more once some have ended`() async throws {
        try await withServer(ConnectionLimits(perAddress: 3)) { port, _ in
            try await holding(3, port) {
                let refused = try await Exchange.sending(ask, to: port)
                #expect(refused.text.isEmpty)
            }
            // The server notices a moment later.
            var answer = Exchange()
            for _ in 0..<200 where answer.status != 200 {
                try await Task.sleep(for: .milliseconds(25))
                answer = try await Exchange.sending(ask, to: port)
            }
            #expect(answer.status == 200)
        }
    }

    @Test func `does not count the connections of a trusted proxy`() async throws {
        let limits = ConnectionLimits(perAddress: 3, uncounted: ["127.0.0.1"])
        try await withServer(limits) { port, _ in
            try await holding(6, port) {
                let answer = try await Exchange.sending(ask, to: port)
                #expect(answer.status == 200)
            }
        }
    }

    @Test func `refuses headers that are too long or too many`() async throws {
        try await withServer { port, _ in
            let start = "GET /echo HTTP/1.1\r\nHost: sightline.test\r\nConnection: close\r\n"
            let long = try await Exchange.sending(
                start + "X: " + String(repeating: "x", count: 20_000) + "\r\n\r\n", to: port)
            #expect(long.status == nil || (400..<500).contains(long.status ?? 0))
            let many = try await Exchange.sending(
                start + (0..<150).map { "X-\($0): a\r\n" }.joined() + "\r\n", to: port)
            #expect(many.status == nil || (400..<500).contains(many.status ?? 0))
            let after = try await Exchange.sending(ask, to: port)
            #expect(after.status == 200)
        }
    }

    @Test(arguments: [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
    ])
    func `takes no request that two readers would read differently`(_ rest: String) async throws {
        try await withServer { port, _ in
            let exchange = try await Exchange.sending(
                "POST /echo HTTP/1.1\r\nHost: sightline.test\r\nOrigin: http://sightline.test\r\n\(rest)", to: port)
            #expect(!exchange.text.contains("200 OK"))
            #expect(exchange.text.components(separatedBy: "HTTP/1.1 ").count <= 2)
        }
    }

    @Test func `refuses a form that is too large, whatever it says of its size`() async throws {
        try await withServer { port, _ in
            let head = """
                POST /echo HTTP/1.1\r\nHost: sightline.test\r\nOrigin: http://sightline.test\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n
                """
            let body = "a=" + String(repeating: "x", count: 600_000)
            let told = try await Exchange.sending("\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)", to: port)
            #expect(told.status == 413)
            let chunk = String(body.utf8.count, radix: 16)
            let untold = try await Exchange.sending(
                "\(head)Transfer-Encoding: chunked\r\n\r\n\(chunk)\r\n\(body)\r\n0\r\n\r\n", to: port)
            #expect(untold.status == 413)
            let fields = String(repeating: "a&", count: 3_000)
            let many = try await Exchange.sending(
                "\(head)Content-Length: \(fields.utf8.count)\r\n\r\n\(fields)", to: port)
            #expect(many.status == 415)
        }
    }

    /// Opens connections that are answered once and then kept, for as long as `body` takes.
    private func holding(_ count: Int, _ port: Int, _ body: () async throws -> Void) async throws {
        guard count > 0 else { return try await body() }
        try await Exchange.connect(port).executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: "GET /echo HTTP/1.1\r\nHost: sightline.test\r\n\r\n"))
            for try await _ in inbound { break }
            try await holding(count - 1, port, body)
        }
    }
}

@Suite(.serialized) struct `Who is asking` {
    private func address(
        _ forwarded: String?, trusting proxies: Set<String>, _ expect: @escaping @Sendable (String) -> Void
    ) async throws {
        try await withServer(trusting: proxies) { port, _ in
            let header = forwarded.map { "X-Forwarded-For: \($0)\r\n" } ?? ""
            let answer = try await Exchange.sending(
                "GET /echo HTTP/1.1\r\nHost: sightline.test\r\nConnection: close\r\n\(header)\r\n", to: port)
            expect(answer.text.components(separatedBy: "address ").last?.replacing("\n", with: "") ?? "")
        }
    }

    @Test func `is the peer, whatever it says of others`() async throws {
        try await address("203.0.113.9", trusting: []) { #expect($0 == "127.0.0.1") }
    }

    @Test func `is whom a trusted proxy names last`() async throws {
        try await address("1.2.3.4, 203.0.113.9", trusting: ["127.0.0.1"]) { #expect($0 == "203.0.113.9") }
    }

    @Test func `is found behind a chain of trusted proxies`() async throws {
        try await address("1.2.3.4, 203.0.113.9, 10.0.0.7", trusting: ["127.0.0.1", "10.0.0.7"]) {
            #expect($0 == "203.0.113.9")
        }
    }

    @Test func `is the proxy itself where it names nobody`() async throws {
        try await address(nil, trusting: ["127.0.0.1"]) { #expect($0 == "127.0.0.1") }
    }
}
