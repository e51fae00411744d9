import Ground

enum OverviewWords {
    static let home = Words("overview.home", "Home")
}
