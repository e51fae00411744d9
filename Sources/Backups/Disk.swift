import Foundation

/// The disk that a folder lies on.
package enum Disk {
    /// With less than this a write may fail at any moment. Pages can still be read.
    package static let needed = 4 * 1024 * 1024

    /// What is left; `nil` where the system does not say.
    package static func bytesLeft(in folder: String) -> Int? {
        // A file system that does not say is no fault of the disk.
        let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (facts?[.systemFreeSize] as? NSNumber)?.intValue
    }
}
