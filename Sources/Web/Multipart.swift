/// Reads `multipart/form-data` (RFC 7578) as it arrives, so that a file of any size never lies in memory.
///
/// Fed with pieces of any size; each call gives back what those bytes completed.
package struct MultipartReader {
    package enum Part: Equatable {
        case begin(field: String, file: String?)
        case bytes([UInt8])
        case end
    }

    package struct Malformed: Error, Equatable {
        package let reason: String
    }

    private enum State { case preamble, headers, body, finished }

    private let boundary: [UInt8]
    private var held: [UInt8]
    private var state = State.preamble

    package init(boundary: String) {
        self.boundary = Array("\r\n--\(boundary)".utf8)
        held = [0x0D, 0x0A]  // so that the first boundary, which begins the body, is found like the others
    }

    package var isFinished: Bool { state == .finished }

    /// The boundary named by a content type, or `nil` if it is not a multipart form.
    package static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let range = contentType.range(ofASCII: "boundary=")
        else { return nil }
        var rest = contentType[range...]
        if rest.first == "\"" {
            rest = rest.dropFirst()
            rest = rest.prefix { $0 != "\"" }
        } else {
            rest = rest.prefix { $0 != ";" && $0 != " " }
        }
        return rest.isEmpty || rest.utf8.count > 70 ? nil : String(rest)
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Part] {
        held.append(contentsOf: bytes)
        var parts: [Part] = []
        while true {
            switch state {
            case .finished:
                held.removeAll()
                return parts
            case .preamble:
                guard let at = position(of: boundary) else {
                    held.removeFirst(max(0, held.count - boundary.count))
                    return parts
                }
                guard held.count >= at + boundary.count + 2 else { return parts }
                let after = Array(held[(at + boundary.count)..<(at + boundary.count + 2)])
                held.removeFirst(at + boundary.count + 2)
                if after == Array("--".utf8) {
                    state = .finished
                } else if after == [0x0D, 0x0A] {
                    state = .headers
                } else {
                    throw Malformed(reason: "a boundary line goes on after the boundary")
                }
            case .headers:
                guard let at = position(of: [0x0D, 0x0A, 0x0D, 0x0A], from: searched) else {
                    guard held.count < 16_384 else { throw Malformed(reason: "a part has more than 16 kB of headers") }
                    searched = max(0, held.count - 3)
                    return parts
                }
                searched = 0
                let text = String(decoding: held[..<at], as: UTF8.self)
                held.removeFirst(at + 2)  // one line break stays: it begins the boundary of an empty body
                parts.append(try begin(text))
                state = .body
                bodyHasBegun = false
            case .body:
                if !bodyHasBegun {
                    guard held.count >= 2 else { return parts }
                }
                guard let at = position(of: boundary) else {
                    let ready = held.count - boundary.count + 1
                    if ready > 2 {
                        emit(ready, into: &parts)
                    }
                    return parts
                }
                if at > 0 { emit(at, into: &parts) }
                parts.append(.end)
                state = .preamble
            }
        }
    }

    private var bodyHasBegun = false
    /// How far headers were searched for their end, so that headers that drip in are not searched again and again.
    private var searched = 0

    private mutating func emit(_ count: Int, into parts: inout [Part]) {
        var bytes = Array(held[..<count])
        held.removeFirst(count)
        if !bodyHasBegun {
            bytes.removeFirst(2)
            bodyHasBegun = true
        }
        if !bytes.isEmpty { parts.append(.bytes(bytes)) }
    }

    private func begin(_ headers: String) throws(Malformed) -> Part {
        for line in headers.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard let name = parameter("name", of: line) else { break }
            return .begin(field: name, file: parameter("filename", of: line))
        }
        throw Malformed(reason: "a part has no name")
    }

    /// A quoted parameter of a header: browsers write a quotation mark as `%22`.
    private func parameter(_ key: String, of line: Substring) -> String? {
        guard let start = line.range(ofASCII: "; \(key)=\"") else { return nil }
        return String(line[start...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }

    private func position(of needle: [UInt8], from start: Int = 0) -> Int? {
        guard held.count >= needle.count else { return nil }
        return held.withUnsafeBufferPointer { hay in
            var at = start
            while at <= hay.count - needle.count {
                guard let hit = hay[at...].firstIndex(of: needle[0]), hit <= hay.count - needle.count else {
                    return nil
                }
                if hay[hit..<(hit + needle.count)].elementsEqual(needle) { return hit }
                at = hit + 1
            }
            return nil
        }
    }
}

extension StringProtocol {
    /// The index after the first occurrence of ASCII text, letters of either case alike.
    fileprivate func range(ofASCII wanted: String) -> Index? {
        let lowered = wanted.lowercased()
        var start = startIndex
        while start < endIndex {
            if self[start...].prefix(lowered.count).lowercased() == lowered {
                return index(start, offsetBy: lowered.count, limitedBy: endIndex)
            }
            start = index(after: start)
        }
        return nil
    }
}
