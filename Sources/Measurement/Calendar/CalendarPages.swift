import Charts
import Ground
import HTML
import Interface
import Programmes
import Web

/// What the community collects when, how far each school is, and what the reader's own school owes.
struct CalendarPage: Page {
    let of: CommunityName
    let pack: Pack
    let state: CollectionState
    /// The term that is looked at; `nil` while nothing has been decided.
    let term: Term?
    /// The community's dates, which are its nation's.
    let calendar: TermCalendar
    let mayDecide: Bool
    /// The year that one click would plan; `nil` where all of it is decided.
    let toPlan: Int?
    /// Whether the reader answers for a school's term dates.
    let mayDate: Bool
    var form = FormData()
    var problems = Problems()
    var done: Words?

    var title: Words { CalendarWords.title }
    var community: CommunityName? { of }
    var hasProblems: Bool { !problems.isEmpty }

    private var today: Day { state.today }
    private var collections: [MeasureCollection] { term.map(state.collections(in:)) ?? [] }

    func title(of measure: String) -> String { pack.measures[key: measure]?.title ?? measure }

    var body: HTML {
        """
        \(problemSummary(problems))\(done.map { doneNotice($0) })
        \(if: state.collections.isEmpty, empty, else: filled)
        \(if: mayDecide, section(CalendarWords.deciding, id: "deciding", deciding))
        \(if: mayDate, "<p><a href=\"\(CalendarPath.termDates(of.id))\">\(CalendarWords.termDatesLink)</a></p>")
        """
    }

    private var empty: HTML {
        """
        \(headline(CalendarWords.title))
        \(emptyPage(CalendarWords.emptyWhat, why: CalendarWords.emptyWhy, begin: mayDecide ? plan(.primary) : HTML()))
        \(section(CalendarWords.upcoming, id: "upcoming", upcoming))
        """
    }

    private var filled: HTML {
        """
        \(headline(sentence))
        \(lead(CalendarWords.today(today, calendar.words(of: today))))
        \(next)
        \(if: state.terms.count > 1, parts(CalendarWords.terms, termsBeside.map { other in
            Link(other.words, to: CalendarPath.calendar(of.id, term: other), isCurrent: other == term)
        }))
        \(if: !collections.isEmpty && !owing.isEmpty, chart.figure)
        \(state.schools.filter { $0.mayEnter || $0.maySign }, own)
        \(section(CalendarWords.upcoming, id: "upcoming", upcoming))
        """
    }

    /// Terms to turn to: two back from the one that is looked at, and a few ahead.
    private var termsBeside: [Term] {
        let place = state.terms.firstIndex { $0 == term } ?? 0
        return Array(state.terms.dropFirst(max(place - 2, 0)).prefix(6))
    }

    // MARK: The sentence and what to do next

    private var sentence: Words {
        guard let term else { return CalendarWords.title }
        let (owing, done, late) = state.tally(in: term)
        guard owing > 0 else { return CalendarWords.nobodyOwes(term.words) }
        guard done < owing else { return CalendarWords.allDone(term.words) }
        let measures = collections.map { title(of: $0.measure) }
        let sentence =
            measures.count == 1
            ? CalendarWords.sentence(done, of: owing, measures[0].lowercased(), term.words)
            : CalendarWords.sentence(done, of: owing, term.words)
        return late > 0 ? CalendarWords.sentenceLate(sentence, late) : sentence
    }

    /// Of what is soonest due, all that one school can do at once.
    private var next: HTML {
        guard let (school, first) = state.mine.first else { return HTML() }
        let together = state.mine.filter { other in
            other.school == school && other.owed.collection.term == first.collection.term
                && other.owed.collection.due == first.collection.due && other.owed.isBroughtIn == first.isBroughtIn
        }.map { title(of: $0.owed.collection.measure) }
        let owed = Together(
            measures: together.joined(separator: ", "), term: first.collection.term.words, school: school.name,
            due: first.daysLate.map(CalendarWords.wasDue) ?? CalendarWords.isDue(first.collection.due))
        guard first.isBroughtIn else {
            guard school.mayEnter else { return HTML() }
            return nextStep(
                "\(CalendarWords.bringIn(owed))",
                action: buttonLink(CalendarWords.bringInAction, to: IntakePath.room(of.id)))
        }
        guard school.maySign else { return nextStep("\(CalendarWords.askPrincipal(owed))") }
        return nextStep(
            "\(CalendarWords.signOff(owed))",
            action: buttonLink(
                CalendarWords.signOffAction, to: PicturePath.signOffs(of.id, term: first.collection.term)))
    }

    /// Measures that a school owes by the same day.
    struct Together {
        let measures: String
        let term: Words
        let school: String
        let due: Words
    }

    // MARK: The picture and its table

    private var owing: [CollectionState.School] {
        state.schools.filter { school in collections.contains { state.owed(by: school.id, $0.subject) != nil } }
    }

    private var chart: MatrixChart {
        MatrixChart(
            Finding(
                CalendarWords.finding(term?.words ?? CalendarWords.title), id: "collections",
                description: CalendarWords.describe),
            rows: owing.map { MatrixChart.Heading(Words(verbatim: $0.name), note: lateness(of: $0)) },
            columns: collections.map {
                MatrixChart.Heading(Words(verbatim: title(of: $0.measure)), note: CalendarWords.due($0.due))
            },
            cells: owing.map { school in
                collections.map { collection in
                    MatrixChart.Cell(
                        state.owed(by: school.id, collection.subject).map { .mark($0.mark) }
                            ?? .words(CalendarWords.notOwed))
                }
            }, rowHeading: CalendarWords.school)
    }

    private func lateness(of school: CollectionState.School) -> Words? {
        collections.compactMap { state.owed(by: school.id, $0.subject) }.filter(\.isLate).compactMap(\.daysLate).max()
            .map(CalendarWords.lateBy)
    }

    private func own(_ school: CollectionState.School) -> HTML {
        let all = collections.compactMap { state.owed(by: school.id, $0.subject) }
        guard !all.isEmpty else { return HTML() }
        let open = all.filter { !$0.isSignedOff }
        return section(
            CalendarWords.own(school.name), id: "own-\(school.id)",
            open.isEmpty
                ? "<p>\(CalendarWords.ownDone)</p>"
                : DataTable(
                    CalendarWords.own(school.name),
                    columns: [
                        .text(CalendarWords.measure), .text(CalendarWords.dueHeading), .text(CalendarWords.state),
                        .text(CalendarWords.coverageHeading),
                    ],
                    rows: open.map { owed in
                        [
                            "\(title(of: owed.collection.measure))", "\(owed.collection.due)", "\(owed.words)",
                            owed.coverage.map { "\($0)" } ?? "–",
                        ]
                    }, showsCaption: false
                ).html)
    }

    // MARK: What comes

    private var upcoming: HTML {
        let coming = happenings
        guard !coming.isEmpty else { return "<p>\(CalendarWords.nothingComing)</p>" }
        return DataTable(
            CalendarWords.upcoming,
            columns: [.text(CalendarWords.day), .text(CalendarWords.week), .text(CalendarWords.what)],
            rows: coming.map { ["\($0.day)", "\(calendar.words(of: $0.day))", "\($0.words)"] }, showsCaption: false
        ).html
    }

    /// What is due, and where terms begin and end, for about a year.
    private var happenings: [(day: Day, words: Words)] {
        let last = today.adding(days: 300)
        let due = Dictionary(grouping: state.upcoming(from: today).filter { $0.due <= last }) {
            [$0.due.description, $0.term.description]
        }.values.compactMap { together -> (day: Day, words: Words)? in
            guard let first = together.first else { return nil }
            let measures = together.map { title(of: $0.measure) }.joined(separator: ", ")
            return (first.due, CalendarWords.comingDue(measures, first.term.words))
        }
        let terms = (calendar.terms(of: today.year) + calendar.terms(of: today.year + 1)).flatMap { dates in
            [
                (day: dates.starts, words: CalendarWords.termStarts(dates.term.words)),
                (day: dates.ends, words: CalendarWords.termEnds(dates.term.words)),
            ]
        }.filter { $0.day >= today && $0.day <= last && calendar.knows($0.day.year) }
        return (due + terms).sorted { ($0.day, $0.words.text) < ($1.day, $1.words.text) }
    }
}

// MARK: Deciding

extension CalendarPage {
    fileprivate func plan(_ kind: ButtonKind) -> HTML {
        guard let toPlan else { return HTML() }
        return postButton(
            CalendarWords.suggest(toPlan), to: CalendarPath.year(of.id), kind, fields: [("year", String(toPlan))])
    }

    fileprivate var deciding: HTML {
        """
        \(if: toPlan != nil && !state.collections.isEmpty, "<p>\(CalendarWords.suggestWhy)</p>\(plan(.quiet))")
        \(folded(CalendarWords.add, isOpen: hasProblems, addForm))
        \(if: !decided.isEmpty, folded(CalendarWords.decided, isOpen: false, decidedTable))
        """
    }

    private func folded(_ words: Words, isOpen: Bool, _ content: HTML) -> HTML {
        "<details class=\"fold\"\(if: isOpen, " open")><summary>\(words)</summary>\(content)</details>"
    }

    /// What can still be changed: not what lies more than a term back.
    private var decided: [MeasureCollection] { state.collections.filter { $0.due >= today.adding(days: -120) } }

    private var addForm: HTML {
        let terms = CalendarPage.terms(around: today, by: calendar)
        return Form(
            to: CalendarPath.collections(of.id),
            """
            \(selectField(
                "measure", CalendarWords.whichMeasure,
                choices: pack.measures.map { Choice($0.key, Words(verbatim: $0.title)) },
                chosen: form.optional("measure"), problems: problems))
            \(selectField(
                "term", CalendarWords.whichTerm, choices: terms.map { Choice($0.description, $0.words) },
                chosen: form.optional("term") ?? calendar.term(of: today).description, problems: problems))
            \(dateField(
                "due", CalendarWords.byWhen, hint: CalendarWords.byWhenHint, value: form.text("due"), problems: problems,
                isRequired: false))
            \(checkboxGroup(
                "owing", CalendarWords.fromWhom, hint: CalendarWords.fromWhomHint,
                choices: state.schools.map { Choice($0.id.rawValue, Words(verbatim: $0.name)) },
                chosen: problems.isEmpty ? Set(state.schools.map(\.id.rawValue)) : Set(form.all("owing")),
                problems: problems))
            \(actions(button(CalendarWords.save)))
            """
        ).html
    }

    /// Terms that something can be decided for: last term's, this one's, and those of the next year.
    static func terms(around today: Day, by calendar: TermCalendar) -> [Term] {
        let now = calendar.term(of: today)
        let index = now.year * 4 + now.number - 1
        return (index - 1...index + 5).map { Term(year: $0 / 4, number: $0 % 4 + 1) }
    }

    private var decidedTable: HTML {
        DataTable(
            CalendarWords.decided,
            columns: [
                .text(CalendarWords.measure), .text(CalendarWords.dueHeading), .text(CalendarWords.from),
                .text(CalendarWords.change),
            ],
            rows: decided.map { collection in
                [
                    "\(title(of: collection.measure)), \(collection.term.words)", "\(collection.due)",
                    "\(collection.named.map { CalendarWords.someSchools($0.count) } ?? CalendarWords.everySchool)",
                    postButton(
                        CalendarWords.remove, to: CalendarPath.removal(of.id), .plain,
                        fields: [("measure", collection.measure), ("term", collection.term.description)]),
                ]
            }, showsCaption: false
        ).html
    }
}

// MARK: How a state reads

extension Owed {
    /// In the picture: filled by how far it is, and `L` where it is late.
    var mark: StateMark {
        switch state {
        case .signedOff:
            daysLate == nil
                ? StateMark(quarters: 4, letter: CalendarWords.signedLetter.text, name: CalendarWords.signedOff)
                : StateMark(quarters: 4, letter: CalendarWords.signedLetter.text, name: CalendarWords.signedLate)
        case .broughtIn(.complete, _):
            mark(3, CalendarWords.broughtLetter, CalendarWords.broughtIn)
        case .broughtIn(.lessThanHalf, _):
            mark(1, CalendarWords.partlyLetter, CalendarWords.lessThanHalf)
        case .broughtIn(.halfOrMore, _):
            mark(2, CalendarWords.partlyLetter, CalendarWords.halfOrMore)
        case .broughtIn:
            mark(2, CalendarWords.partlyLetter, CalendarWords.partly)
        case .notYet, .notConcerned:
            mark(0, CalendarWords.notYetLetter, CalendarWords.notYet)
        }
    }

    private func mark(_ quarters: Int, _ letter: Words, _ name: Words) -> StateMark {
        isLate
            ? StateMark(
                quarters: quarters, letter: CalendarWords.lateLetter.text,
                name: CalendarWords.and(name, CalendarWords.late))
            : StateMark(quarters: quarters, letter: letter.text, name: name)
    }

    var words: Words {
        let said: Words =
            switch state {
            case .signedOff(let day): CalendarWords.signedOn(day)
            case .broughtIn(.complete, _): CalendarWords.broughtIn
            case .broughtIn(.lessThanHalf, _): CalendarWords.lessThanHalf
            case .broughtIn(.halfOrMore, _): CalendarWords.halfOrMore
            case .broughtIn: CalendarWords.partly
            case .notYet: CalendarWords.notYet
            case .notConcerned: CalendarWords.notOwed
            }
        return daysLate.map { CalendarWords.and(said, CalendarWords.lateBy($0)) } ?? said
    }

    /// For those who may know it exactly: so many of so many.
    var coverage: Words? {
        guard case .broughtIn(_, let exactly) = state, let exactly else { return nil }
        guard let expected = exactly.expected else { return CalendarWords.exactly(exactly.assessed) }
        return exactly.percent.map { CalendarWords.exactly(exactly.assessed, expected, $0) }
            ?? CalendarWords.exactlyFew(exactly.assessed, expected)
    }
}
