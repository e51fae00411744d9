import Ground
import Programmes
import Web

/// What people type about an activity, as a value or as problems. One line is enough.
struct ActivityLine: Sendable {
    let organisation: OrganisationID
    let text: String
    let company: String
    let partners: [OrganisationID]
    let kind: String?
    let focusArea: String?
    let day: Day

    /// What a line may refer to.
    struct Bounds: Sendable {
        /// Organisations the writer may write for; the first is their own.
        let own: [OrganisationID]
        let members: Set<OrganisationID>
        let kinds: [Pack.Activity]
        let focuses: [Focus]
        let today: Day
    }

    static func read(_ form: FormData, _ bounds: Bounds) throws(Problems) -> ActivityLine {
        var problems = Problems()
        let (text, company) = (form.text("text"), form.text("company"))
        if text.isEmpty { problems.add("text", ActivityWords.whatMissing) }
        if text.count > 400 { problems.add("text", ActivityWords.tooLong) }
        if company.count > 400 { problems.add("company", ActivityWords.tooLong) }
        let organisation =
            form.optional("organisation") == nil
            ? bounds.own.first : form.id("organisation", of: Named.Organisation.self)
        if organisation.map({ !bounds.own.contains($0) }) ?? true {
            problems.add("organisation", ActivityWords.whoseUnknown)
        }
        let partners = form.all("partner").compactMap { OrganisationID(typed: $0) }
        if !bounds.members.isSuperset(of: partners) { problems.add("partner", ActivityWords.partnerUnknown) }
        let (kind, focus) = (form.optional("kind"), form.optional("focus"))
        if let kind, bounds.kinds[key: kind] == nil { problems.add("kind", ActivityWords.kindUnknown) }
        if let focus, !bounds.focuses.contains(where: { $0.id == focus }) {
            problems.add("focus", ActivityWords.focusUnknown)
        }
        let day = form.optional("day") == nil ? bounds.today : form.day("day")
        if day == nil { problems.add("day", ActivityWords.dayWrong) }
        if let day, day > bounds.today { problems.add("day", ActivityWords.dayAhead) }
        guard problems.isEmpty, let organisation, let day else { throw problems }
        return ActivityLine(
            organisation: organisation, text: text, company: company, partners: partners.filter { $0 != organisation },
            kind: kind, focusArea: focus, day: day)
    }
}

extension Activity {
    /// As it was typed, in the form that changes it.
    var typed: FormData {
        FormData(
            [
                (name: "text", value: text), (name: "company", value: company),
                (name: "organisation", value: organisation.rawValue), (name: "kind", value: kind ?? ""),
                (name: "focus", value: focusArea ?? ""), (name: "day", value: day.description),
            ] + partners.map { (name: "partner", value: $0.rawValue) })
    }
}
