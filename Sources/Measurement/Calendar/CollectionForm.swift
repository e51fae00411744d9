import Ground
import Programmes
import Web

/// What people type to decide a collection and to set term dates, as values or as problems.
struct NewCollection: Sendable {
    let collection: MeasureCollection
    let measure: Pack.Measure

    /// - Parameter schools: Those that could owe it. All of them ticked means every school, also later ones.
    static func read(
        _ form: FormData, pack: Pack, schools: [OrganisationID], terms: [Term], by calendar: TermCalendar
    ) throws(Problems) -> NewCollection {
        var problems = Problems()
        let measure = pack.measures[key: form.text("measure")]
        if measure == nil { problems.add("measure", CalendarWords.measureMissing) }
        let term = Term(text: form.text("term")).flatMap { terms.contains($0) ? $0 : nil }
        if term == nil { problems.add("term", CalendarWords.termMissing) }
        var due = form.day("due")
        if form.optional("due") != nil, due == nil { problems.add("due", CalendarWords.dayWrong) }
        if form.optional("due") == nil, let term {
            due = calendar.dates(of: term).ends.adding(days: -MeasureCollection.daysBeforeEnd)
        }
        let ticked = Set(form.all("owing"))
        let named = Set(schools.filter { ticked.contains($0.rawValue) })
        if named.isEmpty { problems.add("owing", CollectionRefusal.nobodyOwes.words) }
        guard problems.isEmpty, let measure, let term, let due else { throw problems }
        let collection = MeasureCollection(
            .init(measure.key, term), due: due, named: named.count == schools.count ? nil : named)
        do throws(CollectionRefusal) {
            return NewCollection(collection: try collection.checked(by: calendar), measure: measure)
        } catch {
            throw Problems("due", error.words)
        }
    }
}

enum TermDatesForm {
    /// The dates of a year as they were typed; a field left empty stands for the national date.
    static func read(_ form: FormData, year: Int, nation: TermCalendar) throws(Problems) -> [TermDates] {
        var problems = Problems()
        let typed = nation.terms(of: year).map { national -> TermDates in
            func day(_ name: String, or usual: Day) -> Day {
                let field = "\(name)-\(national.term.number)"
                guard form.optional(field) != nil else { return usual }
                guard let day = form.day(field) else {
                    problems.add(field, CalendarWords.dayWrong)
                    return usual
                }
                return day
            }
            return TermDates(
                national.term, starts: day("starts", or: national.starts), ends: day("ends", or: national.ends))
        }
        guard problems.isEmpty else { throw problems }
        do throws(TermDatesRefusal) {
            return try OwnTermDates.checked(
                typed.filter { $0 != nation.dates(of: $0.term) }, of: year, beside: nation)
        } catch {
            throw Problems(error.field, error.words)
        }
    }
}
