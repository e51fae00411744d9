package import Ground

extension Pack {
    /// A group of learners looked at on purpose. Groups overlap, and a learner may be in several.
    package struct LearnerGroup: Keyed {
        package let key: String
        package let title: String
        package let about: String
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
