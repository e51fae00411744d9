package import Ground

/// What the leaders say to a gem, and why. They may change their mind; every answer is kept.
package struct Answer: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case spread
        case testMore = "test-more"
        case notNow = "not-now"
    }

    package let id: Identifier<Answer>
    package let kind: Kind
    package let reason: String
    package let day: Day
    package let at: Instant
    package let person: PersonID?
    /// The name of the person who gave it.
    package let by: String

    package init(
        id: Identifier<Answer>, kind: Kind, reason: String, day: Day, at: Instant, person: PersonID?, by: String = ""
    ) {
        (self.id, self.kind, self.reason, self.day, self.at) = (id, kind, reason, day, at)
        (self.person, self.by) = (person, by)
    }
}

/// What came of looking at a gem's effect, all in all. The sides that were looked at are told in Impact.
package struct Verdict: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case keep, adapt, stop
        case tooEarly = "too-early"
    }

    package let id: Identifier<Verdict>
    package let gem: Identifier<Gem>
    package let kind: Kind
    package let reason: String
    package let day: Day
    package let at: Instant
    package let person: PersonID?
    package let by: String

    package init(
        id: Identifier<Verdict>, gem: Identifier<Gem>, kind: Kind, reason: String, day: Day, at: Instant,
        person: PersonID?, by: String = ""
    ) {
        (self.id, self.gem, self.kind, self.reason) = (id, gem, kind, reason)
        (self.day, self.at, self.person, self.by) = (day, at, person, by)
    }
}

extension GemStory {
    /// The gem's next answer: with a reason, and another than the one that stands.
    package func answered(
        _ kind: Answer.Kind, because reason: String, on day: Day, at: Instant, by person: PersonID?
    ) throws(AnswerRefusal) -> Answer {
        guard !reason.isEmpty else { throw .reasonMissing }
        if let standing = answers.last, standing.kind == kind, stage != .stopped { throw .already(kind) }
        return Answer(id: .new(at: at), kind: kind, reason: reason, day: day, at: at, person: person)
    }
}

package enum AnswerRefusal: Refusal {
    case reasonMissing
    case already(Answer.Kind)

    package var words: Words {
        switch self {
        case .reasonMissing: GemWords.refusedReasonMissing
        case .already(let kind): GemWords.refusedAlready(kind.words)
        }
    }
}
