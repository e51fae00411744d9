import Ground

enum CountWords {
    static let title = Words("counts.title", "Counts by hand")
    static func sentence(_ measure: String, _ term: Words, _ school: String) -> Words {
        Words(
            "counts.sentence",
            "\(measure) in \(term) at \(school): how many were assessed, and how many are at or above?")
    }
    static let why = Words(
        "counts.why",
        "Counts are for schools that bring in no records of single learners. Where there are records of a year level, the records count and not these."
    )
    static let filter = Words("counts.filter", "Enter {measure} in {term} for {organisation}.")
    static let measure = Words("counts.measure", "What was measured")
    static let term = Words("counts.term", "Which term")
    static let organisation = Words("counts.organisation", "Which school")
    static let tool = Words("counts.tool", "With which tool?")
    static let yearLevel = Words("counts.year-level", "Year level")
    static let assessed = Words("counts.assessed", "Assessed")
    static let atOrAbove = Words("counts.at-or-above", "At or above")
    static func assessed(in year: Int) -> Words { Words("counts.assessed-year", "Year \(year): assessed") }
    static func atOrAbove(in year: Int) -> Words { Words("counts.above-year", "Year \(year): at or above") }
    static let recorded = Words("counts.recorded", "from records")
    static let allRecorded = Words(
        "counts.all-recorded", "There are records of every year level, so there is nothing to enter by hand.")
    static let save = Words("counts.save", "Save counts")
    static func saved(_ rows: Int) -> Words {
        Words(
            "counts.saved",
            "Saved: \(rows, "year level", "year levels"). Only your school sees them until it signs off.")
    }
    static let withdrawn = Words("counts.withdrawn", "Taken back. What stood there before counts again.")
    static let signNext = Words(
        "counts.sign-next", "When the counts are right, sign them off so that the others see them.")
    static let toolMissing = Words("counts.tool-missing", "Choose the tool the learners were assessed with.")
    static let nothing = Words("counts.nothing", "Type the number assessed in at least one year level.")
    static func wrong(_ year: Int) -> Words {
        Words("counts.wrong", "Year \(year): both are whole numbers of learners, such as 24 and 18.")
    }
    static func tooMany(_ year: Int) -> Words {
        Words("counts.too-many", "Year \(year): no more can be at or above than were assessed.")
    }
    static let source = Words("counts.source", "counts by hand")
    static let refusedUndone = Words("counts.refused-undone", "These counts were taken back already.")
    static let nobody = Words("counts.nobody", "Counts are entered by the schools themselves.")
    static let nobodyWhy = Words(
        "counts.nobody-why",
        "The principal or a lead teacher of a school can enter its counts. You hold neither role here.")
}
