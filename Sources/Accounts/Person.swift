package import Ground

/// Somebody who can sign in. A person is global: the same in every organisation and community they belong to.
package struct Person: Sendable, Equatable {
    package let id: PersonID
    package let name: String
    package let email: String
    package let isOperator: Bool

    package init(id: PersonID, name: String, email: String, isOperator: Bool) {
        (self.id, self.name, self.email, self.isOperator) = (id, name, email, isOperator)
    }

    /// The form by which an address is found again: however it was typed, one person.
    package static func key(ofEmail email: String) -> String { email.tidied.lowercased() }
}

/// What a person typed for a new password, if it can be one.
///
/// Length is what counts (NIST SP 800-63B, OWASP ASVS 5.0, 6.2): no rules of composition, at least twelve characters,
/// not one of those everybody tries, not one's own name or address.
package enum NewPassword {
    package static let lengthMinimum = 12
    package static let lengthMaximum = 256

    package static func problem(_ password: String, name: String, email: String) -> Words? {
        guard password.count >= lengthMinimum else { return AccountWords.passwordTooShort(lengthMinimum) }
        guard password.utf8.count <= lengthMaximum else { return AccountWords.passwordTooLong }
        let folded = password.sortKey
        let distinct = Set(folded).count
        let isCommon = common.contains { folded.contains($0) && folded.count - $0.count < 7 }
        let owns = [name.sortKey, email.sortKey].contains {
            !$0.isEmpty && (folded.contains($0) || $0.contains(folded))
        }
        guard distinct >= 5, !isCommon else { return AccountWords.passwordTooCommon }
        guard !owns else { return AccountWords.passwordIsYourName }
        return nil
    }

    /// The stems of passwords that attackers try first and that are long enough to pass.
    private static let common = [
        "password", "123456789", "qwertyuiop", "administrator", "letmein", "iloveyou", "sightline", "kahuiako",
        "1q2w3e4r5t", "abcdefgh", "newzealand", "aotearoa", "welcome", "changeme",
    ]
}
