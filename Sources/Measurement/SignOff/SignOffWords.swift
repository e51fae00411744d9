import Ground

enum SignOffWords {
    static func refusedNothingThere(_ term: Words) -> Words {
        Words(
            "sign-off.refused-nothing",
            "There is nothing to sign off in \(term) yet. Bring in results, or enter counts, and come back.")
    }
    static let refusedSignedAlready = Words("sign-off.refused-signed", "This is signed off already.")
    static let refusedNotSigned = Words(
        "sign-off.refused-not-signed", "This is not signed off, so there is nothing to recall.")
}
