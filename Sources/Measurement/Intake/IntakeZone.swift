import Communities
import Foundation
import Ground

extension Organisation {
    /// The day it is, at a moment, where the organisation is.
    func day(_ instant: Instant) -> Day { instant.day(in: TimeZone(identifier: zone) ?? .gmt) }
}
