import Testing

/// Each rule complains of what was planted, on its line, and of nothing beside it.
@Suite struct `A rule of tidiness` {
    private func lines(_ rule: Rule, _ path: String, _ text: String) -> [Int] {
        rule.complaints([SourceFile(path, text)]).map(\.line)
    }

    @Test(arguments: ["Database", "HTML", "Web", "Hummingbird", "HummingbirdCore", "ArgumentParser", "CSQLite"])
    func `keeps the domain from its doors`(module: String) {
        let text = "import Foundation\npackage import \(module)\nimport Ground\n"
        #expect(lines(.domainKnowsNoDoor, "Sources/Gems/Gem.swift", text) == [2])
        #expect(lines(.domainKnowsNoDoor, "Sources/Gems/GemStore.swift", text) == [])
        #expect(lines(.domainKnowsNoDoor, "Sources/Gems/Gems.swift", text) == [], "the front door names all doors")
        #expect(lines(.domainKnowsNoDoor, "Sources/Interface/Frame.swift", text) == [], "the plinth has no domain")
    }

    @Test func `lets the domain import what it may`() {
        let text = "import Foundation\nimport Ground\nimport Yams\nimport Statistics\nimport Challenges\n"
        #expect(lines(.domainKnowsNoDoor, "Sources/Programmes/Pack.swift", text) == [])
    }

    @Test func `keeps HTTP in Web and routes`() {
        let text = "import HTTPTypes\nimport struct HummingbirdCore.Request\nimport NIOCore\n"
        #expect(lines(.onlyRoutesSpeakHTTP, "Sources/App/Opening.swift", text) == [1, 2])
        #expect(lines(.onlyRoutesSpeakHTTP, "Sources/App/App.swift", text) == [1])
        #expect(lines(.onlyRoutesSpeakHTTP, "Sources/Gems/GemRoutes.swift", text) == [])
        #expect(lines(.onlyRoutesSpeakHTTP, "Sources/Gems/GemAPI.swift", text) == [])
        #expect(lines(.onlyRoutesSpeakHTTP, "Sources/Web/Server.swift", text) == [])
    }

    @Test func `keeps engines in App`() {
        #expect(lines(.onlyAppNamesAnEngine, "Sources/Gems/GemStore.swift", "import DatabaseSQLite\n") == [1])
        #expect(lines(.onlyAppNamesAnEngine, "Sources/App/App.swift", "import DatabaseSQLite\n") == [])
    }

    @Test(arguments: [
        #""<p>Save the gem</p>""#,
        #""<p>\(count) schools</p>""#,
        #""<a href=\"/gems\" title=\"All gems\">\(words)</a>""#,
        #""<img alt=\"A photo\" src=\"\(url)\">""#,
        #""<nav aria-label=\"Pages\">\(links)</nav>""#,
        #""<input placeholder=\"Name\">""#,
        #""<input type=\"submit\" value=\"Save\">""#,
        #""<p>\(if: isOpen, "open")</p>""#,
        #""<p>\(if: isOpen, words, else: "shut")</p>""#,
        #""<p>\(isOpen ? "open" : words.text)</p>""#,
        #""<ul>\(gems) { gem in row(gem) }</ul>""#,
        #""<ul>\(gems.map { "<li>gem \($0.id)</li>" })</ul>""#,
        "\"\"\"\n    <td class=\"a\">\n    Te reo</td>\n    \"\"\"",
    ])
    func `finds bare words in a page`(literal: String) {
        #expect(lines(.pagesHoldNoBareWords, "Sources/Gems/GemPages.swift", "let page: HTML = \(literal)").count == 1)
        #expect(lines(.pagesHoldNoBareWords, "Sources/Charts/Bar.swift", "let bar: HTML = \(literal)").count == 1)
        #expect(lines(.pagesHoldNoBareWords, "Sources/Gems/Gem.swift", "let page = \(literal)") == [])
        #expect(lines(.pagesHoldNoBareWords, "Sources/Charts/ChartGallery.swift", "let page = \(literal)") == [])
    }

    @Test(arguments: [
        #""<p class=\"gem wide\" id=\"g\(id)\">\(GemWords.saved)</p>""#,
        #""<p>\(count)&nbsp;· \(total) &#8211; 100 %</p>""#,
        #""<p class=\"\(if: isOpen, "open")\">\(words)</p>""#,
        #""<div>\(button(words, kind: "primary"))</div>""#,
        #""<p>\(if: isOpen, badge("open", words))</p>""#,
        #""<img alt=\"\" src=\"/map.svg\"><input type=\"text\" name=\"q\" value=\"\(typed)\">""#,
        #""<span lang=\"mi\" title=\"\(words)\">\(name)</span>""#,
        #""wide""#,
    ])
    func `leaves markup alone`(literal: String) {
        #expect(lines(.pagesHoldNoBareWords, "Sources/Gems/GemPages.swift", "let page: HTML = \(literal)") == [])
    }

    @Test func `names the line of a bare word`() {
        let text = "let page: HTML = \"\"\"\n    <p>\(#"\(a)"#)</p>\n    <p>bare</p>\n    \"\"\"\n"
        #expect(lines(.pagesHoldNoBareWords, "Sources/Gems/GemPages.swift", text) == [3])
    }

    @Test func `keeps sentences in Words files`() {
        let text = #"let words = Words("gems.saved", "Saved.")"#
        #expect(lines(.wordsStandInWordsFiles, "Sources/Gems/Gem.swift", text) == [1])
        #expect(lines(.wordsStandInWordsFiles, "Sources/Gems/GemWords.swift", text) == [])
        #expect(lines(.wordsStandInWordsFiles, "Sources/Gems/Gem.swift", "let words = Words(verbatim: name)") == [])
    }

    @Test func `wants one sentence a key`() {
        let one = SourceFile("Sources/Gems/GemWords.swift", #"Words("gems.count", "\(n, "gem", "gems") so far")"#)
        let same = SourceFile(
            "Sources/Gems/OtherWords.swift", "Words(\n    \"gems.count\",\n    \"\\(count, \"gem\", \"gems\") so far\")"
        )
        let other = SourceFile(
            "Sources/Gems/OtherWords.swift", #"Words("gems.count", "\(n, "jewel", "jewels") so far")"#)
        #expect(Rule.keysHaveOneSentence.complaints([one, same]).isEmpty)
        #expect(Rule.keysHaveOneSentence.complaints([one, other]).count == 1)
    }

    @Test(arguments: ["gems", "Gems.saved", "gems.saved_now", "gems.", "gems saved"])
    func `refuses a key that is no key`(key: String) {
        #expect(lines(.keysHaveOneSentence, "Sources/Gems/GemWords.swift", "Words(\"\(key)\", \"Saved.\")") == [1])
    }

    @Test(arguments: [#""<a href=\(url)>\(words)</a>""#, #"" href=\(url)""#])
    func `wants attributes quoted`(literal: String) {
        #expect(
            lines(.attributesAreQuoted, "Sources/Gems/GemPages.swift", "import HTML\nlet a: HTML = \(literal)") == [2])
    }

    @Test func `knows a query in a quoted link`() {
        let text = "import HTML\n" + #"let a: HTML = "<a href=\"/gems?page=\(page)&amp;q=\(q)\">a=\(a)</a>""#
        #expect(lines(.attributesAreQuoted, "Sources/Gems/GemPages.swift", text) == [])
    }

    @Test(arguments: ["GemManager", "GemHelper", "GemUtils", "GemService"])
    func `wants nouns for types`(name: String) {
        #expect(lines(.typesAreIdeas, "Sources/Gems/Gem.swift", "struct Gem {}\n\npackage struct \(name) {}\n") == [3])
    }

    @Test(arguments: [
        "fatalError(\"no\")", "let a = try! b()", "final class A: @unchecked Sendable {}",
        "nonisolated(unsafe) var a = 1",
        "Task.detached {}", "// TODO: later", "/* FIXME */",
    ])
    func `leaves nothing lying about`(line: String) {
        #expect(lines(.nothingIsLeftLying, "Sources/Gems/Gem.swift", "let a = 1\n\(line)\n") == [2])
    }

    @Test func `does not mind what is only spoken of`() {
        let text = "// Not even fatalError.\nlet advice = \"never try! this, TODO\"\n"
        #expect(lines(.nothingIsLeftLying, "Sources/Gems/Gem.swift", text) == [])
    }

    @Test func `allows each driver one exception`() {
        let text = "final class A: @unchecked Sendable {}\n"
        let files = ["One", "Two"].map { SourceFile("Sources/DatabaseSQLite/\($0).swift", text) }
        #expect(Rule.nothingIsLeftLying.complaints(files).map(\.path) == ["Sources/DatabaseSQLite/Two.swift"])
    }

    @Test func `wants a table to say how long it keeps`() {
        let schema = """
            let gems: SQL = \"\"\"
                -- retention: as long as the community
                -- One row a gem.
                CREATE TABLE gem (id TEXT PRIMARY KEY);

                CREATE TABLE verdict (id TEXT PRIMARY KEY);
                -- retention:
                create table IF NOT EXISTS board (id TEXT PRIMARY KEY);
                \"\"\"
            """
        #expect(lines(.tablesSayRetention, "Sources/Gems/GemSchema.swift", schema) == [6, 8])
    }

    @Test(arguments: ["/" + "work/main", "/" + "farm/in", "../" + "shared/x", "./." + "library/x"])
    func `names nothing outside`(path: String) {
        #expect(lines(.nothingOutsideIsNamed, "bin/demo", "#!/bin/sh\nls \(path)\n") == [2])
    }
}

@Suite struct `Reading Swift` {
    @Test func `tells code, comments and literals apart`() {
        let text = SwiftText(##"let a = "b // no" // "c" \##n/* "d" /* */ "e" */ let f = #"g "h" \(i)"# "##)
        #expect(text.literals.map(\.literal.outline) == ["b // no", #"g "h" \(i)"#])
        #expect(text.comments.map(\.line) == [1, 2])
    }

    @Test func `follows a literal within a literal`() {
        let text = SwiftText(##"let a = "b \(c("d \(e)", f: [")"])) g" + #"\#(h)\(i)"#"##)
        #expect(text.literals.map(\.literal.outline) == ["b \u{FFFC} g", "d \u{FFFC}", ")", "\u{FFFC}\\(i)"])
    }

    @Test func `loses no more than a line to a stray quotation mark`() {
        let text = SwiftText("let a = /\"/\nlet b = \"c\"\n")
        #expect(text.literals.last?.literal.outline == "c")
        #expect(text.literals.last?.literal.line == 2)
    }
}
