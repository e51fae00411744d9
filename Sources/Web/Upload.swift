import Foundation
import Interface
import NIOCore

/// A multipart form on its way in: text fields in memory, files on disk under names of our own.
struct Upload {
    private var reader: MultipartReader
    private let folder: String
    private var fields: [(name: String, value: String)] = []
    private var files: [UploadedFile] = []
    private var current: (field: String, file: String?, bytes: [UInt8], handle: FileHandle?, path: String, size: Int)?
    private var fieldBytes = 0
    private var wholeBytes = 0
    /// The value of the first field, once it has come whole.
    private(set) var firstField: String?

    init(boundary: String, folder: String) throws {
        reader = MultipartReader(boundary: boundary)
        self.folder = folder
        try onDisk {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    private static let tooLarge = RefusedRequest.tooLarge(megabytes: RequestLimits.fileBytes / 1_048_576)

    var form: FormData { FormData(fields, files: files) }

    mutating func feed(_ buffer: ByteBuffer) throws {
        // All files together may be as large as one, and what is neither field nor file counts too.
        wholeBytes += buffer.readableBytes
        guard wholeBytes <= RequestLimits.fileBytes + 2 * RequestLimits.formBytes else { throw Self.tooLarge }
        let parts: [MultipartReader.Part]
        do throws(MultipartReader.Malformed) {
            parts = try reader.feed(buffer.readableBytesView)
        } catch {
            throw RefusedRequest.brokenUpload
        }
        for part in parts {
            switch part {
            case .begin(let field, let file): try begin(field, file)
            case .bytes(let bytes): try append(bytes)
            case .end: try end()
            }
        }
    }

    func finish() throws {
        guard reader.isFinished else { throw RefusedRequest.brokenUpload }
    }

    /// Removes what was put on disk. Whoever wants to keep a file moves it first.
    func discard() {
        for file in files { try? FileManager.default.removeItem(atPath: file.path) }  // moved away already, perhaps
        if let current, current.handle != nil { try? FileManager.default.removeItem(atPath: current.path) }
    }

    private mutating func begin(_ field: String, _ file: String?) throws {
        guard fields.count + files.count < RequestLimits.fieldsPerForm else { throw RefusedRequest.brokenUpload }
        guard let file, firstField != nil else {
            // A file before the token is not written anywhere: the token will be missing, and that is refused.
            guard file == nil else { throw RefusedRequest.staleForm }
            current = (field, nil, [], nil, "", 0)
            return
        }
        let path = "\(folder)/\(UUID().uuidString.lowercased())"
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw RefusedRequest.noRoom("\(folder) takes no new file") }
        let name = file.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        current = (field, String(name.prefix(200)), [], handle, path, 0)
    }

    private mutating func append(_ bytes: [UInt8]) throws {
        guard current != nil else { return }
        if let handle = current?.handle {
            current?.size += bytes.count
            guard (current?.size ?? 0) <= RequestLimits.fileBytes else { throw Self.tooLarge }
            try onDisk { try handle.write(contentsOf: bytes) }
        } else {
            fieldBytes += bytes.count
            guard fieldBytes <= RequestLimits.formBytes else { throw RefusedRequest.tooLarge(megabytes: 1) }
            current?.bytes += bytes
        }
    }

    private mutating func end() throws {
        guard let done = current else { return }
        current = nil
        if let handle = done.handle {
            try onDisk { try handle.close() }
            files.append(UploadedFile(field: done.field, name: done.file ?? "", path: done.path, size: done.size))
        } else {
            let value = String(decoding: done.bytes, as: UTF8.self)
            if firstField == nil { firstField = done.field == FormToken.field ? value : "" }
            fields.append((done.field, value))
        }
    }
}

/// What the disk refuses, as a refusal of the request.
private func onDisk(_ work: () throws -> Void) throws {
    do { try work() } catch { throw RefusedRequest.noRoom("\(error)") }
}
