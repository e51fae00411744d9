import Ground
import Programmes

/// What the words in a file's cells stand for in a programme: groups, constructs, tools, levels.
struct IntakeVocabulary: Sendable {
    private let groups: [String: String]
    private let constructs: [String: String]
    private let instruments: [String: String]
    private let toolNames: [(key: String, names: [String])]

    init(pack: Pack) {
        groups = Self.words(pack.groups) { group in
            [group.key, group.title] + MappingSynonyms.words(ofGroup: group.key)
        }
        constructs = Self.words(pack.constructs) { construct in
            [construct.key, construct.title] + MappingSynonyms.words(ofConstruct: construct.key)
        }
        toolNames = pack.instruments.map { ($0.key, $0.names) }
        instruments = Self.words(pack.instruments) { instrument in
            [instrument.key, instrument.title, instrument.title.withoutParentheses]
        }
    }

    private static func words<Thing: Keyed>(_ things: [Thing], _ names: (Thing) -> [String]) -> [String: String] {
        Dictionary(
            things.flatMap { thing in names(thing).map { ($0.folded, thing.key) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The group a word or a heading stands for. A number before it is a code of the roll return: `211 Māori`.
    func group(_ word: String) -> String? {
        let folded = word.folded
        if let key = groups[folded] { return key }
        let rest = folded.drop { $0.isNumber || $0 == " " }
        return rest.count < folded.count ? groups[String(rest)] : nil
    }

    func construct(_ word: String) -> String? { constructs[word.folded] }
    /// The one construct that some neighbouring words name: `pat reading scale score`.
    func construct(among words: [String]) -> String? {
        var found: Set<String> = []
        for first in words.indices {
            for last in first..<min(first + 4, words.count) {
                if let key = constructs[words[first...last].joined(separator: " ")] { found.insert(key) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    func instrument(_ word: String) -> String? { instruments[word.folded] }

    /// The one tool that a longer text names by its key, its title or what stands in parentheses behind it.
    func instrument(namedIn text: String) -> String? {
        let text = " \(text.folded) "
        let named = toolNames.filter { tool in tool.names.contains { text.contains(" \($0) ") } }
        return named.count == 1 ? named[0].key : nil
    }

    /// The levels of a tool by what they are called.
    static func levels(of instrument: Pack.Instrument) -> [String: String] {
        words(instrument.levels) { [$0.key, $0.title] }
    }
}

extension String {
    /// `Harbour scale` for `Harbour scale (invented)`.
    fileprivate var withoutParentheses: String {
        firstIndex(of: "(").map { String(self[..<$0]) } ?? self
    }
}

extension Pack.Instrument {
    /// What a file may call it, folded.
    fileprivate var names: [String] {
        let inside = title.split(separator: "(").dropFirst().first?.prefix { $0 != ")" }.description.folded
        let before = title.prefix { $0 != "(" }.description.folded
        return [key.folded, title.folded, before, inside ?? ""].filter { $0.count >= 3 && $0 != "invented" }
    }
}
