package import Ground

extension World {
    /// A focus area of the harbour, by its key in the pack.
    package struct FocusArea: Sendable, Hashable {
        package let key: String
        package let title: String
        /// The lead principal, by key.
        package let lead: String
        /// Another principal, so that nothing rests on one person alone.
        package let beside: String
        /// Lead teachers by key, at least two.
        package let leadTeachers: [String]
        package let since: Day
        /// Its steps from phase to phase since then, oldest first.
        package var phases: [PhaseMove] = []
    }

    /// A step of a focus area to another phase.
    package struct PhaseMove: Sendable, Hashable {
        package enum Phase: String, CaseIterable, Sendable {
            case introduce, embed, maintain
        }

        package let to: Phase
        package let reason: String
        package let day: Day
    }

    package static let focusAreas = [
        FocusArea(
            key: "deep-learning", title: "Deep learning", lead: ngaire.key, beside: losa.key,
            leadTeachers: [mere.key, oliver.key, priya.key], since: day("2025-03-17"),
            phases: [
                PhaseMove(
                    to: .embed, reason: "Three schools plan with it, and nobody has to be asked any more.",
                    day: day("2026-02-23"))
            ]),
        FocusArea(
            key: "cultural-responsiveness", title: "Cultural responsiveness", lead: tamati.key, beside: ngaire.key,
            leadTeachers: [hana.key, mere.key], since: day("2025-03-17"),
            phases: [
                PhaseMove(
                    to: .embed, reason: "Every classroom at Kōtare Creek and Tōrea Spit opens the day in te reo Māori.",
                    day: day("2025-11-24")),
                PhaseMove(
                    to: .introduce, reason: "Four teachers left over summer. We begin again with those who came.",
                    day: day("2026-02-16")),
                PhaseMove(
                    to: .embed, reason: "The new teachers lead the morning karakia themselves.",
                    day: day("2026-08-10")),
            ]),
        FocusArea(
            key: "creativity", title: "Creativity", lead: gareth.key, beside: joan.key,
            leadTeachers: [hana.key, oliver.key], since: day("2025-03-17")),
        FocusArea(
            key: "leadership", title: "Leadership", lead: anil.key, beside: gareth.key,
            leadTeachers: [priya.key, sione.key], since: day("2025-07-21")),
        FocusArea(
            key: "inclusiveness", title: "Inclusiveness", lead: losa.key, beside: bridget.key,
            leadTeachers: [sione.key, priya.key], since: day("2025-07-21")),
    ]

    /// Who fills which role: principals for their schools, lead principals and lead teachers in their focus areas.
    package static let positions: [Position] =
        people.compactMap { person in
            switch person.standing {
            case .leader, .principal: position("principal", person)
            case .teacher: position("teacher", person)
            case .board: position("board-member", person)
            case .partner: position("partner", person)
            case .adviser: position("adviser", person)
            default: nil
            }
        }
        + focusAreas.flatMap { area in
            people.filter { $0.key == area.lead }.map { position("lead-principal", $0, in: area, across: true) }
                + area.leadTeachers.flatMap { key in
                    people.filter { $0.key == key }.map { position("lead-teacher", $0, in: area, release: 0.1) }
                }
        }
        + [position("lead-principal", wikitoria, across: true)]

    private static func position(
        _ role: String, _ person: Person, in area: FocusArea? = nil, across: Bool = false, release: Double? = nil
    ) -> Position {
        let began = memberships.first { $0.organisation == person.organisation }?.since ?? harbour.started
        return Position(
            role: role, person: person.key, community: person.community,
            organisation: across ? nil : person.organisation, focusArea: area?.key, since: area?.since ?? began,
            until: release == nil ? nil : day("2027-12-17"), release: release)
    }
}
