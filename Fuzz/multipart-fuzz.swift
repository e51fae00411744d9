// Feeds whatever libFuzzer invents to the reader of forms with files: it must end, never crash, and keep its promises.
// In whatever pieces a form arrives, the same is read; and what we write comes back.
//
// bin/fuzz builds it, with Sources/Web/Multipart.swift alone as the module Web: that file needs nothing else. The first
// byte of an input says in what pieces the rest of it comes.

import Web

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzForms(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    _ = MultipartReader.boundary(of: String(decoding: bytes, as: UTF8.self))
    let form = Array(bytes.dropFirst())
    let whole = Seen(form, boundary: "b", piece: form.count)
    let pieces = Seen(form, boundary: "b", piece: Int(first % 16) + 1)
    precondition(whole == pieces, "the same is read in whatever pieces it comes")
    sendAndReadAgain(form, piece: Int(first) + 1)
    return 0
}

/// What is sent as a file arrives unchanged, as long as the boundary does not stand in it.
private func sendAndReadAgain(_ bytes: [UInt8], piece: Int) {
    let boundary = "an-edge-that-nobody-invents"
    let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
    let seen = Seen(Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8), boundary: boundary, piece: piece)
    let file = Seen.Part(field: "file", file: "f", bytes: bytes)
    precondition(seen.parts == [file] && seen.isFinished, "a file arrives unchanged")
}

/// What was read of a form, however the reader cut it.
private struct Seen: Equatable {
    struct Part: Equatable {
        let field: String
        let file: String?
        var bytes: [UInt8] = []
        var isWhole = false

        init(field: String, file: String?, bytes: [UInt8]? = nil) {
            (self.field, self.file) = (field, file)
            (self.bytes, isWhole) = (bytes ?? [], bytes != nil)
        }
    }

    private(set) var parts: [Part] = []
    private(set) var isFinished = false
    private(set) var isMalformed = false

    init(_ form: [UInt8], boundary: String, piece: Int) {
        var reader = MultipartReader(boundary: boundary)
        var rest = form[...]
        do throws(MultipartReader.Malformed) {
            while !rest.isEmpty {
                for part in try reader.feed(rest.prefix(piece)) { take(part) }
                rest = rest.dropFirst(piece)
            }
        } catch {
            precondition(!error.reason.isEmpty, "what is malformed has a reason")
            // How much had come by then depends on the pieces.
            (parts, isMalformed) = ([], true)
        }
        isFinished = !isMalformed && reader.isFinished
        precondition(!isFinished || parts.allSatisfy(\.isWhole), "a form that is finished has no half part")
        // Of a part that has not ended, as much is held back as could be the boundary: that too depends on the pieces.
        if let last = parts.last, !last.isWhole { parts.removeLast() }
    }

    private mutating func take(_ part: MultipartReader.Part) {
        precondition(parts.allSatisfy(\.isWhole) || parts.last?.isWhole == false, "only the last part may be open")
        switch part {
        case .begin(let field, let file):
            precondition(parts.last?.isWhole != false, "a part begins when the last has ended")
            parts.append(Part(field: field, file: file))
        case .bytes(let bytes):
            precondition(parts.last?.isWhole == false && !bytes.isEmpty, "bytes belong to a part")
            parts[parts.count - 1].bytes += bytes
        case .end:
            precondition(parts.last?.isWhole == false, "what ends had begun")
            parts[parts.count - 1].isWhole = true
        }
    }
}
