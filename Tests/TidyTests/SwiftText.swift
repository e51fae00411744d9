/// Swift source taken apart just far enough to be tidy about: code, comments, and string literals with their gaps.
///
/// It knows comments that nest, raw and multi-line literals, and interpolations within interpolations. A literal that
/// never closes ends with its line, so that a regex holding a quotation mark costs one line, not the file.
struct SwiftText: Sendable {
    let tokens: [Token]

    init(_ source: String) {
        var reader = Reader(bytes: Array(source.utf8))
        tokens = reader.tokens(inGap: false)
    }

    struct Token: Sendable {
        let line: Int
        let kind: Kind
    }

    enum Kind: Sendable {
        case code(String)
        case comment(String)
        case literal(Literal)
    }

    struct Literal: Sendable {
        let line: Int
        var parts: [Part] = []
    }

    enum Part: Sendable {
        case text(String, line: Int)
        case gap([Token])
    }

    /// Every literal, those in the gaps of others too, each with the code that stands before it.
    var literals: [(literal: Literal, before: String)] { Self.literals(in: tokens) }

    /// The code with a space for each literal and comment, by line; the code in gaps is left out.
    var code: [(line: Int, text: String)] {
        tokens.compactMap { token in
            if case .code(let text) = token.kind { (token.line, text) } else { nil }
        }
    }

    var comments: [(line: Int, text: String)] {
        tokens.compactMap { token in
            if case .comment(let text) = token.kind { (token.line, text) } else { nil }
        }
    }

    static func literals(in tokens: [Token]) -> [(literal: Literal, before: String)] {
        var found: [(literal: Literal, before: String)] = []
        var before = ""
        for token in tokens {
            switch token.kind {
            case .comment: continue
            case .code(let text): before = text
            case .literal(let literal):
                found.append((literal, before))
                before = ""
                for case .gap(let inner) in literal.parts { found += literals(in: inner) }
            }
        }
        return found
    }
}

extension SwiftText.Literal {
    /// The text alone, each gap as one replacement character.
    var outline: String {
        parts.map { part in
            if case .text(let text, _) = part { text } else { String(SwiftText.gapMark) }
        }
        .joined()
    }
}

extension SwiftText {
    /// Stands where a value is filled in (U+FFFC, object replacement character).
    static let gapMark: Character = "\u{FFFC}"

    fileprivate struct Reader {
        let bytes: [UInt8]
        var at = 0
        var line = 1

        /// Reads to the end, or in a gap to the parenthesis that closes it.
        mutating func tokens(inGap: Bool) -> [Token] {
            var found: [Token] = []
            var code: [UInt8] = []
            var codeLine = line
            var depth = 0
            func closeCode() {
                if !code.isEmpty {
                    found.append(Token(line: codeLine, kind: .code(String(decoding: code, as: UTF8.self))))
                }
                code = []
            }
            while at < bytes.count {
                if let comment = comment() {
                    closeCode()
                    found.append(comment)
                } else if let hashes = hashesBeforeQuote() {
                    closeCode()
                    let start = line
                    found.append(Token(line: start, kind: .literal(literal(hashes: hashes))))
                } else {
                    let byte = bytes[at]
                    if byte == UInt8(ascii: "(") { depth += 1 }
                    if byte == UInt8(ascii: ")") {
                        if inGap, depth == 0 { break }
                        depth -= 1
                    }
                    if code.isEmpty { codeLine = line }
                    code.append(byte)
                    advance()
                }
            }
            closeCode()
            return found
        }

        private mutating func advance(_ count: Int = 1) {
            for _ in 0..<count where at < bytes.count {
                if bytes[at] == UInt8(ascii: "\n") { line += 1 }
                at += 1
            }
        }

        private func sees(_ text: StaticString, at offset: Int = 0) -> Bool {
            let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            return bytes.dropFirst(at + offset).starts(with: wanted)
        }

        private mutating func comment() -> Token? {
            guard bytes[at] == UInt8(ascii: "/") else { return nil }
            let (start, startLine) = (at, line)
            if sees("//") {
                while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { advance() }
            } else if sees("/*") {
                var depth = 0
                repeat {
                    if sees("/*") {
                        depth += 1
                        advance(2)
                    } else if sees("*/") {
                        depth -= 1
                        advance(2)
                    } else {
                        advance()
                    }
                } while depth > 0 && at < bytes.count
            } else {
                return nil
            }
            return Token(line: startLine, kind: .comment(String(decoding: bytes[start..<at], as: UTF8.self)))
        }

        /// How many `#` stand before the quotation mark that begins a literal here; `nil` if none begins.
        private func hashesBeforeQuote() -> Int? {
            var hashes = 0
            while at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "#") { hashes += 1 }
            return sees("\"", at: hashes) ? hashes : nil
        }

        private func seesHashes(_ count: Int, at offset: Int) -> Bool {
            (0..<count).allSatisfy { at + offset + $0 < bytes.count && bytes[at + offset + $0] == UInt8(ascii: "#") }
        }

        private mutating func literal(hashes: Int) -> Literal {
            var literal = Literal(line: line)
            var text: [UInt8] = []
            var textLine = line
            func closeText() {
                if !text.isEmpty { literal.parts.append(.text(String(decoding: text, as: UTF8.self), line: textLine)) }
                text = []
            }
            advance(hashes)
            let quotes = sees("\"\"\"") ? 3 : 1
            advance(quotes)
            textLine = line
            while at < bytes.count {
                let closes = quotes == 3 ? sees("\"\"\"") : sees("\"")
                if closes, seesHashes(hashes, at: quotes) {
                    advance(quotes + hashes)
                    break
                }
                if quotes == 1, bytes[at] == UInt8(ascii: "\n") { break }
                if bytes[at] == UInt8(ascii: "\\"), seesHashes(hashes, at: 1) {
                    advance(1 + hashes)
                    if at < bytes.count, bytes[at] == UInt8(ascii: "(") {
                        closeText()
                        advance()
                        literal.parts.append(.gap(tokens(inGap: true)))
                        advance()
                        textLine = line
                    } else if at < bytes.count {
                        if bytes[at] == UInt8(ascii: "n") { text.append(UInt8(ascii: "\n")) }
                        if bytes[at] == UInt8(ascii: "\"") { text.append(UInt8(ascii: "\"")) }
                        advance()
                    }
                } else {
                    if text.isEmpty { textLine = line }
                    text.append(bytes[at])
                    advance()
                }
            }
            closeText()
            return literal
        }
    }
}
