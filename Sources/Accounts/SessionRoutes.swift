import Logging
import Database
import Foundation
package import Ground
import HTTPTypes
package import Hummingbird
import Secrets
package import Web

/// Reads the session's cookie and says who is looking, once per request, from the database: a session that was ended
/// or a standing that ran out a second ago allows nothing any more.
package struct Sessions: RouterMiddleware {
    private let site: Site
    private let seats: [DemoSeat]

    package init(site: Site, seats: [DemoSeat] = []) { (self.site, self.seats) = (site, seats) }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = request.cookies[SessionCookie.name(site.settings)]?.value {
            let digest = Secrets.digest(token)
            let today = site.today
            let found = try await site.database.read { try $0.signedIn(digest: digest, on: today) }
            if let found {
                context.viewer = found.viewer
                context.session = digest
                context.formToken = Secrets.digest("form:" + token)
                if site.now > found.seen.adding(seconds: SessionTerm.seenSeconds) {
                    await touch(digest, context)
                }
            }
        }
        if site.settings.isDemo {
            let current =
                context.viewer.isSignedIn ? request.cookies["demo-role"]?.value : seats.first { $0.email == nil }?.key
            context.demoRoles = seats.map { DemoRole(key: $0.key, title: $0.title, isCurrent: $0.key == current) }
        }
        return try await next(request, context)
    }
}

extension Sessions {
    /// Notes that the session was used. That this cannot be written (the disk is full, another writer is long at work)
    /// is no reason to keep anybody from reading.
    private func touch(_ digest: String, _ context: Context) async {
        do {
            try await site.database.write(within: .seconds(2)) { try $0.touchSession(digest: digest) }
        } catch {
            context.logger.warning("a session's last use was not noted", metadata: ["error": "\(error)"])
        }
    }
}

extension Site {
    /// Today, where the installation stands. What belongs to one organisation goes by that organisation's own zone.
    package var today: Day { day(of: now) }

    /// The day on which something happened, by the clocks here.
    package func day(of instant: Instant) -> Day { instant.day(in: zone) }

    /// The day and the time of a moment, by the clocks here: "22 November 2026, 14:05".
    func clock(_ instant: Instant) -> String {
        let local = Instant(milliseconds: instant.milliseconds + Int64(zone.secondsFromGMT(for: instant.date)) * 1000)
        return "\(Language.spoken.day(day(of: instant))), \(local.description.dropFirst(11).prefix(5))"
    }

    private var zone: TimeZone { TimeZone(identifier: "Pacific/Auckland") ?? .gmt }
}

enum SessionCookie {
    /// Browsers accept a `__Host-` cookie over https only, from this host, for all paths.
    static func name(_ settings: Settings) -> String { settings.isSecure ? "__Host-sightline" : "sightline" }

    static func set(_ token: String, _ settings: Settings) -> Cookie {
        Cookie(
            name: name(settings), value: token, maxAge: SessionTerm.wholeSeconds, path: "/",
            secure: settings.isSecure, httpOnly: true, sameSite: .lax)
    }

    static func clear(_ settings: Settings) -> Cookie {
        Cookie(
            name: name(settings), value: "", maxAge: 0, path: "/", secure: settings.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
