import Foundation
import Ground
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Interface
import Logging
import NIOCore
import NIOEmbedded
import Secrets
import Synchronization
import Web

/// Asks the router in process, as a browser would: with a session's cookie, its own origin and the form's token.
package struct Browser: Sendable {
    let responder: RouterResponder<Context>
    /// The session's token; `nil` for a visitor.
    package let token: String?

    package struct Answer: Sendable {
        package let status: Int
        package let headers: HTTPFields
        package let bytes: [UInt8]

        package var body: String { String(decoding: bytes, as: UTF8.self) }
        package var location: String? { headers[.location] }
    }

    package func get(_ path: String, accept: String = "text/html") async throws -> Answer {
        try await ask(.get, path, headers: [.accept: accept], body: nil)
    }

    /// Goes where an answer leads, with the cookies it set.
    package func follow(_ answer: Answer) async throws -> Answer {
        let cookies = answer.headers[values: .setCookie].compactMap { $0.split(separator: ";").first.map(String.init) }
        return try await ask(
            .get, answer.location ?? "", headers: [.accept: "text/html", .cookie: cookies.joined(separator: "; ")],
            body: nil)
    }

    /// Sends a form as our own page would.
    package func post(
        _ path: String, _ fields: [(String, String)] = [], method: HTTPRequest.Method = .post
    ) async throws -> Answer {
        let all = [(FormToken.field, formToken)] + fields
        let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await ask(
            method, path,
            headers: [.contentType: "application/x-www-form-urlencoded", .origin: "http://sightline.test"], body: body)
    }

    /// Sends a form with a file.
    package func upload(
        _ path: String, _ fields: [(String, String)] = [], file: (field: String, name: String, content: String)
    ) async throws -> Answer {
        let boundary = "----sightline-test-boundary"
        var body = ""
        for (name, value) in [(FormToken.field, formToken)] + fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(file.content)\r\n--\(boundary)--\r\n"
        return try await ask(
            .post, path,
            headers: [
                .contentType: "multipart/form-data; boundary=\(boundary)", .origin: "http://sightline.test",
            ], body: body)
    }

    /// Any request at all, for tests that do what a browser would not.
    package func ask(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: String?) async throws
        -> Answer
    {
        var headers = headers
        let session = token.map { "sightline=\($0)" }
        if let session { headers[.cookie] = [session, headers[.cookie]].compactMap(\.self).joined(separator: "; ") }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "sightline.test", path: path, headerFields: headers)
        let request = Request(
            head: head, body: .init(buffer: body.map { ByteBuffer(string: $0) } ?? ByteBuffer()))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let context = Context(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        do {
            let response = try await responder.respond(to: request, context: context)
            let writer = CollectingWriter()
            try await response.body.write(writer)
            return Answer(status: response.status.code, headers: response.headers, bytes: writer.bytes)
        } catch let error as any HTTPResponseError {
            return Answer(status: error.status.code, headers: [:], bytes: [])
        }
    }

    private var formToken: String { token.map { Secrets.digest("form:" + $0) } ?? "" }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

private final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { collected.withLock { $0 += buffer.readableBytesView } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
