/// The mistakes, by what they are about.
enum Mistakes {
    static let keys: [Mistake] = [
        Mistake(
            "    title: Guide\n", "    titel: Guide\n",
            "28:3: “title” is missing from roles/guide. Add a line “title: …” to it.",
            "29:5: “titel” is not a key of roles/guide. Did you mean “title”?"),
        Mistake(
            "outcomes:\n", "outcome:\n",
            "7:88: “outcomes” is listed as free, but this pack has no such part. Delete it here.",
            "51:1: “outcome” is not a key of the pack. Did you mean “outcomes”?"),
        Mistake(
            "targets: none", "targets: none\nweather: fine",
            "106:1: “weather” is not a key of the pack. Choose from: pack, version, title, about, since, "
                + "until, adds-to, fixed, free, words, organisations, memberships, roles, components, decisions, "
                + "meetings, activities, elements, outcomes, groups, constructs, measures, instruments, "
                + "expectations, gem-questions, focus-areas, floors, targets."),
        Mistake(
            "    purpose: Guides.\n", "",
            "28:3: “purpose” is missing from roles/guide. Add a line “purpose: …” to it."),
        Mistake(
            "title: Sample", "title:",
            "3:1: Nothing is written under “title”. Fill it in or delete the line."),
        Mistake(
            "boys: Boys", "boys:",
            "54:3: Nothing is written under “groups/boys”. Fill it in or delete the line."),
        Mistake(
            "groups:\n  boys: Boys", "groups:",
            "53:1: Nothing is written under “groups”. Fill it in or delete the line."),
        Mistake(
            "pack: sample", "pack: My Sample",
            "1:7: “My Sample” cannot be a key. Begin with a letter and use small letters a to z, digits and "
                + "hyphens, at most 60."),
        Mistake(
            "  agency: Agency", "  Agency One: Agency",
            "15:3: “Agency One” cannot be a key. Begin with a letter and use small letters a to z, digits "
                + "and hyphens, at most 60."),
        Mistake(
            "    title: Guide\n", "    title: Guide\n    title: Guide two\n",
            "30:5: “title” stands here a second time (first on line 29). Keep one of them."),
        Mistake(
            "one: gem, many: gems", "one: gem, one: jewel, many: gems",
            "10:20: “one” stands here a second time (first on line 10). Keep one of them."),
        Mistake(
            "targets: none", "targets: none\nroles: 1",
            "106:1: “roles” stands here a second time (first on line 19). Keep one of them."),
        Mistake(
            "  agency: Agency", "  school: Agency",
            "15:3: “school” stands here a second time (first on line 13). Keep one of them."),
        Mistake(
            "  boys: Boys", "  [boys]: Boys",
            "53:1: Nothing is written under “groups”. Fill it in or delete the line.",
            "54:3: A key must be a plain word. Write it before the colon, without brackets."),
        Mistake(
            "  boys: Boys", "  boys: { name: { of: Boys } }",
            "54:3: “title” is missing from groups/boys. Add a line “title: …” to it.",
            "54:11: “name” is not a key of groups/boys. Choose from: title, about, kind."),
        Mistake(
            "title: Sample", "title: [a, b]",
            "3:8: “title” needs a text on one line. Delete what is nested under it."),
        Mistake(
            "  kindness: { title: Kindness, text: Being kind. }", "  kindness: Being kind",
            "101:13: “focus-areas/kindness” needs keys of its own on the lines below it: title, text."),
        Mistake(
            "measures:\n  reading:\n    title", "measures:\n  - title",
            "58:3: “measures” needs one key with a colon for each entry on the lines below it, without dashes."),
    ]

    static let head: [Mistake] = [
        Mistake(
            "version: \"1.2\"", "version: next",
            "2:10: “next” is not a version. Write numbers with dots between for “version”, such as 1.2."),
        Mistake(
            "since: 2026-01-29\nuntil", "since: 2026-13-01\nuntil",
            "4:8: “2026-13-01” is not a date for “since”. Write year, month and day, such as 2026-01-29."),
        Mistake(
            "until: 2028-01-28", "until: 2025-01-28",
            "5:8: The pack ends on 28 January 2025, before it begins on 29 January 2026. Mend one of the dates."),
    ]

    static let people: [Mistake] = [
        Mistake(
            "standing: lead-teacher", "standing: lead teacher",
            "31:15: “lead teacher” is not a choice for “standing”. Did you mean “lead-teacher”?"),
        Mistake(
            "standing: lead-teacher", "standing: wizard",
            "31:15: “wizard” is not a choice for “standing”. Choose from: leader, principal, lead-teacher, "
                + "teacher, board, partner, adviser, steward, evaluator, visitor."),
        Mistake(
            "standing: lead-teacher", "standing: visitor",
            "31:15: “visitor” is the public, to whom nobody is appointed. Choose another standing for “standing”."),
        Mistake(
            "release: 0.4", "release: 40 %",
            "25:14: “40 %” is not a release. Write the share of a full-time teacher, from 0 to 1, such as "
                + "0.1 for half a day a week."),
        Mistake(
            "release: 0.4", "release: 1.4",
            "25:14: “1.4” is not a release. Write the share of a full-time teacher, from 0 to 1, such as 0.1 "
                + "for half a day a week."),
        Mistake(
            "term: 2 years", "term: 24",
            "26:11: “24” is not a span of time for “term”. Write, for example, 18 months or 2 years."),
        Mistake(
            "serves: [find, spread]", "serves: [find, spraed]",
            "27:20: “spraed” is not among the elements. Did you mean “spread”?"),
        Mistake(
            "          owner: leader\n", "",
            "39:9: The gate of components/governance/stages/running has no owner. Add “owner:” with the "
                + "standing that decides, such as leader."),
        Mistake(
            "          owner: leader\n", "          owner: steward\n",
            "41:18: No role of this pack has the standing “steward”, so nobody could open this gate. Choose "
                + "another owner or add a role."),
        Mistake(
            "          owner: leader\n", "          owner: visitor\n",
            "41:18: “visitor” is the public, to whom nobody is appointed. Choose another standing for “owner”."),
        Mistake(
            "          evidence: A vision\n", "",
            "39:9: “evidence” is missing from components/governance/stages/running/gate. Add a line "
                + "“evidence: …” to it."),
        Mistake(
            "title: School, school: yes", "title: School, school: maybe",
            "13:36: “maybe” is no answer for “school”. Write yes or no."),
        Mistake(
            "lang: mi", "lang: māori",
            "11:47: “māori” is not the code of a language. Write, for example, mi or en-NZ."),
        Mistake(
            "  gem: { one: gem, many: gems }", "  jem: { one: gem, many: gems }",
            "10:3: “jem” is not a key of words. Did you mean “gem”?"),
        Mistake(
            "one: gem, many: gems", "one: gem",
            "10:3: “many” is missing from words/gem. Add a line “many: …” to it."),
        Mistake(
            "  member: {", "  full: {",
            "16:1: There is no kind of membership with the key “member”. Add it: it says who stands inside "
                + "the circle."),
        Mistake(
            "by: consent", "by: consnt",
            "43:7: “consnt” is not a choice for “by”. Did you mean “consent”?"),
        Mistake(
            "every: 12 months", "every: year",
            "45:35: “year” is not a span of time for “every”. Write, for example, 18 months or 2 years."),
        Mistake(
            "targets: none", "targets: some",
            "105:10: “some” is not a choice for “targets”. Choose from: expected, optional, none."),
    ]

    static let freedom: [Mistake] = [
        Mistake(
            "free: [words, ", "free: [",
            "9:1: May a community change “words”? Add it to the list “free:” if so, to “fixed:” if not."),
        Mistake(
            "fixed: [roles, ", "fixed: [roles, words, ",
            "7:8: “words” stands twice in the lists “fixed:” and “free:”. Keep one."),
        Mistake(
            "roles/guide]", "roles/giude]",
            "8:89: “giude” is not among the roles. Did you mean “guide”?"),
        Mistake(
            "fixed: [roles", "fixed: [challenges, roles",
            "6:9: “challenges” is not a choice for “fixed”. Choose from: words, organisations, memberships, "
                + "roles, components, decisions, meetings, activities, elements, outcomes, groups, constructs, "
                + "measures, instruments, expectations, gem-questions, focus-areas, floors, targets."),
        Mistake(
            "roles/guide]", "roles/guide, gem-question]",
            "8:102: “gem-question” is not a choice for “free”. Did you mean “gem-questions”?"),
    ]

    static let floors: [Mistake] = [
        Mistake(
            "  inside: 6", "  inside: 4",
            "103:11: The floor “inside” is 4, and it may not be lower than 5: it protects learners. Write 5 or more."),
        Mistake(
            "  outside: 12", "  outside: 9",
            "104:12: The floor “outside” is 9, and it may not be lower than 10: it protects learners. Write "
                + "10 or more."),
        Mistake(
            "  inside: 6", "  inside: 13",
            "104:12: The floor outside (12) is lower than the one inside (13). Raise it to at least 13."),
        Mistake(
            "  inside: 6", "  inside: few",
            "103:11: “few” is not a whole number for “inside”. Write a number up to 1000."),
    ]

    static let measuring: [Mistake] = [
        Mistake(
            "years: 1 to 8\n", "years: 8 to 1\n",
            "61:12: “8 to 1” are not year levels for “years”. Write, for example, 4 or 1 to 8; 0 to 15 are known."),
        Mistake(
            "construct: reading", "construct: raeding",
            "60:16: “raeding” is not among the constructs. Did you mean “reading”?"),
        Mistake(
            "since: 2027-01-29", "since: 2026-01-29",
            "66:9: This definition does not begin after the one above. List them oldest first."),
        Mistake(
            "version: \"2\"", "version: \"1.0\"",
            "66:9: Version 1.0 of this definition stands here a second time. Give it a new number."),
        Mistake(
            "range: 20 to 120", "range: 120 to 20",
            "74:12: “120 to 20” is not a range. Write the lowest and the highest number, such as 20 to 120."),
        Mistake(
            "    range: 20 to 120\n", "",
            "88:10: scale has no range, so nothing can be expected of it. Add “range:” to it, or delete this line.",
            "89:15: scale has no range, so nothing can be expected of it. Add “range:” to it, or delete this line.",
            "93:17: scale has no range, so nothing can be expected of it. Add “range:” to it, or delete this line."),
        Mistake(
            "4: 52", "4: 152",
            "89:10: 152 lies outside scale, which runs from 20 to 120. Choose a number within."),
        Mistake(
            "4: 52", "9: 52",
            "89:7: Year 9 is not within the years of reading, 1 to 8. Mend one or the other."),
        Mistake(
            "4: 52", "4: high",
            "89:10: “high” is not a number, and scale gives numbers. Write one, such as 52."),
        Mistake(
            "5 to 6: 60", "4 to 6: 60",
            "90:7: Year 4 has a second expectation here for reading by scale. Keep one of them."),
        Mistake(
            "5 to 6: 60", "5 or 6: 60",
            "90:7: “5 or 6” are not year levels for “years”. Write, for example, 4 or 1 to 8; 0 to 15 are known."),
        Mistake(
            "norms: \"2024\"", "norms: \"2025\"",
            "93:12: “2025” is not among the norms of scale. Choose from: 2024."),
        Mistake(
            "1 to 8: at", "1 to 8: att",
            "97:22: “att” is not a level of steps. Did you mean “at”?"),
        Mistake(
            "    scale: stanine", "    scale: stanine\n    range: 1 to 7",
            "85:12: Stanines run from 1 to 9, not 1 to 7. Delete the range or choose the scale points."),
        Mistake(
            "    scale: stanine", "    scale: stanines",
            "84:12: “stanines” is not a choice for “scale”. Did you mean “stanine”?"),
        Mistake(
            "    scale: stanine", "    scale: levels",
            "81:3: “levels” is missing from instruments/nines. Add a line “levels: …” to it."),
        Mistake(
            "    scale: stanine", "    scale: points\n    levels: { a: A, b: B }",
            "85:5: instruments/nines has the scale points, so it has no levels. Delete “levels:” or choose "
                + "the scale levels."),
        Mistake(
            "    scale: levels\n", "    scale: levels\n    range: 1 to 4\n",
            "80:5: instruments/steps has levels, so it has no range of numbers. Delete “range:”."),
        Mistake(
            "instrument: steps", "instrument: stpes",
            "96:17: “stpes” is not among the instruments. Did you mean “steps”?"),
        Mistake(
            "    years: { 1 to 8: at }", "    years: at",
            "97:5: “years” needs a line for each year level below it, such as “4: 52” or “1 to 8: at”."),
    ]

    static let yaml: [Mistake] = [
        Mistake(
            "    title: Guide\n", "\t  title: Guide\n",
            "29:1: A tab stands here. Indent with spaces, two for each step."),
        Mistake(
            "title: Sample", "title: Sample: a pack",
            "3:14: A key cannot stand here. If the colon belongs to a text, put the whole text in double "
                + "quotation marks; if not, give it a line of its own and compare the indentation with the lines "
                + "above."),
        Mistake(
            "title: Sample", "title: \"Sample",
            "3:8: The quotation mark opened here is never closed. Close it where the text ends."),
        Mistake(
            "fixed: [roles, floors, elements]", "fixed: [roles, floors, elements",
            "6:8: The bracket opened here is not closed with ], or a comma is missing in it."),
        Mistake(
            "title: Sample", "title: @Sample",
            "3:8: A text cannot begin with @ as it is. Put the whole text in double quotation marks."),
        Mistake(
            "title: Sample", "title: Sample\nHello",
            "4:1: This line has no colon. Write a key, a colon, a space and its text."),
        Mistake(
            "    title: Guide\n", "   title: Guide\n",
            "30:12: A key cannot stand here. If the colon belongs to a text, put the whole text in double "
                + "quotation marks; if not, give it a line of its own and compare the indentation with the lines "
                + "above."),
        Mistake(
            "targets: none", "targets: none\n---\npack: other",
            "106:1: A second pack begins here. Keep one pack in a file; delete this line of dashes."),
        Mistake(
            "title: Sample", "title: &s Sample",
            "3:8: An & directly before a word has a special meaning in YAML that packs do not use. Put a "
                + "space after it, or write “and”."),
        Mistake(
            "title: Sample", "title: Sam\u{07}ple",
            "3:11: A character stands here that cannot be read (U+7). Delete it."),
        Mistake(
            "targets: none", "targets: *none",
            "105:10: A text cannot begin with * as it is. Put the whole text in double quotation marks."),
    ]
}
