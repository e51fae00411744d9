import CArchive
package import Foundation
package import Ground

/// A zip archive on its way out, file after file, in little memory whatever its size.
///
/// It is made readable by nobody but us, for what leaves here may be about learners. Equal contents at an equal time
/// give equal bytes.
package final class ArchiveWriter {
    private let archive: OpaquePointer
    private let locale: locale_t?
    private let file: FileHandle
    private let made: Instant
    private var names: Set<String> = []
    private var isOpen = true

    /// Refuses to write over what is there.
    package init(path: String, made: Instant) throws(ArchiveProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard let archive = archive_write_new() else { throw .unwritable }
        self.archive = archive
        self.made = made
        locale = utf8_locale_make()
        archive_write_set_format_zip(archive)
        archive_write_zip_set_compression_deflate(archive)
        // No padding to whole blocks behind the end.
        archive_write_set_bytes_in_last_block(archive, 1)
        guard archive_write_open_fd(archive, descriptor) == ARCHIVE_OK else { throw .unwritable }
    }

    deinit {
        // Given up: it gets no list of files, so that nobody takes it for whole.
        if isOpen { archive_write_fail(archive) }
        archive_write_free(archive)
        utf8_locale_free(locale)
    }

    /// Begins a file; what is appended next goes into it.
    package func begin(_ name: String) throws(ArchiveProblem) {
        precondition(isOpen && !name.isEmpty && names.insert(name).inserted, "every file has a name of its own")
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_copy_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o600)
        archive_entry_set_mtime(entry, Int(made.milliseconds / 1000), 0)
        // No size is given: it follows the file, so that nothing has to be known or kept beforehand.
        guard archive_write_header_in(locale, archive, entry) == ARCHIVE_OK else { throw .unwritable }
    }

    package func append(_ bytes: some ContiguousBytes) throws(ArchiveProblem) {
        let isWritten = bytes.withUnsafeBytes { buffer in
            buffer.isEmpty || archive_write_data(archive, buffer.baseAddress, buffer.count) == buffer.count
        }
        guard isWritten else { throw .unwritable }
    }

    /// A whole file at once.
    package func add(_ name: String, _ bytes: [UInt8]) throws(ArchiveProblem) {
        try begin(name)
        try append(bytes)
    }

    /// Writes the list of files; only then is it an archive.
    package func close() throws(ArchiveProblem) {
        guard isOpen else { return }
        isOpen = false
        guard archive_write_close(archive) == ARCHIVE_OK else { throw .unwritable }
        do { try file.synchronize() } catch { throw .unwritable }
    }
}
