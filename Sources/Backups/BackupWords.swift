import Ground

enum BackupWords {
    static func progress(_ table: String, _ rows: Int) -> Words {
        rows == 0
            ? Words("backup.progress-table", "\(table)")
            : Words("backup.progress-rows", "\(table), \(rows) rows so far")
    }

    static func refusal(_ refusal: ArchiveRefusal) -> Words {
        switch refusal {
        case .nothingThere(let place):
            Words("backup.nothing-there", "There is no installation in \(place), so there is nothing to back up.")
        case .alreadyThere(let path):
            Words("backup.already-there", "\(path) is there already. A backup never overwrites: give it another name.")
        case .cannotWrite(let path):
            Words(
                "backup.cannot-write",
                "\(path) could not be written. Is there room, and is the folder yours to write?")
        case .cannotRead(let path, ""): Words("backup.cannot-read", "\(path) could not be read.")
        case .cannotRead(let path, let reason):
            Words("backup.cannot-read-why", "\(path) could not be read. \(reason)")
        case .notAnArchive: Words("backup.not-an-archive", "This is no archive of Sightline.")
        case .damaged(let entry):
            Words("backup.damaged", "The archive is damaged: \(entry) is not as it was written. Use another one.")
        case .newerFormat:
            Words("backup.newer-format", "This archive was written by a newer Sightline. Restore it with that version.")
        case .newerProgram(let version):
            Words(
                "backup.newer-program",
                "This archive was written by a newer Sightline (\(version)). Restore it with that version.")
        case .folderNotEmpty(let path):
            Words(
                "backup.folder-not-empty",
                "\(path) holds something already. A restore never overwrites: name a folder that is not there yet.")
        case .databaseNotEmpty:
            Words(
                "backup.database-not-empty",
                "The database holds something already. A restore never overwrites: name an empty database.")
        case .wrongPassphrase:
            Words("backup.wrong-passphrase", "This passphrase does not open the keys in the archive.")
        case .shortPassphrase:
            Words("backup.short-passphrase", "The passphrase is too short: it needs at least 12 characters.")
        case .schemaDiffers(let table):
            Words(
                "backup.schema-differs",
                "The table \(table) of the archive is not the one this version of Sightline made then.")
        case .contentDiffers(let table):
            Words("backup.content-differs", "The table \(table) did not come back as it was archived.")
        case .chainsDiffer: Words("backup.chains-differ", "The audit trails did not come back as they were archived.")
        case .unsound(let fault):
            Words(
                "backup.unsound",
                "The database is damaged (\(fault)). Keep it as it is, and restore the last good backup beside it.")
        case .noBackupKnown:
            Words("backup.none-known", "No backup is known that is still there. Take one, or name one with --archive.")
        }
    }

    static func taken(_ archive: BackupFile) -> Words {
        Words(
            "backup.taken",
            "\(archive.path): \(archive.manifest.rows, "row", "rows") in \(archive.manifest.tables.count, "table", "tables"), \(archive.manifest.files.count, "file", "files"), \(archive.bytes / 1024)\u{00A0}kB; read back and found whole."
        )
    }
    static let keysInside = Words(
        "backup.keys-inside", "The keys are in it, wrapped by the passphrase. Keep that apart from the archive.")
    static let keysLeftOut = Words(
        "backup.keys-left-out",
        "The keys are not in it. Without matching.key learners can no longer be found again by their national number, so keep a copy of it elsewhere, or give --passphrase-file."
    )
    static func brokenChains(_ count: Int) -> Words {
        Words(
            "backup.broken-chains",
            "\(count, "audit trail does", "audit trails do") not hold: see sightline audit verify.")
    }

    static func report(_ report: RestoreReport) -> [Words] {
        var lines = [
            Words(
                "restore.rows",
                "\(report.rows, "row", "rows") in \(report.manifest.tables.count, "table", "tables") came back as they were on \(report.manifest.created), and \(report.manifest.chains.count, "audit trail", "audit trails") with them."
            )
        ]
        if !report.manifest.brokenChains.isEmpty { lines.append(brokenChains(report.manifest.brokenChains.count)) }
        if !report.newer.isEmpty {
            lines.append(
                Words(
                    "restore.newer",
                    "\(report.newer.count, "newer change", "newer changes") of the schema came on top."))
        }
        lines.append(report.hasKeys ? keysRestored : keysMissing(report.manifest.hasKeys))
        lines.append(noErasures)
        return lines
    }
    static let keysRestored = Words("restore.keys", "The keys came back too.")
    static func keysMissing(_ areInside: Bool) -> Words {
        areInside
            ? Words(
                "restore.keys-not-opened",
                "The keys are in the archive, but no passphrase was given: restore again with --passphrase-file, or put matching.key into the folder before you start. Else a new one is made, and learners are not found again by their national number."
            )
            : Words(
                "restore.keys-not-inside",
                "The keys are not in the archive: put matching.key into the folder before you start. Else a new one is made, and learners are not found again by their national number."
            )
    }
    static let noErasures = Words(
        "restore.no-erasures",
        "This version keeps no list of people who were erased, so none was erased again: whoever was erased since then has to be erased anew."
    )

    static func drilled(_ drill: RestoreDrill) -> Words {
        drill.isGood
            ? Words(
                "drill.good",
                "\(drill.archive) was restored: \(drill.rows, "row", "rows") came back unchanged, and the audit trails with them."
            )
            : Words("drill.failed", "\(drill.archive) could not be restored: \(drill.detail)")
    }

    static func snapshotTaken(_ path: String) -> Words {
        Words("snapshot.taken", "The schema is about to change. What was there before is kept in \(path).")
    }
    static func snapshotFailed(_ why: Words) -> Words {
        Words(
            "snapshot.failed",
            "The schema has to change, but what is there could not be kept first, so nothing was changed. \(why)")
    }

    static func readme(at moment: String, program: String) -> Words {
        Words(
            "archive.readme",
            """
            This is an archive of Sightline, written by version \(program) on \(moment) (UTC).

            It holds everything that one installation knew at that moment. To use it again, install Sightline of that
            version or a newer one and run

                sightline restore THIS-FILE --data NEW-FOLDER

            To read it without Sightline: tables/NAME.jsonl holds the rows of one table, each line one row as a JSON
            object in UTF-8, in the order of the table's key. manifest.json says which tables and columns there are, how
            many rows, and the SHA-256 of every file. Numbers are in the shortest form that reads back to the same
            number, bytes in hexadecimal, moments in UTC, days as YEAR-MONTH-DAY. files/ holds files of the data folder.
            keys.json, if it is there, holds the keys of the installation, wrapped by a passphrase: it says how.

            It holds what schools know of learners. Keep it as safe as the installation itself.

            """)
    }
}
