extension Pack {
    /// The parts of a pack, each under its own heading in the file.
    package enum Part: String, CaseIterable, Sendable {
        case words, organisations, memberships, roles, components, decisions, meetings, activities, elements, outcomes
        case groups, constructs, measures, instruments, expectations
        case gemQuestions = "gem-questions"
        case focusAreas = "focus-areas"
        case floors, targets

        /// Without these a pack makes no community.
        static let neededByProgramme: [Part] = [.organisations, .memberships, .roles, .components, .targets]
    }

    /// Whether a community may change a part for itself.
    package enum Freedom: String, CaseIterable, Sendable {
        case fixed, free
    }

    /// What is fixed and what is free: by part, with exceptions by entry.
    struct Freedoms: Sendable, Equatable {
        struct Entry: Sendable, Hashable {
            let part: Part
            let key: String
        }

        var parts: [Part: Freedom] = [:]
        var entries: [Entry: Freedom] = [:]

        func freedom(of part: Part, _ key: String?) -> Freedom {
            key.flatMap { entries[Entry(part: part, key: $0)] } ?? parts[part] ?? .free
        }
    }

    /// Whether a community may change a part, or one entry of it. What the pack leaves out is free.
    package func freedom(of part: Part, _ key: String? = nil) -> Freedom { freedoms.freedom(of: part, key) }
}
