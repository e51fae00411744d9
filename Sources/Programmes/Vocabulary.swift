extension Pack {
    /// The nouns a programme may give its own words for.
    package enum Noun: String, CaseIterable, Sendable {
        case community, member, organisation, school, learner, family, teacher, principal, board
        case challenge, activity, gem
        case focusArea = "focus-area"
    }

    /// One noun in the programme's words: "one gem, two gems".
    package struct NounForms: Sendable, Hashable {
        package let one: String
        package let many: String
        /// The language of these words for `lang`, where it is not the page's own, as `mi`.
        package let language: String?

        package init(one: String, many: String, language: String? = nil) {
            (self.one, self.many, self.language) = (one, many, language)
        }

        /// The form that goes with a count.
        package func form(for count: Int) -> String { count == 1 ? one : many }
    }

    /// The programme's word for a noun, or the plain English one.
    package func noun(_ noun: Noun) -> NounForms { nouns[noun] ?? PackWords.plain(noun) }
}
