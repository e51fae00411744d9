import Ground

/// How an installation is: what whoever runs it should know.
struct Health: Sendable, Equatable {
    let now: Instant
    let version: String
    let engine: String
    let migrations: [String]
    /// What is left on the disk of the data folder; `nil` where the system does not say.
    let bytesLeft: Int?
    let jobsWaiting: Int
    let backup: BackupRecord?
    let drill: RestoreDrill?

    /// What needs somebody, the most pressing first.
    enum Concern: Sendable, Equatable {
        case diskFull(megabytes: Int)
        case diskLow(megabytes: Int)
        case noBackup
        case oldBackup(Age)
        case noDrill
        case failedDrill(String)
        case oldDrill(Age)
    }

    /// A nightly backup may be missed once.
    static let oldestBackup = 2 * 86_400
    /// A weekly drill may be a day late.
    static let oldestDrill = 8 * 86_400
    static let lowDisk = 1 << 30

    var concerns: [Concern] {
        var concerns: [Concern] = []
        if let bytesLeft, bytesLeft < Disk.needed {
            concerns.append(.diskFull(megabytes: bytesLeft >> 20))
        } else if let bytesLeft, bytesLeft < Self.lowDisk {
            concerns.append(.diskLow(megabytes: bytesLeft >> 20))
        }
        guard let backup else { return concerns + [.noBackup] }
        let backupAge = Age(of: backup.at, at: now)
        if backupAge.seconds > Self.oldestBackup { concerns.append(.oldBackup(backupAge)) }
        guard let drill else { return concerns + [.noDrill] }
        let drillAge = Age(of: drill.at, at: now)
        if !drill.isGood {
            concerns.append(.failedDrill(drill.detail))
        } else if drillAge.seconds > Self.oldestDrill {
            concerns.append(.oldDrill(drillAge))
        }
        return concerns
    }
}

/// How long ago something was.
struct Age: Sendable, Equatable {
    let seconds: Int

    /// A clock that was set back makes nothing younger than now.
    init(of moment: Instant, at now: Instant) {
        seconds = max(0, Int((now.milliseconds - moment.milliseconds) / 1000))
    }

    var words: Words {
        switch seconds {
        case ..<60: HealthWords.justNow
        case ..<3_600: HealthWords.minutesAgo(seconds / 60)
        case ..<(2 * 86_400): HealthWords.hoursAgo(seconds / 3_600)
        default: HealthWords.daysAgo(seconds / 86_400)
        }
    }
}
