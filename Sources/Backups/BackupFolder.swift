import Foundation
package import Ground

/// A folder in which archives gather.
package enum BackupFolder {
    package static let ending = ".sightline"

    package static func create(_ path: String) throws(ArchiveRefusal) { try PrivateFile.createFolder(path) }

    /// Removes all archives but the newest, by their names, which begin with the moment they were taken at.
    package static func keepNewest(_ count: Int, in folder: String) {
        // Where it cannot be read there is nothing to remove.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(ending) }).sorted().dropLast(count) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")  // the next snapshot tries again
        }
    }
}

/// What whoever starts the program is told of a snapshot.
package enum BackupNotice {
    package static func snapshotTaken(_ path: String) -> Words { BackupWords.snapshotTaken(path) }
    package static func snapshotFailed(_ why: Words) -> Words { BackupWords.snapshotFailed(why) }
}
