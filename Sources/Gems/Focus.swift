import Programmes

/// A focus area that an activity may belong to: its identifier and its name.
struct Focus: Sendable, Equatable {
    let id: String
    let title: String

    /// The ones the programme suggests.
    static func suggested(by pack: Pack) -> [Focus] { pack.focusAreas.map { Focus(id: $0.key, title: $0.title) } }
}
