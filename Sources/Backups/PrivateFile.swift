import Foundation

/// Files that hold what schools know of learners: readable by nobody else, and on the disk before they count.
package enum PrivateFile {
    /// An empty file; one left over from before is emptied.
    static func create(_ path: String) throws(ArchiveRefusal) {
        let made = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made else { throw .cannotWrite(path) }
    }

    /// What is not there need not be removed.
    static func remove(_ path: String) throws(ArchiveRefusal) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do { try FileManager.default.removeItem(atPath: path) } catch { throw .cannotWrite(path) }
    }

    /// Nothing may be at the new place yet.
    package static func move(_ path: String, to place: String) throws(ArchiveRefusal) {
        guard !FileManager.default.fileExists(atPath: place) else { throw .alreadyThere(place) }
        do { try FileManager.default.moveItem(atPath: path, toPath: place) } catch {
            throw .cannotWrite(place)
        }
    }

    /// A folder that only we may enter.
    package static func createFolder(_ path: String) throws(ArchiveRefusal) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .cannotWrite(path) }
    }

    /// Whether nothing is there, or a folder in which nothing is.
    static func isFree(_ path: String) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        // What cannot be listed is not ours to fill.
        return (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false
    }

    /// The plain files below a data folder that belong into an archive, by their paths in it.
    static func files(below folder: String) -> [String] {
        ArchivedFolders.written.flatMap { name -> [String] in
            let names = FileManager.default.subpaths(atPath: "\(folder)/\(name)") ?? []
            return names.map { "\(name)/\($0)" }.filter { path in
                let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")  // gone by now
                return facts?[.type] as? FileAttributeType == .typeRegular
            }
        }.sorted()
    }
}
