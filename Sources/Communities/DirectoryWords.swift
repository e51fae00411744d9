import Ground

enum DirectoryWords {
    // Looking up a school.
    static let title = Words("directory.title", "Find a school")
    static let label = Words("directory.label", "Find a school by name or number")
    static let hint = Words("directory.hint", "A few letters are enough. Macrons may be left out.")
    static let search = Words("directory.search", "Search")
    static func found(_ count: Int, _ query: String) -> Words {
        Words("directory.found", "\(count, "school fits", "schools fit") “\(query)”.")
    }
    static func foundMore(_ count: Int, _ query: String) -> Words {
        Words(
            "directory.found-more",
            "More than \(count) schools fit “\(query)”. Type a little more to find the right one.")
    }
    static func foundNone(_ query: String) -> Words {
        Words("directory.found-none", "No school in the directory fits “\(query)”.")
    }
    static let foundNoneWhy = Words(
        "directory.found-none-why",
        "Try fewer letters, or its number. A new school may not be listed yet: it can be typed in by hand.")
    static let byHand = Words("directory.by-hand", "Type it in by hand")
    static func add(_ name: String) -> Words { Words("directory.add", "Add \(name)") }
    static let belongs = Words("directory.belongs", "belongs already")
    static let results = Words("directory.results", "Schools that fit")
    static func onRoll(_ roll: Int) -> Words { Words("directory.on-roll", "\(roll) on the roll") }
    static func number(_ number: String) -> Words { Words("directory.number", "number \(number)") }
    static func asOf(_ day: Day) -> Words {
        Words("directory.as-of", "The schools directory, as brought in on \(day).")
    }

    // The directory of the installation.
    static let installation = Words("directory.installation", "Schools directory")
    static func sentence(_ count: Int, _ day: Day) -> Words {
        Words("directory.sentence", "\(count, "school is", "schools are") in the directory, as of \(day).")
    }
    static let emptyWhat = Words("directory.empty-what", "The national directory of schools will be here.")
    static let emptyWhy = Words(
        "directory.empty-why", "With it, communities find a school by name or number instead of typing everything.")
    static let notBrought = Words(
        "directory.not-brought",
        "The directory of schools has not been brought in here. Whoever runs this installation can do that.")
    static let lead = Words(
        "directory.lead",
        """
        Download the schools directory of the Ministry of Education as CSV and bring it in here. It replaces the one \
        before as a whole; the organisations of communities do not change.
        """)
    static let file = Words("directory.file", "The directory, as a CSV file")
    static let bringIn = Words("directory.bring-in", "Bring it in")
    static func replaced(_ count: Int) -> Words {
        Words("directory.replaced", "\(count, "school", "schools") brought in.")
    }
    static func passedOver(_ count: Int) -> Words {
        Words("directory.passed-over", "\(count, "row", "rows") passed over: without a number or a name, or closed.")
    }
    static let mended = Words("directory.mended", "Some macrons were garbled, and have been mended.")
    static let fileMissing = Words("directory.file-missing", "Choose the file first.")

    // Refusals.
    static func refusedColumns(_ names: String) -> Words {
        Words(
            "directory.refused-columns",
            "This is not the schools directory: it has no column \(names). Download it again as CSV.")
    }
    static func refusedLostMacrons(_ line: Int, _ sample: String) -> Words {
        Words(
            "directory.refused-lost-macrons",
            """
            Line \(line) reads “\(sample)”: the program that saved this file lost its macrons. Bring in the file as it \
            was downloaded, without opening it before.
            """)
    }
    static let refusedNothing = Words("directory.refused-nothing", "There is no school in this file.")
}
