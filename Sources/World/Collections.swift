package import Ground

extension World {
    /// By when the harbour's community asked for the results of a round.
    package struct Collection: Sendable, Hashable {
        package let occasion: Occasion
        package let due: Day
    }

    /// Decided when the year began, for its two rounds.
    package static let collectionsDecided = day("2026-02-16")

    /// The latest was due two days ago: six schools have signed off, and Lamplighter Hill is late.
    package static let collections = [
        Collection(occasion: occasions[2], due: day("2026-06-26")),
        Collection(occasion: occasions[3], due: day("2026-11-20")),
    ]
}
