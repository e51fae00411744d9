extension World {
    /// Seven gems, one at each stage, in the order they were nominated.
    package static let gems = [
        lunchtimeClub, talkBeforeYouWrite, learnersOpenTheDay, kitchenMathematics, oneStaffMeeting, fenceReaders,
        soundWalks,
    ]

    /// Nominated, and waiting for an answer.
    package static let soundWalks = Gem(
        "sound-walks", "Sound walks",
        "Walk somewhere with eyes shut, write down what you heard, read it out. Twenty minutes, no gear.",
        in: "creativity", foundAt: kotareCreek, from: "sound-walk", by: tamati, on: day("2026-11-09"),
        evidence: [
            .init(question: "tried-where", text: "Kōtare Creek, Years 3 and 4, once a week since September."),
            .init(question: "with-whom", text: "31 learners, two teachers, one very patient dog."),
            .init(
                question: "what-changed",
                text: "They write longer and choose odder words. We kept every piece, first and last side by side."),
            .init(question: "what-it-takes", text: "A creek, or a corridor. Nothing else."),
        ])

    /// Answered: test more.
    package static let kitchenMathematics = Gem(
        "kitchen-mathematics", "Mathematics in the garden kitchen",
        "A class cooks for another class every fortnight and does all the sums: amounts, costs, time.",
        in: "deep-learning", foundAt: patikiFlat, by: ruby, on: day("2026-04-22"),
        evidence: [
            .init(question: "tried-where", text: "Our senior room at Pātiki Flat, Terms 4 and 1."),
            .init(question: "with-whom", text: "Fourteen learners in Years 6 to 8."),
            .init(
                question: "what-changed", text: "They ask to do the sums. Fractions stick. It is a small room, though."),
            .init(question: "compared-with", text: "Only with how they were before."),
        ],
        answers: [
            .init(
                kind: .testMore,
                reason: """
                    Lovely, and fourteen learners are few. Try it with one class at Saltmarsh Road in Term 4 and keep \
                    the quiz from before and after.
                    """,
                by: ngaire.key, day: day("2026-05-04"))
        ])

    /// Answered: not now.
    package static let oneStaffMeeting = Gem(
        "one-staff-meeting", "One staff meeting for all",
        "Every second Monday all staffs meet in one hall instead of seven staffrooms.",
        in: "leadership", foundAt: ropewalk, by: priya, on: day("2026-05-25"),
        evidence: [
            .init(question: "tried-where", text: "Ropewalk with Lamplighter Hill, four Mondays."),
            .init(question: "with-whom", text: "34 teachers."),
            .init(question: "what-changed", text: "We know names now, and borrowed three units from each other."),
            .init(question: "what-it-takes", text: "A hall, a host, and forty minutes' drive for those on the flat."),
        ],
        answers: [
            .init(
                kind: .notNow,
                reason: """
                    The drive costs Pātiki Flat and Kōtare Creek an evening each time. Let us ask again when the \
                    bridge is open.
                    """,
                by: anil.key, day: day("2026-06-08"))
        ])

    /// Answered: spread. Designed, and about to begin.
    package static let fenceReaders = Gem(
        "fence-readers", "Readers over the fence",
        "A Year 8 learner and a four-year-old share a book every Wednesday. Both get better at it.",
        in: "inclusiveness", foundAt: patikiFlat, from: "fence-readers", by: ruby, on: day("2026-09-21"),
        evidence: [
            .init(question: "tried-where", text: "Pātiki Flat with Te Poti Iti, twelve Wednesdays."),
            .init(question: "with-whom", text: "Eight older and eleven younger learners."),
            .init(
                question: "what-changed",
                text: "Older ones who never read aloud now practise at home. Little ones bring their own books."),
            .init(question: "like-ours", text: "Four of our schools have an early-learning service within a walk."),
            .init(question: "what-it-takes", text: "Thirty minutes a week and somebody to open the gate."),
        ],
        answers: [
            .init(
                kind: .spread,
                reason: "Cheap, kind, and it reaches learners before they reach us. Those with neighbours go first.",
                by: losa.key, day: day("2026-10-12"))
        ],
        design: .init(
            forWhom: "Schools with an early-learning service close by, and their quietest readers in Years 7 and 8.",
            core: ["The same pair all term", "The younger one chooses the book"],
            adaptable: ["The day", "Which year level reads", "Fence, library or video call"],
            help: [ruby.key, tina.key, sione.key], by: day("2027-04-16")))

    /// Spreading, not everywhere, and given up in one place.
    package static let learnersOpenTheDay = Gem(
        "learners-open-the-day", "Learners open the day",
        "Learners lead karakia, mihi and waiata each morning. Teachers stand among them, not in front.",
        in: "cultural-responsiveness", foundAt: kotareCreek, from: "mihi-workshop", by: hana, on: day("2025-11-17"),
        evidence: [
            .init(question: "tried-where", text: "Kōtare Creek for two years, Tōrea Spit since May."),
            .init(question: "with-whom", text: "Whole schools: 110 and 250 learners."),
            .init(
                question: "what-changed",
                text: "Learners correct our pronunciation. Whānau stay at the gate and join in. Fewer late arrivals."),
            .init(question: "compared-with", text: "Late arrivals were twice as many in the same term a year before."),
        ],
        answers: [
            .init(
                kind: .spread,
                reason: "It changes how the day feels, and learners carry it. Start small, start with them.",
                by: tamati.key, day: day("2025-12-01"))
        ],
        design: .init(
            forWhom: "Every school that wants it; each with its own people and its own waiata.",
            core: ["Learners lead", "Every day", "Someone who knows stands beside them"],
            adaptable: ["Which waiata", "Class, team or whole school", "How long"],
            help: [hana.key, tamati.key, mere.key],
            by: day("2026-12-11")),
        adoptions: [
            adoption(kotareCreek, .embedded, "2025-12-01", tamati, "Two years now. New learners pick it up in a week."),
            adoption(
                toreaSpit, .using, "2025-12-05", mere, "Every morning, whole school, on the field when it is dry."),
            adoption(tarapungaPoint, .trying, "2026-02-16", hana, "Three teams of eight."),
            adoption(saltmarshRoad, .heard, "2026-02-23", oliver, "Told at the marking day."),
            adoption(patikiFlat, .trying, "2026-03-16", ruby, "Mondays and Fridays."),
            adoption(tarapungaPoint, .using, "2026-05-11", hana, "All teams, learners asked for it."),
            adoption(ropewalk, .heard, "2026-05-18", priya, "Student leaders came to watch at Kōtare Creek."),
            adoption(
                patikiFlat, .dropped, "2026-06-29", joan,
                "The buses arrive too far apart; half of us were never there. We will look for another moment."),
            adoption(toreaSpit, .embedded, "2026-08-03", mere, "Year 6 teach Year 1. We only listen."),
            adoption(saltmarshRoad, .trying, "2026-08-10", oliver, "Two rooms."),
            adoption(ropewalk, .adapted, "2026-09-14", priya, "House leaders open assembly, twice a week."),
        ])
}
