import Database
import Ground
import Hummingbird
import Web

extension Backups {
    /// For whoever runs the installation; to everybody else the page is not there.
    @Sendable func showHealth(_ request: Request, _ context: Context) async throws -> Response {
        context.page(HealthPage(health: try await health(for: context)))
    }

    @Sendable func answerHealth(_ request: Request, _ context: Context) async throws -> Response {
        try Response.json(HealthJSON(try await health(for: context)))
    }

    private func health(for context: Context) async throws -> Health {
        guard context.viewer.isOperator else { throw NotFound() }
        let (version, now, settings) = (version, site.now, site.settings)
        let engine = site.database.engine.rawValue
        return try await site.database.read { transaction in
            Health(
                now: now, version: version, engine: engine, migrations: try transaction.appliedMigrations(),
                bytesLeft: Disk.bytesLeft(in: settings.dataFolder), jobsWaiting: try jobsWaiting(transaction),
                backup: try transaction.backups(.backup, limit: 1).first, drill: try transaction.lastDrill())
        }
    }
}
