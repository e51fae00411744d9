import Ground

enum BoardWords {
    static let title = Words("board.title", "For boards")
    static func higher(_ before: Int) -> Words {
        Words("board.higher", "That is more than a year ago, when it was \(before)\u{00A0}%.")
    }
    static func lower(_ before: Int) -> Words {
        Words("board.lower", "That is less than a year ago, when it was \(before)\u{00A0}%.")
    }
    static func notClear(_ before: Int) -> Words {
        Words("board.not-clear", "A year ago it was \(before)\u{00A0}%; the difference is too small to call a change.")
    }
    static let notComparable = Words(
        "board.not-comparable",
        "It cannot be compared with a year ago, because the tools or the schools changed in between.")
    static let nothingToCompare = Words(
        "board.nothing-to-compare", "There is no number of a year ago to set beside it.")
    static func short(_ change: BoardChange) -> Words {
        switch change {
        case .higher(let before): Words("board.short-higher", "more: it was \(before)\u{00A0}%")
        case .lower(let before): Words("board.short-lower", "less: it was \(before)\u{00A0}%")
        case .notClear(let before): Words("board.short-not-clear", "no clear change: it was \(before)\u{00A0}%")
        case .notComparable: Words("board.short-not-comparable", "tools or schools changed")
        case .nothingToCompare: Words("board.short-nothing", "–")
        }
    }
    static let severalTools = Words(
        "board.several-tools", "Schools use different tools, whose numbers are never added or compared.")
    static let nothing = Words("board.nothing", "There is nothing to report to boards yet.")
    static let filter = Words("board.filter", "The picture shows {measure}.")
    static let measure = Words("board.measure", "Measure")
    static func picture(_ measure: String, _ term: Words, _ tool: Words) -> Words {
        Words("board.picture", "\(measure), \(term): at or above by school, \(tool)")
    }
    static let table = Words("board.table", "Everything that is measured")
    static let tool = Words("board.tool", "Measured with")
    static let atOrAbove = Words("board.at-or-above", "At or above")
    static let share = Words("board.share", "Share")
    static let schools = Words("board.schools", "Schools")
    static let yearAgo = Words("board.year-ago", "Than a year ago")
    static func percent(_ percent: Int, _ low: Int, _ high: Int) -> Words {
        Words("board.percent", "\(percent)\u{00A0}% (\(low)–\(high))")
    }
    static let decided = Words("board.decided", "What was decided")
    static let asked = Words("board.asked", "What the board is asked")
    static let resources = Words("board.resources", "Money and time")

    static func stage(_ component: String, _ stage: String) -> Words {
        Words("board.stage", "\(component): \(stage)")
    }
    static func spread(_ gem: String) -> Words { Words("board.spread", "“\(gem)” is to spread.") }
    static func testMore(_ gem: String) -> Words { Words("board.test-more", "“\(gem)” is to be tested more.") }
    static func notNow(_ gem: String) -> Words { Words("board.not-now", "“\(gem)”: not now.") }
    static func agreed(_ challenge: String) -> Words { Words("board.agreed", "Agreed: \(challenge)") }
    static func closed(_ challenge: String) -> Words { Words("board.closed", "Closed: \(challenge)") }
    static func askGate(_ component: String, _ stage: String) -> Words {
        Words("board.ask-gate", "\(component), before it can move on to \(stage):")
    }
    static func aim(_ percent: String) -> Words { Words("board.aim", "Aim \(percent)\u{00A0}%") }
}
