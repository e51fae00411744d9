import Ground

enum HealthWords {
    static let title = Words("health.title", "Health of this installation")

    static func headline(_ concerns: Int) -> Words {
        concerns == 0
            ? Words("health.well", "All is well.")
            : Words("health.unwell", "\(concerns, "thing needs", "things need") you.")
    }

    static func concern(_ concern: Health.Concern) -> Words {
        switch concern {
        case .diskFull(let megabytes):
            Words("health.disk-full", "The disk is full: \(megabytes)\u{00A0}MB are left, and nothing can be saved.")
        case .diskLow(let megabytes):
            Words("health.disk-low", "The disk is filling up: \(megabytes)\u{00A0}MB are left.")
        case .noBackup: Words("health.no-backup", "There is no backup yet.")
        case .oldBackup(let age): Words("health.old-backup", "The last backup was taken \(age.words).")
        case .noDrill: Words("health.no-drill", "No backup has been tried yet.")
        case .failedDrill(let detail): Words("health.failed-drill", "The last backup could not be restored: \(detail)")
        case .oldDrill(let age): Words("health.old-drill", "A backup was last tried \(age.words).")
        }
    }

    static func mending(_ concern: Health.Concern) -> Words {
        switch concern {
        case .diskFull, .diskLow: Words("health.mend-disk", "Make room on the disk of the data folder.")
        case .noBackup, .oldBackup:
            Words("health.mend-backup", "Run sightline backup, and let a timer do it every night.")
        case .noDrill, .oldDrill: Words("health.mend-drill", "Run sightline drill, and let a timer do it every week.")
        case .failedDrill:
            Words("health.mend-failed", "Take a new backup, try it with sightline drill, and keep the old one.")
        }
    }

    static let kept = Words("health.kept", "What is kept")
    static let running = Words("health.running", "What is running")
    static let lastBackup = Words("health.last-backup", "Last backup")
    static let lastDrill = Words("health.last-drill", "Last restore drill")
    static let never = Words("health.never", "never")
    static func backup(_ age: Words, rows: Int) -> Words {
        Words("health.backup", "\(age), \(rows, "row", "rows").")
    }
    static let withKeys = Words("health.with-keys", "The keys are in it, wrapped by a passphrase.")
    static let withoutKeys = Words(
        "health.without-keys",
        "The keys are not in it: keep a copy of matching.key elsewhere, or use --passphrase-file.")
    static func drillHeld(_ age: Words, rows: Int, seconds: Int) -> Words {
        Words(
            "health.drill-held",
            "\(age): \(rows, "row", "rows") came back unchanged in \(seconds, "second", "seconds").")
    }
    static func drillFailed(_ age: Words) -> Words { Words("health.drill-failed", "\(age), and it failed.") }

    static let database = Words("health.database", "Database")
    static func answers(_ isSQLite: Bool) -> Words {
        isSQLite ? Words("health.sqlite", "SQLite answers.") : Words("health.postgres", "PostgreSQL answers.")
    }
    static let disk = Words("health.disk", "Room on the disk")
    static func left(megabytes: Int) -> Words { Words("health.left", "\(megabytes)\u{00A0}MB") }
    static let unknown = Words("health.unknown", "The system does not say.")
    static let jobs = Words("health.jobs", "Work that waits")
    static func jobsWaiting(_ count: Int) -> Words {
        count == 0
            ? Words("health.no-jobs", "none")
            : Words("health.jobs-waiting", "\(count, "file is", "files are") being read")
    }
    static let program = Words("health.program", "Program")
    static func version(_ version: String, changes: Int) -> Words {
        Words("health.version", "Sightline \(version), \(changes, "change", "changes") of the schema")
    }

    static let justNow = Words("health.just-now", "just now")
    static func minutesAgo(_ count: Int) -> Words {
        Words("health.minutes-ago", "\(count, "minute", "minutes") ago")
    }
    static func hoursAgo(_ count: Int) -> Words { Words("health.hours-ago", "\(count, "hour", "hours") ago") }
    static func daysAgo(_ count: Int) -> Words { Words("health.days-ago", "\(count, "day", "days") ago") }
}
