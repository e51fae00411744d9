import Ground
import HTML
import Interface
import Web

package enum HealthPath {
    package static let health = "/health"
}

/// How the installation is, for whoever runs it: what needs them first, then the facts.
struct HealthPage: Page {
    let health: Health

    var title: Words { HealthWords.title }

    var body: HTML {
        let concerns = health.concerns
        return """
            \(headline(HealthWords.headline(concerns.count)))
            \(concerns.first.map { nextStep("\(HealthWords.concern($0)) \(HealthWords.mending($0))") })
            \(if: concerns.count > 1, others(concerns.dropFirst()))
            \(section(HealthWords.kept, id: "kept", facts(kept)))
            \(section(HealthWords.running, id: "running", facts(running)))
            """
    }

    private func others(_ concerns: ArraySlice<Health.Concern>) -> HTML {
        """
        <ul>\(concerns, { "<li>\(HealthWords.concern($0)) \(HealthWords.mending($0))</li>" })</ul>
        """
    }

    private var kept: [(name: Words, value: HTML)] {
        [
            (HealthWords.lastBackup, health.backup.map(line) ?? "\(HealthWords.never)"),
            (HealthWords.lastDrill, health.drill.map(line) ?? "\(HealthWords.never)"),
        ]
    }

    private func line(_ backup: BackupRecord) -> HTML {
        let age = Age(of: backup.at, at: health.now).words
        return """
            \(HealthWords.backup(age, rows: backup.rows)) \
            \(backup.hasKeys ? HealthWords.withKeys : HealthWords.withoutKeys)
            """
    }

    private func line(_ drill: RestoreDrill) -> HTML {
        let age = Age(of: drill.at, at: health.now).words
        guard drill.isGood else { return "\(HealthWords.drillFailed(age)) \(drill.detail)" }
        return "\(HealthWords.drillHeld(age, rows: drill.rows, seconds: Int(drill.seconds.rounded(.up))))"
    }

    private var running: [(name: Words, value: HTML)] {
        [
            (HealthWords.database, "\(HealthWords.answers(health.engine == "sqlite"))"),
            (
                HealthWords.disk,
                "\(health.bytesLeft.map { HealthWords.left(megabytes: $0 >> 20) } ?? HealthWords.unknown)"
            ),
            (HealthWords.jobs, "\(HealthWords.jobsWaiting(health.jobsWaiting))"),
            (HealthWords.program, "\(HealthWords.version(health.version, changes: health.migrations.count))"),
        ]
    }
}
