import Foundation
package import Ground

/// Files that a request had begun to take, that waited for their columns, or that were being put together to be taken
/// out, when the program was killed.
package enum Leftovers {
    private static let folders = ["uploads", "intakes", "exports"]

    /// Removes what is older than a day. Younger files may belong to another process on the same folder.
    /// How many there were.
    @discardableResult package static func sweep(_ dataFolder: String, at now: Instant) -> Int {
        let limit = now.adding(days: -1).date
        let files = FileManager.default
        var swept = 0
        for folder in folders.map({ "\(dataFolder)/\($0)" }) {
            // Where there is no such folder, nothing was left in it.
            for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = "\(folder)/\(name)"
                guard let changed = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date,
                    changed < limit
                else { continue }
                // What cannot be removed now is tried again at the next start.
                if (try? files.removeItem(atPath: path)) != nil { swept += 1 }
            }
        }
        return swept
    }
}
