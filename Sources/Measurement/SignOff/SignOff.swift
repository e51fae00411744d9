package import Ground

/// That a school lets the others of a community see its results of a measure in a term. It can be recalled.
package struct SignOff: Sendable, Equatable {
    package let organisation: OrganisationID
    package let measure: String
    package let term: Term
    package let signed: Instant
    package let recalled: Instant?

    package init(organisation: OrganisationID, measure: String, term: Term, signed: Instant, recalled: Instant? = nil) {
        (self.organisation, self.measure, self.term) = (organisation, measure, term)
        (self.signed, self.recalled) = (signed, recalled)
    }

    package var isStanding: Bool { recalled == nil }
}

extension SignOff {
    /// A new sign-off, given what stands and whether there is anything to sign off.
    package static func signing(
        _ measure: String, _ term: Term, of organisation: OrganisationID, hasNumbers: Bool, beside current: SignOff?,
        at now: Instant
    ) throws(SignOffRefusal) -> SignOff {
        guard hasNumbers else { throw .nothingThere(term) }
        guard current?.isStanding != true else { throw .signedAlready }
        return SignOff(organisation: organisation, measure: measure, term: term, signed: now)
    }

    /// The sign-off, recalled: from now on the others no longer see the numbers.
    package func recalled(at now: Instant) throws(SignOffRefusal) -> SignOff {
        guard isStanding else { throw .notSigned }
        return SignOff(organisation: organisation, measure: measure, term: term, signed: signed, recalled: now)
    }
}

package enum SignOffRefusal: Refusal {
    case nothingThere(Term)
    case signedAlready
    case notSigned

    package var words: Words {
        switch self {
        case .nothingThere(let term): SignOffWords.refusedNothingThere(term.words)
        case .signedAlready: SignOffWords.refusedSignedAlready
        case .notSigned: SignOffWords.refusedNotSigned
        }
    }
}
