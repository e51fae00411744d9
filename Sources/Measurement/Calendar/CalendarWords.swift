import Ground

enum CalendarWords {
    static let title = Words("calendar.title", "Calendar")

    // Terms and weeks.
    static func week(_ term: Int, _ week: Int) -> Words { Words("calendar.week", "Term \(term), week \(week)") }
    static func holidays(_ term: Int) -> Words { Words("calendar.holidays", "holidays after term \(term)") }
    static func beforeTerm(_ term: Int) -> Words { Words("calendar.before-term", "holidays before term \(term)") }

    // The sentence.
    static func sentence(_ done: Int, of all: Int, _ term: Words) -> Words {
        Words(
            "calendar.sentence",
            "\(done) of \(all, "school has", "schools have") signed off everything for \(term).")
    }
    static func sentence(_ done: Int, of all: Int, _ measure: String, _ term: Words) -> Words {
        Words(
            "calendar.sentence-one",
            "\(done) of \(all, "school has", "schools have") signed off \(measure) for \(term).")
    }
    static func sentenceLate(_ sentence: Words, _ late: Int) -> Words {
        Words("calendar.sentence-late", "\(sentence) \(late, "is late", "are late").")
    }
    static func allDone(_ term: Words) -> Words {
        Words("calendar.all-done", "Every school has signed off everything for \(term).")
    }
    static func nobodyOwes(_ term: Words) -> Words {
        Words("calendar.nobody-owes", "No school owes anything for \(term).")
    }
    static func today(_ day: Day, _ place: Words) -> Words { Words("calendar.today", "Today is \(day): \(place).") }

    // Nothing decided yet.
    static let emptyWhat = Words("calendar.empty-what", "What is collected when will be here.")
    static let emptyWhy = Words(
        "calendar.empty-why",
        """
        Once the community has decided what is due by when, each school sees what it owes, and everybody sees how far \
        the others are.
        """)

    // What comes next.
    static func isDue(_ due: Day) -> Words { Words("calendar.is-due", "due on \(due)") }
    static func wasDue(_ days: Int) -> Words { Words("calendar.was-due", "due \(days, "day", "days") ago") }
    static func bringIn(_ owed: CalendarPage.Together) -> Words {
        Words(
            "calendar.bring-in",
            """
            \(owed.school) has yet to bring in for \(owed.term): \(owed.measures), \(owed.due). The export you have is \
            enough.
            """)
    }
    static let bringInAction = Words("calendar.bring-in-action", "Bring in results")
    static func signOff(_ owed: CalendarPage.Together) -> Words {
        Words(
            "calendar.sign-off",
            """
            \(owed.school) has brought in for \(owed.term): \(owed.measures), \(owed.due). Look at the numbers, then \
            sign them off.
            """)
    }
    static let signOffAction = Words("calendar.sign-off-action", "Look and sign off")
    static func askPrincipal(_ owed: CalendarPage.Together) -> Words {
        Words(
            "calendar.ask-principal",
            """
            \(owed.school) has brought in for \(owed.term): \(owed.measures), \(owed.due). Ask your principal to look at \
            the numbers and sign them off.
            """)
    }

    // The picture.
    static let terms = Words("calendar.terms", "Terms")
    static func finding(_ term: Words) -> Words { Words("calendar.finding", "Who has brought in what for \(term)") }
    static let describe = Words(
        "calendar.describe",
        "Schools by measures. A full circle is signed off, a half one brought in, an empty one owed.")
    static let school = Words("calendar.school", "School")
    static func due(_ due: Day) -> Words { Words("calendar.due", "due \(due)") }
    static let signedOff = Words("calendar.signed-off", "signed off")
    static let signedLate = Words("calendar.signed-late", "signed off late")
    static let broughtIn = Words("calendar.brought-in", "brought in, not signed off")
    static let partly = Words("calendar.partly", "partly brought in")
    static let notYet = Words("calendar.not-yet", "not yet")
    static let late = Words("calendar.late", "late")
    static func lateBy(_ days: Int) -> Words { Words("calendar.late-by", "\(days, "day", "days") late") }
    static let notOwed = Words("calendar.not-owed", "not asked")
    static let signedLetter = Words("calendar.signed-letter", "S")
    static let broughtLetter = Words("calendar.brought-letter", "B")
    static let partlyLetter = Words("calendar.partly-letter", "P")
    static let notYetLetter = Words("calendar.not-yet-letter", "N")
    static let lateLetter = Words("calendar.late-letter", "L")
    static func and(_ state: Words, _ late: Words) -> Words { Words("calendar.and", "\(state), \(late)") }

    // What one's own school owes.
    static let measure = Words("calendar.measure", "Measure")
    static let dueHeading = Words("calendar.due-heading", "Due")
    static let state = Words("calendar.state", "How it stands")
    static func signedOn(_ day: Day) -> Words { Words("calendar.signed-on", "signed off \(day)") }
    static let lessThanHalf = Words("calendar.less-than-half", "partly: less than half of the learners")
    static let halfOrMore = Words("calendar.half-or-more", "partly: half of the learners or more")
    static func exactly(_ assessed: Int, _ expected: Int, _ percent: Int) -> Words {
        Words("calendar.exactly", "\(assessed) of \(expected) learners (\(percent)\u{00A0}%)")
    }
    static func exactlyFew(_ assessed: Int, _ expected: Int) -> Words {
        Words("calendar.exactly-few", "\(assessed) of \(expected) learners")
    }
    static func exactly(_ assessed: Int) -> Words {
        Words("calendar.exactly-alone", "\(assessed, "learner", "learners"); how many there should be is not known")
    }
    static func own(_ school: String) -> Words { Words("calendar.own", "What \(school) owes") }
    static let ownDone = Words("calendar.own-done", "Nothing is owed here. Everything asked for has been signed off.")
    static let coverageHeading = Words("calendar.coverage", "Coverage")

    // Coming up.
    static let upcoming = Words("calendar.upcoming", "Coming up")
    static func comingDue(_ measures: String, _ term: Words) -> Words {
        Words("calendar.coming-due", "\(measures) for \(term)")
    }
    static func termStarts(_ term: Words) -> Words { Words("calendar.term-starts", "\(term) starts") }
    static func termEnds(_ term: Words) -> Words { Words("calendar.term-ends", "\(term) ends") }
    static let nothingComing = Words("calendar.nothing-coming", "Nothing is due from today on.")
    static let day = Words("calendar.day", "Day")
    static let what = Words("calendar.what", "What")
    static let week = Words("calendar.week-heading", "Week")
    static func reminder(_ measure: String, _ term: Words, _ due: Day) -> Words {
        Words("calendar.reminder", "\(measure), \(term), due \(due)")
    }

    // Deciding.
    static let deciding = Words("calendar.deciding", "Decide what is collected")
    static func suggest(_ year: Int) -> Words {
        Words("calendar.suggest", "Plan the whole of \(String(year))")
    }
    static let suggestWhy = Words(
        "calendar.suggest-why",
        """
        Every measure of your programme, in each term, two weeks before the term ends. What is decided already stays; \
        each can be changed or left out afterwards.
        """)
    static let add = Words("calendar.add", "Add or change a due day")
    static let whichMeasure = Words("calendar.which-measure", "What is collected?")
    static let whichTerm = Words("calendar.which-term", "For which term?")
    static let byWhen = Words("calendar.by-when", "By when?")
    static let byWhenHint = Words("calendar.by-when-hint", "Leave it empty for two weeks before the end of the term.")
    static let fromWhom = Words("calendar.from-whom", "From which schools?")
    static let fromWhomHint = Words(
        "calendar.from-whom-hint", "Leave all of them ticked to include schools that join later.")
    static let save = Words("calendar.save", "Save")
    static let decided = Words("calendar.decided", "What has been decided")
    static let from = Words("calendar.from", "From")
    static let everySchool = Words("calendar.every-school", "every school")
    static func someSchools(_ count: Int) -> Words { Words("calendar.some-schools", "\(count, "school", "schools")") }
    static let change = Words("calendar.change", "Change")
    static let remove = Words("calendar.remove", "Leave out")
    static let saved = Words("calendar.saved", "Saved. Everybody sees it here.")
    static func planned(_ count: Int) -> Words {
        Words("calendar.planned", "\(count, "collection was", "collections were") added.")
    }
    static let removed = Words("calendar.removed", "It is no longer collected. What schools brought in stays.")

    // Refusals.
    static let measureMissing = Words("calendar.measure-missing", "Choose one of the measures.")
    static let termMissing = Words("calendar.term-missing", "Choose a term.")
    static let dayWrong = Words("calendar.day-wrong", "Type a date like 4 December 2026.")
    static func refusedDueOutside(_ first: Day, _ last: Day) -> Words {
        Words(
            "calendar.refused-due-outside",
            "A collection is due between the start of its term and the end of the next: \(first) to \(last).")
    }
    static func refusedNothingToSuggest(_ year: Int) -> Words {
        Words(
            "calendar.refused-nothing",
            "Everything that could still be due in \(String(year)) is in the calendar already.")
    }
    static let refusedNobodyOwes = Words("calendar.refused-nobody", "Tick at least one school.")

    // A school's own term dates.
    static let termDates = Words("calendar.term-dates", "Term dates")
    static let termDatesLink = Words("calendar.term-dates-link", "Term dates of your school")
    static func termDatesNational(_ school: String, _ year: Int) -> Words {
        Words("calendar.term-dates-national", "\(school) goes by the national term dates in \(String(year)).")
    }
    static func termDatesOwn(_ school: String, _ year: Int) -> Words {
        Words("calendar.term-dates-own", "\(school) goes by its own term dates in \(String(year)).")
    }
    static let termDatesWhy = Words(
        "calendar.term-dates-why",
        """
        Results belong to the term in which they were assessed; the holidays after a term count to it. Leave a field \
        empty to go by the national date.
        """)
    static func termDatesGuessed(_ year: Int) -> Words {
        Words(
            "calendar.term-dates-guessed",
            "The national dates of \(String(year)) are not in this version yet: these are the usual weeks.")
    }
    static func opening(_ first: Day, _ last: Day) -> Words {
        Words("calendar.opening", "Schools choose: from \(first) to \(last).")
    }
    static let closing = Words("calendar.closing", "At the latest 20 December.")
    static func starts(_ term: Int) -> Words { Words("calendar.starts", "Term \(term): first day") }
    static func ends(_ term: Int) -> Words { Words("calendar.ends", "Term \(term): last day") }
    static func national(_ day: Day) -> Words { Words("calendar.national", "The national date is \(day).") }
    static let termDatesSaved = Words(
        "calendar.term-dates-saved", "Saved. Results are counted by these dates from now on.")
    static let history = Words("calendar.history", "What was set before")
    static func setDates(_ term: Words, _ starts: Day, _ ends: Day, _ person: String) -> Words {
        Words("calendar.set-dates", "\(term): \(starts) to \(ends), by \(person)")
    }
    static func backToNational(_ term: Words, _ person: String) -> Words {
        Words("calendar.back-to-national", "\(term): back to the national dates, by \(person)")
    }
    static let years = Words("calendar.years", "Years")
    static func year(_ year: Int) -> Words { Words("calendar.year", "\(String(year))") }
    static func refusedAnotherYear(_ term: Int, _ year: Int) -> Words {
        Words("calendar.refused-another-year", "Term \(term) must lie in \(String(year)).")
    }
    static func refusedEndsFirst(_ term: Int) -> Words {
        Words("calendar.refused-ends-first", "Term \(term) must end after it starts.")
    }
    static func refusedOverlaps(_ term: Int) -> Words {
        Words("calendar.refused-overlaps", "Term \(term) must start after the term before it has ended.")
    }
    static func refusedOpensOutside(_ first: Day, _ last: Day) -> Words {
        Words(
            "calendar.refused-opens-outside",
            """
            Term 1 starts between Auckland Anniversary Day and the day after Waitangi Day: from \(first) to \(last).
            """)
    }
    static func refusedClosesAfter(_ last: Day) -> Words {
        Words("calendar.refused-closes-after", "Term 4 ends on \(last) at the latest.")
    }
}
