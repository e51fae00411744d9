package import Ground

package enum PictureWords {
    package static let title = Words("picture.title", "The picture of learning")

    // Who is meant.
    static func learners(_ noun: String) -> Words { Words("picture.learners", "\(noun)") }
    static func learners(_ noun: String, year: Int) -> Words { Words("picture.learners-year", "Year \(year) \(noun)") }
    package static func year(_ year: Int) -> Words { Words("picture.year", "Year \(year)") }
    static let yearNotSaid = Words("picture.year-not-said", "Year level not given")
    static let toolNotSaid = Words("picture.tool-not-said", "a tool that was not named")
    static func tool(_ title: String, norms: String) -> Words {
        Words("picture.tool-norms", "\(title), norms of \(norms)")
    }
    static func schools(_ count: Int) -> Words { Words("picture.schools", "All \(count, "school", "schools")") }
    static let everybody = Words("picture.everybody", "All learners")
    static func onlyYou(_ school: String) -> Words {
        Words("picture.only-you", "\(school) (only your school sees this)")
    }
    static func withTool(_ subject: Words, _ tool: Words) -> Words { Words("picture.with-tool", "\(subject), \(tool)") }

    // What is so.
    static func share(
        _ hits: Int, of count: Int, _ who: Words, percent: Int, from low: Int, to high: Int, in subject: String
    ) -> Words {
        Words(
            "picture.share",
            "\(hits) of \(count) \(who) (\(percent)\u{00A0}%, very likely \(low) to \(high)\u{00A0}%) are at or above in \(subject)"
        )
    }
    static func few(_ hits: Int, of count: Int, _ who: Words, in subject: String) -> Words {
        Words("picture.few", "\(hits) of \(count) \(who) are at or above in \(subject)")
    }
    static func atMost(_ most: Int, of count: Int, _ who: Words, in subject: String) -> Words {
        Words("picture.at-most", "At most \(most) of \(count) \(who) are at or above in \(subject)")
    }
    static func atLeast(_ least: Int, of count: Int, _ who: Words, in subject: String) -> Words {
        Words("picture.at-least", "At least \(least) of \(count) \(who) are at or above in \(subject)")
    }
    static func between(_ low: Int, _ high: Int, of count: Int, _ who: Words, in subject: String) -> Words {
        Words("picture.between", "Between \(low) and \(high) of \(count) \(who) are at or above in \(subject)")
    }
    static func onlyAssessed(_ count: Int, _ who: Words, in subject: String) -> Words {
        Words(
            "picture.only-assessed",
            "\(count) \(who) were assessed in \(subject); how many are at or above is not shown, to protect learners")
    }
    static func nothingShown(in subject: String) -> Words {
        Words("picture.nothing-shown", "How learners do in \(subject) is not shown here, to protect them")
    }
    static func atSchools(_ sentence: Words, _ schools: Int, by tool: Words) -> Words {
        Words(
            "picture.at-schools",
            "\(sentence) at the \(schools, "school that uses", "schools that use") \(tool).")
    }
    static func atSchool(_ sentence: Words, _ school: String) -> Words {
        Words("picture.at-school", "\(sentence) at \(school).")
    }
    static func plainly(_ sentence: Words) -> Words { Words("picture.plainly", "\(sentence).") }

    // A number in a row, short.
    package static func count(_ hits: Int, of count: Int) -> Words {
        Words("picture.count", "\(hits) of\u{00A0}\(count)")
    }
    static func count(_ count: Words, roll: Int) -> Words {
        Words("picture.count-roll", "\(count), roll\u{00A0}\(roll)")
    }
    static func shortAtMost(_ most: Int, of count: Int) -> Words {
        Words("picture.short-at-most", "at most \(most) of \(count)")
    }
    static func shortAtLeast(_ least: Int, of count: Int) -> Words {
        Words("picture.short-at-least", "at least \(least) of \(count)")
    }
    static func shortBetween(_ low: Int, _ high: Int, of count: Int) -> Words {
        Words("picture.short-between", "between \(low) and \(high) of \(count)")
    }
    static func shortAssessed(_ count: Int) -> Words {
        Words("picture.short-assessed", "\(count) assessed; how many at or above is not shown")
    }
    package static let hidden = Words("picture.hidden", "not shown, to protect learners")
    static func percent(_ percent: Int) -> Words { Words("picture.percent", "\(percent)\u{00A0}%") }

    // Under the first sentence.
    static func whichTerm(_ term: Words, signed: Int, of schools: Int) -> Words {
        // The verb goes with those who signed, the noun with all of them.
        signed == 1
            ? Words("picture.which-term-one", "\(term). 1 of \(schools, "school", "schools") has signed off.")
            : Words("picture.which-term", "\(term). \(signed) of \(schools, "school", "schools") have signed off.")
    }
    static let whoSigned = Words("picture.who-signed", "Who has, and who has yet to.")
    static func severalTools(_ count: Int) -> Words {
        Words(
            "picture.several-tools",
            "Schools used \(count) different tools. At or above with one is not at or above with another, so their numbers stand apart and are never added or compared."
        )
    }
    static func silent(_ schools: String) -> Words {
        Words("picture.silent", "Not signed off, or nothing brought in: \(schools).")
    }
    static func unjudged(_ tool: Words, _ schools: String, _ subject: String) -> Words {
        Words(
            "picture.unjudged",
            "Results of \(tool) at \(schools) are kept but cannot be shown: the programme does not say what is expected of that tool in \(subject)."
        )
    }
    static func changed(_ school: String) -> Words {
        Words(
            "picture.changed",
            "The numbers of \(school) have changed since it signed off, most likely by new results. The others see them once it has signed off anew."
        )
    }
    static func overlaps(_ schools: String) -> Words {
        Words(
            "picture.overlaps",
            "Counts entered by hand were left out where there are records of the same learners: \(schools).")
    }
    static func ownOnly(_ school: String) -> Words {
        Words(
            "picture.own-only",
            "You see \(school)’s own numbers because it is your school. The others see them once it signs off.")
    }

    // What to do next.
    static func signNext(_ school: String, _ term: Words) -> Words {
        Words("picture.sign-next", "\(school) has results for \(term) that the others cannot see yet.")
    }
    static let signAction = Words("picture.sign-action", "Look and sign off")
    static let enterNext = Words(
        "picture.enter-next", "Your school is not in this picture yet. Counts by year level take five minutes.")
    static let enterAction = Words("picture.enter-action", "Enter counts")

    // The filter.
    static let filter = Words("picture.filter", "Show {measure} for {years} by {by} in {term}.")
    static let filterWithoutTerm = Words("picture.filter-without-term", "Show {measure} for {years} by {by}.")
    static let measure = Words("picture.filter-measure", "What was measured")
    static let years = Words("picture.filter-years", "Which year levels")
    static let by = Words("picture.filter-by", "Row by row")
    static let term = Words("picture.filter-term", "Which term")
    static let allYears = Words("picture.filter-all-years", "all year levels")
    static func rows(_ rows: PictureFilter.Rows) -> Words {
        switch rows {
        case .school: Words("picture.by-school", "school")
        case .year: Words("picture.by-year", "year level")
        case .group: Words("picture.by-group", "group")
        }
    }

    // The pictures.
    static func byTool(_ tool: Words) -> Words { Words("picture.by-tool", "By \(tool)") }
    static func bySchools(_ tool: Words, _ count: Int) -> Words {
        Words("picture.finding-schools", "\(count, "school", "schools") by \(tool)")
    }
    static func byYears(_ tool: Words) -> Words {
        Words("picture.finding-years", "Year level by year level, by \(tool)")
    }
    static func byGroups(_ tool: Words) -> Words {
        Words("picture.finding-groups", "Group by group, by \(tool). Groups overlap: a learner may be in several")
    }
    static func overTerms(_ rows: PictureFilter.Rows) -> Words {
        switch rows {
        case .school: Words("picture.over-terms-school", "School by school over the terms")
        case .year: Words("picture.over-terms-year", "Year level by year level over the terms")
        case .group: Words("picture.over-terms-group", "Group by group over the terms")
        }
    }
    static let overTermsTitle = Words("picture.over-terms", "Over the terms")
    static let overTermsDescription = Words(
        "picture.over-terms-description",
        "One small line for each row, all on one scale. A dotted line marks a change of tool; nothing is compared across it."
    )
    static func changedTool(_ from: Words, _ to: Words) -> Words {
        Words("picture.changed-tool", "the tool changed from \(from) to \(to).")
    }
    static let changedSchools = Words("picture.changed-schools", "other schools took part than before.")
    static let changedDefinition = Words("picture.changed-definition", "what is counted changed.")
    static func heading(_ rows: PictureFilter.Rows) -> Words {
        switch rows {
        case .school: Words("picture.heading-school", "School")
        case .year: Words("picture.heading-year", "Year level")
        case .group: Words("picture.heading-group", "Group")
        }
    }

    // Nothing there yet.
    static func emptyHeadline(_ subject: String) -> Words {
        Words("picture.empty-headline", "How learners do in \(subject) will be seen here.")
    }
    static let emptyWhat = Words("picture.empty-what", "No school has signed off any results yet.")
    static let emptyWhy = Words(
        "picture.empty-why",
        "Each school brings in the results it already has, looks at them, and signs them off. Then everybody here sees where learners stand, school by school, with small numbers protected."
    )
    static let emptyMeasures = Words("picture.empty-measures", "This programme measures nothing yet.")

    // Where the numbers come from.
    static func sources(_ records: Int, _ counts: Int) -> Words {
        Words(
            "picture.sources",
            "Results brought in by \(records, "school", "schools"); counts entered by hand by \(counts, "school", "schools")."
        )
    }
    static func sourcesRecords(_ records: Int) -> Words {
        Words("picture.sources-records", "Results brought in by \(records, "school", "schools").")
    }
    package static func coverage(_ assessed: Int, of roll: Int, _ term: Words, _ schools: Int, of all: Int) -> Words {
        Words(
            "picture.coverage",
            "\(assessed) of \(roll) learners on the roll were assessed in \(term), at \(schools) of \(all, "school", "schools")."
        )
    }
    package static func coverageSchools(_ term: Words, _ schools: Int, of all: Int) -> Words {
        Words("picture.coverage-schools", "\(schools) of \(all, "school", "schools") in \(term).")
    }
    static func definition(_ measure: String, _ version: String, since: Day, _ text: String) -> Words {
        Words("picture.definition", "\(measure), definition \(version) since \(since): \(text)")
    }
    static func definitionInShort(_ measure: String, _ version: String, since: Day) -> Words {
        Words(
            "picture.definition-short",
            "At or above what is expected in \(measure), definition \(version) since \(since)")
    }
    static func protectionInShort(_ floor: Int) -> Words {
        Words(
            "picture.protection-short",
            "Numbers of fewer than \(floor) learners, and what would give one of them away, are not shown.")
    }
    package static func protection(_ floor: Int) -> Words {
        Words(
            "picture.protection",
            "Numbers of fewer than \(floor) learners are not shown, nor any number that would give one of them away. Where nearly all or nearly none are at or above, only that is said. No percentage is named for fewer than 10 learners. Ranges are Wilson’s 80 and 95\u{00A0}% intervals."
        )
    }
}
