package import Ground

/// The one invented cast that the demonstration and every test borrow from: people and schools round a harbour that
/// is on no map, what they tried together in two years, and how their learners went.
///
/// Nothing here is anybody's: no school, no person, no result. Everything is a plain value; things name each other by
/// key. What is generated (learners, results, files) depends on nothing but the school and a seed.
package enum World {
    /// The day on which the story is told. Nothing in it lies later, but for what is due.
    package static let today = World.day("2026-11-22")

    /// What all chance starts from.
    package static let seed: UInt64 = 20_261_122

    /// A day of the story, written as it is stored.
    static func day(_ text: StaticString) -> Day {
        guard let day = Day(text: text.description) else { preconditionFailure("\(text) is not a day") }
        return day
    }
}
