import Foundation
import Ground
package import HTML
package import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    /// A page of HTML. Pages are personal: nothing between us and the reader may keep them.
    package static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// The JSON face: keys sorted, instants and days as text.
    package static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(value)
        return Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// After something was done: look at `path` with a fresh GET (303).
    package static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }

    /// A file to keep. The name may have macrons (RFC 6266: an ASCII name and the true one beside it).
    package static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
        let plain = String(
            name.sortKey.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-" })
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let exact = name.addingPercentEncoding(withAllowedCharacters: unreserved) ?? plain
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(exact)",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// Server-sent events: `send` is given the kind of an event and one line of text. The stream ends with `events`.
    package static func events(
        _ events: @escaping @Sendable (_ send: (String, String) async throws -> Void) async throws -> Void
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                var open = writer
                try await events { kind, text in
                    let line = text.replacing("\n", with: " ")
                    try await open.write(ByteBuffer(string: "event: \(kind)\ndata: \(line)\n\n"))
                }
                try await open.finish(nil)
            })
    }
}
