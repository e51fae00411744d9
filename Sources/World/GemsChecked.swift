extension World {
    /// Checked on four outcomes and kept: the one that moved writing at Tōrea Spit.
    package static let talkBeforeYouWrite = Gem(
        "talk-before-you-write", "Talk before you write",
        "Learners tell the whole piece to a partner, who asks two questions, before anybody picks up a pencil.",
        in: "deep-learning", foundAt: toreaSpit, from: "talking-trial", by: mere, on: day("2025-11-10"),
        evidence: [
            .init(question: "tried-where", text: "Rooms 4 and 7 at Tōrea Spit, every writing lesson of Terms 3 and 4."),
            .init(question: "with-whom", text: "52 learners in Years 4 to 6 and two teachers."),
            .init(
                question: "what-changed",
                text: """
                    They start sooner and stop later. Those who used to write three lines write a page. We marked with \
                    two colleagues from Saltmarsh Road who did not know whose was whose.
                    """),
            .init(question: "compared-with", text: "The same learners in Term 2, and Room 6, which went on as before."),
            .init(question: "like-ours", text: "Two ordinary rooms. Nothing about them is special but the talk."),
            .init(question: "what-it-takes", text: "Ten minutes a lesson, one open classroom, one conversation after."),
        ],
        answers: [
            .init(
                kind: .spread,
                reason:
                    "Writing is our challenge, the evidence is careful, and nine teachers have already been to see it.",
                by: ngaire.key, day: day("2025-12-01"))
        ],
        design: .init(
            forWhom: "Anyone who teaches writing in Years 3 to 8, those with reluctant writers first.",
            core: ["The whole piece is told first", "The partner asks two questions", "Every writing lesson"],
            adaptable: ["Language: English, te reo Māori or any other", "Pairs or threes", "Ten minutes or five"],
            help: [mere.key, oliver.key], by: day("2026-11-13")),
        adoptions: [
            adoption(toreaSpit, .trying, "2025-07-28", mere, "Rooms 4 and 7."),
            adoption(saltmarshRoad, .heard, "2025-10-29", oliver, "Three of us sat in Room 4."),
            adoption(kotareCreek, .heard, "2025-10-29", tamati, "Two teachers went to see."),
            adoption(patikiFlat, .heard, "2025-10-29", ruby, "I went. I want to try."),
            adoption(toreaSpit, .using, "2026-02-09", ngaire, "Every room from Year 3."),
            adoption(tarapungaPoint, .heard, "2026-02-23", hana, "Told at the marking day."),
            adoption(lamplighterHill, .heard, "2026-02-23", bridget, "Told at the marking day."),
            adoption(saltmarshRoad, .trying, "2026-03-02", oliver, "Years 5 and 6."),
            adoption(kotareCreek, .trying, "2026-03-09", tamati, "Senior room."),
            adoption(patikiFlat, .trying, "2026-05-04", ruby, "Juniors draw first, then tell."),
            adoption(ropewalk, .trying, "2026-05-11", priya, "Two Year 7 classes."),
            adoption(saltmarshRoad, .using, "2026-06-22", oliver, "Years 4 to 6."),
            adoption(
                ropewalk, .dropped, "2026-06-29", anil,
                "Our periods are too short for it. We would come back to a five-minute form."),
            adoption(kotareCreek, .adapted, "2026-07-27", tamati, "First in te reo Māori, then in English."),
            adoption(tarapungaPoint, .trying, "2026-07-27", hana, "One team of four teachers."),
            adoption(patikiFlat, .using, "2026-08-10", joan, "All three rooms."),
            adoption(toreaSpit, .embedded, "2026-08-17", ngaire, "Our new teacher learned it from the learners."),
        ],
        checks: [
            .init(
                day: day("2026-11-16"), by: ngaire.key,
                findings: [
                    .init(
                        outcome: "learners",
                        text: """
                            At Tōrea Spit 189 of 241 learners are at or above in writing; a year ago 144 of 237 were. \
                            We changed other things too, so this is not proof.
                            """,
                        measured: .init(
                            subject: .writing, school: toreaSpit.key, before: occasions[1], after: occasions[3])),
                    .init(
                        outcome: "teaching",
                        text:
                            "In 21 of 24 lessons that we visited learners talked first. Teachers give fewer instructions.",
                        measured: nil),
                    .init(
                        outcome: "parents",
                        text:
                            "Whānau say they hear the story at dinner before it is written. Six have asked how to help.",
                        measured: nil),
                    .init(
                        outcome: "community",
                        text: "The library lends its back room to writing pairs on Thursdays. That is new.",
                        measured: nil),
                ],
                verdict: .keep,
                reason: "It holds where the lead teacher is not in the room. Next: a short form for Ropewalk.")
        ])

    /// Checked, and rightly stopped.
    package static let lunchtimeClub = Gem(
        "lunchtime-club", "A writing club at lunchtime",
        "Learners who are behind in writing come to a club three lunchtimes a week.",
        in: "inclusiveness", foundAt: lamplighterHill, from: "lunch-club", by: sione, on: day("2025-10-06"),
        evidence: [
            .init(question: "tried-where", text: "Lamplighter Hill and Saltmarsh Road, five weeks of Term 3."),
            .init(question: "with-whom", text: "Nineteen learners in Years 4 to 6."),
            .init(question: "what-changed", text: "Those who come write more. Not all come."),
            .init(question: "what-it-takes", text: "A teacher's lunch, three times a week."),
        ],
        answers: [
            .init(
                kind: .spread, reason: "Worth two terms, with a check before it goes any further.", by: losa.key,
                day: day("2025-10-20"))
        ],
        design: .init(
            forWhom: "Learners in Years 4 to 6 who are well below in writing.",
            core: ["Same room, same adult", "They choose what to write"], adaptable: ["Days", "Snacks"],
            help: [sione.key], by: day("2026-04-02")),
        adoptions: [
            adoption(lamplighterHill, .using, "2025-10-20", sione, "Eleven learners."),
            adoption(saltmarshRoad, .trying, "2025-10-28", oliver, "Eight learners."),
            adoption(tarapungaPoint, .heard, "2025-11-10", hana, "We will wait for the check."),
            adoption(saltmarshRoad, .dropped, "2026-03-16", oliver, "Two came on Friday. They would rather play."),
            adoption(lamplighterHill, .dropped, "2026-04-02", bridget, "Stopped for everyone, with thanks to Sione."),
        ],
        checks: [
            .init(
                day: day("2026-03-30"), by: losa.key,
                findings: [
                    .init(
                        outcome: "learners",
                        text: """
                            Fewer than half came by March. Those who needed it most missed the games where their \
                            friends are.
                            """,
                        measured: nil),
                    .init(
                        outcome: "teaching",
                        text: "Nothing changed in the lessons themselves, and that is where they write.",
                        measured: nil),
                    .init(
                        outcome: "parents", text: "Four families asked us to let their children play.", measured: nil),
                    .init(outcome: "community", text: "No one beyond the two schools took part.", measured: nil),
                ],
                verdict: .stop,
                reason:
                    "A kind idea that cost the learners their lunch. The hours go to talking before writing instead.")
        ])

    static func adoption(
        _ school: School, _ state: Gem.Adoption.State, _ text: StaticString, _ person: Person, _ note: String
    ) -> Gem.Adoption {
        Gem.Adoption(school: school.key, state: state, day: day(text), by: person.key, note: note)
    }
}
