import HTTPTypes
package import Hummingbird

/// The headers that every answer carries, whatever answered.
///
/// The policy allows our own stylesheet and script, by file, and nothing else: no inline style or script, no frames,
/// nothing from other hosts.
package struct SecurityHeaders: RouterMiddleware {
    private let isSecure: Bool

    package init(isSecure: Bool) { self.isSecure = isSecure }

    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
        "require-trusted-types-for 'script'",
    ].joined(separator: "; ")

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[values: .contentSecurityPolicy] = [Self.policy]
        response.headers[values: .xContentTypeOptions] = ["nosniff"]
        for (name, value) in Self.others { response.headers[values: name] = [value] }
        if isSecure {
            response.headers[values: .strictTransportSecurity] = ["max-age=63072000; includeSubDomains"]
        }
        return response
    }

    private static let others: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
        ("X-Frame-Options", "DENY"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
