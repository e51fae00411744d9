package import Ground

extension World {
    /// Something people did together, in one line, as somebody typed it into a phone.
    package struct Activity: Sendable, Hashable {
        package let key: String
        package let day: Day
        /// What they did.
        package let what: String
        /// With whom, in words.
        package let with: String
        /// By its key in the packs.
        package let kind: String
        /// By its key in the pack.
        package let focusArea: String
        /// Who wrote it down, by key.
        package let by: String
        /// The schools and others that took part, by key.
        package let organisations: [String]
    }

    /// Two years of them, oldest first.
    package static let activities = [
        Activity(
            key: "wharf-day", day: day("2025-03-28"),
            what: "Teacher-only day on the old wharf: what does good learning look like here?",
            with: "All seven staffs, and Te Poti Iti brought the scones", kind: "shared-day",
            focusArea: "deep-learning",
            by: ngaire.key, organisations: harbourSchools.map(\.key) + [earlyLearning.key]),
        Activity(
            key: "mihi-workshop", day: day("2025-05-20"), what: "Learned to open a school day with mihi and waiata",
            with: "Kōtare Creek's kaumātua and twelve teachers", kind: "professional-learning",
            focusArea: "cultural-responsiveness", by: tamati.key,
            organisations: [kotareCreek.key, toreaSpit.key, tarapungaPoint.key]),
        Activity(
            key: "mudflat-count", day: day("2025-06-24"),
            what: "Counted tōrea and tarāpunga on the mudflats and argued about the numbers",
            with: "Years 5 to 8 and two bird people from the harbour group", kind: "environmental-project",
            focusArea: "deep-learning", by: ruby.key, organisations: [patikiFlat.key, toreaSpit.key]),
        Activity(
            key: "talking-trial", day: day("2025-07-28"),
            what: "Started talking every story through with a partner before writing it",
            with: "Rooms 4 and 7, 52 learners", kind: "trial", focusArea: "deep-learning", by: mere.key,
            organisations: [toreaSpit.key]),
        Activity(
            key: "coaching-pairs", day: day("2025-08-18"),
            what: "Lead teachers paired up across schools to watch each other run a staff meeting",
            with: "Priya, Sione and four others", kind: "mentoring", focusArea: "leadership", by: anil.key,
            organisations: [ropewalk.key, lamplighterHill.key, saltmarshRoad.key]),
        Activity(
            key: "lunch-club", day: day("2025-09-01"), what: "Opened a lunchtime club for those behind in writing",
            with: "Nineteen learners, three days a week", kind: "trial", focusArea: "inclusiveness", by: sione.key,
            organisations: [lamplighterHill.key, saltmarshRoad.key]),
        Activity(
            key: "room-four-open", day: day("2025-10-29"),
            what: "Room 4 opened its door: come and hear what talking before writing sounds like",
            with: "Nine teachers from four schools", kind: "open-classroom", focusArea: "deep-learning", by: mere.key,
            organisations: [toreaSpit.key, saltmarshRoad.key, kotareCreek.key, patikiFlat.key]),
        Activity(
            key: "harbour-choir", day: day("2025-12-04"), what: "One harbour choir sang on the ferry steps",
            with: "140 learners and most of their whānau", kind: "whanau-partnership", focusArea: "creativity",
            by: gareth.key, organisations: [tarapungaPoint.key, saltmarshRoad.key, patikiFlat.key]),
        Activity(
            key: "same-page", day: day("2026-02-23"),
            what: "Marked the same thirty pieces of writing until we agreed what 'At' means",
            with: "A teacher of each year level from every school", kind: "collaboration", focusArea: "deep-learning",
            by: oliver.key, organisations: harbourSchools.map(\.key)),
        Activity(
            key: "who-is-quiet", day: day("2026-03-23"), what: "Asked who never speaks in our rooms, and why",
            with: "Seven teachers and the Wellbeing Trust", kind: "inquiry", focusArea: "inclusiveness", by: priya.key,
            organisations: [ropewalk.key, saltmarshRoad.key, agency.key]),
        Activity(
            key: "boatyard", day: day("2026-05-19"),
            what: "Built and tested model hulls; fractions turned out to matter",
            with: "Years 7 and 8 and the boatyard's apprentices", kind: "business-partnership",
            focusArea: "deep-learning", by: priya.key, organisations: [ropewalk.key]),
        Activity(
            key: "fence-readers", day: day("2026-06-17"),
            what: "Year 8 began reading with the four-year-olds over the fence",
            with: "Pātiki Flat and Te Poti Iti, Wednesdays after morning tea", kind: "collaboration",
            focusArea: "inclusiveness", by: ruby.key, organisations: [patikiFlat.key, earlyLearning.key]),
        Activity(
            key: "sound-walk", day: day("2026-09-08"), what: "Walked the creek with eyes shut and wrote what we heard",
            with: "Years 3 and 4, 31 learners", kind: "trial", focusArea: "creativity", by: tamati.key,
            organisations: [kotareCreek.key]),
        Activity(
            key: "boards-together", day: day("2026-10-14"),
            what: "All boards in one room: what has come of the year, and what it costs",
            with: "Thirty-one board members and seven principals", kind: "collaboration", focusArea: "leadership",
            by: ngaire.key, organisations: harbourSchools.map(\.key)),
    ]
}
