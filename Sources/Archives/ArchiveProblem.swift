import Ground

/// Why a zip archive is not taken in. Nothing of it is kept then.
package enum ArchiveProblem: Refusal, Hashable {
    case notAZip
    case empty
    /// It begins like a zip archive, but its end is missing or has no list of its files.
    case truncated
    case tooManyEntries(limit: Int)
    case tooLarge(megabytes: Int)
    /// So much comes out of so few bytes that it was made to fill disks.
    case ratio(limit: Int)
    /// The name leads out of a folder, or holds what no name of a file should.
    case unsafeName(String)
    case nameTooLong
    case duplicateName(String)
    case caseTwins(String, String)
    /// A link, a device or whatever else is neither a file nor a folder.
    case link(String)
    case nestedArchive(String)
    case encrypted(String)
    /// Packed in a way that neither schools' systems nor spreadsheets use.
    case unusualCompression(String)
    /// What comes out is not what was put in: a wrong checksum, a wrong size, broken data.
    case damaged(String)
    case unreadable
    case unwritable
}

/// How much is taken in from one archive. A school's largest export is far below; what is above was made to do harm.
package struct ArchiveLimits: Sendable, Equatable {
    package var entries = 500
    /// All files together, once inflated.
    package var inflatedBytes = 200 << 20
    /// How many times as large as the archive its files may be: plain tables reach 10 to 30.
    package var ratio = 100
    /// Below this many bytes inflated, the ratio does not matter.
    package var ratioFloor = 16 << 20
    package var nameLength = 255
    package var refusesNestedArchives = true

    package init() {}

    /// A spreadsheet is an archive too: one with pictures and many parts, and with rows that repeat themselves.
    package static var workbook: ArchiveLimits {
        var limits = ArchiveLimits()
        limits.entries = 5000
        limits.inflatedBytes = 1 << 30
        limits.ratio = 200
        limits.ratioFloor = 64 << 20
        limits.refusesNestedArchives = false
        return limits
    }
}
