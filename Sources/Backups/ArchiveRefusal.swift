package import Ground

/// Why an archive is not written, or not restored.
package enum ArchiveRefusal: Refusal {
    case nothingThere(String)
    case alreadyThere(String)
    case cannotWrite(String)
    case cannotRead(String, reason: String)
    case notAnArchive
    case damaged(entry: String)
    case newerFormat
    case newerProgram(version: String)
    case folderNotEmpty(String)
    case databaseNotEmpty
    case wrongPassphrase
    case shortPassphrase
    case schemaDiffers(table: String)
    case contentDiffers(table: String)
    case chainsDiffer
    case unsound(String)
    case noBackupKnown

    package var words: Words { BackupWords.refusal(self) }
}
