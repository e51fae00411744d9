import Foundation
import Ground
import HTML
import SnapshotTesting
import Testing

@testable import Charts

private func said(_ text: String) -> Words { Words(verbatim: text) }

private func share(_ value: Double, cases: Int = 40) -> Share {
    .of(
        value, likely: (value - 0.1)...(value + 0.1), veryLikely: (value - 0.2)...(value + 0.2), cases: cases,
        count: said("n"))
}

private func count(_ text: String, in html: HTML) -> Int { html.string.components(separatedBy: text).count - 1 }

@Suite struct `A chart` {
    @Test(arguments: ChartGallery.examples.map(\.name)) func `looks as it was recorded`(_ name: String) throws {
        try expectSnapshot(try #require(ChartGallery.examples.first { $0.name == name }).html, name)
    }

    @Test(arguments: ChartGallery.examples.map(\.name))
    func `has a title, a description and the table it was drawn from`(_ name: String) throws {
        let html = try #require(ChartGallery.examples.first { $0.name == name }).html
        let markup = Markup(html)
        let pictures = markup.tags.filter { $0.attributes["class"]?.hasPrefix("picture") == true }
        #expect(pictures.count == 2)
        for picture in pictures {
            let ids = picture.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
            #expect(markup.tags.contains { $0.name == "title" && $0.attributes["id"] == ids.first })
            #expect(markup.tags.contains { $0.name == "desc" && $0.attributes["id"] == ids.last })
        }
        #expect(markup.tags.contains { $0.name == "table" })
        #expect(markup.tags.contains { $0.name == "th" && $0.attributes["scope"] == "row" })
    }

    @Test(arguments: ChartGallery.examples.map(\.name))
    func `is whole, with ids of its own and no style`(_ name: String) throws {
        let markup = Markup(try #require(ChartGallery.examples.first { $0.name == name }).html)
        #expect(markup.firstUnbalanced == nil)
        #expect(Set(markup.ids).count == markup.ids.count)
        #expect(Set(markup.references).isSubset(of: markup.ids))
        #expect(!markup.attributeNames.contains("style"))
        #expect(!markup.attributeNames.contains("fill"))
    }

    private static let hostile = said("\"><script>alert(1)</script>'&")
    private static let hostileCharts: [HTML] = {
        let finding = Finding(hostile, id: hostile.text, description: hostile, csv: hostile.text)
        let shares: [Share] = [.words(hostile), .of(0.5, cases: 40, count: hostile)]
        let values = shares.map { TermValue.share($0) }
        let goal = Goal(0.8, hostile)
        let change = SeriesBreak(beforeTerm: 1, hostile)
        let mark = StateMark(quarters: 2, letter: hostile.text, name: hostile)
        return [
            DotIntervalChart(finding, rows: shares.map { .init(hostile, $0) }, goal: goal, rowHeading: hostile).figure,
            BarChart(finding, bars: [.init(hostile, 1, hostile), .init(hostile, nil, hostile)], goal: goal).figure,
            TermLineChart(
                finding, terms: [hostile, hostile], series: [.init(hostile, values)], breaks: [change], goal: goal
            ).figure,
            TermLineChart(
                finding, terms: [hostile, hostile], series: [.init(hostile, values), .init(hostile, values)]
            ).figure,
            SmallMultiples(
                finding, terms: [hostile, hostile], panels: [.init(hostile, values, breaks: [change])], goal: goal
            ).figure,
            MatrixChart(
                finding, rows: [.init(hostile, note: hostile)], columns: [.init(hostile, note: hostile)],
                cells: [[.init(.mark(mark), link: hostile.text)]]
            ).figure,
        ]
    }()

    @Test(arguments: hostileCharts.indices) func `keeps what somebody typed as text`(_ index: Int) {
        let html = Self.hostileCharts[index]
        #expect(html.string.contains("&lt;script&gt;"))
        #expect(Markup(html).tags.allSatisfy { $0.name != "script" })
        #expect(Markup(html).firstUnbalanced == nil)
    }

    @Test func `draws nothing at places that are not numbers`() {
        let finding = Finding(said("Nothing"), id: "x")
        let values: [TermValue] = [
            .share(.of(.nan, cases: 40, count: said("n"))), .share(.of(.infinity, cases: 40, count: said("n"))),
        ]
        let html = [
            DotIntervalChart(finding, rows: [.init(said("A"), .of(.nan, cases: 40, count: said("n")))]).figure,
            BarChart(finding, bars: [.init(said("A"), .infinity, said("n"))]).figure,
            BarChart(finding, bars: [.init(said("A"), 0, said("none"))]).figure,
            TermLineChart(finding, terms: [said("1"), said("2")], series: [.init(said("A"), values)]).figure,
            SmallMultiples(finding, terms: [said("1"), said("2")], panels: [.init(said("A"), values)]).figure,
        ]
        for chart in html {
            let numbers = Markup(chart).tags.flatMap { tag in
                ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"].compactMap { tag.attributes[$0] }
            }
            #expect(numbers.allSatisfy { Double($0)?.isFinite == true })
        }
    }

    @Test func `stands when there is nothing to draw`() {
        let finding = Finding(said("Nothing yet"), id: "x")
        let charts = [
            DotIntervalChart(finding, rows: []).figure, BarChart(finding, bars: []).figure,
            TermLineChart(finding, terms: [], series: []).figure, SmallMultiples(finding, terms: [], panels: []).figure,
            MatrixChart(finding, rows: [], columns: [], cells: []).figure,
        ]
        for chart in charts { #expect(Markup(chart).firstUnbalanced == nil) }
    }
}

@Suite struct `A share of learners` {
    @Test func `has no percentage below ten learners, in the picture or in the table`() {
        #expect(share(0.5, cases: 9).percent == nil)
        #expect(share(0.5, cases: 10).percent?.text == "50\u{00A0}%")
        let few = Share.of(0.625, likely: 0.4...0.8, cases: 8, count: said("5 of 8"))
        let figure = DotIntervalChart(Finding(said("Few"), id: "few"), rows: [.init(said("A"), few)]).figure.string
        #expect(figure.contains("5 of 8"))
        #expect(!figure.contains("63"))
        #expect(!figure.contains("40 to"))
    }

    @Test func `that is hidden is words, without a dot`() {
        let chart = DotIntervalChart(
            Finding(said("Hidden"), id: "h"), rows: [.init(said("A"), .words(said("fewer than 5")))])
        #expect(count("<circle", in: chart.figure) == 0)
        // Wide, narrow and table.
        #expect(count("fewer than 5", in: chart.figure) == 3)
    }
}

@Suite struct `Bars` {
    @Test func `begin at zero, so that twice as much is twice as long`() throws {
        let chart = BarChart(
            Finding(said("Twice"), id: "b"), bars: [.init(said("A"), 20, said("20")), .init(said("B"), 40, said("40"))])
        let widths = Markup(chart.picture).tags.filter { $0.attributes["class"] == "c-bar" }
            .compactMap { $0.attributes["width"].flatMap(Double.init) }
        try #require(widths.count == 4)
        #expect(widths[1] == 2 * widths[0])
        #expect(widths[3] == 2 * widths[2])
    }

    @Test func `below the goal end before its line`() throws {
        let chart = BarChart(
            Finding(said("Short"), id: "b"), bars: [.init(said("A"), 1, said("1"))], goal: Goal(2, said("Two")))
        let tags = Markup(chart.picture).tags
        let bar = try #require(tags.first { $0.attributes["class"] == "c-bar" })
        let goal = try #require(tags.first { $0.attributes["class"] == "c-goal" })
        let (x, width) = (
            try #require(Double(bar.attributes["x"] ?? "")), try #require(Double(bar.attributes["width"] ?? ""))
        )
        #expect(x + 2 * width == Double(goal.attributes["x1"] ?? ""))
    }
}

@Suite struct `A line over terms` {
    private func runs(_ values: [TermValue], breaks: [Int] = []) -> [[Int]] {
        TermPlot.runs(of: values, breaks: breaks.map { SeriesBreak(beforeTerm: $0, said("new tool")) })
            .map { $0.map(\.term) }
    }

    @Test func `is broken where nothing was assessed, where it is hidden and where the tool changed`() {
        let value = TermValue.share(share(0.5))
        #expect(runs([value, value, value]) == [[0, 1, 2]])
        #expect(runs([value, .none, value]) == [[0], [2]])
        #expect(runs([value, .share(.words(said("few"))), value]) == [[0], [2]])
        #expect(runs([value, value, value, value], breaks: [2]) == [[0, 1], [2, 3]])
        #expect(runs([.none, .none]) == [])
    }

    @Test func `is drawn around its values, forty points wide at least, and says where it starts`() {
        func scale(_ values: [Double], goal: Double? = nil) -> ClosedRange<Double> {
            TermScale.around(
                values.map { .share(.of($0, cases: 40, count: said("n"))) }, goal.map { Goal($0, said("aim")) },
                withRanges: false)
        }
        #expect(scale([]) == 0...1)
        let narrow = scale([0.66, 0.68])
        #expect(abs(narrow.upperBound - narrow.lowerBound - 0.4) < 1e-9)
        #expect(narrow.contains(0.66))
        #expect(scale([0.05, 0.97]) == 0...1)
        #expect(scale([0.5, 0.6], goal: 0.95).contains(0.95))
        let chart = TermLineChart(
            Finding(said("High"), id: "t"), terms: [said("1")], series: [.init(said("A"), [.share(share(0.75))])])
        #expect(chart.range.lowerBound > 0)
        #expect(chart.figure.string.contains("not at zero"))
    }

    @Test func `tells several series apart by shape as well as colour`() {
        let values = [TermValue.share(share(0.5)), .share(share(0.6))]
        let figure = TermLineChart(
            Finding(said("Two"), id: "t"), terms: [said("1"), said("2")],
            series: [.init(said("A"), values), .init(said("B"), values)]
        ).picture
        #expect(count("<circle class=\"c-mark c-series-1\"", in: figure) > 0)
        #expect(count("<path class=\"c-mark c-series-2\"", in: figure) > 0)
        #expect(count("<circle class=\"c-mark c-series-2\"", in: figure) == 0)
    }
}

@Suite struct `Small multiples` {
    @Test func `show the same share at the same height in every panel`() {
        let chart = SmallMultiples(
            Finding(said("Same"), id: "s"), terms: [said("1"), said("2")],
            panels: [
                .init(said("A"), [.share(share(0.2)), .share(share(0.6))]),
                .init(said("B"), [.share(share(0.6)), .share(share(0.9))]),
            ])
        let heights = Markup(chart.picture).tags.filter { $0.name == "circle" }.compactMap { $0.attributes["cy"] }
        #expect(heights.count == 8)
        #expect(heights[1] == heights[2])
        #expect(heights[0] != heights[1])
    }
}

@Suite struct `A matrix` {
    private func matrix(link: String?) -> HTML {
        MatrixChart(
            Finding(said("Board"), id: "m"), rows: [.init(said("Te Awa"))], columns: [.init(said("Talk moves"))],
            cells: [[.init(.mark(StateMark(quarters: 2, letter: "U", name: said("using"))), link: link)]]
        ).figure
    }

    @Test func `names each link by row, column and state, and does not hide it inside an image`() {
        let html = matrix(link: "/x").string
        #expect(html.contains("aria-label=\"Te Awa, Talk moves: using\""))
        #expect(!html.contains("role=\"img\""))
        #expect(matrix(link: nil).string.contains("role=\"img\""))
    }

    @Test func `fills its circles by quarters`() {
        func mark(_ quarters: Int?) -> String {
            StateMark(quarters: quarters, letter: "X", name: said("x")).shape(0, 0, radius: 10).string
        }
        #expect(!mark(0).contains("pie-slice"))
        #expect(mark(1).contains("A10 10 0 0 1 "))
        #expect(mark(3).contains("A10 10 0 1 1 "))
        #expect(mark(4).contains("pie-full"))
        #expect(mark(nil).contains("pie-cross"))
    }
}

@Suite struct `Text in a picture` {
    @Test func `is broken between words and never wider than its room`() {
        let lines = TextMeasure.lines("Te Kura o Te Awa Whakatipu me ngā Maunga", width: 180, size: 16, atMost: 2)
        #expect(lines.count == 2)
        #expect(lines[0] == "Te Kura o Te Awa")
        for line in lines { #expect(TextMeasure.width(line, size: 16) <= 180) }
    }

    @Test func `ends in an ellipsis where it does not fit`() {
        let lines = TextMeasure.lines("Wharekahikatoatanga", width: 60, size: 16, atMost: 1)
        #expect(lines.count == 1)
        #expect(lines[0].hasSuffix("…"))
        #expect(TextMeasure.width(lines[0], size: 16) <= 60)
        #expect(TextMeasure.lines("One two three four", width: 40, size: 16, atMost: 2).last?.hasSuffix("…") == true)
    }
}
