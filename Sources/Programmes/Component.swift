package import Ground

extension Pack {
    /// A side of the community that goes through stages of its own: governance may embed while measurement forms.
    package struct Component: Keyed {
        package let key: String
        package let title: String
        package let about: String
        /// In order. A community may also step back.
        package let stages: [Stage]
    }

    package struct Stage: Keyed {
        package let key: String
        package let title: String
        package let about: String
        /// What is asked before the stage is entered; `nil` where nothing is.
        package let gate: Gate?
    }

    /// The evidence asked before a stage is entered, and who decides that it is there.
    package struct Gate: Sendable, Equatable {
        package let evidence: [String]
        package let owner: Standing
    }
}
