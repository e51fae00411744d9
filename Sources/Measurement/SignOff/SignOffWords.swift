import Ground

enum SignOffWords {
    static let title = Words("sign-off.title", "Sign-off")
    static func allSigned(_ term: Words) -> Words {
        Words("sign-off.all-signed", "Every school has signed off \(term).")
    }
    static func yet(_ schools: Int, _ term: Words) -> Words {
        Words("sign-off.yet", "\(schools, "school has", "schools have") yet to sign off \(term).")
    }
    static let why = Words(
        "sign-off.why",
        "A school’s numbers are its own until it signs them off. Then the others here see them, with small numbers protected. A sign-off can be recalled at any time."
    )
    static let terms = Words("sign-off.terms", "Terms")
    static func own(_ school: String, _ term: Words) -> Words { Words("sign-off.own", "\(school), \(term)") }
    static let ownWhy = Words(
        "sign-off.own-why", "Look at your numbers in the picture first: only your school sees them until you sign off.")
    static let measure = Words("sign-off.measure", "Measure")
    static let state = Words("sign-off.state", "Where it stands")
    static let action = Words("sign-off.action", "What you can do")
    static let nothingThere = Words("sign-off.nothing-there", "nothing brought in")
    static let waiting = Words("sign-off.waiting", "only your school sees it")
    static func signed(_ day: Day) -> Words { Words("sign-off.signed", "signed off on \(day)") }
    static let changed = Words("sign-off.changed", "signed off, but the numbers have changed since")
    static func signAnewButton(_ measure: String) -> Words { Words("sign-off.sign-anew", "Sign off \(measure) anew") }
    static let byHand = Words("sign-off.by-hand", "No file of results? Counts by year level can be entered by hand.")
    static let notYet = Words("sign-off.not-yet", "not yet")
    static let recalledState = Words("sign-off.recalled", "recalled")
    static func signButton(_ measure: String) -> Words { Words("sign-off.sign", "Sign off \(measure)") }
    static func recallButton(_ measure: String) -> Words { Words("sign-off.recall", "Recall \(measure)") }
    static let everybody = Words("sign-off.everybody", "School by school")
    static let school = Words("sign-off.school", "School")
    static let signedNotice = Words("sign-off.signed-notice", "Signed off. The others can see it now.")
    static let recalledNotice = Words("sign-off.recalled-notice", "Recalled. Only your school sees it now.")

    static func refusedNothingThere(_ term: Words) -> Words {
        Words(
            "sign-off.refused-nothing",
            "There is nothing to sign off in \(term) yet. Bring in results, or enter counts, and come back.")
    }
    static let refusedSignedAlready = Words("sign-off.refused-signed", "This is signed off already.")
    static let refusedNotSigned = Words(
        "sign-off.refused-not-signed", "This is not signed off, so there is nothing to recall.")
}
