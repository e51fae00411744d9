import Ground
import Programmes
import Web

/// What people type to begin a focus area or to reword one, as a value or as problems.
struct NewFocusArea: Sendable {
    let title: String
    let text: String
    let suggestion: String?
    let started: Day

    /// A suggestion comes with its words by one click; an own focus area is typed.
    static func read(_ form: FormData, pack: Pack, today: Day) throws(Problems) -> NewFocusArea {
        if let key = form.optional("suggestion") {
            guard let suggestion = pack.focusAreas[key: key] else {
                throw Problems("title", FocusAreaWords.suggestionUnknown)
            }
            return NewFocusArea(title: suggestion.title, text: suggestion.text, suggestion: key, started: today)
        }
        var problems = Problems()
        let words = FocusAreaText.read(form, into: &problems)
        let started = form.optional("started") == nil ? today : form.day("started")
        if started == nil { problems.add("started", FocusAreaWords.dayWrong) }
        guard problems.isEmpty, let started else { throw problems }
        return NewFocusArea(title: words.title, text: words.text, suggestion: nil, started: started)
    }
}

/// The words of a focus area.
struct FocusAreaText: Sendable {
    let title: String
    let text: String

    static func read(_ form: FormData, into problems: inout Problems) -> FocusAreaText {
        let words = FocusAreaText(title: form.text("title"), text: form.text("text"))
        if words.title.isEmpty { problems.add("title", FocusAreaWords.titleMissing) }
        if words.title.count > 120 { problems.add("title", FocusAreaWords.titleTooLong) }
        if words.text.isEmpty { problems.add("text", FocusAreaWords.textMissing) }
        if words.text.count > 4000 { problems.add("text", FocusAreaWords.textTooLong) }
        return words
    }
}

/// A person for a school, chosen from one list.
struct TeacherChoice: Sendable {
    let organisation: OrganisationID
    let person: PersonID

    var value: String { "\(organisation):\(person)" }

    init(organisation: OrganisationID, person: PersonID) { (self.organisation, self.person) = (organisation, person) }

    init?(value: String) {
        let parts = value.split(separator: ":")
        guard parts.count == 2, let organisation = OrganisationID(typed: parts[0]),
            let person = PersonID(typed: parts[1])
        else { return nil }
        self.init(organisation: organisation, person: person)
    }
}
