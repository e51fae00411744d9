import Foundation
import Ground
import Yams

/// The text of a pack's file as a tree with places, or what keeps it from being read.
struct PackForm {
    /// Packs are written by hand; anything larger is something else.
    static let largest = 256 * 1024
    private static let deepest = 12

    private let file: String
    private(set) var problems: [PackProblem] = []
    private(set) var tree: PackTree?

    init(_ text: String, file: String) {
        self.file = file
        tree = load(text)
    }

    private mutating func load(_ text: String) -> PackTree? {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard text.utf8.count <= Self.largest else {
            note(.start, PackWords.tooLarge(Self.largest / 1024))
            return nil
        }
        if let (place, words) = PackForm.refusedCharacter(in: text) {
            note(place, words)
            return nil
        }
        guard let root = root(of: text), let tree = tree(of: root, depth: 0) else { return nil }
        guard case .headings = tree else {
            note(tree.place, PackWords.notAPack())
            return nil
        }
        return tree
    }

    private mutating func note(_ place: Place, _ words: Words) {
        problems.append(PackProblem(file: file, place: place, words: words))
    }

    /// The YAML of the text. A key that stands twice is set aside and reading goes on, so that all is said at once.
    private mutating func root(of text: String) -> Node? {
        var text = text
        for attempt in 0..<50 {
            do {
                // No rules: "no" and "2026" stay the words that were written, until we know what is wanted.
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else {
                    note(.start, PackWords.emptyFile())
                    return nil
                }
                return root
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let first = Place(context.mark)
                guard let key = keys.first, let twin = Twin(of: key, at: first, in: text) else {
                    note(first, PackWords.twice(keys.first ?? "", firstLine: first.line))
                    return nil
                }
                note(twin.place, PackWords.twice(key, firstLine: first.line))
                text = twin.renamed(to: "\(Self.setAside)\(attempt)")
            } catch {
                let (place, words) = PackForm.sentence(for: error, in: text)
                note(place, words)
                return nil
            }
        }
        return nil
    }

    /// A character no pack may hold; headings that stand twice are renamed with it while reading.
    private static let setAside: Unicode.Scalar = "\u{E000}"

    private mutating func tree(of node: Node, depth: Int) -> PackTree? {
        let place = node.mark.map(Place.init) ?? .start
        guard depth < Self.deepest else {
            note(place, PackWords.tooDeep())
            return nil
        }
        switch node {
        case .scalar(let scalar):
            return .text(scalar.string.tidied, place)
        case .sequence(let nodes):
            return .list(nodes.compactMap { tree(of: $0, depth: depth + 1) }, place)
        case .mapping(let mapping):
            let headings = mapping.compactMap { pair -> PackTree.Heading? in
                let keyPlace = pair.key.mark.map(Place.init) ?? place
                guard let key = pair.key.scalar?.string else {
                    note(keyPlace, PackWords.keyIsNotText())
                    return nil
                }
                guard key.unicodeScalars.first != Self.setAside else { return nil }
                return tree(of: pair.value, depth: depth + 1).map {
                    PackTree.Heading(key: key.tidied, place: keyPlace, value: $0)
                }
            }
            return .headings(headings, place)
        case .alias:
            note(place, PackWords.anchor())
            return nil
        }
    }

    /// Characters that cannot be read, and anchors (`&name`), which could make a small file unfold without end.
    private static func refusedCharacter(in text: String) -> (Place, Words)? {
        let scalars = Array(text.unicodeScalars)
        var (line, column) = (1, 1)
        for (index, scalar) in scalars.enumerated() {
            let place = Place(line: line, column: column)
            switch scalar {
            case "\n", "\u{85}", "\u{2028}", "\u{2029}":
                (line, column) = (line + 1, 1)
                continue
            case "\r":
                if index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
                (line, column) = (line + 1, 1)
                continue
            case "&" where isAnchor(at: index, in: scalars):
                return (place, PackWords.anchor())
            case "\t":
                break
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", setAside, "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                return (place, PackWords.unreadableCharacter(String(scalar.value, radix: 16, uppercase: true)))
            default:
                break
            }
            column += 1
        }
        return nil
    }

    private static func isAnchor(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
        }
        guard index + 1 < scalars.count, isWordLike(scalars[index + 1]) else { return false }
        return index == 0 || !scalars[index - 1].properties.isAlphabetic && !("0"..."9").contains(scalars[index - 1])
    }
}

extension PackForm {
    /// What went wrong in the YAML, in words for somebody who does not know YAML.
    private static func sentence(for error: any Error, in text: String) -> (Place, Words) {
        guard let error = error as? YamlError else { return (.start, PackWords.unreadable("\(error)")) }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return sentence(for: problem, at: Place(mark), opened: context.map { Place($0.mark) }, in: text)
        default:
            return (.start, PackWords.unreadable("\(error)"))
        }
    }

    private static func sentence(
        for problem: String, at place: Place, opened: Place?, in text: String
    ) -> (Place, Words) {
        if problem.contains("tab character") { return (place, PackWords.tab()) }
        if problem.contains("cannot start any token") {
            let character = character(at: place, in: text)
            return (place, character == "\t" ? PackWords.tab() : PackWords.needsQuotes(character ?? ""))
        }
        if problem.contains("mapping values are not allowed") { return (place, PackWords.colonInText()) }
        if problem.contains("unexpected end of stream") { return (opened ?? place, PackWords.openQuotation()) }
        if problem.contains("',' or ']'") { return (opened ?? place, PackWords.openBracket("]")) }
        if problem.contains("',' or '}'") { return (opened ?? place, PackWords.openBracket("}")) }
        if problem.contains("undefined alias") { return (place, PackWords.needsQuotes("*")) }
        if problem.contains("another document") { return (place, PackWords.secondDocument()) }
        if problem.contains("expected ':'") { return (opened ?? place, PackWords.noColon()) }
        if problem.contains("did not find expected") {
            // A quotation that is never closed runs on to the next quotation mark, often far below.
            if let quotation = openQuotation(above: place, in: text) { return (quotation, PackWords.openQuotation()) }
            return (place, PackWords.indentation())
        }
        if problem.contains("nesting level") { return (place, PackWords.tooDeep()) }
        return (place, PackWords.unreadable(problem))
    }

    /// The first text above a place that begins with a quotation mark and does not end with one on its line.
    private static func openQuotation(above place: Place, in text: String) -> Place? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.prefix(place.line - 1).enumerated() {
            for opening in [": \"", "- \"", ": '", "- '"] {
                guard let found = line.firstRange(of: opening), let quote = opening.last,
                    !line[found.upperBound...].contains(quote)
                else { continue }
                let column = line.unicodeScalars.distance(from: line.startIndex, to: found.upperBound)
                return Place(line: index + 1, column: column)
            }
        }
        return nil
    }

    private static func character(at place: Place, in text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(place.line - 1) else { return nil }
        return lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1).first.map { String($0) }
    }
}

/// The second of two equal keys under one heading, found in the text below the first.
private struct Twin {
    let place: Place
    private let lines: [Substring]
    private let width: Int

    init?(of key: String, at first: Place, in text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(first.line - 1) else { return nil }
        let line = lines[first.line - 1]
        if line.prefix(first.column - 1).contains("{"), let column = Twin.column(of: key, after: first.column, in: line)
        {
            (place, width) = (Place(line: first.line, column: column), key.count)
            return
        }
        for index in lines.indices.dropFirst(first.line) {
            let rest = lines[index].drop { $0 == " " }
            guard let start = rest.first, start != "#" else { continue }
            let indent = lines[index].count - rest.count
            guard indent >= first.column - 1 else { return nil }
            guard indent == first.column - 1 else { continue }
            for written in [key, "\"\(key)\"", "'\(key)'"] where rest.hasPrefix(written) {
                guard rest.dropFirst(written.count).drop(while: { $0 == " " }).first == ":" else { continue }
                (place, width) = (Place(line: index + 1, column: first.column), written.count)
                return
            }
        }
        return nil
    }

    /// The column of the key within braces on the same line, as in `{ one: gem, one: jewel }`.
    private static func column(of key: String, after column: Int, in line: Substring) -> Int? {
        for before in [", ", ",", "{ ", "{"] {
            let rest = line.dropFirst(column)
            guard let found = rest.firstRange(of: before + key + ":") else { continue }
            return column + rest.distance(from: rest.startIndex, to: found.lowerBound) + before.count + 1
        }
        return nil
    }

    /// The text with this key under another name, everything else where it was.
    func renamed(to name: String) -> String {
        var lines = lines.map(String.init)
        let line = lines[place.line - 1]
        lines[place.line - 1] = String(line.prefix(place.column - 1)) + name + line.dropFirst(place.column - 1 + width)
        return lines.joined(separator: "\n")
    }
}

extension Place {
    fileprivate init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
