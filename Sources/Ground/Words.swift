/// A sentence people read: a key in the catalogue, its English beside it, and what is filled in.
///
/// Every feature keeps its own in a `…Words.swift` file. The English is the sentence itself; another language is a
/// catalogue with the same keys whose sentences name the filled-in parts `{1}`, `{2}`, … in any order.
package struct Words: Sendable, Equatable {
    package let key: String
    package let english: Sentence

    package init(_ key: StaticString, _ english: Sentence) {
        self.key = key.description
        self.english = english
    }

    /// Words that a pack or a person supplied: they are shown as they are, in every language.
    package init(verbatim text: String) {
        key = ""
        english = Sentence(pieces: [.text(text)])
    }

    /// The sentence in a language.
    package func text(in language: Language) -> String {
        guard !key.isEmpty, let template = language.sentences[key] else { return english.text(in: language) }
        return english.filled(into: template, in: language)
    }

    /// The sentence in the language that is being spoken: see ``Language/spoken``.
    package var text: String { text(in: Language.spoken) }
}

/// A sentence with gaps: an English literal whose interpolations remember what was filled in.
package struct Sentence: Sendable, Equatable, ExpressibleByStringInterpolation {
    package enum Piece: Sendable, Equatable {
        case text(String)
        case filled(Filling)
    }

    package enum Filling: Sendable, Equatable {
        case text(String)
        case words(Words)
        case number(Int)
        case day(Day)
        case plural(Int, one: String, many: String)
    }

    package var pieces: [Piece]

    package init(pieces: [Piece]) { self.pieces = pieces }
    package init(stringLiteral text: String) { pieces = [.text(text)] }
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []
        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.text(text)) }
        }
        package mutating func appendInterpolation(_ text: String) { pieces.append(.filled(.text(text))) }
        package mutating func appendInterpolation(_ words: Words) { pieces.append(.filled(.words(words))) }
        package mutating func appendInterpolation(_ number: Int) { pieces.append(.filled(.number(number))) }
        package mutating func appendInterpolation(_ day: Day) { pieces.append(.filled(.day(day))) }
        /// `\(3, "school", "schools")` reads "3 schools".
        package mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            pieces.append(.filled(.plural(count, one: one, many: many)))
        }
    }

    func text(in language: Language) -> String {
        pieces.reduce(into: "") { result, piece in
            switch piece {
            case .text(let text): result += text
            case .filled(let filling): result += filling.text(in: language)
            }
        }
    }

    /// A translator's template with this sentence's fillings in its gaps.
    func filled(into template: String, in language: Language) -> String {
        let fillings = pieces.compactMap { piece -> Filling? in
            if case .filled(let filling) = piece { filling } else { nil }
        }
        var result = template
        for (index, filling) in fillings.enumerated() {
            result = result.replacing("{\(index + 1)}", with: filling.text(in: language))
        }
        return result
    }
}

extension Sentence.Filling {
    func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .words(let words): words.text(in: language)
        case .number(let number): language.grouped(number)
        case .day(let day): language.day(day)
        case .plural(let count, let one, let many): "\(language.grouped(count)) \(count == 1 ? one : many)"
        }
    }
}
