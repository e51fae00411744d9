import Communities
import Ground
import Programmes
import Web

/// A file that was chosen, and what was said about it.
struct NewIntake: Sendable {
    let file: UploadedFile
    let organisation: OrganisationID
    /// `nil` where the columns are to tell.
    let kind: Intake.Kind?
    let addsLearners: Bool
    let asksAgain: Bool
    let statement: String

    static func read(_ form: FormData, own: [Organisation]) throws(Problems) -> NewIntake {
        var problems = Problems()
        let file = form.file("file")
        if file.map(\.name.isEmpty) ?? true { problems.add("file", IntakeWords.fileMissing) }
        let chosen = own.count == 1 ? own[0].id : form.id("organisation", of: Named.Organisation.self)
        let organisation = own.first { $0.id == chosen }?.id
        if organisation == nil { problems.add("organisation", IntakeWords.organisationMissing) }
        let kind = Intake.Kind(rawValue: form.text("kind"))
        guard problems.isEmpty, let file, let organisation else { throw problems }
        return NewIntake(
            file: file, organisation: organisation, kind: kind == .counts ? nil : kind,
            addsLearners: form.isChecked("add-learners"), asksAgain: form.isChecked("ask-again"),
            statement: String(form.text("statement").prefix(200)))
    }
}

/// What somebody said the columns of a file hold, and how it is to be remembered.
struct NewMapping: Sendable {
    let mapping: Mapping
    let name: String
    /// Whether other schools of the community may read such files in the same way.
    let isShared: Bool

    /// The mapping as far as it was filled in: it comes back with the form.
    static func typed(_ form: FormData, headings: [String], kind: Intake.Kind) -> Mapping {
        let columns = headings.enumerated().compactMap { index, heading in
            heading.isEmpty
                ? nil : Mapping.Use(rawValue: form.text("column-\(index)")).map { Mapping.Column(heading, $0) }
        }
        var mapping = Mapping(
            kind: kind, columns: columns, construct: form.optional("construct"),
            instrument: form.optional("instrument"))
        mapping.day = form.optional("day").flatMap { Day(typed: $0) }
        return mapping
    }

    static func read(
        _ form: FormData, headings: [String], kind: Intake.Kind, pack: Pack, today: Day
    ) throws(Problems) -> NewMapping {
        let typed = typed(form, headings: headings, kind: kind)
        let fields = Mapping.Field.all(for: kind)
        let columns = typed.columns.filter { column in
            switch column.use {
            case .field(let field): fields.contains(field)
            case .groupWords: kind == .learners
            case .group(let key): kind == .learners && pack.groups[key: key] != nil
            case .result(let wide):
                kind == .results && (wide.construct.map { pack.constructs[key: $0] != nil } ?? true)
                    && (wide.instrument.map { pack.instruments[key: $0] != nil } ?? true)
            }
        }
        var mapping = Mapping(kind: kind, columns: columns)
        if kind == .results, mapping.heading(of: .construct) == nil { mapping.construct = typed.construct }
        if kind == .results, mapping.heading(of: .instrument) == nil { mapping.instrument = typed.instrument }
        if kind == .results, mapping.heading(of: .day) == nil { mapping.day = typed.day }
        var problems = mapping.problems(pack: pack)
        if mapping.day.map({ $0 > today }) ?? false { problems.add("day", IntakeWords.dayTooLate) }
        let name = form.text("template")
        if name.isEmpty || name.count > 80 { problems.add("template", IntakeWords.templateNameMissing) }
        guard problems.isEmpty else { throw problems }
        return NewMapping(mapping: mapping, name: name, isShared: form.isChecked("share"))
    }
}

extension IntakeMend {
    /// The cells that were corrected: only those that have a problem, and only where something else stands there now.
    static func read(_ form: FormData, of problems: [IntakeProblem]) -> [IntakeMend] {
        problems.compactMap { problem in
            let name = problem.fieldName
            guard !problem.column.isEmpty, form.fields.contains(where: { $0.name == name }) else { return nil }
            let typed = form.text(name)
            return typed == problem.value
                ? nil : IntakeMend(line: problem.line, heading: problem.column, value: typed)
        }
    }
}

extension IntakeProblem {
    /// What its cell is called in the form in which it is corrected.
    var fieldName: String { "mend-\(line)-\(column)" }
}
