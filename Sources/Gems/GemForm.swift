import Ground
import Programmes
import Web

/// What people type to nominate a gem, to answer it, to design its spread and to say how far it has come.
struct Nomination: Sendable {
    let title: String
    let text: String
    let focusArea: String?
    let organisation: OrganisationID
    let finder: String
    let evidence: [Gem.Evidence]
    let activities: [Identifier<Activity>]

    /// The field that a question of the evidence bar is answered in.
    static func field(_ question: String) -> String { "evidence-\(question)" }

    static func read(
        _ form: FormData, bar: [EvidenceQuestion], own: [OrganisationID], focuses: [Focus],
        activities: Set<Identifier<Activity>>
    ) throws(Problems) -> Nomination {
        var problems = Problems()
        let (title, text, finder) = (form.text("title"), form.text("text"), form.text("finder"))
        if title.isEmpty { problems.add("title", GemWords.nameMissing) }
        if title.count > 120 { problems.add("title", GemWords.nameTooLong) }
        if text.isEmpty { problems.add("text", GemWords.textMissing) }
        if text.count > 1000 { problems.add("text", GemWords.textTooLong) }
        if finder.isEmpty || finder.count > 200 { problems.add("finder", GemWords.finderMissing) }
        let focus = form.optional("focus")
        if let focus, !focuses.contains(where: { $0.id == focus }) {
            problems.add("focus", ActivityWords.focusUnknown)
        }
        let organisation =
            form.optional("organisation") == nil ? own.first : form.id("organisation", of: Named.Organisation.self)
        if organisation.map({ !own.contains($0) }) ?? true { problems.add("organisation", GemWords.whereMissing) }
        var texts: [String: String] = [:]
        for question in bar {
            let text = form.text(field(question.key))
            if text.count > 4000 { problems.add(field(question.key), GemWords.answerTooLong) }
            texts[question.key] = text
        }
        var evidence: [Gem.Evidence] = []
        do { evidence = try Gem.evidence(answering: bar, with: texts) } catch {
            if case .unanswered(let keys) = error {
                for question in bar where keys.contains(question.key) {
                    problems.add(field(question.key), GemWords.evidenceMissing(question.text))
                }
            }
        }
        guard problems.isEmpty, let organisation else { throw problems }
        // An activity that has been taken back meanwhile is left out; the gem stands without it.
        let origins = form.all("activity").compactMap { Identifier<Activity>(typed: $0) }.filter(activities.contains)
        return Nomination(
            title: title, text: text, focusArea: focus, organisation: organisation, finder: finder,
            evidence: evidence, activities: origins)
    }
}

extension Answer.Kind {
    static func read(_ form: FormData) throws(Problems) -> Answer.Kind {
        guard let kind = Answer.Kind(rawValue: form.text("answer")) else {
            throw Problems("answer", GemWords.answerMissing)
        }
        guard form.text("reason").count <= 4000 else { throw Problems("reason", GemWords.answerTooLong) }
        return kind
    }
}

extension Design {
    static func read(_ form: FormData, on day: Day, by person: PersonID?) throws(Problems) -> Design {
        var problems = Problems()
        let audience = form.text("audience")
        let core = Design.parts(typed: form.text("core"))
        if audience.isEmpty { problems.add("audience", GemWords.audienceMissing) }
        if core.isEmpty { problems.add("core", GemWords.coreMissing) }
        for field in ["audience", "core", "adaptable", "help"] where form.text(field).count > 4000 {
            problems.add(field, GemWords.answerTooLong)
        }
        let due = form.day("due")
        if form.optional("due") != nil, due == nil { problems.add("due", GemWords.dueWrong) }
        guard problems.isEmpty else { throw problems }
        return Design(
            audience: audience, core: core, adaptable: Design.parts(typed: form.text("adaptable")),
            help: form.text("help"), due: due, day: day, person: person)
    }

    /// As it was typed, in the form that changes it.
    var typed: FormData {
        FormData([
            (name: "audience", value: audience), (name: "core", value: core.joined(separator: "\n")),
            (name: "adaptable", value: adaptable.joined(separator: "\n")), (name: "help", value: help),
            (name: "due", value: due?.description ?? ""),
        ])
    }
}

/// Two lines about a place of the board: how far, and what somebody saw.
struct AdoptionLine: Sendable {
    let state: Adoption.State
    let day: Day
    let note: String

    static func read(_ form: FormData, today: Day) throws(Problems) -> AdoptionLine {
        var problems = Problems()
        let state = Adoption.State(rawValue: form.text("state"))
        if state == nil { problems.add("state", BoardWords.stateMissing) }
        let day = form.optional("day") == nil ? today : form.day("day")
        if day == nil { problems.add("day", BoardWords.dayWrong) }
        let note = form.text("note")
        if note.count > 400 { problems.add("note", BoardWords.noteTooLong) }
        guard problems.isEmpty, let state, let day else { throw problems }
        return AdoptionLine(state: state, day: day, note: note)
    }
}
