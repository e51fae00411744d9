import Database
import Foundation
import Ground
import HTML
import HTTPTypes
package import Hummingbird
import Interface
import Logging
import Secrets

/// Every way in which a request can fail, mapped to what people see. The only place where errors become answers.
package struct ErrorPages: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return answer(to: error, request, context)
        }
    }

    /// Where a bookmark of somebody who is not signed in leads: to the sign-in, and from there back. Whatever is asked
    /// for in a community gets the same answer, whether it is there or not.
    private func signInPath(_ request: Request, _ context: Context) -> String? {
        guard request.method == .get || request.method == .head, !context.viewer.isSignedIn, !context.wantsJSON,
            context.path.hasPrefix("/communities/")
        else { return nil }
        let query = request.uri.query.map { "?\($0)" } ?? ""
        let next = (context.path + query).addingPercentEncoding(withAllowedCharacters: Self.unreserved)
        return "/sign-in" + (next.map { "?next=\($0)" } ?? "")
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")

    private func answer(to error: any Error, _ request: Request, _ context: Context) -> Response {
        switch error {
        case is NotFound:
            if let path = signInPath(request, context) { return .seeOther(path) }
            return say(.notFound, WebWords.notFound, WebWords.notFoundWhy, context)
        case is Forbidden:
            return say(.forbidden, WebWords.forbidden, WebWords.forbiddenWhy, context)
        case RefusedRequest.noRoom(let error):
            context.logger.error("an upload could not be written", metadata: ["error": "\(error)"])
            return unavailable(WebWords.noRoom, context)
        case let refusal as RefusedRequest:
            return say(refusal.status, WebWords.refused, refusal.words, context)
        case let refusal as any Refusal:
            return say(.conflict, WebWords.refused, refusal.words, context)
        case let problems as Problems:
            return say(.unprocessableContent, WebWords.refused, problems.all.first?.words ?? WebWords.refused, context)
        case let error as any HTTPResponseError where error.status.code < 500:
            return error.status == .notFound
                ? say(.notFound, WebWords.notFound, WebWords.notFoundWhy, context)
                : say(error.status, WebWords.refused, WebWords.unreadable, context)
        case let error as SQLError where Self.passing.contains(error.kind):
            context.logger.error("the database refused", metadata: ["error": "\(error)"])
            return unavailable(words(for: error), context)
        default:
            return broken(error, context)
        }
    }

    private static let passing: [SQLError.Kind] = [.unreachable, .timeout, .collision, .diskFull, .readOnly]

    private func words(for error: SQLError) -> Words {
        if error.mayHaveHappened { return WebWords.perhapsSaved }
        return switch error.kind {
        case .diskFull: WebWords.diskFull
        case .timeout, .collision: WebWords.busy
        default: WebWords.unavailable
        }
    }

    /// The store cannot be used just now: what people can do is wait, and what we can do is say so.
    private func unavailable(_ words: Words, _ context: Context) -> Response {
        var response = say(.serviceUnavailable, WebWords.unavailableTitle, words, context)
        response.headers[.retryAfter] = "30"
        return response
    }

    private func broken(_ error: any Error, _ context: Context) -> Response {
        let reference = String(Secrets.token().prefix(8))
        context.logger.error(
            "a request failed", metadata: ["reference": "\(reference)", "error": "\(String(reflecting: error))"])
        return say(.internalServerError, WebWords.broken, WebWords.brokenWhy(reference), context)
    }

    private func say(
        _ status: HTTPResponse.Status, _ title: Words, _ why: Words, _ context: Context
    ) -> Response {
        if context.wantsJSON {
            let refusal = ["error": title.text(in: context.language), "why": why.text(in: context.language)]
            return (try? Response.json(refusal, status: status)) ?? Response(status: status)  // two texts always encode
        }
        return context.page(ErrorPage(title: title, why: why), status: status)
    }
}

extension RefusedRequest {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .fromElsewhere, .staleForm: .forbidden
        case .unknownContent: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .brokenUpload: .badRequest
        case .noRoom: .serviceUnavailable
        case .tooMany: .tooManyRequests
        }
    }
}

private struct ErrorPage: Page {
    let title: Words
    let why: Words

    var body: HTML { "\(headline(title))\(lead(why))<p><a href=\"/\">\(WebWords.backHome)</a></p>" }
}
