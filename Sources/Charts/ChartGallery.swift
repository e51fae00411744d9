import Ground
package import HTML

/// Every chart as it looks, by name: for the gallery page and for the snapshots.
package enum ChartGallery {
    package static var examples: [(name: String, html: HTML)] {
        [
            ("dot-interval-chart", dots), ("bar-chart", bars), ("term-line-chart", line),
            ("term-line-chart-with-groups", groups), ("small-multiples", panels), ("matrix-chart", board),
        ]
    }

    private static func said(_ text: String) -> Words { Words(verbatim: text) }

    private static func share(_ reached: Int, of cases: Int, _ spread: Double) -> Share {
        let value = Double(reached) / Double(cases)
        func range(_ half: Double) -> ClosedRange<Double> { max(0, value - half)...min(1, value + half) }
        return .of(
            value, likely: range(spread * 0.65), veryLikely: range(spread), cases: cases,
            count: said("\(reached) of \(cases)"))
    }

    private static let few = Share.words(said("not shown, to protect learners"))
    private static let goal = Goal(0.85, said("Aim 85\u{00A0}%"))
    private static let terms =
        ["1", "2", "3", "4"].map { said("Term \($0) 2025") } + ["1", "2", "3", "4"].map { said("Term \($0) 2026") }

    private static var dots: HTML {
        DotIntervalChart(
            Finding(
                said("Four schools of seven have likely reached the aim or are close to it"), id: "dots",
                csv: "/picture.csv"),
            rows: [
                .init(said("All schools"), share(318, of: 412, 0.04), isWhole: true),
                .init(said("Harbour Road School"), share(131, of: 152, 0.055)),
                .init(said("Te Kura o Te Awa Whakatipu me ngā Maunga"), share(58, of: 74, 0.09)),
                .init(said("Kōwhai Street School"), share(41, of: 60, 0.115)),
                .init(said("Miro Flat School"), share(44, of: 52, 0.1)),
                .init(said("St Brigid’s School"), share(38, of: 55, 0.12)),
                .init(said("Ōtara Point School"), share(6, of: 8, 0.28)), .init(said("Tussock Hill School"), few),
            ], goal: goal, rowHeading: said("School")
        ).figure
    }

    private static var bars: HTML {
        BarChart(
            Finding(said("Most teachers in five schools have tried talk moves"), id: "bars"),
            bars: [
                .init(said("Harbour Road School"), 18.0 / 22, said("18 of 22")),
                .init(said("Te Awa School"), 9.0 / 12, said("9 of 12")),
                .init(said("Miro Flat School"), 5.0 / 9, said("5 of 9")),
                .init(said("Kōwhai Street School"), 0.25, said("3 of 12")),
                .init(said("Tussock Hill School"), nil, said("not asked yet")),
            ], goal: Goal(0.8, said("Agreed: four of five")), top: 1, rowHeading: said("School"),
            valueHeading: said("Teachers")
        ).figure
    }

    private static var change: SeriesBreak {
        SeriesBreak(beforeTerm: 4, said("From here SMART; before, e-asTTle. Not comparable."))
    }

    private static var line: HTML {
        TermLineChart(
            Finding(said("Reading rose in 2026, by more than chance alone would explain"), id: "line"), terms: terms,
            series: [
                .init(
                    said("Reading"),
                    [
                        .share(share(201, of: 300, 0.055)), .share(share(204, of: 302, 0.055)), .none,
                        .share(share(211, of: 305, 0.05)), .share(share(230, of: 390, 0.05)),
                        .share(share(252, of: 398, 0.05)), .share(share(281, of: 405, 0.045)),
                        .share(share(318, of: 412, 0.04)),
                    ])
            ], breaks: [change], goal: goal
        ).figure
    }

    private static var groups: HTML {
        func values(_ shares: [Int]) -> [TermValue] { shares.map { .share(share($0, of: 100, 0.1)) } }
        return TermLineChart(
            Finding(said("Mathematics has caught up with writing"), id: "groups"), terms: Array(terms.suffix(4)),
            series: [
                .init(said("Reading"), values([64, 66, 70, 77])), .init(said("Writing"), values([52, 55, 54, 58])),
                .init(said("Mathematics"), values([41, 47, 52, 57])),
            ], range: 0.3...0.9
        ).figure
    }

    private static var panels: HTML {
        func panel(_ name: String, _ shares: [Int]) -> SmallMultiples.Panel {
            .init(said(name), shares.map { $0 == 0 ? .none : .share(share($0, of: 100, 0.1)) }, breaks: [change])
        }
        return SmallMultiples(
            Finding(said("Three schools rose after the change of tool; Kōwhai Street stands still"), id: "panels"),
            terms: terms,
            panels: [
                panel("Harbour Road School", [70, 71, 74, 73, 76, 78, 82, 86]),
                panel("Te Kura o Te Awa Whakatipu", [62, 60, 0, 66, 60, 66, 71, 78]),
                panel("Kōwhai Street School", [66, 67, 68, 67, 69, 68, 67, 68]),
                panel("Miro Flat School", [0, 0, 0, 0, 70, 74, 79, 85]),
                panel("St Brigid’s School", [58, 60, 61, 64, 63, 66, 66, 69]),
                .init(said("Tussock Hill School"), Array(repeating: .share(few), count: 8)),
            ], goal: goal
        ).figure
    }

    private static var board: HTML {
        let marks =
            [("H", "heard", 0), ("T", "trying", 1), ("U", "using", 2), ("A", "adapted", 3), ("E", "embedded", 4)].map {
                StateMark(quarters: $0.2, letter: $0.0, name: said($0.1))
            } + [StateMark(quarters: nil, letter: "×", name: said("dropped"))]
        func cells(_ places: [Int?]) -> [MatrixChart.Cell] {
            places.enumerated().map { column, place in
                MatrixChart.Cell(place.map { .mark(marks[$0]) } ?? .empty, link: "/board/\(column)")
            }
        }
        return MatrixChart(
            Finding(said("Talk moves has reached every school; Phonics walks has stopped at two"), id: "board"),
            rows: [
                .init(said("Harbour Road School")), .init(said("Te Kura o Te Awa Whakatipu")),
                .init(said("Kōwhai Street School"), note: said("nothing new since Term 2")),
                .init(said("Miro Flat School")),
                .init(said("Tussock Hill School")),
            ],
            columns: [
                .init(said("Talk moves")), .init(said("Phonics walks"), note: said("still since March")),
                .init(said("Reading with whānau")), .init(said("Number talks")), .init(said("Learner-led hui")),
            ],
            cells: [
                cells([4, 2, 3, 1, 0]), cells([4, 1, 2, nil, nil]), cells([1, 5, nil, nil, 0]),
                cells([3, nil, 4, 2, 1]),
                cells([0, nil, 1, nil, nil]),
            ], rowHeading: said("School")
        ).figure
    }
}
