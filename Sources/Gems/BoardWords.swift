import Ground

enum BoardWords {
    static let board = Words("adoption.board", "How gems spread")
    static func sentence(using: Int, of members: Int, gems: Int) -> Words {
        Words(
            "adoption.sentence",
            "\(using) of \(members, "member tries or uses", "members try or use") at least one of \(gems, "gem", "gems")."
        )
    }
    static func sentence(on day: Day, using: Int, of members: Int, gems: Int) -> Words {
        Words(
            "adoption.sentence-on",
            """
            On \(day), \(using) of \(members, "member", "members") tried or used at least one of \
            \(gems, "gem", "gems").
            """)
    }
    static let noneSentence = Words("adoption.none-sentence", "No gem is on its way yet.")
    static let emptyWhat = Words("adoption.empty-what", "Members against gems: who has heard, who tries, who uses.")
    static let emptyWhy = Words(
        "adoption.empty-why",
        "A gem comes onto the board when the leaders choose to spread it or to test it more, or when a member tries it."
    )
    static let toGems = Words("adoption.to-gems", "See the gems")
    static func widest(_ title: String, _ count: Int) -> Words {
        Words("adoption.widest", "“\(title)” has got furthest: it is in use in \(count, "place", "places").")
    }
    static func still(members: Int, gems: Int) -> Words {
        switch (members, gems) {
        case (_, 0): Words("adoption.still-members", "\(members, "member stands", "members stand") still.")
        case (0, _): Words("adoption.still-gems", "\(gems, "gem stands", "gems stand") still.")
        default:
            Words(
                "adoption.still",
                "\(members, "member", "members") and \(gems, "gem", "gems") stand still: nothing has changed there for a term."
            )
        }
    }
    static let press = Words(
        "adoption.press", "Choose a circle to see what was said there, or to say how far it has come.")
    static let member = Words("adoption.member", "Member")
    static let pictureTitle = Words("adoption.picture-title", "How far each gem has come with each member")

    static func noChange(_ days: Int) -> Words { Words("adoption.no-change", "no change for \(days) days") }
    static let nothingYet = Words("adoption.nothing-yet", "nothing yet")
    static let settled = Words("adoption.settled", "settled")

    // Looking back.
    static let lookBack = Words("adoption.look-back", "See it as it was")
    static let asOf = Words("adoption.as-of", "On which day?")
    static let days = Words("adoption.days", "Earlier days")
    static let showThen = Words("adoption.show-then", "Show that day")
    static let now = Words("adoption.now", "Now")
    static func on(_ day: Day) -> Words { Words("adoption.on", "\(day)") }

    // A place on the board.
    static func placeTitle(_ gem: String, _ organisation: String) -> Words {
        Words("adoption.place-title", "“\(gem)” at \(organisation)")
    }
    static func placeSentence(_ gem: String, _ organisation: String, _ state: Adoption.State, since: Day) -> Words {
        switch state {
        case .heard:
            Words("adoption.place-heard", "\(organisation) has heard of “\(gem)”, on \(since).")
        case .trying:
            Words("adoption.place-trying", "\(organisation) is trying “\(gem)”, since \(since).")
        case .using:
            Words("adoption.place-using", "\(organisation) uses “\(gem)”, since \(since).")
        case .adapted:
            Words("adoption.place-adapted", "\(organisation) has made “\(gem)” its own, since \(since).")
        case .embedded:
            Words("adoption.place-embedded", "“\(gem)” is part of how \(organisation) works, since \(since).")
        case .dropped:
            Words("adoption.place-dropped", "\(organisation) dropped “\(gem)”, on \(since).")
        }
    }
    static func placeNone(_ gem: String, _ organisation: String) -> Words {
        Words("adoption.place-none", "Nobody has said yet whether “\(gem)” has reached \(organisation).")
    }
    static let state = Words("adoption.state", "How far has it come there?")
    static let note = Words("adoption.note", "What did you see or hear?")
    static let noteHint = Words("adoption.note-hint", "A sentence: which rooms, what they changed, why they stopped.")
    static let day = Words("adoption.day", "Since when?")
    static let dayHint = Words("adoption.day-hint", "Leave it empty for today.")
    static let say = Words("adoption.say", "Save")
    static let history = Words("adoption.history", "What was said")
    static func said(_ state: Words, by name: String) -> Words { Words("adoption.said", "\(state), says \(name)") }
    static let stateMissing = Words("adoption.state-missing", "Choose how far it has come.")
    static let dayWrong = Words("adoption.day-wrong", "Type a date like 3 March 2027, or leave it empty for today.")
    static let noteTooLong = Words(
        "adoption.note-too-long", "That is too long for a sentence. Use at most 400 letters.")
    static let refusedFuture = Words(
        "adoption.refused-future", "That day is still to come. Say how far it has come by today.")
    static let onlyTheirs = Words(
        "adoption.only-theirs", "People of that member, and the leaders, say how far a gem has come there.")

    // The board of one gem.
    static let howFar = Words("adoption.how-far", "How far")
    static let since = Words("adoption.since", "Since")
    static let saidBy = Words("adoption.said-by", "Who said so")
    static let noted = Words("adoption.noted", "What they saw")

    static func meaning(_ state: Adoption.State) -> Words {
        switch state {
        case .heard: Words("adoption.meaning-heard", "Somebody there knows of it.")
        case .trying: Words("adoption.meaning-trying", "One or two try it with learners.")
        case .using: Words("adoption.meaning-using", "They use it as it is.")
        case .adapted: Words("adoption.meaning-adapted", "They use it, and made it their own.")
        case .embedded: Words("adoption.meaning-embedded", "It is how they work, whoever is there.")
        case .dropped: Words("adoption.meaning-dropped", "They stopped.")
        }
    }
}
