extension World {
    /// A school, a service or an agency; `kind` as in the pack.
    package struct Organisation: Sendable, Hashable {
        package let key: String
        package let name: String
        package let kind: String
        /// Longer than any real one, so that it cannot be one.
        package let directoryNumber: String?
        /// Learners on the roll in 2026; `nil` where it keeps none.
        package let roll: Int?
    }

    /// A school with what its learners and results are generated from.
    package struct School: Sendable, Hashable {
        package let organisation: Organisation
        package let roll: Int
        package let years: ClosedRange<Int>
        /// The tool for reading and mathematics by calendar year. Writing is judged by teachers everywhere.
        package let tools: [Int: Tool]
        /// The occasions it has results from.
        package let occasions: [Occasion]
        /// Where it stood in Term 4 of 2025: standard deviations above what is expected, before any tool's leniency.
        let standing: [Subject: Double]
        let shares: Shares
        /// Learners per year level where the story needs them to be just so.
        let yearSizes: [Int]?

        package var key: String { organisation.key }
        package var name: String { organisation.name }

        /// How the roll is made up, as shares of it; Pacific learners as a number, because they are few on purpose.
        struct Shares: Sendable, Hashable {
            let maori: Double
            let pacific: Int
            let asian: Double
        }

        init(
            _ key: String, _ name: String, kind: String = "primary-school", number: String, roll: Int,
            years: ClosedRange<Int>, tools: [Int: Tool], occasions: [Occasion] = World.occasions,
            reading: Double, writing: Double, mathematics: Double, shares: Shares, yearSizes: [Int]? = nil
        ) {
            organisation = Organisation(key: key, name: name, kind: kind, directoryNumber: number, roll: roll)
            (self.roll, self.years, self.tools, self.occasions) = (roll, years, tools, occasions)
            standing = [.reading: reading, .writing: writing, .mathematics: mathematics]
            (self.shares, self.yearSizes) = (shares, yearSizes)
        }
    }

    /// All nine schools, the harbour's seven first, each community in order of roll.
    package static let schools = harbourSchools + ridgeSchools

    package static let harbourSchools = [
        tarapungaPoint, saltmarshRoad, ropewalk, toreaSpit, lamplighterHill, kotareCreek, patikiFlat,
    ]

    package static let ridgeSchools = [kokakoRidge, windmillFlat]

    /// Everything that belongs to a community: nine schools, a service and an agency.
    package static let organisations = schools.map(\.organisation) + [earlyLearning, agency]

    package static let tarapungaPoint = School(
        "tarapunga-point", "Tarāpunga Point School", number: "990001", roll: 640, years: 1...8,
        tools: [2025: .harbourScale, 2026: .harbourScale], reading: 0.85, writing: 0.62, mathematics: 0.75,
        shares: .init(maori: 0.19, pacific: 38, asian: 0.14))

    /// Moved from teachers' judgements to the Harbour scale over the summer.
    package static let saltmarshRoad = School(
        "saltmarsh-road", "Saltmarsh Road School", number: "990002", roll: 480, years: 1...6,
        tools: [2025: .teacherJudgement, 2026: .harbourScale], reading: 0.68, writing: 0.52, mathematics: 0.62,
        shares: .init(maori: 0.31, pacific: 61, asian: 0.10))

    package static let ropewalk = School(
        "ropewalk", "Ropewalk Intermediate", kind: "intermediate-school", number: "990003", roll: 350, years: 7...8,
        tools: [2025: .pipitTest, 2026: .pipitTest], reading: 0.66, writing: 0.50, mathematics: 0.56,
        shares: .init(maori: 0.27, pacific: 33, asian: 0.11))

    /// Where learners talk before they write, and writing has come a long way since.
    package static let toreaSpit = School(
        "torea-spit", "Tōrea Spit School", number: "990004", roll: 260, years: 1...8,
        tools: [2025: .harbourScale, 2026: .harbourScale], reading: 0.72, writing: 0.36, mathematics: 0.68,
        shares: .init(maori: 0.36, pacific: 17, asian: 0.06))

    /// Moved from the Pipit test, with judgements for the youngest, to the Harbour scale over the summer.
    package static let lamplighterHill = School(
        "lamplighter-hill", "Lamplighter Hill School", number: "990005", roll: 190, years: 1...6,
        tools: [2025: .pipitTest, 2026: .harbourScale], reading: 0.95, writing: 0.72, mathematics: 0.88,
        shares: .init(maori: 0.12, pacific: 9, asian: 0.21))

    package static let kotareCreek = School(
        "kotare-creek", "Kōtare Creek School", number: "990006", roll: 110, years: 1...6,
        tools: [2025: .teacherJudgement, 2026: .teacherJudgement], reading: 0.62, writing: 0.64, mathematics: 0.60,
        shares: .init(maori: 0.42, pacific: 4, asian: 0.03))

    /// The smallest: two and a half classrooms, three learners in Year 5, two of them Pacific in the whole school.
    package static let patikiFlat = School(
        "patiki-flat", "Pātiki Flat School", number: "990007", roll: 62, years: 1...8,
        tools: [2025: .harbourScale, 2026: .harbourScale], reading: 0.70, writing: 0.58, mathematics: 0.68,
        shares: .init(maori: 0.29, pacific: 2, asian: 0.03), yearSizes: [9, 8, 10, 7, 3, 9, 8, 8])

    package static let kokakoRidge = School(
        "kokako-ridge", "Kōkako Ridge School", number: "990008", roll: 145, years: 1...8,
        tools: [2025: .harbourScale, 2026: .harbourScale], reading: 0.75, writing: 0.50, mathematics: 0.62,
        shares: .init(maori: 0.24, pacific: 6, asian: 0.05))

    package static let windmillFlat = School(
        "windmill-flat", "Windmill Flat School", number: "990009", roll: 84, years: 1...8,
        tools: [2025: .teacherJudgement, 2026: .teacherJudgement], reading: 0.60, writing: 0.50, mathematics: 0.58,
        shares: .init(maori: 0.20, pacific: 2, asian: 0.04))

    package static let earlyLearning = Organisation(
        key: "te-poti-iti", name: "Te Poti Iti Early Learning Centre", kind: "early-learning",
        directoryNumber: "990101", roll: nil)

    package static let agency = Organisation(
        key: "whanau-wellbeing", name: "Tarāpunga Whānau Wellbeing Trust", kind: "agency", directoryNumber: nil,
        roll: nil)

    /// Five of the harbour's schools made small, some 25 learners each in two year levels and the two rounds of 2026,
    /// so that a journey through forming, importing and looking runs in a moment. Keys and names are the same.
    package static let fiveSchools = [
        small(saltmarshRoad, roll: 26, years: 5...6), small(ropewalk, roll: 27, years: 7...8),
        small(toreaSpit, roll: 25, years: 5...6), small(kotareCreek, roll: 24, years: 5...6),
        small(patikiFlat, roll: 22, years: 5...6),
    ]

    private static func small(_ school: School, roll: Int, years: ClosedRange<Int>) -> School {
        School(
            school.key, school.name, kind: school.organisation.kind,
            number: school.organisation.directoryNumber ?? "", roll: roll, years: years, tools: school.tools,
            occasions: occasions.filter { $0.year == 2026 }, reading: 0.7, writing: 0.6, mathematics: 0.7,
            shares: .init(maori: 0.3, pacific: 3, asian: 0.08))
    }
}
