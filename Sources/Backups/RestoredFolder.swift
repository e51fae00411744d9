import Foundation
import Secrets

/// A folder that is filled beside where it will be, and gets its name when all is in it.
///
/// Where an empty folder waits already it is filled inside that one, for what lies above may not be ours to write; then
/// its files come out at the end, the database last.
package struct RestoredFolder: Sendable {
    /// Where it is filled.
    package let path: String
    private let place: String
    private let isInside: Bool

    package init(becoming place: String) throws(ArchiveRefusal) {
        self.place = URL(filePath: place).standardizedFileURL.path
        isInside = FileManager.default.fileExists(atPath: self.place)
        let name = "restoring-\(Secrets.hexadecimal(Secrets.randomBytes(4)))"
        path = isInside ? "\(self.place)/\(name)" : "\(self.place).\(name)"
        try PrivateFile.createFolder(path)
    }

    /// Whether nothing is at a place, or a folder in which nothing is.
    package static func isFree(_ place: String) -> Bool { PrivateFile.isFree(place) }

    /// Puts what is in it where it belongs.
    package func finish() throws(ArchiveRefusal) {
        guard isInside else { return try PrivateFile.move(path, to: place) }
        for name in names(in: path) { try PrivateFile.move("\(path)/\(name)", to: "\(place)/\(name)") }
        removeIfUnfinished()
    }

    /// Undoes ``finish()``, for what failed afterwards.
    package func takeBack() {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let restored = isInside ? names(in: place).map { "\(place)/\($0)" } : [place]
        // The error that led here is the one to tell.
        for path in restored { try? FileManager.default.removeItem(atPath: path) }
    }

    package func removeIfUnfinished() {
        try? FileManager.default.removeItem(atPath: path)  // a folder that stays behind says in its name what it is
    }

    /// The database comes last: without it nothing has been restored.
    private func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // gone: nothing is in it
        return names.sorted { ($0.hasPrefix("sightline.db") ? 1 : 0, $0) < ($1.hasPrefix("sightline.db") ? 1 : 0, $1) }
    }
}
