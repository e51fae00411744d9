package import Ground

extension World {
    /// What a tool said about a learner on a day.
    package struct Result: Sendable, Hashable {
        package enum Level: String, CaseIterable, Sendable {
            case wellBelow = "well-below"
            case below, at, above

            /// As the exports write it.
            package var title: String {
                switch self {
                case .wellBelow: "Well below"
                case .below: "Below"
                case .at: "At"
                case .above: "Above"
                }
            }
        }

        package enum Value: Sendable, Hashable {
            case score(Int)
            case level(Level)
        }

        package let learner: Learner
        package let subject: Subject
        package let tool: Tool
        package let occasion: Occasion
        package let day: Day
        /// The year level on that day.
        package let yearLevel: Int
        package let value: Value

        /// The value as the tool's export writes it.
        package var text: String {
            switch value {
            case .score(let score): String(score)
            case .level(let level): level.title
            }
        }
    }

    /// All results of a school, by occasion, learner and subject. A few learners are away each time.
    ///
    /// A result is the learner's ability (standard deviation 0.87), the day's luck (0.5), the school's standing and
    /// trend, and the tool's leniency, against what is expected of the year level.
    package static func results(of school: School, seed: UInt64 = World.seed) -> [Result] {
        let learners = learners(of: school, seed: seed)
        var chance = Chance(seed: seed, for: "results \(school.key) \(school.roll)")
        let abilities = learners.map { ability(of: $0, by: &chance) }
        var results: [Result] = []
        for occasion in school.occasions {
            let present = learners.indices.compactMap { index in
                learners[index].yearLevel(in: occasion.year).map { (index: index, yearLevel: $0) }
            }
            let weather = Subject.allCases.map { _ in chance.normal() * 0.04 }
            let away = Set(absent(among: present.map(\.index), by: &chance))
            for (index, yearLevel) in present where !away.contains(index) {
                for (subjectIndex, subject) in Subject.allCases.enumerated() {
                    let tool = school.tool(for: subject, year: occasion.year, yearLevel: yearLevel)
                    let distance =
                        abilities[index][subjectIndex] + 0.5 * chance.normal() + weather[subjectIndex]
                        + school.standing(in: subject, on: occasion) + tool.leniency(in: subject)
                    results.append(
                        Result(
                            learner: learners[index], subject: subject, tool: tool, occasion: occasion,
                            day: occasion.day((yearLevel + subjectIndex * 3) % 8 + chance.below(2)),
                            yearLevel: yearLevel,
                            value: tool.value(distance, subject: subject, yearLevel: yearLevel)))
                }
            }
        }
        return results
    }

    /// A learner's lasting distance from the school's mean in each subject.
    private static func ability(of learner: Learner, by chance: inout Chance) -> [Double] {
        let general = chance.normal() * 0.75
        return Subject.allCases.map { subject in
            var ability = general + chance.normal() * 0.42
            if learner.hasLearningSupport { ability -= 0.9 }
            if learner.isEnglishLearner && subject != .mathematics { ability -= 0.35 }
            if subject == .writing { ability += learner.gender == .male ? -0.18 : 0.12 }
            return ability
        }
    }

    /// Those who were away: between three and eight of a hundred, and never more where a school is small.
    private static func absent(among present: [Int], by chance: inout Chance) -> ArraySlice<Int> {
        let rate = 0.035 + chance.share() * 0.04
        return chance.shuffled(present).prefix(Int((Double(present.count) * rate).rounded()))
    }
}

extension World.School {
    /// How far the middle learner stands above what is expected, round by round: a little lower in the middle of a
    /// year, a little better each year, and at Tōrea Spit much better in writing since learners talk before they write.
    func standing(in subject: World.Subject, on occasion: World.Occasion) -> Double {
        let midYear = occasion.term == 2 ? -0.05 : 0
        let thisYear = occasion.year == 2026
        guard key == World.toreaSpit.key, subject == .writing, thisYear else {
            return (standing[subject] ?? 0) + midYear + (thisYear ? 0.04 : 0)
        }
        return (standing[subject] ?? 0) + (occasion.term == 2 ? 0.16 : 0.62)
    }
}
