import Ground

enum AppWords {
    static let plan = Words("app.plan", "Plan")
    static let ideas = Words("app.ideas", "Ideas")
    static let learning = Words("app.learning", "Learners")
}
