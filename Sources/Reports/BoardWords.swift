import Ground

enum BoardWords {
    static let title = Words("board.title", "For boards")
    static func change(_ change: BoardChange) -> Words {
        switch change {
        case .compared(.more, let then, let now, let schools):
            Words(
                "board.more",
                "At the same \(schools, "school", "schools") it was \(then)\u{00A0}% a year ago and is \(now)\u{00A0}% now: more."
            )
        case .compared(.less, let then, let now, let schools):
            Words(
                "board.less",
                "At the same \(schools, "school", "schools") it was \(then)\u{00A0}% a year ago and is \(now)\u{00A0}% now: less."
            )
        case .compared(.notClear, let then, let now, let schools):
            Words(
                "board.not-clear",
                "At the same \(schools, "school", "schools") it was \(then)\u{00A0}% a year ago and is \(now)\u{00A0}% now: too little to call a change."
            )
        case .notComparable:
            Words(
                "board.not-comparable",
                "It cannot be compared with a year ago, because the tool or the schools changed in between.")
        case .nothingToCompare:
            Words("board.nothing-to-compare", "There is no number of a year ago to set beside it.")
        }
    }
    static func short(_ change: BoardChange) -> Words {
        switch change {
        case .compared(.more, let then, let now, _):
            Words("board.short-more", "\(then) to \(now)\u{00A0}%, more")
        case .compared(.less, let then, let now, _):
            Words("board.short-less", "\(then) to \(now)\u{00A0}%, less")
        case .compared(.notClear, let then, let now, _):
            Words("board.short-not-clear", "\(then) to \(now)\u{00A0}%, not\u{00A0}clear")
        case .notComparable: Words("board.short-not-comparable", "tool or schools changed")
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
    static let yearAgo = Words("board.year-ago", "Over a year")
    static func percent(_ percent: Int, _ low: Int, _ high: Int) -> Words {
        Words("board.percent", "\(percent)\u{00A0}%\u{00A0}(\(low)\u{2060}–\u{2060}\(high))")
    }
    static let decided = Words("board.decided", "What was decided")
    static let asked = Words("board.asked", "What the board is asked")
    static let resources = Words("board.resources", "Money and time")

    static func stage(_ component: String, _ stage: String) -> Words {
        Words("board.stage", "\(component) is now at the stage “\(stage)”.")
    }
    static func spread(_ gem: String) -> Words { Words("board.spread", "“\(gem)” is to spread.") }
    static func testMore(_ gem: String) -> Words { Words("board.test-more", "“\(gem)” is to be tested more.") }
    static func notNow(_ gem: String) -> Words { Words("board.not-now", "“\(gem)”: not now.") }
    static func agreed(_ challenge: String) -> Words { Words("board.agreed", "Agreed: \(challenge).") }
    static func closed(_ challenge: String) -> Words { Words("board.closed", "Closed: \(challenge).") }
    static func askGate(_ component: String, _ stage: String) -> Words {
        Words("board.ask-gate", "\(component), before it can move on to the stage “\(stage)”.")
    }
    static func evidence(_ text: String) -> Words { Words("board.evidence", "Evidence: \(text)") }
    static func why(_ text: String) -> Words { Words("board.why", "Why: \(text)") }
    static func what(_ text: String) -> Words { Words("board.what", "What it is: \(text)") }
    static func askAnswer(_ gem: String, _ days: Int) -> Words {
        days == 0
            ? Words("board.ask-answer-today", "“\(gem)” waits for the leaders’ answer.")
            : Words(
                "board.ask-answer", "“\(gem)” has been waiting for the leaders’ answer for \(days, "day", "days").")
    }
    static let askAnswerWhy = Words("board.ask-answer-why", "Ask them what they need to give one.")
    static func askAgreement(_ challenge: String) -> Words {
        Words("board.ask-agreement", "“\(challenge)” has been proposed and waits to be agreed.")
    }
    static let askAgreementWhy = Words("board.ask-agreement-why", "Say what your school can give to it.")
    static func askSignOff(_ schools: String, _ measure: String, _ term: Words) -> Words {
        Words("board.ask-sign-off", "Results in \(measure) of \(term) are still to be signed off at: \(schools).")
    }
    static let askSignOffWhy = Words(
        "board.ask-sign-off-why", "Their boards ask the principal when the others will see them.")
}
