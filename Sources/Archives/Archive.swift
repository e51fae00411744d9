import Foundation

/// Where an archive's bytes lie.
package enum ArchiveSource: Sendable {
    case file(path: String)
    case bytes([UInt8])
}

/// A zip archive from somebody else, whose list of files has been looked at and found harmless.
///
/// What its list declares is checked before anything is inflated; what is inflated is counted against that. Files are
/// given out as a stream, or unpacked under names of our own, so that no name in an archive ever reaches the disk.
package struct Archive: Sendable {
    package struct Member: Sendable, Hashable {
        /// The name in the archive, with slashes between folders.
        package let name: String
        /// The size that the archive declares.
        package let byteCount: Int
        /// Its place among all entries.
        let index: Int
    }

    /// A file that was unpacked: the name it had, and where it lies now.
    package struct Unpacked: Sendable, Hashable {
        package let name: String
        package let path: String
        package let byteCount: Int
    }

    /// The files, in the order in which they lie in the archive. Folders, and what a Mac adds on its own, are left out.
    package let members: [Member]
    let source: ArchiveSource
    private let limits: ArchiveLimits

    package init(_ source: ArchiveSource, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveProblem) {
        (self.source, self.limits) = (source, limits)
        members = try ArchiveSurvey(source, limits: limits).members
    }

    /// The file of this name, or else the only one that differs in nothing but case.
    package func member(named name: String) -> Member? {
        members.first { $0.name == name } ?? members.first { $0.name.lowercased() == name.lowercased() }
    }

    /// What is in one file, to be read once from its beginning.
    package func open(_ member: Member) throws(ArchiveProblem) -> MemberStream {
        try MemberStream(member, of: source, refusesArchive: limits.refusesNestedArchives)
    }

    /// Writes every file into a folder as `0001`, `0002`, …; all of them, or none.
    package func unpack(into folder: String) throws(ArchiveProblem) -> [Unpacked] {
        var unpacked: [Unpacked] = []
        do throws(ArchiveProblem) {
            let reader = try ZipReader(source)
            for member in members {
                let number = String(unpacked.count + 1)
                let path = folder + "/" + String(repeating: "0", count: max(0, 4 - number.count)) + number
                try reader.advance(to: member.index)
                let stream = MemberStream(member, in: reader, refusesArchive: limits.refusesNestedArchives)
                unpacked.append(Unpacked(name: member.name, path: path, byteCount: member.byteCount))
                try Archive.write(stream, to: path)
            }
        } catch {
            // Those that never came to be cannot be removed, and need not be.
            for file in unpacked { try? FileManager.default.removeItem(atPath: file.path) }
            throw error
        }
        return unpacked
    }

    private static func write(_ stream: MemberStream, to path: String) throws(ArchiveProblem) {
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw .unwritable }
        defer { try? file.close() }  // A failure to write has shown before.
        while true {
            let block = try stream.next()
            if block.isEmpty { return }
            do { try file.write(contentsOf: block) } catch { throw .unwritable }
        }
    }
}
