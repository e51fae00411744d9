import Ground
import Programmes

/// What the words in a file's cells stand for in a programme: groups, constructs, tools, levels.
struct IntakeVocabulary: Sendable {
    private let groups: [String: String]
    private let constructs: [String: String]
    private let instruments: [String: String]

    init(pack: Pack) {
        groups = Self.words(pack.groups) { group in
            [group.key, group.title] + MappingSynonyms.words(ofGroup: group.key)
        }
        constructs = Self.words(pack.constructs) { construct in
            [construct.key, construct.title] + MappingSynonyms.words(ofConstruct: construct.key)
        }
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
