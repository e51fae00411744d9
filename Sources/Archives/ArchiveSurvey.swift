import CArchive

/// One pass over the list of an archive, before anything is inflated: is it one that we would take in?
struct ArchiveSurvey {
    private(set) var members: [Archive.Member] = []
    private let limits: ArchiveLimits
    private var names: [String: String] = [:]
    private var inflated = 0

    init(_ source: ArchiveSource, limits: ArchiveLimits) throws(ArchiveProblem) {
        self.limits = limits
        let reader = try ZipReader(source) { () throws(ArchiveProblem) in
            guard let ending = try ArchiveEnding(of: source) else { throw .truncated }
            try ending.check(limits)
        }
        var count = 0
        while let entry = try reader.next() {
            count += 1
            guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
            try check(entry, at: count - 1)
            try checkSize(of: entry, in: reader.byteCount)
        }
    }

    private mutating func check(_ entry: ZipReader.Entry, at index: Int) throws(ArchiveProblem) {
        let name = entry.name
        guard name.utf8.count <= limits.nameLength else { throw .nameTooLong }
        guard !ArchiveSurvey.isUnsafe(name) else { throw .unsafeName(name) }
        guard entry.kind != .other else { throw .link(name) }
        guard !entry.isEncrypted else { throw .encrypted(name) }
        if let other = names.updateValue(name, forKey: name.lowercased()) {
            throw other == name ? .duplicateName(name) : .caseTwins(other, name)
        }
        guard entry.kind == .file else { return }
        guard entry.isUsuallyCompressed else { throw .unusualCompression(name) }
        guard !limits.refusesNestedArchives || !ArchiveSurvey.isArchive(name) else { throw .nestedArchive(name) }
        guard !ArchiveSurvey.isLitter(name) else { return }
        members.append(Archive.Member(name: name, byteCount: entry.byteCount, index: index))
    }

    private mutating func checkSize(of entry: ZipReader.Entry, in archiveSize: Int) throws(ArchiveProblem) {
        let (sum, isOver) = inflated.addingReportingOverflow(entry.byteCount)
        guard !isOver, sum <= limits.inflatedBytes else { throw .tooLarge(megabytes: limits.inflatedBytes >> 20) }
        inflated = sum
        guard sum <= limits.ratioFloor || sum / max(1, archiveSize) < limits.ratio else {
            throw .ratio(limit: limits.ratio)
        }
    }

    private static func isUnsafe(_ name: String) -> Bool {
        name.isEmpty || name.hasPrefix("/") || name.dropFirst().hasPrefix(":")
            || name.unicodeScalars.contains { $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }
            || name.split(separator: "/").contains { $0 == ".." || $0 == "." }
    }

    private static func isArchive(_ name: String) -> Bool {
        let endings = [
            "zip", "gz", "tgz", "tar", "7z", "rar", "bz2", "tbz", "xz", "txz", "zst", "lz", "lzma", "cab", "jar", "iso",
        ]
        guard let point = name.lastIndex(of: ".") else { return false }
        return endings.contains(name[name.index(after: point)...].lowercased())
    }

    /// Left by the system that packed it, unseen by the person who asked it to.
    private static func isLitter(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return parts.first == "__MACOSX" || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(parts.last)
    }
}
