package import Ground

extension Pack {
    /// A part that somebody plays, under the programme's own name; what it may see and do follows from its standing.
    package struct Role: Keyed {
        package let key: String
        package let title: String
        package let purpose: String
        package let standing: Standing
        /// Who may hold it, in words.
        package let heldBy: String?
        /// Release from teaching as a share of a full-time teacher (FTTE), 0 to 1.
        package let release: Double?
        package let termInMonths: Int?
        /// Keys of the elements it serves.
        package let serves: [String]
    }

    /// One of the elements of the programme's way of working, such as "identify gems".
    package struct Element: Keyed {
        package let key: String
        package let title: String
        package let about: String
        /// The standings whose work this is, so that roles of another pack find their place too.
        package let carriedBy: [Standing]
    }
}
