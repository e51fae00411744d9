import Ground

enum RosterWords {
    static let title = Words("roster.title", "A package of a student management system")
    static func accepted(_ file: String, _ learners: Int, _ results: Int) -> Words {
        Words(
            "roster.accepted",
            "\(file) holds \(learners, "learner", "learners") and \(results, "result", "results") of this school.")
    }
    static func unusable(_ file: String) -> Words {
        Words("roster.unusable", "\(file) cannot be used as it is. What stands in the way is listed below.")
    }
    static func noSchool(_ file: String) -> Words {
        Words("roster.no-school", "\(file) holds several schools. Which of them is yours?")
    }
    static let noChanges = Words(
        "roster.no-changes", "The package says that nothing has changed. There is nothing to do.")
    static let school = Words("roster.school", "Which school of the package?")
    static let schoolMissing = Words("roster.school-missing", "Choose the school of the package that is meant.")
    static func schools(_ names: String) -> Words {
        Words("roster.schools", "The package holds these schools: \(names). Name one with --school.")
    }
    static let look = Words("roster.look", "Look at it so")
    static let readLearners = Words("roster.read-learners", "Look at the learners")
    static let readResults = Words("roster.read-results", "Look at the results")
    static let next = Words(
        "roster.next", "The list of learners comes first. You see what it would change before anything counts.")
    static func leaving(_ count: Int, of known: Int) -> Words {
        Words(
            "roster.leaving",
            """
            Your list has \(known, "learner", "learners"). \(count, "learner", "learners") of it would be marked as having \
            left, for this package no longer has them. Is the package whole?
            """)
    }
    static let confirm = Words("roster.confirm", "Yes, they have left")
    static let confirmNeeded = Words(
        "roster.confirm-needed",
        "So many learners would be marked as having left that you are asked first. Tick the box if that is right.")
    static let commandConfirm = Words(
        "roster.command-confirm", "Look at the package; if it is whole, say --confirm-leaving.")
    static let repairs = Words("roster.repairs", "What was mended, and what could be")
    static let repairsLead = Words(
        "roster.repairs-lead", "Each of these departs from the format and can be lived with. Tick what you want mended."
    )
    static func used(_ count: Int) -> Words { Words("roster.used", "mended \(count, "time", "times")") }
    static func offered(_ count: Int) -> Words { Words("roster.offered", "would mend \(count, "place", "places")") }
    static let departures = Words("roster.departures", "Where the package departs from the format")
    static let rule = Words("roster.rule", "Rule")
    static let place = Words("roster.place", "Where")
    static func more(_ count: Int) -> Words { Words("roster.more", "\(count) more are not listed.") }
    static let noNames = Words(
        "roster.no-names", "Names, addresses and passwords in the package are not read into Sightline.")
    static func learnersFile(_ file: String) -> Words { Words("roster.learners-file", "\(file), learners") }
    static func resultsFile(_ file: String) -> Words { Words("roster.results-file", "\(file), results") }
    static func summary(_ format: String, _ departures: Int) -> Words {
        Words("roster.summary", "\(format): \(departures, "departure", "departures") from the format.")
    }
}
