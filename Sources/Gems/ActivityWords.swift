import Ground

enum ActivityWords {
    static let activities = Words("activities.title", "Activities")
    static func sentence(_ count: Int, _ organisations: Int, days: Int) -> Words {
        Words(
            "activities.sentence",
            """
            \(count, "activity", "activities") in the last \(days) days, written down by \
            \(organisations, "organisation", "organisations").
            """)
    }
    static func restingSentence(_ count: Int, days: Int) -> Words {
        Words(
            "activities.resting-sentence",
            "\(count, "activity", "activities") so far, but none in the last \(days) days.")
    }
    static let noneSentence = Words("activities.none-sentence", "Nobody has written down an activity yet.")
    static let emptyWhat = Words("activities.empty-what", "What people do together will be here, newest first.")
    static let emptyWhy = Words(
        "activities.empty-why",
        """
        Visits, inquiries, projects, a lesson planned by two: one line each is enough. Good ideas are found among \
        them, and nobody can find what nobody wrote down.
        """)

    // One line.
    static let what = Words("activities.what", "What did you do?")
    static let whatHint = Words("activities.what-hint", "One line is enough.")
    static let company = Words("activities.company", "With whom?")
    static let companyHint = Words("activities.company-hint", "For example: Room 4, two parents, the library.")
    static let more = Words("activities.more", "Which day, which focus area, what kind")
    static let whose = Words("activities.whose", "For which organisation?")
    static let day = Words("activities.day", "On which day?")
    static let dayHint = Words("activities.day-hint", "Leave it empty for today.")
    static let focus = Words("activities.focus", "Which focus area does it belong to?")
    static let noFocus = Words("activities.no-focus", "None, or not sure")
    static let kind = Words("activities.kind", "What kind of activity was it?")
    static let noKind = Words("activities.no-kind", "Not sure")
    static let partners = Words("activities.partners", "Other members who took part")
    static let write = Words("activities.write", "Write it down")
    static let whatMissing = Words("activities.what-missing", "Say in a line what you did.")
    static let tooLong = Words("activities.too-long", "That is too long for a line. Use at most 400 letters.")
    static let dayWrong = Words("activities.day-wrong", "Type a date like 3 March 2027, or leave it empty for today.")
    static let dayAhead = Words("activities.day-ahead", "That day is still to come. Write it down when it has been.")
    static let focusUnknown = Words("activities.focus-unknown", "Choose one of the focus areas.")
    static let kindUnknown = Words("activities.kind-unknown", "Choose one of the kinds.")
    static let whoseUnknown = Words("activities.whose-unknown", "Choose an organisation you may write for.")
    static let partnerUnknown = Words("activities.partner-unknown", "Choose among the members.")

    // The list.
    static let latest = Words("activities.latest", "What people did")
    static let show = Words("activities.show", "Show activities of {focus}.")
    static let focusControl = Words("activities.focus-control", "Focus area")
    static let everyFocus = Words("activities.every-focus", "every focus area")
    static let withoutFocus = Words("activities.without-focus", "no focus area")
    static let noneHere = Words("activities.none-here", "Nothing here yet.")
    static func with(_ company: String) -> Words { Words("activities.with", "With \(company)") }
    static func others(_ count: Int) -> Words {
        Words("activities.others", "\(count, "other member", "other members")")
    }
    static let change = Words("activities.change", "Change")
    static let nominate = Words("activities.nominate", "Lift as a gem")

    // Changing a line.
    static let changeTitle = Words("activities.change-title", "Change an activity")
    static let save = Words("activities.save", "Save")
    static let takeBack = Words("activities.take-back", "Take it back")
    static let takeBackWhy = Words("activities.take-back-why", "Written twice, or by mistake? Take it back.")
    static let written = Words("activities.written", "Written down. It stands first in the list below.")
    static let takenBack = Words("activities.taken-back", "The activity has been taken back.")
    static func refusedGemCameFromIt(_ gem: String) -> Words {
        Words(
            "activities.refused-gem-came-from-it",
            "The gem “\(gem)” came from this activity, so it stays. You can change what it says.")
    }
}
