import Testing

@testable import Web

@Suite struct `A form with files, as it arrives` {
    private let picture: [UInt8] = Array(0...255) + Array("\r\n--edge".utf8) + [0x0D, 0x0D, 0x0A, 0x2D, 0x2D]

    private var form: SampleForm {
        var form = SampleForm(boundary: "edge-of-it")
        form.add(field: "token", Array("abc".utf8))
        form.add(field: "empty", [])
        form.add(field: "name", Array("Ngā Awa\r\nsecond line".utf8))
        form.add(field: "file", file: "a%22b.csv", picture)
        form.add(field: "none", file: "", [])
        return form
    }

    @Test(arguments: [1, 2, 3, 7, 64, 100_000]) func `reads the same in pieces of any size`(_ size: Int) throws {
        let parts = try SampleForm.read(form.bytes, boundary: "edge-of-it", inPiecesOf: { size })
        #expect(
            parts == [
                .init(field: "token", file: nil, bytes: Array("abc".utf8)),
                .init(field: "empty", file: nil, bytes: []),
                .init(field: "name", file: nil, bytes: Array("Ngā Awa\r\nsecond line".utf8)),
                .init(field: "file", file: "a\"b.csv", bytes: picture),
                .init(field: "none", file: "", bytes: []),
            ])
    }

    @Test func `is finished only after its last boundary`() throws {
        var reader = MultipartReader(boundary: "edge-of-it")
        let whole = form.bytes
        _ = try reader.feed(whole.dropLast(4))
        #expect(!reader.isFinished)
        _ = try reader.feed(whole.suffix(4))
        #expect(reader.isFinished)
    }

    @Test func `says where it is not a form`() {
        func reading(_ text: String) throws { _ = try SampleForm.read(Array(text.utf8), boundary: "b") { 5 } }
        #expect(throws: MultipartReader.Malformed.self) {
            try reading("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--")
        }
        #expect(throws: MultipartReader.Malformed.self) { try reading("--bee\r\n") }
        #expect(throws: MultipartReader.Malformed.self) {
            try reading("--b\r\nX: " + String(repeating: "x", count: 20_000))
        }
    }

    @Test func `finds the boundary in the content type`() {
        #expect(MultipartReader.boundary(of: "multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartReader.boundary(of: "Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\"") == "a b;c")
        #expect(MultipartReader.boundary(of: "multipart/form-data") == nil)
        #expect(MultipartReader.boundary(of: "multipart/form-data; boundary=") == nil)
        #expect(
            MultipartReader.boundary(of: "multipart/form-data; boundary=" + String(repeating: "x", count: 71)) == nil)
        #expect(MultipartReader.boundary(of: "multipart/mixed; boundary=abc") == nil)
    }

    /// Contents are made of pieces of boundaries, so that near misses are the rule and not the exception.
    @Test func `comes through whole, whatever it holds and however it is cut`() throws {
        var random = Seeded(seed: 11)
        for _ in 0..<1_000 {
            var form = SampleForm(boundary: "xx")
            var sent: [SampleForm.Part] = []
            for number in 0..<Int.random(in: 1...4, using: &random) {
                let content = SampleForm.nearlyBoundaries("xx", using: &random)
                let file = Bool.random(using: &random) ? "f\(number)" : nil
                form.add(field: "n\(number)", file: file, content)
                sent.append(.init(field: "n\(number)", file: file, bytes: content))
            }
            var pieces = random
            let read = try SampleForm.read(form.bytes, boundary: "xx") { Int.random(in: 1...9, using: &pieces) }
            #expect(read == sent)
            random = pieces
        }
    }

    /// Bytes at random, and forms with bytes changed at random: refused or read, but the same however they are cut.
    @Test func `does not depend on how it is cut, even where it is broken`() {
        var random = Seeded(seed: 12)
        for _ in 0..<2_000 {
            var bytes = form.bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(contentsOf: Array("\r\n--edge-of-it".utf8), at: at)
                }
            }
            let whole = Result { try SampleForm.read(bytes, boundary: "edge-of-it") { bytes.count } }
            var pieces = random
            let cut = Result {
                try SampleForm.read(bytes, boundary: "edge-of-it") { Int.random(in: 1...20, using: &pieces) }
            }
            #expect((try? whole.get()) == (try? cut.get()))
            for case .failure(let error) in [whole, cut] { #expect(!(error is OutOfOrder)) }
            random = pieces
        }
    }
}

/// A multipart form as a browser writes it, and what a reader makes of it.
struct SampleForm {
    struct Part: Equatable {
        let field: String
        let file: String?
        var bytes: [UInt8]
    }

    let boundary: String
    private var body: [UInt8] = []

    init(boundary: String) { self.boundary = boundary }

    mutating func add(field: String, file: String? = nil, _ content: [UInt8]) {
        body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"".utf8)
        if let file { body += Array("; filename=\"\(file)\"\r\nContent-Type: application/octet-stream".utf8) }
        body += Array("\r\n\r\n".utf8) + content + Array("\r\n".utf8)
    }

    var bytes: [UInt8] { body + Array("--\(boundary)--\r\n".utf8) }

    static func read(_ bytes: [UInt8], boundary: String, inPiecesOf size: () -> Int) throws -> [Part] {
        var reader = MultipartReader(boundary: boundary)
        var parts: [Part] = []
        var isOpen = false
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size())
            rest = rest.dropFirst(piece.count)
            for event in try reader.feed(piece) {
                switch event {
                case .begin(let field, let file):
                    guard !isOpen else { throw OutOfOrder() }
                    isOpen = true
                    parts.append(Part(field: field, file: file, bytes: []))
                case .bytes(let more):
                    guard isOpen, !more.isEmpty else { throw OutOfOrder() }
                    parts[parts.count - 1].bytes += more
                case .end:
                    guard isOpen else { throw OutOfOrder() }
                    isOpen = false
                }
            }
        }
        guard reader.isFinished, !isOpen else { throw MultipartReader.Malformed(reason: "it ends early") }
        return parts
    }

    static func nearlyBoundaries(_ boundary: String, using random: inout Seeded) -> [UInt8] {
        let pieces = [
            "\r", "\n", "\r\n", "--", "\r\n--", "\r\n-", String(boundary.prefix(1)), "x", "\r\n--" + boundary.prefix(1),
            "é",
        ]
        let content = (0..<Int.random(in: 0...12, using: &random))
            .flatMap { _ in Array(String(pieces[Int.random(in: pieces.indices, using: &random)]).utf8) }
        // What holds the boundary itself is no content a browser would have chosen that boundary for.
        let text = String(decoding: content + Array("\r\n".utf8), as: UTF8.self)
        return ("\r\n" + text).contains("\r\n--" + boundary) ? Array("x".utf8) : content
    }
}

/// The reader told of parts in an order in which no form has them.
struct OutOfOrder: Error {}

/// Chance that is the same every time.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
