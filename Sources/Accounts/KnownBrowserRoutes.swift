import Hummingbird
import Secrets
import Web

/// A browser in which somebody signed in to an account before: a cookie says so, sealed with a key of the installation.
///
/// It opens nothing. Its attempts at that account are only counted apart from everybody else's, so that whoever tries
/// passwords from elsewhere cannot keep the owner out.
enum KnownBrowser {
    private static let seconds = 365 * 24 * 3_600

    static func cookie(for email: String, _ settings: Settings) -> Cookie {
        Cookie(
            name: name(settings), value: seal(of: email, settings), maxAge: seconds, path: "/",
            secure: settings.isSecure, httpOnly: true, sameSite: .lax)
    }

    static func knows(_ email: String, _ request: Request, _ settings: Settings) -> Bool {
        guard let shown = request.cookies[name(settings)]?.value else { return false }
        return Secrets.areEqual(shown, seal(of: email, settings))
    }

    private static func name(_ settings: Settings) -> String { settings.isSecure ? "__Host-known" : "known" }

    /// Sealed with a key derived from the installation's, so that the seal is worth nothing elsewhere.
    private static func seal(of email: String, _ settings: Settings) -> String {
        let derived = Secrets.keyedDigest("key for known browsers", key: settings.matchingKey)
        guard let key = Secrets.bytes(hexadecimal: derived) else { preconditionFailure("a digest is hexadecimal") }
        return Secrets.keyedDigest(Person.key(ofEmail: email), key: key)
    }
}
