package import Ground

extension World {
    /// What the harbour wants for its learners.
    package struct Challenge: Sendable, Hashable {
        package let key: String
        /// By its key in the pack.
        package let focusArea: String
        package let title: String
        package let why: String
        package let what: String
        package let howKnown: String
        /// Who answers for it, by key.
        package let lead: String
        package let since: Day
        /// None by choice where it is empty.
        package let targets: [Target]
        package let actions: [Action]
    }

    /// Where learners are to get to in a measure. The baseline is what the results say, all seven schools together.
    package struct Target: Sendable, Hashable {
        package let measure: Subject
        package let years: ClosedRange<Int>
        /// A group of the pack; `nil` for all learners.
        package let group: String?
        package let baseline: Occasion
        /// Learners at or above what is expected, of those assessed.
        package let baselineReached: Int
        package let baselineAssessed: Int
        package let goalPercent: Int
        package let due: Day
    }

    /// What somebody undertook to do for a challenge.
    package struct Action: Sendable, Hashable {
        package enum State: String, CaseIterable, Sendable {
            case planned
            case underWay = "under-way"
            case done
        }

        /// What a school makes of it.
        package struct Version: Sendable, Hashable {
            package let school: String
            package let text: String
        }

        package let key: String
        package let text: String
        /// By key.
        package let owner: String
        package let starts: Day
        package let due: Day
        package let state: State
        package let versions: [Version]
    }

    package static let challenges = [liftWriting, boysWrite, carryTheReo]

    package static let liftWriting = Challenge(
        key: "lift-writing", focusArea: "deep-learning", title: "Everyone writes well enough to be heard",
        why: """
            A third of our learners are not yet where they should be in writing, and it holds them back in everything \
            else they want to say.
            """,
        what: "Talk before writing in every school, and one shared idea of what 'At' looks like.",
        howKnown: "Teachers' judgements in Terms 2 and 4, marked together once a year so that they mean the same.",
        lead: ngaire.key, since: day("2025-12-01"),
        targets: [
            Target(
                measure: .writing, years: 1...8, group: nil, baseline: occasions[1], baselineReached: 1_245,
                baselineAssessed: 1_866, goalPercent: 75, due: day("2027-11-19"))
        ],
        actions: [
            Action(
                key: "mark-together", text: "Mark thirty pieces together, all year levels, all schools",
                owner: oliver.key,
                starts: day("2026-02-02"), due: day("2026-02-27"), state: .done, versions: []),
            Action(
                key: "open-rooms", text: "Open one room in each school to see talk before writing", owner: mere.key,
                starts: day("2026-02-09"), due: day("2026-12-04"), state: .underWay,
                versions: [
                    .init(school: saltmarshRoad.key, text: "Three rooms, on the first Tuesday of each month."),
                    .init(school: patikiFlat.key, text: "We have one corridor; every room is open anyway."),
                    .init(school: kotareCreek.key, text: "Come for the te reo Māori form of it, Thursdays."),
                ]),
            Action(
                key: "short-form", text: "Make a five-minute form for short periods", owner: priya.key,
                starts: day("2027-02-08"), due: day("2027-04-16"), state: .planned,
                versions: [.init(school: ropewalk.key, text: "Try it in science first.")]),
        ])

    package static let boysWrite = Challenge(
        key: "boys-write", focusArea: "inclusiveness", title: "Boys who write because they have something to say",
        why: "Three in five boys in Years 4 to 8 are where they should be. In the same rooms more girls are.",
        what: "Topics they choose, readers they care about, and somebody who listens before they write.",
        howKnown: "Teachers' judgements, and asking the boys themselves twice a year.",
        lead: losa.key, since: day("2026-02-16"),
        targets: [
            Target(
                measure: .writing, years: 4...8, group: "boys", baseline: occasions[1], baselineReached: 332,
                baselineAssessed: 555, goalPercent: 70, due: day("2027-11-19"))
        ],
        actions: [
            Action(
                key: "ask-the-boys", text: "Ask forty boys what they would write if nobody marked it", owner: sione.key,
                starts: day("2026-03-02"), due: day("2026-04-02"), state: .done,
                versions: [.init(school: toreaSpit.key, text: "We asked the girls as well.")]),
            Action(
                key: "real-readers", text: "Find a reader outside school for one piece a term", owner: priya.key,
                starts: day("2026-05-04"), due: day("2026-11-06"), state: .underWay,
                versions: [
                    .init(school: ropewalk.key, text: "The boatyard reads our reports and answers."),
                    .init(school: lamplighterHill.key, text: "Letters to the rest home over the road."),
                ]),
        ])

    package static let carryTheReo = Challenge(
        key: "carry-the-reo", focusArea: "cultural-responsiveness", title: "Te reo Māori is heard all day",
        why: "Our tamariki Māori should hear their language at school without having to ask for it.",
        what: "Learners open the day, teachers keep it going in the lessons, whānau tell us how it sounds.",
        howKnown: "What whānau and learners tell us at the two hui each year. We chose not to put a number on it.",
        lead: tamati.key, since: day("2025-12-01"), targets: [],
        actions: [
            Action(
                key: "names-first", text: "Say every learner's name as their whānau say it", owner: hana.key,
                starts: day("2026-02-02"), due: day("2026-03-06"), state: .done,
                versions: [.init(school: tarapungaPoint.key, text: "Recorded by learners for every relief teacher.")]),
            Action(
                key: "two-hui", text: "Two hui with whānau, hosted by a different school each time", owner: tamati.key,
                starts: day("2026-05-11"), due: day("2026-12-04"), state: .underWay, versions: []),
        ])
}
