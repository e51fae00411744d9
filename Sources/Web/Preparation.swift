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
        context.clientAddress = clientAddress(of: request, from: context.clientAddress)
        return try await next(request, context)
    }

    /// The last address in the chain that is not a trusted proxy's: what stands before it, anybody could have written.
    private func clientAddress(of request: Request, from peer: String) -> String {
        guard trustedProxies.contains(peer) else { return peer }
        let chain = (request.headers[.xForwardedFor] ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let client = chain.last { !trustedProxies.contains($0) } ?? peer
        return String(client.prefix(64))
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
