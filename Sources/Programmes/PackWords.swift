import Ground

/// What is said about packs. Each sentence says what is wrong and how to mend it; the place stands beside it.
enum PackWords {
    /// The plain English word for a noun, where a pack has none of its own.
    static func plain(_ noun: Pack.Noun) -> Pack.NounForms {
        switch noun {
        case .community: Pack.NounForms(one: "community", many: "communities")
        case .member: Pack.NounForms(one: "member", many: "members")
        case .organisation: Pack.NounForms(one: "organisation", many: "organisations")
        case .school: Pack.NounForms(one: "school", many: "schools")
        case .learner: Pack.NounForms(one: "learner", many: "learners")
        case .family: Pack.NounForms(one: "family", many: "families")
        case .teacher: Pack.NounForms(one: "teacher", many: "teachers")
        case .principal: Pack.NounForms(one: "principal", many: "principals")
        case .board: Pack.NounForms(one: "board", many: "boards")
        case .challenge: Pack.NounForms(one: "challenge", many: "challenges")
        case .activity: Pack.NounForms(one: "activity", many: "activities")
        case .gem: Pack.NounForms(one: "gem", many: "gems")
        case .focusArea: Pack.NounForms(one: "focus area", many: "focus areas")
        }
    }

    /// "did you mean …?", or what there is to choose from.
    private static func advice(_ suggestion: String?, _ choices: [String]) -> Words {
        if let suggestion { return Words("packs.did-you-mean", "Did you mean “\(suggestion)”?") }
        guard !choices.isEmpty else { return Words("packs.nothing-to-choose", "There is none yet.") }
        return Words("packs.choices", "Choose from: \(choices.joined(separator: ", ")).")
    }

    /// A heading by its path, or the file as a whole.
    private static func place(_ path: String) -> Words {
        path.isEmpty ? Words("packs.the-pack", "the pack") : Words(verbatim: path)
    }
}

// MARK: - The file

extension PackWords {
    static func emptyFile() -> Words {
        Words(
            "packs.empty-file",
            "This file is empty. Begin with “pack:” and a key, such as “pack: our-programme”.")
    }

    static func notAPack() -> Words {
        Words("packs.not-a-pack", "This is not a pack: it has no keys. Begin with “pack:” and a key.")
    }

    static func tooLarge(_ kilobytes: Int) -> Words {
        Words(
            "packs.too-large",
            "This file is larger than \(kilobytes) kB, so it is not read as a pack. Keep texts short.")
    }

    static func notUTF8() -> Words {
        Words(
            "packs.not-utf8",
            "This line is not in UTF-8. Save the file as UTF-8 in your editor and check its macrons.")
    }

    static func fileUnreadable() -> Words {
        Words("packs.file-unreadable", "This file cannot be read. Check that it exists and that you may read it.")
    }

    static func folderUnreadable() -> Words {
        Words(
            "packs.folder-unreadable",
            "The folder of packs cannot be read. Check its path and that you may read it.")
    }

    static func unreadableCharacter(_ code: String) -> Words {
        Words("packs.unreadable-character", "A character stands here that cannot be read (U+\(code)). Delete it.")
    }

    static func anchor() -> Words {
        Words(
            "packs.anchor",
            """
            An & directly before a word has a special meaning in YAML that packs do not use. Put a space after it, \
            or write “and”.
            """)
    }

    static func tab() -> Words {
        Words("packs.tab", "A tab stands here. Indent with spaces, two for each step.")
    }

    static func needsQuotes(_ character: String) -> Words {
        Words(
            "packs.needs-quotes",
            "A text cannot begin with \(character) as it is. Put the whole text in double quotation marks.")
    }

    static func colonInText() -> Words {
        Words(
            "packs.colon-in-text",
            """
            A key cannot stand here. If the colon belongs to a text, put the whole text in double quotation marks; \
            if not, give it a line of its own and compare the indentation with the lines above.
            """)
    }

    static func openQuotation() -> Words {
        Words(
            "packs.open-quotation",
            "The quotation mark opened here is never closed. Close it where the text ends.")
    }

    static func openBracket(_ bracket: String) -> Words {
        Words(
            "packs.open-bracket",
            "The bracket opened here is not closed with \(bracket), or a comma is missing in it.")
    }

    static func secondDocument() -> Words {
        Words(
            "packs.second-document",
            "A second pack begins here. Keep one pack in a file; delete this line of dashes.")
    }

    static func noColon() -> Words {
        Words("packs.no-colon", "This line has no colon. Write a key, a colon, a space and its text.")
    }

    static func indentation() -> Words {
        Words(
            "packs.indentation",
            """
            This line does not fit the lines above. Indent it like its neighbours, and write a key with a colon or \
            a dash.
            """)
    }

    static func tooDeep() -> Words {
        Words("packs.too-deep", "This is nested deeper than any pack needs. Check the indentation.")
    }

    static func unreadable(_ problem: String) -> Words {
        Words("packs.unreadable", "This cannot be read as YAML (\(problem)). Compare it with the lines above.")
    }
}

// MARK: - Keys and what stands under them

extension PackWords {
    static func twice(_ key: String, firstLine: Int) -> Words {
        Words("packs.twice", "“\(key)” stands here a second time (first on line \(firstLine)). Keep one of them.")
    }

    static func keyIsNotText() -> Words {
        Words("packs.key-is-not-text", "A key must be a plain word. Write it before the colon, without brackets.")
    }

    static func notAKey(_ key: String) -> Words {
        Words(
            "packs.not-a-key",
            """
            “\(key)” cannot be a key. Begin with a letter and use small letters a to z, digits and hyphens, at \
            most 60.
            """)
    }

    static func unknownKey(_ key: String, of name: String, suggestion: String?, known: [String]) -> Words {
        Words("packs.unknown-key", "“\(key)” is not a key of \(place(name)). \(advice(suggestion, known))")
    }

    static func missing(_ key: String, of name: String) -> Words {
        Words("packs.missing", "“\(key)” is missing from \(place(name)). Add a line “\(key): …” to it.")
    }

    static func partMissing(_ part: Pack.Part) -> Words {
        Words(
            "packs.part-missing",
            """
            The part “\(part.rawValue)” is missing. Add it; or, if this pack only adds to another, say so with \
            “adds-to:”.
            """)
    }

    static func empty(_ name: String) -> Words {
        Words("packs.empty", "Nothing is written under “\(name)”. Fill it in or delete the line.")
    }

    static func needsKeys(_ name: String, _ known: [String]) -> Words {
        Words(
            "packs.needs-keys",
            "“\(name)” needs keys of its own on the lines below it: \(known.joined(separator: ", ")).")
    }

    static func needsEntries(_ name: String) -> Words {
        Words(
            "packs.needs-entries",
            "“\(name)” needs one key with a colon for each entry on the lines below it, without dashes.")
    }

    static func needsText(_ name: String) -> Words {
        Words("packs.needs-text", "“\(name)” needs a text on one line. Delete what is nested under it.")
    }

    static func needsList(_ name: String) -> Words {
        Words("packs.needs-list", "“\(name)” needs a list: begin each entry with a dash.")
    }

    static func notThere(_ key: String, _ part: Pack.Part, suggestion: String?, known: [String]) -> Words {
        Words("packs.not-there", "“\(key)” is not among the \(part.rawValue). \(advice(suggestion, known))")
    }
}

// MARK: - Values

extension PackWords {
    static func notYesOrNo(_ text: String, of key: String) -> Words {
        Words("packs.not-yes-or-no", "“\(text)” is no answer for “\(key)”. Write yes or no.")
    }

    static func notADay(_ text: String, of key: String) -> Words {
        Words(
            "packs.not-a-day",
            "“\(text)” is not a date for “\(key)”. Write year, month and day, such as 2026-01-29.")
    }

    static func notAVersion(_ text: String, of key: String) -> Words {
        Words(
            "packs.not-a-version",
            "“\(text)” is not a version. Write numbers with dots between for “\(key)”, such as 1.2.")
    }

    static func notAChoice(_ text: String, of key: String, suggestion: String?, choices: [String]) -> Words {
        Words("packs.not-a-choice", "“\(text)” is not a choice for “\(key)”. \(advice(suggestion, choices))")
    }

    static func notASpan(_ text: String, of key: String) -> Words {
        Words(
            "packs.not-a-span",
            "“\(text)” is not a span of time for “\(key)”. Write, for example, 18 months or 2 years.")
    }

    static func notALanguage(_ text: String) -> Words {
        Words("packs.not-a-language", "“\(text)” is not the code of a language. Write, for example, mi or en-NZ.")
    }

    static func notARelease(_ text: String) -> Words {
        Words(
            "packs.not-a-release",
            """
            “\(text)” is not a release. Write the share of a full-time teacher, from 0 to 1, such as 0.1 for half \
            a day a week.
            """)
    }

    static func notACount(_ text: String, of key: String) -> Words {
        Words("packs.not-a-count", "“\(text)” is not a whole number for “\(key)”. Write a number up to 1000.")
    }

    static func notYears(_ text: String, of key: String) -> Words {
        Words(
            "packs.not-years",
            "“\(text)” are not year levels for “\(key)”. Write, for example, 4 or 1 to 8; 0 to 15 are known.")
    }

    static func notARange(_ text: String) -> Words {
        Words(
            "packs.not-a-range",
            "“\(text)” is not a range. Write the lowest and the highest number, such as 20 to 120.")
    }

    static func endsBeforeItBegins(since: Day, until: Day) -> Words {
        Words(
            "packs.ends-before-it-begins",
            "The pack ends on \(until), before it begins on \(since). Mend one of the dates.")
    }
}

// MARK: - Fixed and free

extension PackWords {
    static func neitherFixedNorFree(_ part: Pack.Part) -> Words {
        Words(
            "packs.neither-fixed-nor-free",
            "May a community change “\(part.rawValue)”? Add it to the list “free:” if so, to “fixed:” if not.")
    }

    static func freedomTwice(_ name: String) -> Words {
        Words("packs.freedom-twice", "“\(name)” stands twice in the lists “fixed:” and “free:”. Keep one.")
    }

    static func freedomOfNothing(_ name: String, _ freedom: Pack.Freedom) -> Words {
        Words(
            "packs.freedom-of-nothing",
            "“\(name)” is listed as \(freedom.rawValue), but this pack has no such part. Delete it here.")
    }
}

// MARK: - People and stages

extension PackWords {
    static func nobodyInside() -> Words {
        Words(
            "packs.nobody-inside",
            "There is no kind of membership with the key “member”. Add it: it says who stands inside the circle.")
    }

    static func visitorIsNobody(_ key: String) -> Words {
        Words(
            "packs.visitor-is-nobody",
            "“visitor” is the public, to whom nobody is appointed. Choose another standing for “\(key)”.")
    }

    static func gateWithoutOwner(_ stage: String) -> Words {
        Words(
            "packs.gate-without-owner",
            "The gate of \(stage) has no owner. Add “owner:” with the standing that decides, such as leader.")
    }

    static func nobodyOwns(_ owner: Standing) -> Words {
        Words(
            "packs.nobody-owns",
            """
            No role of this pack has the standing “\(owner.rawValue)”, so nobody could open this gate. Choose \
            another owner or add a role.
            """)
    }
}

// MARK: - Protection

extension PackWords {
    static func floorTooLow(_ floor: Int, of key: String, lowest: Int) -> Words {
        Words(
            "packs.floor-too-low",
            """
            The floor “\(key)” is \(floor), and it may not be lower than \(lowest): it protects learners. Write \
            \(lowest) or more.
            """)
    }

    static func lowerOutside(inside: Int, outside: Int) -> Words {
        Words(
            "packs.lower-outside",
            """
            The floor outside (\(outside)) is lower than the one inside (\(inside)). Raise it to at least \
            \(inside).
            """)
    }
}

// MARK: - Measuring

extension PackWords {
    static func definitionTwice(_ version: String) -> Words {
        Words(
            "packs.definition-twice",
            "Version \(version) of this definition stands here a second time. Give it a new number.")
    }

    static func definitionsOutOfOrder() -> Words {
        Words(
            "packs.definitions-out-of-order",
            "This definition does not begin after the one above. List them oldest first.")
    }

    static func levelsHaveNoRange(_ name: String) -> Words {
        Words("packs.levels-have-no-range", "\(name) has levels, so it has no range of numbers. Delete “range:”.")
    }

    static func staninesRun(_ text: String) -> Words {
        Words(
            "packs.stanines-run",
            "Stanines run from 1 to 9, not \(text). Delete the range or choose the scale points.")
    }

    static func onlyLevelsHaveLevels(_ name: String, _ scale: Pack.Instrument.Scale) -> Words {
        Words(
            "packs.only-levels-have-levels",
            """
            \(name) has the scale \(scale.rawValue), so it has no levels. Delete “levels:” or choose the scale \
            levels.
            """)
    }

    static func needsYears() -> Words {
        Words(
            "packs.needs-years",
            "“years” needs a line for each year level below it, such as “4: 52” or “1 to 8: at”.")
    }

    static func expectationTwice(year: Int, _ measure: String, _ instrument: String) -> Words {
        Words(
            "packs.expectation-twice",
            "Year \(year) has a second expectation here for \(measure) by \(instrument). Keep one of them.")
    }

    static func yearsOutside(_ years: ClosedRange<Int>, _ measure: Pack.Measure) -> Words {
        Words(
            "packs.years-outside",
            """
            Year \(years.inWords) is not within the years of \(measure.key), \(measure.years.inWords). Mend one or \
            the other.
            """)
    }

    static func unknownNorms(_ norms: String, _ instrument: Pack.Instrument) -> Words {
        Words(
            "packs.unknown-norms",
            "“\(norms)” is not among the norms of \(instrument.key). \(advice(nil, instrument.norms))")
    }

    static func unknownLevel(_ level: String, _ instrument: Pack.Instrument, suggestion: String?) -> Words {
        Words(
            "packs.unknown-level",
            "“\(level)” is not a level of \(instrument.key). \(advice(suggestion, instrument.levels.map(\.key)))")
    }

    static func notAScore(_ text: String, _ instrument: Pack.Instrument) -> Words {
        Words(
            "packs.not-a-score",
            "“\(text)” is not a number, and \(instrument.key) gives numbers. Write one, such as 52.")
    }

    static func noRange(_ instrument: Pack.Instrument) -> Words {
        Words(
            "packs.no-range",
            """
            \(instrument.key) has no range, so nothing can be expected of it. Add “range:” to it, or delete this \
            line.
            """)
    }

    static func outsideRange(_ text: String, _ instrument: Pack.Instrument) -> Words {
        let range = instrument.range.map { "\($0.lowerBound.plain) to \($0.upperBound.plain)" } ?? ""
        return Words(
            "packs.outside-range",
            "\(text) lies outside \(instrument.key), which runs from \(range). Choose a number within.")
    }
}

extension ClosedRange<Int> {
    fileprivate var inWords: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}

extension Double {
    /// The number without a needless “.0”.
    fileprivate var plain: String { self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)" }
}

// MARK: - The shelf

extension PackWords {
    static func versionTwice(_ name: Pack.Name, in file: String) -> Words {
        Words(
            "packs.version-twice",
            """
            \(name.id) \(name.version.description) already stands in \(file). Give this one a new version or \
            delete it.
            """)
    }

    static func noBase(_ bases: [String]) -> Words {
        Words(
            "packs.no-base",
            """
            None of the packs this one adds to is here: \(bases.joined(separator: ", ")). Add one, or mend \
            “adds-to:”.
            """)
    }

    static func notHere(_ id: String) -> Words {
        Words(
            "packs.not-here",
            "There is no pack “\(id)” that holds on this day. Choose one from the list, or another day.")
    }

    static func notAProgramme(_ title: String) -> Words {
        Words(
            "packs.not-a-programme",
            "\(title) adds to another pack and makes no community by itself. Choose a programme first.")
    }

    static func notAnAddition(_ title: String, to base: String) -> Words {
        Words(
            "packs.not-an-addition",
            "\(title) is not made to be added to \(base). Choose a pack that adds to it.")
    }

    static func alreadyAdded(_ title: String, to base: String) -> Words {
        Words("packs.already-added", "\(title) has already been added to \(base). Nothing more is needed.")
    }

    static func conflict(_ entry: String, _ title: String, _ base: String) -> Words {
        Words(
            "packs.conflict",
            """
            Both \(base) and \(title) say what “\(entry)” is, and they differ. Rename it in one of them, then add \
            the pack.
            """)
    }

    static func doesNotFit(_ title: String, _ base: String, _ reason: Words) -> Words {
        Words("packs.does-not-fit", "\(title) does not fit \(base): \(reason)")
    }

    static func neverTogether(_ title: String, _ base: String) -> Words {
        Words(
            "packs.never-together",
            "\(title) and \(base) never hold on the same day. Choose versions whose dates meet.")
    }
}
