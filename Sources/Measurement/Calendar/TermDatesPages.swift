import Ground
import HTML
import Interface
import Web

/// When a school's terms start and end: the national dates, or its own in their place.
struct TermDatesPage: Page {
    let of: CommunityName
    let schools: [(id: OrganisationID, name: String)]
    let school: (id: OrganisationID, name: String)
    let year: Int
    let years: [Int]
    let nation: TermCalendar
    let own: [TermDates]
    let history: [(version: TermDatesVersion, day: Day)]
    var form: FormData?
    var problems = Problems()
    var isSaved = false

    var title: Words { CalendarWords.termDates }
    var community: CommunityName? { of }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))\(if: isSaved, doneNotice(CalendarWords.termDatesSaved))
        \(breadcrumb([
            Link(CalendarWords.title, to: CalendarPath.calendar(of.id)),
            Link(CalendarWords.termDates, to: CalendarPath.termDates(of.id), isCurrent: true),
        ]))
        \(headline(own.isEmpty
            ? CalendarWords.termDatesNational(school.name, year) : CalendarWords.termDatesOwn(school.name, year)))
        \(lead(CalendarWords.termDatesWhy))
        \(if: !nation.knows(year), noteNotice("\(CalendarWords.termDatesGuessed(year))"))
        \(if: schools.count > 1, parts(CalendarWords.school, schools.map { other in
            Link(
                Words(verbatim: other.name), to: CalendarPath.termDates(of.id, of: other.id, year: year),
                isCurrent: other.id == school.id)
        }))
        \(parts(CalendarWords.years, years.map { other in
            Link(
                CalendarWords.year(other), to: CalendarPath.termDates(of.id, of: school.id, year: other),
                isCurrent: other == year)
        }))
        \(Form(to: CalendarPath.termDates(of.id), """
            \(hiddenField("organisation", school.id.rawValue))\(hiddenField("year", String(year)))
            \(nation.terms(of: year), fields)
            \(actions(button(CalendarWords.save)))
            """).html)
        \(if: !history.isEmpty, section(CalendarWords.history, id: "history", timeline(history.map(happening))))
        """
    }

    private func fields(_ national: TermDates) -> HTML {
        let number = national.term.number
        let set = own.first { $0.term == national.term }
        func value(_ name: String, _ day: KeyPath<TermDates, Day>) -> String {
            if let form { return form.text("\(name)-\(number)") }
            guard let set, set[keyPath: day] != national[keyPath: day] else { return "" }
            return set[keyPath: day].inWords
        }
        let opening = number == 1 ? TermCalendar.openingWindow(of: year) : nil
        return """
            \(dateField(
                "starts-\(number)", CalendarWords.starts(number),
                hint: opening.map { CalendarWords.opening($0.lowerBound, $0.upperBound) }
                    ?? CalendarWords.national(national.starts),
                value: value("starts", \.starts), problems: problems, isRequired: false))
            \(dateField(
                "ends-\(number)", CalendarWords.ends(number),
                hint: number == 4 ? CalendarWords.closing : CalendarWords.national(national.ends),
                value: value("ends", \.ends), problems: problems, isRequired: false))
            """
    }

    private func happening(_ entry: (version: TermDatesVersion, day: Day)) -> Happening {
        let version = entry.version
        guard let starts = version.starts, let ends = version.ends else {
            return Happening(
                on: entry.day, "\(CalendarWords.backToNational(version.term.words, version.person))")
        }
        return Happening(
            on: entry.day, "\(CalendarWords.setDates(version.term.words, starts, ends, version.person))")
    }
}
