package import Ground
import Programmes

/// An idea that somebody found to work, with what they saw: worth the leaders' answer whether it should spread.
package struct Gem: Sendable, Equatable {
    /// What was seen, against one question of the evidence bar.
    package struct Evidence: Sendable, Equatable {
        /// The question, by its key in the pack.
        package let question: String
        /// The question as it was asked then: packs change, what was answered does not.
        package let asked: String
        package let text: String

        package init(question: String, asked: String, text: String) {
            (self.question, self.asked, self.text) = (question, asked, text)
        }
    }

    package let id: Identifier<Gem>
    package let community: CommunityID
    package let title: String
    /// What it is, in two sentences.
    package let text: String
    /// The focus area it serves, by its identifier.
    package let focusArea: String?
    /// Where it was found.
    package let organisation: OrganisationID
    /// Who found it.
    package let finder: String
    package let evidence: [Evidence]
    /// The activities it came from.
    package let activities: [Identifier<Activity>]
    package let nominated: Day
    package let person: PersonID?

    package init(
        id: Identifier<Gem>, community: CommunityID, title: String, text: String, focusArea: String? = nil,
        organisation: OrganisationID, finder: String, evidence: [Evidence], activities: [Identifier<Activity>] = [],
        nominated: Day, person: PersonID?
    ) {
        (self.id, self.community, self.title, self.text) = (id, community, title, text)
        (self.focusArea, self.organisation, self.finder) = (focusArea, organisation, finder)
        self.evidence = evidence
        (self.activities, self.nominated, self.person) = (activities, nominated, person)
    }
}

/// What is asked before an idea is lifted as a gem.
struct EvidenceQuestion: Sendable, Equatable {
    let key: String
    let text: String
    let isRequired: Bool

    /// The bar of a programme; one that sets none asks at least what was seen.
    static func bar(of pack: Pack) -> [EvidenceQuestion] {
        guard !pack.gemQuestions.isEmpty else {
            return [EvidenceQuestion(key: "seen", text: GemWords.whatWasSeen.text, isRequired: true)]
        }
        return pack.gemQuestions.map { EvidenceQuestion(key: $0.key, text: $0.question, isRequired: $0.isRequired) }
    }
}

extension Gem {
    /// The answers to the bar as evidence, once every question that must be answered is.
    static func evidence(
        answering bar: [EvidenceQuestion], with texts: [String: String]
    ) throws(NominationRefusal) -> [Evidence] {
        let open = bar.filter { $0.isRequired && (texts[$0.key] ?? "").isEmpty }
        guard open.isEmpty else { throw .unanswered(open.map(\.key)) }
        return bar.compactMap { question in
            guard let text = texts[question.key], !text.isEmpty else { return nil }
            return Evidence(question: question.key, asked: question.text, text: text)
        }
    }
}

enum NominationRefusal: Refusal {
    /// Questions by their keys.
    case unanswered([String])

    var words: Words {
        switch self {
        case .unanswered: GemWords.refusedUnanswered
        }
    }
}
