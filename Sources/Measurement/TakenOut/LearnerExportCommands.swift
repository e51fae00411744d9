import Accounts
import Communities
import Database
package import Ground
import Programmes
import Web

/// What `sightline export learners` was told.
package struct LearnerExportCommand: Sendable {
    package let organisation: OrganisationID
    package let kind: Intake.Kind
    package let format: TakenOut.Format
    package let purpose: String
    /// The e-mail address of the person in whose name it happens.
    package let person: String

    package init(
        organisation: OrganisationID, kind: Intake.Kind, format: TakenOut.Format, purpose: String, as person: String
    ) {
        (self.organisation, self.kind, self.format) = (organisation, kind, format)
        (self.purpose, self.person) = (purpose, person)
    }
}

/// Why the command line takes nothing out.
package enum LearnerExportRefusal: Refusal {
    case notTheirs
    case purpose(Words)

    package var words: Words {
        switch self {
        case .notTheirs: LearnerExportWords.nothingThere
        case .purpose(let words): words
        }
    }
}

extension Measuring {
    /// The way of the page, from the command line: the same policy, the same record of it. The file, how many rows are
    /// in it, and what there is to say.
    package func run(
        _ command: LearnerExportCommand
    ) async throws -> (bytes: [UInt8], rows: Int, lines: [Words]) {
        if let problem = NewLearnerExport.problem(ofPurpose: command.purpose) {
            throw LearnerExportRefusal.purpose(problem)
        }
        let today = site.today
        let found = try await site.database.read { transaction -> (PersonID, Community)? in
            guard let viewer = try transaction.viewer(email: command.person, on: today), let person = viewer.person,
                viewer.may(.seeLearners, .organisation(command.organisation))
            else { return nil }
            return try transaction.communities(of: command.organisation, on: today).first.map { (person, $0) }
        }
        guard let (person, community) = found else { throw LearnerExportRefusal.notTheirs }
        let order = LearnerExportOrder(
            organisation: command.organisation, kind: command.kind, format: command.format,
            purpose: command.purpose.tidied, person: person)
        let (export, bytes) = try await takeOut(order, pack: communities.pack(of: community))
        let unclear = export.unclear == 0 ? [] : [LearnerExportWords.unclear(export.unclear)]
        return (bytes, export.rows.count, [LearnerExportWords.done(export)] + unclear)
    }

    func takeOut(_ order: LearnerExportOrder, pack: Pack) async throws -> (LearnerExport, [UInt8]) {
        let export = try await site.database.write(within: .seconds(600)) { try $0.takeOut(order, pack: pack) }
        switch order.format {
        case .csv: return (export, export.bytes)
        case .xlsx:
            let bytes = try await TakenOut.workbook(
                sheet: export.kind.rawValue, header: export.header, rows: export.rows, at: site)
            return (export, bytes)
        }
    }
}
