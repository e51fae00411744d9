import CArchive
import Foundation

/// libarchive, told to read zip archives and nothing else, by the list at their end.
final class ZipReader {
    struct Entry {
        enum Kind { case file, folder, other }

        let name: String
        let kind: Kind
        let byteCount: Int
        let isEncrypted: Bool
        /// Deflated or stored as it is.
        let isUsuallyCompressed: Bool
    }

    let byteCount: Int
    private let archive: OpaquePointer
    private let locale: locale_t?
    /// A copy of bytes at hand that stays in its place for as long as libarchive reads from it.
    private let bytes: UnsafeMutableRawBufferPointer
    /// How many entries have been passed.
    private var count = 0

    /// `check` looks at the archive before libarchive does.
    init(
        _ source: ArchiveSource, check: () throws(ArchiveProblem) -> Void = {}
    ) throws(ArchiveProblem) {
        byteCount = try ZipReader.checkedSize(of: source)
        try check()
        guard let archive = archive_read_new() else { throw .unreadable }
        self.archive = archive
        locale = utf8_locale_make()
        archive_read_support_format_zip_seekable(archive)
        // It begins like a zip archive: what keeps libarchive from opening it is that its list is not there.
        switch source {
        case .file(let path):
            bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
            guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw .truncated }
        case .bytes(let array):
            bytes = .allocate(byteCount: array.count, alignment: 1)
            bytes.copyBytes(from: array)
            guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
                throw .truncated
            }
        }
    }

    deinit {
        archive_read_free(archive)
        utf8_locale_free(locale)
        bytes.deallocate()
    }

    var bytesRead: Int { min(byteCount, max(0, Int(archive_filter_bytes(archive, -1)))) }

    /// What the list says of the next entry; `nil` at the end.
    func next() throws(ArchiveProblem) -> Entry? {
        var entry: OpaquePointer?
        let outcome = archive_next_header_in(locale, archive, &entry)
        if outcome == ARCHIVE_EOF { return nil }
        // A warning is about a list that contradicts what it lists.
        guard outcome == ARCHIVE_OK || outcome == ARCHIVE_WARN, let entry else {
            throw .damaged("")
        }
        let name = ZipReader.name(of: entry)
        guard outcome == ARCHIVE_OK else { throw .damaged(name) }
        count += 1
        let kind: Entry.Kind =
            switch archive_entry_filetype(entry) & 0o170000 {
            case 0o100000: .file
            case 0o040000: .folder
            default: .other
            }
        guard kind != .file || archive_entry_size_is_set(entry) != 0, archive_entry_size(entry) >= 0 else {
            throw .damaged(name)
        }
        let format = archive_format_name(archive).map { String(cString: $0) } ?? ""
        return Entry(
            name: name, kind: kind, byteCount: kind == .file ? Int(archive_entry_size(entry)) : 0,
            isEncrypted: archive_entry_is_encrypted(entry) != 0,
            isUsuallyCompressed: format.contains("(deflation)") || format.contains("(uncompressed)")
        )
    }

    /// Goes on to the entry that was `index`-th when the list was looked at.
    func advance(to index: Int) throws(ArchiveProblem) {
        while count <= index {
            guard try next() != nil else { throw .truncated }
        }
    }

    func read(_ size: Int, of name: String) throws(ArchiveProblem) -> [UInt8] {
        var outcome = 0
        let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            outcome = archive_read_data(archive, buffer.baseAddress, size)
            count = max(0, outcome)
        }
        guard outcome >= 0 else { throw .damaged(name) }
        return block
    }

    /// As it is written down in the archive; what is no UTF-8 comes from an old program, and is shown as best we can.
    private static func name(of entry: OpaquePointer) -> String {
        if let name = archive_entry_pathname(entry) { return String(cString: name) }
        return archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
    }

    private static func checkedSize(of source: ArchiveSource) throws(ArchiveProblem) -> Int {
        let (beginning, size): ([UInt8], Int)
        switch source {
        case .bytes(let bytes): (beginning, size) = (Array(bytes.prefix(4)), bytes.count)
        case .file(let path):
            guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable }
            do {
                beginning = [UInt8](try file.read(upToCount: 4) ?? Data())
                size = Int(try file.seekToEnd())
            } catch { throw .unreadable }
        }
        // Only an archive without files begins with its list.
        guard beginning != [0x50, 0x4B, 0x05, 0x06] else { throw .empty }
        guard beginning == [0x50, 0x4B, 0x03, 0x04] else { throw .notAZip }
        return size
    }
}
