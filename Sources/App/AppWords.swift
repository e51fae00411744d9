import Ground

enum AppWords {
    static let notByNameOnly = Words(
        "app.not-by-name-only",
        "There is nobody by that id without an address, or somebody else has this address. Nothing was changed.")
    static let plan = Words("app.plan", "Plan")
    static let ideas = Words("app.ideas", "Ideas")
    static let learning = Words("app.learning", "Learners")
}
