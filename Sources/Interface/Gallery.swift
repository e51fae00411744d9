import Ground
package import HTML

/// Every component as it looks, by name. The gallery page shows them, and the tests hold them to their snapshots.
package enum Gallery {
    package typealias Example = (name: String, html: HTML)

    package static var examples: [Example] { sentences + notices + forms + tables + ways + roads }

    /// All examples on one page; `others` are those of targets that this one does not know, such as the charts.
    ///
    /// Those that can be on a page only once, for what they name, are shown by the first of their kind.
    package static func page(adding others: [Example] = []) -> HTML {
        PageFrame(
            title: said("Gallery"),
            main: """
                \(headline("Everything pages are made of."))
                \(lead("Pages put them in order: the sentence, the next step, the picture, the table."))
                \(((examples + others).filter { !repeated.contains($0.name) }), { example in
                    "<section><h2 class=\"example\">\(example.name)</h2>\n\(example.html)</section>\n"
                })
                """
        ).html
    }

    private static let repeated: Set = ["page-frame", "next-step-without-action", "fields-with-problems"]

    /// The words of examples are content, as a person would have typed it.
    private static func said(_ text: String) -> Words { Words(verbatim: text) }

    private static func day(_ text: String) -> Day? { Day(text: text) }

    private static var sentences: [Example] {
        [
            (
                "headline",
                headline(
                    """
                    58 of 74 Year 6 learners (78 %, likely 68 to 86 %) are at or above in reading. The aim is 85 %: \
                    5 more learners.
                    """)
            ),
            ("lead", lead("Two schools have moved most since Term 1. One has not signed off yet.")),
            (
                "next-step",
                nextStep(
                    "Kōwhai Street School has sent its Term 4 reading results. Look them over and sign them off.",
                    action: buttonLink(said("Look at the results"), to: "/results/1"), takes: said("about two minutes"))
            ),
            ("next-step-without-action", nextStep("Nothing waits for you. The next results are due in Term 1.")),
            (
                "section",
                section(said("What we tried"), id: "tried", "<p>Three schools read aloud every day for a term.</p>")
            ),
            (
                "empty-page",
                emptyPage(
                    said("Here you will see what your schools are trying."),
                    why: said(
                        "When others can see an idea early, they can try it too, or say what they know about it."),
                    begin: buttonLink(said("Tell us one thing you are trying"), to: "/activities/new"))
            ),
            (
                "facts",
                facts([
                    (said("Lead principal"), "Mere Tāwhai, Kōwhai Street School"), (said("Term"), "Two years"),
                    (said("Release"), "Half a day a week"),
                ])
            ),
            (
                "tags",
                "<p>\(tag(said("draft"), .quiet)) \(tag(said("in progress"))) \(tag(said("endorsed"), .strong))</p>\n"
            ),
            ("progress", progress(5, of: 7, said("5 of 7 schools have signed off"))),
            ("copyable", copyable("http://127.0.0.1:8080/join/3hk2", id: "join", label: said("Link to hand over"))),
            ("language", "<p>The \(inLanguage("mi", "kāhui ako")) meets in Term 2.</p>\n"),
            ("provenance", provenance),
            (
                "protected-values",
                "<p>Year 5: \(protectedValue).</p>\n"
            ),
        ]
    }

    private static var provenance: HTML {
        Provenance(
            source: "PAT reading, entered by each school", asOf: day("2026-11-18"),
            coverage: "6 of 7 schools; 412 of 431 learners on the roll",
            definition: "<a href=\"/measures/reading\">At or above in reading</a>, version 2",
            protection: said("Groups of fewer than 5 are not shown.")
        ).html
    }

    private static var notices: [Example] {
        [
            (
                "notice-done",
                doneNotice(said("Kōwhai Street School has joined."), undo: "/memberships/1/withdrawal", csrf: "c")
            ),
            ("notice-note", noteNotice("Results from Term 4 are compared from next week.")),
            (
                "notice-warning",
                warningNotice("This also ends the membership of Te Awa Early Learning. They will be told.")
            ),
            (
                "notice-refusal",
                refusalNotice(
                    said("Two schools have yet to agree. A challenge is endorsed once every member school agrees."),
                    action: buttonLink(said("Ask them"), to: "/challenges/1", .quiet))
            ),
            ("problem-summary", problemSummary(problems)),
        ]
    }

    private static var problems: Problems {
        var problems = Problems("name", said("Give the school a name."))
        problems.add("from", said("“31 Feb” is not a day. Try 28 Feb 2027."))
        return problems
    }

    private static var forms: [Example] {
        [
            (
                "buttons",
                actions(
                    button(said("Save")), button(said("Save as a draft"), .quiet), button(said("Leave"), .danger),
                    button(said("Not now"), .plain))
            ),
            (
                "post-button",
                postButton(said("Sign off"), to: "/results/1/sign-off", csrf: "c", fields: [("term", "2026-4")])
            ),
            (
                "form",
                Form(to: "/organisations", csrf: "c", carriesFiles: true, fields.reduce(HTML(), +)).html
            ),
            (
                "fields-with-problems",
                """
                \(textField("name", said("Name"), hint: said("As families know it."), problems: problems))\
                \(dateField("from", said("Member from"), value: "31 Feb", problems: problems))
                """
            ),
            (
                "sentence-filter",
                SentenceFilter(
                    to: "/picture", said("Show {subject} for {years}, {group}, in {term}."),
                    controls: [
                        SentenceFilter.Control(
                            "subject", said("Subject"),
                            choices: [Choice("r", said("reading")), Choice("w", said("writing"))], chosen: "r"),
                        SentenceFilter.Control(
                            "years", said("Years"), choices: [Choice("4-8", said("Years 4 to 8"))], chosen: "4-8"),
                        SentenceFilter.Control(
                            "group", said("Group"), choices: [Choice("all", said("all learners"))], chosen: "all"),
                        SentenceFilter.Control(
                            "term", said("Term"), choices: [Choice("4", said("Term 4 2026"))], chosen: "4"),
                    ], keeping: [("school", "all")]
                ).html
            ),
        ]
    }

    private static var fields: [HTML] {
        let kinds = [
            Choice("school", said("School"), hint: said("Years 1 to 13, with a roll")),
            Choice("early", said("Early-learning service")), Choice("partner", said("Partner agency")),
        ]
        let regions = [Choice("1", said("Northland")), Choice("2", said("Otago"))]
        let areas = [Choice("r", said("Reading")), Choice("m", said("Mathematics"))]
        return [
            textField("name", said("Name of the school"), hint: said("As families know it."), value: "Kōwhai Street"),
            radioGroup("kind", said("What kind of place is it?"), choices: kinds, chosen: "school"),
            selectField("region", said("Region"), choices: regions, chosen: "2", isRequired: false),
            dateField("from", said("Member from"), value: "3/3/27"),
            textField("roll", said("Roll"), value: "212", kind: .number, width: .short, suffix: said("learners")),
            textArea("why", said("Why they join"), hint: said("One or two sentences."), isRequired: false),
            checkboxGroup("areas", said("Focus areas"), choices: areas, chosen: ["r"]),
            checkbox("told", said("The board has been told"), isChecked: true),
            fileField("results", said("Results"), hint: said("A CSV file."), accepts: ".csv", isRequired: false),
            actions(button(said("Add the school")), buttonLink(said("Not now"), to: "/", .plain)),
        ]
    }

    private static var tables: [Example] {
        let columns: [DataTable.Column] = [
            .text(said("School")), .number(said("At or above")), .number(said("Assessed")), .text(said("Signed off")),
        ]
        let rows: [[HTML]] = [
            ["Te Awa School", "58", "74", "18 Nov 2026"], ["Kōwhai Street School", "41", "60", "not yet"],
            ["Harbour Road School", "\(protectedCell)", "9", "17 Nov 2026"],
        ]
        return [
            (
                "table",
                DataTable(
                    said("Reading, Year 6, Term 4 2026"), columns: columns, rows: rows,
                    total: ["All schools", "99", "143", ""]
                ).html
            ),
            (
                "table-folded-when-narrow",
                DataTable(said("Reading by school"), columns: columns, rows: rows, fold: .whenNarrow).html
            ),
            ("table-folded", DataTable(said("Reading by school"), columns: columns, rows: rows, fold: .always).html),
        ]
    }

    private static var demoBar: HTML {
        roleBar(
            action: "/demo/role", csrf: "c",
            people: [
                Choice("1", said("Mere Tāwhai, lead principal")), Choice("2", said("Jo Lim, board member")),
            ], current: "1")
    }

    private static var ways: [Example] {
        let links = [Link(said("Aims"), to: "/aims"), Link(said("Reading"), to: "/aims/1", isCurrent: true)]
        return [
            (
                "page-frame",
                PageFrame(
                    title: said("Reading"), community: Link(said("Te Ara Hou"), to: "/c/1"),
                    reader: .signedIn(
                        name: "Mere Tāwhai", standing: said("lead principal"), account: "/me", signOut: "/session/end",
                        csrf: "c"), navigation: links, main: headline("78 % read well.")
                ).html.withoutFingerprints
            ),
            ("breadcrumb", breadcrumb(links)),
            ("parts", parts(said("Parts of this aim"), links)),
            ("pagination", pagination(page: 2, of: 5) { "/events?page=\($0)" }),
            ("role-bar", demoBar),
        ]
    }

    private static var roads: [Example] {
        [
            ("adoption-key", adoptionKey()),
            (
                "adoption-cells",
                """
                <p>\(adoptionCell(.using, about: said("Te Awa School, since 3 May 2026"), to: "/gems/1/boards/1")) \
                \(adoptionCell(nil, about: said("Kōwhai Street School"), to: "/gems/1/boards/2")) \
                \(adoptionCell(.dropped))</p>

                """
            ),
            (
                "steps",
                steps([
                    Step(said("Getting to know each other"), .done), Step(said("Agreeing on aims"), .done),
                    Step(said("Working on it"), .now, note: "Five of seven schools have a plan."),
                    Step(said("Looking back together"), .ahead),
                ])
            ),
            (
                "timeline",
                timeline(
                    [
                        day("2026-11-18").map {
                            Happening(
                                on: $0, "Mere Tāwhai spread <a href=\"/gems/1\">Talk moves</a> to three schools.",
                                reason: "Two schools saw quiet learners speak up within a month.")
                        },
                        day("2026-08-02").map { Happening(on: $0, "Jo Lim nominated Talk moves.") },
                    ].compactMap { $0 })
            ),
        ]
    }
}

extension HTML {
    /// The page without what changes with every edit of the stylesheet.
    fileprivate var withoutFingerprints: HTML {
        let plain = Asset.all.reduce(string) { text, asset in
            text.replacing(asset.path, with: "/assets/" + asset.path.split(separator: ".").suffix(1).joined())
        }
        return HTML(ownBytes: Array(plain.utf8))
    }
}
