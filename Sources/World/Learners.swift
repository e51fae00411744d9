package import Ground

extension World {
    package enum Gender: String, CaseIterable, Sendable {
        case female = "Female"
        case male = "Male"
        case another = "Another gender"
    }

    /// As the exports write it; a learner may have two.
    package enum Ethnicity: String, CaseIterable, Sendable {
        case maori = "Māori"
        case pacific = "Pacific"
        case asian = "Asian"
        case european = "European"
        case other = "MELAA"
    }

    /// A learner of one school, invented by chance.
    package struct Learner: Sendable, Hashable {
        /// The key of the school.
        package let school: String
        /// The school's own number. Schools count alike, so the same number is another child next door.
        package let localID: String
        /// A national number that is in nobody's use.
        package let nationalID: String
        package let firstName: String
        package let familyName: String
        /// The year level in 2026, or, for those who left, when they left at the end of 2025.
        package let yearLevel: Int
        package let ethnicities: [Ethnicity]
        package let gender: Gender
        /// Learns English as an additional language.
        package let isEnglishLearner: Bool
        package let hasLearningSupport: Bool
        package let started: Day
        /// The last day at this school; `nil` for those who are still here.
        package let left: Day?

        /// The groups they belong to, keys as in the pack. Groups overlap, and some learners are in none.
        package var groups: [String] {
            var groups: [String] = []
            if ethnicities.contains(.maori) { groups.append("maori") }
            if ethnicities.contains(.pacific) { groups.append("pacific") }
            if isEnglishLearner { groups.append("english-learners") }
            if hasLearningSupport { groups.append("learning-support") }
            if gender == .female { groups.append("girls") }
            if gender == .male { groups.append("boys") }
            return groups
        }

        /// The year level in a calendar year; `nil` where they were not on the roll in it.
        package func yearLevel(in year: Int) -> Int? {
            guard started.year <= year, left.map({ year <= $0.year }) ?? true else { return nil }
            return yearLevel - ((left?.year ?? 2026) - year)
        }
    }

    /// Everybody who was on a school's roll in 2025 or 2026: those of today first, then those who have left.
    ///
    /// Today's are exactly as many as the school's roll.
    package static func learners(of school: School, seed: UInt64 = World.seed) -> [Learner] {
        var chance = Chance(seed: seed, for: "\(school.key) \(school.roll)")
        let sizes = school.yearSizes ?? yearSizes(of: school, by: &chance)
        var here: [Stay] = []
        var gone: [Stay] = []
        for (year, size) in zip(school.years, sizes) {
            for _ in 0..<size { here.append(staying(in: year, at: school, by: &chance)) }
            // Nobody is left of last year's oldest, and a few of each other year moved away.
            let leaving = year == school.years.upperBound ? size - 1 + chance.below(3) : (size * 3 + 50) / 100
            for _ in 0..<leaving { gone.append(leavingAfter(year, of: school, by: &chance)) }
        }
        let traits =
            traits(of: here.count, pacific: school.shares.pacific, at: school, by: &chance)
            + traits(of: gone.count, pacific: gone.count * school.shares.pacific / school.roll, at: school, by: &chance)
        return zip(here + gone, traits).enumerated().map { index, pair in
            learner(index, of: school, stay: pair.0, traits: pair.1, by: &chance)
        }
    }
}

extension World {
    /// From when to when somebody was at a school, and in which year level last.
    private struct Stay {
        let yearLevel: Int
        let started: Day
        var left: Day?
    }

    private typealias Traits = (ethnicities: [Ethnicity], gender: Gender, learnsEnglish: Bool, support: Bool)

    /// Year levels of nearly the same size that make up the roll.
    private static func yearSizes(of school: School, by chance: inout Chance) -> [Int] {
        let count = school.years.count
        var sizes = (0..<count).map { school.roll / count + ($0 < school.roll % count ? 1 : 0) }
        for index in stride(from: 0, to: count - 1, by: 2) {
            let shift = chance.below(sizes[index] / 6 + 1)
            sizes[index] += shift
            sizes[index + 1] -= shift
        }
        return sizes
    }

    private static func staying(in yearLevel: Int, at school: School, by chance: inout Chance) -> Stay {
        let yearsHere = yearLevel - school.years.lowerBound
        // One in twenty-five came this year from elsewhere.
        let began = yearsHere > 0 && !chance.happens(0.04) ? 2026 - yearsHere : 2026
        return Stay(yearLevel: yearLevel, started: firstDay(of: began, by: &chance), left: nil)
    }

    private static func leavingAfter(_ yearLevel: Int, of school: School, by chance: inout Chance) -> Stay {
        let began = 2025 - (yearLevel - school.years.lowerBound)
        return Stay(yearLevel: yearLevel, started: firstDay(of: began, by: &chance), left: day("2025-12-17"))
    }

    /// A day in the first week of the school year that Waitangi Day cannot fall into.
    private static func firstDay(of year: Int, by chance: inout Chance) -> Day {
        let eighth = Day(year: year, month: 2, dayOfMonth: 8) ?? today
        // 1970-01-05 was a Monday, so that a Monday leaves 4.
        let toMonday = (11 - eighth.daysSince1970 % 7) % 7
        return eighth.adding(days: toMonday + chance.below(5))
    }

    /// Who they are, in the school's shares, dealt out in no order.
    private static func traits(of count: Int, pacific: Int, at school: School, by chance: inout Chance) -> [Traits] {
        let maori = Int((Double(count) * school.shares.maori).rounded())
        let asian = Int((Double(count) * school.shares.asian).rounded())
        var traits: [Traits] = []
        for index in 0..<count {
            var ethnicities: [Ethnicity]
            switch index {
            case ..<pacific: ethnicities = index % 4 == 3 ? [.pacific, .maori] : [.pacific]
            case ..<(pacific + maori): ethnicities = index % 2 == 0 ? [.maori, .european] : [.maori]
            case ..<(pacific + maori + asian): ethnicities = index % 6 == 0 ? [.asian, .european] : [.asian]
            default: ethnicities = index % 50 == 49 ? [.other] : [.european]
            }
            let comesFromAfar = [.pacific, .asian, .other].contains(ethnicities[0])
            let gender: Gender = index % 160 == 77 ? .another : index % 2 == 0 ? .female : .male
            traits.append((ethnicities, gender, comesFromAfar && index % 3 == 0, chance.happens(0.09)))
        }
        return chance.shuffled(traits)
    }

    private static func learner(
        _ index: Int, of school: School, stay: Stay, traits: Traits, by chance: inout Chance
    ) -> Learner {
        let number = String(index)
        let ordinal = String(repeating: "0", count: max(0, 4 - number.count)) + number
        return Learner(
            school: school.key, localID: String(10_001 + index),
            nationalID: (school.organisation.directoryNumber ?? "990000") + ordinal,
            firstName: Names.first((traits.ethnicities, traits.gender), by: &chance),
            familyName: Names.family(traits.ethnicities, by: &chance), yearLevel: stay.yearLevel,
            ethnicities: traits.ethnicities, gender: traits.gender, isEnglishLearner: traits.learnsEnglish,
            hasLearningSupport: traits.support, started: stay.started, left: stay.left)
    }
}
