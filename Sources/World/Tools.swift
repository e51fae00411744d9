package import Ground

extension World {
    /// What is measured; keys as in the pack.
    package enum Subject: String, CaseIterable, Sendable {
        case reading, writing, mathematics

        /// As the exports write it.
        package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// The demonstration's invented tools; keys as in its pack.
    package enum Tool: String, CaseIterable, Sendable {
        case harbourScale = "harbour-scale"
        case pipitTest = "pipit-test"
        case teacherJudgement = "teacher-judgement"
    }

    /// A round of results: a term in which every school assesses.
    package struct Occasion: Sendable, Hashable {
        package let year: Int
        package let term: Int
        /// The first of ten school days over which learners are assessed.
        package let opens: Day

        /// As `2026-T4`.
        package var key: String { "\(year)-T\(term)" }

        /// A day of the round: five in the first week, five in the next.
        func day(_ index: Int) -> Day { opens.adding(days: index / 5 * 7 + index % 5) }
    }

    /// Terms 2 and 4 of two years, oldest first.
    package static let occasions = [
        Occasion(year: 2025, term: 2, opens: day("2025-06-09")),
        Occasion(year: 2025, term: 4, opens: day("2025-11-03")),
        Occasion(year: 2026, term: 2, opens: day("2026-06-08")),
        Occasion(year: 2026, term: 4, opens: day("2026-11-02")),
    ]
}

extension World.School {
    /// The tool by which a learner of a year level is assessed in a calendar year.
    package func tool(for subject: World.Subject, year: Int, yearLevel: Int) -> World.Tool {
        guard subject != .writing, let tool = tools[year] else { return .teacherJudgement }
        // The Pipit test begins in Year 3.
        return tool == .pipitTest && yearLevel < 3 ? .teacherJudgement : tool
    }

    /// The tools it has any results from.
    package var toolsUsed: [World.Tool] {
        World.Tool.allCases.filter { tool in
            tool == .teacherJudgement || occasions.contains { tools[$0.year] == tool }
        }
    }
}

extension World.Tool {
    /// The value this tool gives a learner who is `distance` standard deviations above what is expected, so that at
    /// or above zero is at or above the expectation of the demonstration's tools.
    func value(_ distance: Double, subject: World.Subject, yearLevel: Int) -> World.Result.Value {
        switch self {
        case .harbourScale:
            let expected = subject == .reading ? [34, 42, 50, 57, 63, 69, 74, 79] : [32, 41, 49, 56, 62, 68, 73, 77]
            let score = expected[yearLevel - 1] + Int((distance * 9).rounded(.down))
            return .score(min(max(score, 20), 120))
        case .pipitTest:
            // Stanines are half a standard deviation wide; the fourth, which is expected, begins at -0.75.
            return .score(min(max(4 + Int((distance * 2).rounded(.down)), 1), 9))
        case .teacherJudgement:
            return .level(distance < -1.1 ? .wellBelow : distance < 0 ? .below : distance < 1.2 ? .at : .above)
        }
    }

    /// How much kinder it is than the others. It is why a change of tool must not look like a change in learners.
    func leniency(in subject: World.Subject) -> Double {
        self == .teacherJudgement && subject != .writing ? 0.2 : 0
    }
}
