package import Ground

extension World {
    /// An idea that somebody found worth lifting, with everything that has been said about it since.
    package struct Gem: Sendable, Hashable {
        package let key: String
        package let title: String
        package let summary: String
        /// By its key in the pack.
        package let focusArea: String
        /// The school it was found in, by key.
        package let foundAt: String
        /// The activity it came from, by key, where it came from one.
        package let activity: String?
        /// Who nominated it, by key.
        package let by: String
        package let nominated: Day
        package let evidence: [Evidence]
        /// What the leaders answered, oldest first; empty while it waits.
        package let answers: [Answer]
        package let design: Design?
        /// What each school has come to, oldest first.
        package let adoptions: [Adoption]
        package let checks: [ImpactCheck]

        init(
            _ key: String, _ title: String, _ summary: String, in focusArea: String, foundAt school: School,
            from activity: String? = nil, by person: Person, on nominated: Day, evidence: [Evidence],
            answers: [Answer] = [], design: Design? = nil, adoptions: [Adoption] = [], checks: [ImpactCheck] = []
        ) {
            (self.key, self.title, self.summary) = (key, title, summary)
            (self.focusArea, self.foundAt, self.activity) = (focusArea, school.key, activity)
            (self.by, self.nominated, self.evidence) = (person.key, nominated, evidence)
            (self.answers, self.design, self.adoptions, self.checks) = (answers, design, adoptions, checks)
        }

        /// How far it has come.
        package var stage: Stage {
            if let verdict = checks.last?.verdict { return verdict == .stop ? .stopped : .kept }
            if !adoptions.isEmpty { return .diffusing }
            switch answers.last?.kind {
            case nil: return .waiting
            case .testMore: return .testMore
            case .notNow: return .notNow
            case .spread: return .designed
            }
        }

        package enum Stage: String, CaseIterable, Sendable {
            case waiting, testMore, notNow, designed, diffusing, kept, stopped
        }

        /// An answer to one of the pack's questions.
        package struct Evidence: Sendable, Hashable {
            /// By its key in the pack.
            package let question: String
            package let text: String
        }

        package struct Answer: Sendable, Hashable {
            package enum Kind: String, CaseIterable, Sendable {
                case spread
                case testMore = "test-more"
                case notNow = "not-now"
            }

            package let kind: Kind
            package let reason: String
            package let by: String
            package let day: Day
        }

        /// How it is to spread.
        package struct Design: Sendable, Hashable {
            package let forWhom: String
            /// What must stay.
            package let core: [String]
            /// What may change.
            package let adaptable: [String]
            /// Who can help, by key.
            package let help: [String]
            package let by: Day
        }

        /// Where a school has come to with it, since when, and who said so.
        package struct Adoption: Sendable, Hashable {
            package enum State: String, CaseIterable, Sendable {
                case heard, trying, using, adapted, embedded, dropped
            }

            package let school: String
            package let state: State
            package let day: Day
            package let by: String
            package let note: String
        }
    }

    /// What has come of a gem, in the four dimensions of the pack, and what follows.
    package struct ImpactCheck: Sendable, Hashable {
        package enum Verdict: String, CaseIterable, Sendable {
            case keep, adapt, stop
            case tooEarly = "too-early"
        }

        package struct Finding: Sendable, Hashable {
            /// By its key in the pack: learners, teaching, parents, community.
            package let outcome: String
            package let text: String
            /// Results to show beside it, where there are any.
            package let measured: Measured?
        }

        /// Results of one measure in one school, then and now.
        package struct Measured: Sendable, Hashable {
            package let subject: Subject
            package let school: String
            package let before: Occasion
            package let after: Occasion
        }

        package let day: Day
        package let by: String
        package let findings: [Finding]
        package let verdict: Verdict
        package let reason: String
    }
}
