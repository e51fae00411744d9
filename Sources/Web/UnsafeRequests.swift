import Foundation
package import Ground
import HTTPTypes
package import Hummingbird
import Interface
import NIOCore
import Secrets

/// Guards every request that may change something: it must come from our own pages, and its form is read here, once.
///
/// Two checks, each enough against a page elsewhere: the browser's own word on where the request comes from
/// (`Sec-Fetch-Site`, else `Origin`), and in a session the token that only our pages can know.
package struct UnsafeRequests: RouterMiddleware {
    private let settings: Settings

    package init(settings: Settings) { self.settings = settings }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard ![.get, .head, .options].contains(request.method) else { return try await next(request, context) }
        guard comesFromHere(request) else { throw RefusedRequest.fromElsewhere }
        var context = context
        let type = request.headers[.contentType]?.lowercased() ?? ""
        if type.hasPrefix("multipart/form-data") {
            return try await withUpload(request, context, next)
        }
        var request = request
        let body = try await request.collectBody(upTo: RequestLimits.formBytes)
        guard type.isEmpty || type.hasPrefix("application/x-www-form-urlencoded") else {
            throw RefusedRequest.unknownContent
        }
        guard body.readableBytesView.lazy.filter({ $0 == UInt8(ascii: "&") }).count < RequestLimits.fieldsPerForm else {
            throw RefusedRequest.unknownContent
        }
        context.form = FormData(urlEncoded: String(buffer: body))
        try checkToken(context.form.exact(FormToken.field), context)
        return try await next(request, context)
    }

    private func comesFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin] else { return false }
        // Without https the address that was asked will do: there is no other to speak of. With it, a page that came
        // without https is somebody else's, also under our own name.
        return origin == settings.origin
            || (!settings.isSecure && origin == "http://\(request.head.authority ?? "")")
    }

    private func checkToken(_ sent: String, _ context: Context) throws {
        guard context.session != nil else { return }
        guard Secrets.areEqual(sent, context.formToken) else { throw RefusedRequest.staleForm }
    }

    /// Streams the files of a form to disk. Only for people who are signed in; the token must be the first field.
    private func withUpload(
        _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard context.session != nil else { throw Forbidden() }
        guard let boundary = MultipartReader.boundary(of: request.headers[.contentType] ?? "") else {
            throw RefusedRequest.unknownContent
        }
        var upload = try Upload(boundary: boundary, folder: settings.dataFolder + "/uploads")
        defer { upload.discard() }
        for try await buffer in request.body {
            try upload.feed(buffer)
            if let token = upload.firstField { try checkToken(token, context) }
        }
        try upload.finish()
        try checkToken(upload.firstField ?? "", context)
        var context = context
        context.form = upload.form
        return try await next(request, context)
    }
}

/// A request that is refused before any feature sees it.
package enum RefusedRequest: Refusal {
    case fromElsewhere
    case staleForm
    case unknownContent
    case tooLarge(megabytes: Int)
    case brokenUpload
    case tooMany
    /// A file could not be put on the disk, for the reason given, which is for the log.
    case noRoom(String)

    package var words: Words {
        switch self {
        case .fromElsewhere: WebWords.fromElsewhere
        case .staleForm: WebWords.staleForm
        case .unknownContent: WebWords.unknownContent
        case .tooLarge(let megabytes): WebWords.tooLarge(megabytes)
        case .brokenUpload: WebWords.brokenUpload
        case .tooMany: WebWords.tooMany
        case .noRoom: WebWords.noRoom
        }
    }
}

/// How large a request may be. How long it may take is in ``ConnectionLimits``.
package enum RequestLimits {
    package static let formBytes = 512 * 1024
    package static let fileBytes = 64 * 1024 * 1024
    package static let fieldsPerForm = 2_000
    package static let headerBytes = 16 * 1024
    package static let headerCount = 100
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
