import Ground
import Web

/// What somebody asks for who takes records out.
struct NewLearnerExport: Sendable {
    let organisation: OrganisationID
    let kind: Intake.Kind
    let format: TakenOut.Format
    let purpose: String

    /// - Parameter own: the organisations whose records they may see. Any other is not there for them.
    static func read(_ form: FormData, own: [OrganisationID]) throws -> NewLearnerExport {
        let organisation =
            form.optional("organisation") == nil ? own.first : form.id("organisation", of: Named.Organisation.self)
        guard let organisation, own.contains(organisation) else { throw NotFound() }
        var problems = Problems()
        let kind = Intake.Kind(rawValue: form.text("kind")).flatMap { $0 == .counts ? nil : $0 }
        if kind == nil { problems.add("kind", LearnerExportWords.kindMissing) }
        let format = TakenOut.Format(rawValue: form.text("format"))
        if format == nil { problems.add("format", LearnerExportWords.formatMissing) }
        let purpose = form.text("purpose")
        if let problem = problem(ofPurpose: purpose) { problems.add("purpose", problem) }
        guard let kind, let format, problems.isEmpty else { throw problems }
        return NewLearnerExport(organisation: organisation, kind: kind, format: format, purpose: purpose)
    }

    static func problem(ofPurpose purpose: String) -> Words? {
        if purpose.tidied.isEmpty { return LearnerExportWords.purposeMissing }
        return purpose.count > 500 ? LearnerExportWords.purposeTooLong : nil
    }
}
