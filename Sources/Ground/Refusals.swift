/// The domain says no: an enum whose cases are the reasons, thrown typed. The reader sees the sentence where they acted.
package protocol Refusal: Error, Equatable {
    /// What is refused, why, and what would make it work.
    var words: Words { get }
}

/// What was typed cannot be used. The form comes back with everything typed, problems first.
package struct Problems: Error, Sendable, Equatable {
    package struct Problem: Sendable, Equatable {
        /// The name of the field, or empty where the form as a whole is meant.
        package let field: String
        package let words: Words

        package init(field: String, words: Words) { (self.field, self.words) = (field, words) }
    }

    package private(set) var all: [Problem] = []

    package init() {}

    package init(_ field: String, _ words: Words) { add(field, words) }

    package var isEmpty: Bool { all.isEmpty }

    package mutating func add(_ field: String, _ words: Words) { all.append(Problem(field: field, words: words)) }

    package func words(for field: String) -> Words? { all.first { $0.field == field }?.words }
}

/// Missing, or not theirs to know of: the same page for both.
package struct NotFound: Error, Equatable {
    package init() {}
}

/// They may see it but not do that.
package struct Forbidden: Error, Equatable {
    package init() {}
}
