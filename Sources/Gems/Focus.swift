import Ground
import FocusAreas

/// A focus area that an activity or a gem may belong to: its identifier and its name.
struct Focus: Sendable, Equatable {
    let id: String
    let title: String
    /// Whether it goes on. One that has been let go keeps what was done in it, and takes nothing new.
    let isOpen: Bool

    init(_ area: FocusArea) { (id, title, isOpen) = (area.id.rawValue, area.title, area.isOpen) }
}
