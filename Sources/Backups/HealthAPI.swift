import Ground

/// The health of an installation as programs read it. Ages are in seconds; nothing is rounded.
struct HealthJSON: Encodable {
    let isWell: Bool
    let concerns: [String]
    let version: String
    let engine: String
    let changesOfSchema: Int
    let bytesLeft: Int?
    let jobsWaiting: Int
    let lastBackup: Backup?
    let lastDrill: Drill?

    struct Backup: Encodable {
        let at: Instant
        let ageSeconds: Int
        let rows: Int
        let bytes: Int
        let seconds: Double
        let hasKeys: Bool
    }

    struct Drill: Encodable {
        let at: Instant
        let ageSeconds: Int
        let archiveAt: Instant?
        let rows: Int
        let seconds: Double
        let isGood: Bool
        let detail: String
    }

    init(_ health: Health) {
        concerns = health.concerns.map { HealthWords.concern($0).text }
        isWell = concerns.isEmpty
        (version, engine, changesOfSchema) = (health.version, health.engine, health.migrations.count)
        (bytesLeft, jobsWaiting) = (health.bytesLeft, health.jobsWaiting)
        lastBackup = health.backup.map { backup in
            Backup(
                at: backup.at, ageSeconds: Age(of: backup.at, at: health.now).seconds, rows: backup.rows,
                bytes: backup.bytes, seconds: backup.seconds, hasKeys: backup.hasKeys)
        }
        lastDrill = health.drill.map { drill in
            Drill(
                at: drill.at, ageSeconds: Age(of: drill.at, at: health.now).seconds, archiveAt: drill.archiveAt,
                rows: drill.rows, seconds: drill.seconds, isGood: drill.isGood, detail: drill.detail)
        }
    }
}
