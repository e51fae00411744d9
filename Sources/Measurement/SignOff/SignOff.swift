import DisclosureControl
package import Ground
import Secrets

/// That a school lets the others of a community see its results of a measure in a term. It can be recalled.
package struct SignOff: Sendable, Equatable {
    package let organisation: OrganisationID
    package let measure: String
    package let term: Term
    package let signed: Instant
    package let recalled: Instant?
    /// What was signed off; `nil` in sign-offs of a time when that was not noted.
    package let numbers: SignedNumbers?

    package init(
        organisation: OrganisationID, measure: String, term: Term, signed: Instant, recalled: Instant? = nil,
        numbers: SignedNumbers? = nil
    ) {
        (self.organisation, self.measure, self.term) = (organisation, measure, term)
        (self.signed, self.recalled, self.numbers) = (signed, recalled, numbers)
    }

    package var isStanding: Bool { recalled == nil }

    /// Whether it lets others see these numbers: it stands, and they are those that were signed off.
    package func covers(_ current: SignedNumbers?) -> Bool {
        isStanding && (numbers == nil || numbers == current)
    }
}

/// A digest of a school's numbers of a measure in a term: by tool and year level, how many were assessed and how many
/// of them are at or above.
///
/// Groups are left out: a new list of learners each year says anew who is in them, for old results too, and a school
/// should not have to sign off old terms again for that.
package struct SignedNumbers: Sendable, Hashable {
    package let digest: String

    package init(digest: String) { self.digest = digest }

    /// `nil` where there is nothing to sign off.
    package init?(_ slots: [Slot: SlotTally], in term: Term) {
        let lines = slots.filter { $0.key.term == term }.flatMap { slot, tally in
            tally.years.map { year, tally in
                "\(slot.tool.text)|\(year)|\(tally.count)|\(tally.hits.map(String.init) ?? "")"
            }
        }
        guard !lines.isEmpty else { return nil }
        digest = Secrets.digest(lines.sorted().joined(separator: "\n"))
    }
}

extension SignOff {
    /// A new sign-off, given what stands and what there is to sign off. What has changed since can be signed off anew.
    package static func signing(
        _ measure: String, _ term: Term, of organisation: OrganisationID, numbers: SignedNumbers?,
        beside current: SignOff?, at now: Instant
    ) throws(SignOffRefusal) -> SignOff {
        guard let numbers else { throw .nothingThere(term) }
        guard current?.covers(numbers) != true else { throw .signedAlready }
        return SignOff(organisation: organisation, measure: measure, term: term, signed: now, numbers: numbers)
    }

    /// The sign-off, recalled: from now on the others no longer see the numbers.
    package func recalled(at now: Instant) throws(SignOffRefusal) -> SignOff {
        guard isStanding else { throw .notSigned }
        return SignOff(
            organisation: organisation, measure: measure, term: term, signed: signed, recalled: now, numbers: numbers)
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
