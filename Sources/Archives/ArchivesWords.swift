package import Ground

extension ArchiveProblem {
    package var words: Words {
        switch self {
        case .notAZip:
            Words("archives.not-a-zip", "This is not a ZIP file, whatever its name says. Export it once more.")
        case .empty:
            Words("archives.empty", "There is nothing in this ZIP file. Export it once more.")
        case .truncated:
            Words(
                "archives.truncated",
                "The end of this file is missing: the download may have been cut off. Download or export it once more."
            )
        case .tooManyEntries(let limit):
            Words("archives.too-many-entries", "There are more than \(limit) files in this ZIP file.")
        case .tooLarge(let megabytes):
            Words(
                "archives.too-large",
                "What is packed in this file is larger than \(megabytes) MB. Split it into smaller files."
            )
        case .ratio(let limit):
            Words(
                "archives.ratio",
                """
                Unpacked, this file would be more than \(limit) times as large as it is. No export of a school is \
                like that, so nothing was unpacked.
                """
            )
        case .unsafeName(let name):
            Words(
                "archives.unsafe-name",
                "A file in it is called \"\(name.excerpt)\", a name that leads elsewhere. Nothing was unpacked."
            )
        case .nameTooLong:
            Words("archives.name-too-long", "A file in this ZIP file has too long a name. Give it a shorter one.")
        case .duplicateName(let name):
            Words(
                "archives.duplicate-name",
                "Two files in it are called \"\(name.excerpt)\", so it cannot be known which one counts. Remove one."
            )
        case .caseTwins(let one, let other):
            Words(
                "archives.case-twins",
                """
                Two files in it are called \"\(one.excerpt)\" and \"\(other.excerpt)\", so it cannot be known which \
                one counts. Remove one.
                """
            )
        case .link(let name):
            Words(
                "archives.link",
                "\"\(name.excerpt)\" in this ZIP file is not a file but a link to one. Pack the file itself."
            )
        case .nestedArchive(let name):
            Words(
                "archives.nested-archive",
                "\"\(name.excerpt)\" is an archive within the archive. Unpack it and choose it on its own."
            )
        case .encrypted(let name):
            Words(
                "archives.encrypted",
                "\"\(name.excerpt)\" is protected with a password. Pack the files again without one."
            )
        case .unusualCompression(let name):
            Words(
                "archives.unusual-compression",
                "\"\(name.excerpt)\" is packed in an unusual way. Pack the files again as an ordinary ZIP file."
            )
        case .damaged(""):
            Words(
                "archives.damaged",
                "This file is damaged: its list of contents cannot be read. Download or export it once more.")
        case .damaged(let name):
            Words(
                "archives.damaged.file",
                """
                \"\(name.excerpt)\" in this file is damaged: what comes out is not what was put in. Download or \
                export it once more.
                """
            )
        case .unreadable:
            Words("archives.unreadable", "The file could not be read. Choose it again.")
        case .unwritable:
            Words("archives.unwritable", "The file could not be written. The disk may be full.")
        }
    }
}

extension String {
    /// Enough of a name to know it by, on one line.
    fileprivate var excerpt: String {
        let shown = String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
        return shown.count <= 80 ? shown : shown.prefix(79) + "…"
    }
}
