package import Ground
import Synchronization
import World

/// The demo's own time: while its story is told it stands where the story is; then it runs on from the story's last day.
///
/// So the demo looks the same whenever somebody starts it.
package final class StoryClock: Sendable {
    private struct Reading {
        var told: Instant
        var since: ContinuousClock.Instant?
    }

    private let reading: Mutex<Reading>

    package init() {
        reading = Mutex(Reading(told: StoryClock.morning(of: World.today), since: nil))
    }

    package var now: Instant {
        reading.withLock { reading in
            guard let since = reading.since else { return reading.told }
            let elapsed = since.duration(to: .now).components
            return Instant(
                milliseconds: reading.told.milliseconds + elapsed.seconds * 1000 + elapsed.attoseconds
                    / 1_000_000_000_000_000
            )
        }
    }

    /// Stands at a moment of the story.
    func stand(on day: Day, step: Int) {
        let moment = StoryClock.morning(of: day).adding(seconds: step)
        reading.withLock { $0 = Reading(told: moment, since: nil) }
    }

    /// Runs on from the morning of the story's last day.
    func run() {
        reading.withLock { $0 = Reading(told: StoryClock.morning(of: World.today).adding(seconds: 3_600), since: .now) }
    }

    /// Nine in the morning in New Zealand, give or take daylight saving.
    static func morning(of day: Day) -> Instant {
        Instant(milliseconds: (Int64(day.daysSince1970) * 86_400 - 3 * 3_600) * 1000)
    }
}
