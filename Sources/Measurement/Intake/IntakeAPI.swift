import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Web

extension Measuring {
    /// The intakes of one's own organisations, as programs read them: counts, no rows.
    func addIntakeAPI(to api: RouterGroup<Context>) {
        api.get("communities/:community/intakes") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let (viewer, today) = (context.viewer, site.today)
            let intakes = try await site.database.read { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                return try transaction.ownOrganisations(in: community, of: viewer, on: today)
                    .flatMap { try transaction.intakes(of: $0.id) }
            }
            return try Response.json(["intakes": intakes.map(IntakeReport.init)])
        }
        api.get("communities/:community/intakes/:intake") { _, context in
            let id = try context.id("community", of: Named.Community.self)
            let intakeID = try context.id("intake", of: Intake.self)
            let viewer = context.viewer
            let intake = try await site.database.read { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                return try transaction.intake(intakeID, in: community, for: viewer)
            }
            guard let intake else { throw NotFound() }
            return try Response.json(IntakeReport(intake))
        }
    }
}
