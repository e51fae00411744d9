import Foundation
import Ground
import HTML
import Interface
import SnapshotTesting
import Testing

@Suite struct `A component` {
    @Test(arguments: Gallery.examples.map(\.name)) func `looks as it was recorded`(_ name: String) throws {
        let example = try #require(Gallery.examples.first { $0.name == name })
        try expectSnapshot(example.html, name)
    }

    @Test(arguments: Gallery.examples.map(\.name)) func `is whole, and refers only to what is there`(_ name: String)
        throws
    {
        let markup = Markup(try #require(Gallery.examples.first { $0.name == name }).html)
        #expect(markup.firstUnbalanced == nil)
        #expect(Set(markup.ids).count == markup.ids.count)
        // The summary of problems is shown without its form.
        if name != "problem-summary" { #expect(Set(markup.references).isSubset(of: markup.ids)) }
    }

    @Test(arguments: Gallery.examples.map(\.name)) func `leaves style and behaviour to our own files`(_ name: String)
        throws
    {
        let markup = Markup(try #require(Gallery.examples.first { $0.name == name }).html)
        #expect(!markup.attributeNames.contains("style"))
        #expect(markup.attributeNames.allSatisfy { !$0.hasPrefix("on") })
        #expect(markup.tags.allSatisfy { $0.name != "script" || $0.isClosing || $0.attributes["src"] != nil })
    }

    @Test func `has a name of its own, and the gallery is one whole page`() {
        let names = Gallery.examples.map(\.name)
        #expect(Set(names).count == names.count)
        let page = Markup(Gallery.page())
        #expect(page.firstUnbalanced == nil)
        #expect(Set(page.ids).count == page.ids.count)
    }
}

/// What somebody might type to break out of a page.
private let hostile = "\"><script>alert(1)</script><b onclick='x'>&"

@Suite struct `Text that somebody typed` {
    private static let words = Words(verbatim: hostile)
    private static let problems = Problems(hostile, words)
    private static let choices = [Choice(hostile, words, hint: words)]

    private static let components: [(String, HTML)] = [
        ("sentences", "\(headline(words))\(lead(words))\(nextStep("\(words)", takes: words))\(tag(words))"),
        ("section", section(words, id: hostile, "\(hostile)")),
        ("empty page", emptyPage(words, why: words, begin: buttonLink(words, to: hostile))),
        ("facts", facts([(name: words, value: "\(hostile)")]) + progress(1, of: 2, words)),
        ("copyable", copyable(hostile, id: hostile, label: words) + inLanguage(hostile, hostile)),
        ("notices", doneNotice(words, undo: hostile, csrf: hostile) + refusalNotice(words)),
        ("problems", problemSummary(problems)),
        (
            "buttons",
            button(words, .quiet, name: hostile, value: hostile) + postButton(words, to: hostile, csrf: hostile)
        ),
        ("form", Form(to: hostile, csrf: hostile, "\(hostile)").html),
        ("text field", textField(hostile, words, hint: words, value: hostile, problems: problems, suffix: words)),
        ("text area", textArea(hostile, words, hint: words, value: "</textarea>" + hostile, problems: problems)),
        ("select", selectField(hostile, words, choices: choices, chosen: hostile, problems: problems)),
        ("radio group", radioGroup(hostile, words, choices: choices, chosen: hostile, problems: problems)),
        ("checkbox group", checkboxGroup(hostile, words, choices: choices, chosen: [hostile])),
        ("checkbox", checkbox(hostile, words, hint: words, problems: problems)),
        ("date and file", dateField(hostile, words, value: hostile) + fileField(hostile, words, accepts: hostile)),
        (
            "table",
            DataTable(words, columns: [.text(words)], rows: [["\(hostile)"]], total: ["\(hostile)"], fold: .always).html
        ),
        (
            "filter",
            SentenceFilter(
                to: hostile, Words(verbatim: "{a}{\(hostile)" + hostile),
                controls: [SentenceFilter.Control("a", words, choices: choices, chosen: nil)],
                keeping: [(hostile, hostile)]
            ).html
        ),
        ("provenance", Provenance(source: "\(hostile)", asOf: nil, protection: words).html),
        (
            "ways",
            breadcrumb([Link(words, to: hostile)]) + parts(words, [Link(words, to: hostile, isCurrent: true)])
                + pagination(page: 1, of: 2) { _ in hostile }
                + roleBar(action: hostile, csrf: hostile, people: choices, current: hostile)
        ),
        ("adoption", adoptionCell(.using, about: words, to: hostile)),
        (
            "roads",
            steps([Step(words, .now, note: "\(hostile)")])
                + timeline(
                    [Day(text: "2026-11-22").map { Happening(on: $0, "\(hostile)", reason: "\(hostile)") }].compactMap {
                        $0
                    })
        ),
        (
            "page",
            PageFrame(
                title: words, community: Link(words, to: hostile),
                reader: .signedIn(name: hostile, standing: words, account: hostile, signOut: hostile, csrf: hostile),
                navigation: [Link(words, to: hostile)], main: ""
            ).html
        ),
    ]

    @Test(arguments: components.map(\.0)) func `stays text`(_ name: String) throws {
        let html = try #require(Self.components.first { $0.0 == name }).1
        let markup = Markup(html)
        #expect(html.string.contains("&lt;script&gt;"))
        #expect(markup.tags.allSatisfy { $0.name != "script" || $0.isClosing || $0.attributes["src"] != nil })
        #expect(!markup.attributeNames.contains("onclick"))
        #expect(markup.firstUnbalanced == nil)
    }
}

@Suite struct `A form that came back` {
    private let problems = Problems("from", Words(verbatim: "That is not a day."))

    @Test func `keeps what was typed and says beside the field what is wrong`() {
        let field = dateField("from", Words(verbatim: "From"), value: "31 Feb", problems: problems).string
        #expect(field.contains("value=\"31 Feb\""))
        #expect(field.contains("aria-invalid=\"true\""))
        #expect(field.contains("That is not a day."))
    }

    @Test func `leads from the summary to the field, also to the first of a group`() {
        let choices = [Choice("a", Words(verbatim: "A")), Choice("b", Words(verbatim: "B"))]
        let fields = [
            dateField("from", Words(verbatim: "From"), problems: problems),
            radioGroup("from", Words(verbatim: "From"), choices: choices, problems: problems),
            checkbox("from", Words(verbatim: "From"), problems: problems),
        ]
        for field in fields {
            let markup = Markup(problemSummary(problems) + field)
            #expect(Set(markup.references).isSubset(of: markup.ids))
        }
    }

    @Test func `has no summary when nothing is wrong`() {
        #expect(problemSummary(Problems()).isEmpty)
    }

    @Test func `says in the title of the page that something is to be checked`() {
        let page = PageFrame(title: Words(verbatim: "Join"), hasProblems: true, main: "").html.string
        #expect(page.contains("<title>Please check: Join · Sightline</title>"))
    }

    @Test func `reads a date back in words`() {
        let field = dateField("from", Words(verbatim: "From"), value: "3/3/27").string
        #expect(field.contains("That is 3 March 2027."))
    }
}

@Suite struct `A filter as a sentence` {
    private func filter(_ sentence: String) -> String {
        SentenceFilter(
            to: "/picture", Words(verbatim: sentence),
            controls: ["subject", "years"].map {
                SentenceFilter.Control(
                    $0, Words(verbatim: $0), choices: [Choice("x", Words(verbatim: "all"))], chosen: "x")
            }
        ).html.string
    }

    @Test func `puts its controls where the sentence names them, in any order`() throws {
        let english = filter("Show {subject} for {years}.")
        let other = filter("{years}: {subject}.")
        func order(_ html: String) throws -> Bool {
            let subject = try #require(html.range(of: "name=\"subject\""))
            let years = try #require(html.range(of: "name=\"years\""))
            return subject.lowerBound < years.lowerBound
        }
        #expect(try order(english))
        #expect(try !order(other))
    }

    @Test func `shows a name it does not know, and a brace that does not end`() {
        #expect(filter("Show {colour} or {").contains("Show {colour} or {"))
    }
}

@Suite struct `The frame of a page` {
    @Test func `speaks the language of the reader`() {
        let maori = Language(code: "mi", sentences: ["interface.sign-in": "Takiuru"])
        let page = Language.$spoken.withValue(maori) {
            PageFrame(title: Words(verbatim: "Kāinga"), reader: .visitor(signIn: "/in"), main: "").html.string
        }
        #expect(page.contains("<html lang=\"mi\">"))
        #expect(page.contains(">Takiuru</a>"))
    }

    @Test func `asks for files by the fingerprint of what is in them`() {
        let page = PageFrame(title: Words(verbatim: "Home"), main: "").html.string
        #expect(Asset.all.allSatisfy { page.contains("\"\($0.path)\"") })
        #expect(Set(Asset.all.map(\.path)).count == 3)
    }

    @Test func `has no pages to turn where all fits on one`() {
        #expect(pagination(page: 1, of: 1) { "\($0)" }.isEmpty)
    }
}

@Suite struct `The script` {
    @Test func `stays under its twenty kilobytes`() {
        #expect((1...20_000).contains(Asset.script.bytes.count))
    }
}
