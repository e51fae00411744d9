import HTTPTypes
package import Hummingbird

/// Fills in what every route is told before any of them is asked: the path, the face, the rooms, the client's address.
package struct Preparation: RouterMiddleware {
    private let menu: [MenuGroup]
    private let trustedProxies: Set<String>

    package init(menu: [MenuGroup], trustedProxies: Set<String>) {
        (self.menu, self.trustedProxies) = (menu, trustedProxies)
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.path = request.uri.path
        context.menu = menu
        context.wantsJSON =
            request.uri.path.hasPrefix("/api/") || request.headers[.accept]?.hasPrefix("application/json") == true
        if trustedProxies.contains(context.clientAddress),
            let named = request.headers[.xForwardedFor]?.split(separator: ",").last
        {
            context.clientAddress = named.filter { !$0.isWhitespace }
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
