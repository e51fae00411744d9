/// What a literal says as HTML: the words between its tags, the attributes in them, and where its gaps stand.
struct Markup {
    struct Attribute {
        let line: Int
        let tag: String
        let name: String
        let value: String
        let isQuoted: Bool
    }

    /// Runs of text between tags, with each gap as ``SwiftText/gapMark``.
    private(set) var texts: [(line: Int, text: String)] = []
    private(set) var attributes: [Attribute] = []
    /// The gaps, counted from 0, that stand between tags rather than in one.
    private(set) var gapsInText: Set<Int> = []

    /// `nil` if there is no tag in the literal.
    init?(_ literal: SwiftText.Literal) {
        var symbols: [Symbol] = []
        for part in literal.parts {
            switch part {
            case .gap: symbols.append(Symbol(character: SwiftText.gapMark, line: symbols.last?.line ?? literal.line))
            case .text(let text, var line):
                for character in text {
                    symbols.append(Symbol(character: character, line: line))
                    if character.isNewline { line += 1 }
                }
            }
        }
        guard symbols.indices.contains(where: { Markup.opensTag(symbols, $0) }) else { return nil }
        read(symbols)
    }

    private struct Symbol {
        let character: Character
        let line: Int
    }

    private static func opensTag(_ symbols: [Symbol], _ index: Int) -> Bool {
        guard symbols[index].character == "<", index + 1 < symbols.count else { return false }
        let next = symbols[index + 1].character
        return next.isLetter || next == "/" || next == "!"
    }

    private mutating func read(_ symbols: [Symbol]) {
        var index = 0
        var gap = 0
        var text = ""
        func isAt(_ characters: String) -> Bool { characters.contains(symbols[index].character) }
        func step() {
            if symbols[index].character == SwiftText.gapMark { gap += 1 }
            index += 1
        }
        func word(until stops: String) -> String {
            var word = ""
            while index < symbols.count, !isAt(stops), !symbols[index].character.isWhitespace {
                word.append(symbols[index].character)
                step()
            }
            return word
        }

        while index < symbols.count {
            guard Markup.opensTag(symbols, index) else {
                if symbols[index].character == SwiftText.gapMark { gapsInText.insert(gap) }
                if text.isEmpty { texts.append((symbols[index].line, "")) }
                text.append(symbols[index].character)
                texts[texts.count - 1].text = text
                step()
                continue
            }
            text = ""
            step()
            let tag = word(until: ">").lowercased()
            while index < symbols.count, !isAt(">") {
                if symbols[index].character.isWhitespace || isAt("/") {
                    step()
                    continue
                }
                let line = symbols[index].line
                let name = word(until: "=>/")
                guard index < symbols.count, isAt("=") else { continue }
                step()
                guard index < symbols.count else {
                    attributes.append(Attribute(line: line, tag: tag, name: name, value: "", isQuoted: false))
                    continue
                }
                let quote = symbols[index].character
                if quote == "\"" || quote == "'" {
                    step()
                    var value = ""
                    while index < symbols.count, symbols[index].character != quote {
                        value.append(symbols[index].character)
                        step()
                    }
                    if index < symbols.count { step() }
                    attributes.append(Attribute(line: line, tag: tag, name: name, value: value, isQuoted: true))
                } else {
                    let value = word(until: ">")
                    attributes.append(Attribute(line: line, tag: tag, name: name, value: value, isQuoted: false))
                }
            }
            if index < symbols.count { step() }
        }
    }
}
