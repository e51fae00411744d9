extension Pack {
    /// A kind of thing people do together: an inquiry, a visit, a project.
    package struct Activity: Keyed {
        package let key: String
        package let title: String
        package let about: String
        /// The steps of its cycle, in order; empty where it has none.
        package let steps: [String]
    }

    /// A focus area that the programme suggests to begin from.
    package struct FocusArea: Keyed {
        package let key: String
        package let title: String
        package let text: String
    }

    /// A question of the evidence bar that a gem is nominated against.
    package struct GemQuestion: Keyed {
        package let key: String
        package let question: String
        package let isRequired: Bool
    }

    /// A dimension in which an idea is checked for effect.
    package struct Outcome: Keyed {
        package let key: String
        package let title: String
        package let question: String
    }
}
