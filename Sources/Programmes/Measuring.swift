package import Ground

extension Pack {
    /// A group of learners looked at on purpose. Groups overlap, and a learner may be in several.
    package struct LearnerGroup: Keyed {
        package let key: String
        package let title: String
        package let about: String
        /// Groups of the same kind share no learner: gender, say. `nil` where a learner may be in this and any other.
        package let kind: String?

        package init(key: String, title: String, about: String = "", kind: String? = nil) {
            (self.key, self.title, self.about, self.kind) = (key, title, about, kind)
        }
    }

    /// The groups of each kind, where there are several: lists of groups that share no learner.
    package var kinds: [[String]] {
        let kinds = Dictionary(grouping: groups.filter { $0.kind != nil }) { $0.kind ?? "" }
        return kinds.values.map { $0.map(\.key).sorted() }.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// What is measured, whatever the tool: reading, writing, mathematics.
    package struct Construct: Keyed {
        package let key: String
        package let title: String
    }

    /// What a community counts together: a construct for certain year levels, by a definition that may change.
    package struct Measure: Keyed {
        package let key: String
        package let title: String
        package let construct: String
        package let years: ClosedRange<Int>
        /// Oldest first; there is at least one.
        package let definitions: [Definition]

        /// The definition that held on a day; `nil` before the first.
        package func definition(on day: Day) -> Definition? { definitions.last { $0.since <= day } }
    }

    package struct Definition: Sendable, Equatable {
        package let version: Version
        package let since: Day
        package let text: String
    }
}
