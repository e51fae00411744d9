import Foundation

extension Rule {
    /// Pages hold markup; every sentence is a `Words`, so that it can be translated. So do the components that pages are
    /// made of; only the galleries show them with examples of their own.
    static var pagesHoldNoBareWords: Rule {
        Rule { file in
            let isComponent = ["Interface", "Charts"].contains(file.target) && !file.name.hasSuffix("Gallery")
            guard file.isInSources, file.name.hasSuffix("Pages") || isComponent else { return [] }
            return file.swift.literals.flatMap { literal, _ -> [Complaint] in
                guard let markup = Markup(literal) else { return [] }
                return (bareTexts(markup) + bareAttributes(markup) + bareGaps(literal, markup)).map { line, words in
                    file.complaint(
                        line, "“\(words)” stands bare in a page. Make it a Words in the feature's …Words.swift file.")
                }
            }
        }
    }

    private static func bareTexts(_ markup: Markup) -> [(Int, String)] {
        markup.texts.compactMap { line, text in
            let words = text.replacing(/&[a-zA-Z]+;|&#x?[0-9a-fA-F]+;/, with: "")
            guard words.contains(where: \.isLetter) else { return nil }
            return (line, words.replacing("\u{FFFC}", with: "…").trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    private static func bareAttributes(_ markup: Markup) -> [(Int, String)] {
        let spoken = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"]
        return markup.attributes.compactMap { attribute in
            let isButtonsText =
                attribute.tag == "input" && attribute.name == "value"
                && markup.attributes.contains { $0.name == "type" && ["submit", "button", "reset"].contains($0.value) }
            guard spoken.contains(attribute.name) || isButtonsText, attribute.value.contains(where: \.isLetter) else {
                return nil
            }
            return (attribute.line, "\(attribute.name)=\"\(attribute.value)\"")
        }
    }

    /// Words that come in through a gap between tags: `\(if: isOpen, "open")` and `\(isOpen ? "open" : "shut")`.
    private static func bareGaps(_ literal: SwiftText.Literal, _ markup: Markup) -> [(Int, String)] {
        var gap = -1
        var found: [(Int, String)] = []
        for case .gap(let tokens) in literal.parts {
            gap += 1
            guard markup.gapsInText.contains(gap) else { continue }
            var code = ""
            for token in tokens {
                switch token.kind {
                case .comment: continue
                case .code(let text): code += text
                case .literal(let inner):
                    let isShown = code.hasPrefix("if:") || code.contains("?")
                    let isArgument = code.last { $0 != " " } == ":" && !code.contains("?") && !code.hasSuffix("else: ")
                    code += "…"
                    guard isShown, !isArgument, Markup(inner) == nil else { continue }
                    let opened = code.count { $0 == "(" } - code.count { $0 == ")" }
                    if opened == 0, inner.outline.contains(where: \.isLetter) {
                        found.append((token.line, inner.outline))
                    }
                }
            }
        }
        return found
    }

    /// Sentences stand together, in files whose name ends in Words.
    static var wordsStandInWordsFiles: Rule {
        Rule { file in
            guard file.isInSources, !file.name.hasSuffix("Words") else { return [] }
            return file.swift.literals.filter { opensWords($0.before) }.map { literal, _ in
                file.complaint(
                    literal.line, "Words(\"\(literal.outline)\") belongs in a …Words.swift file, with its neighbours.")
            }
        }
    }

    /// A key is `feature.what-it-says` and has one English sentence wherever it stands.
    static var keysHaveOneSentence: Rule {
        Rule(files: { files in
            var known: [String: (sentence: String, path: String)] = [:]
            var complaints: [Complaint] = []
            for file in files where file.isInSources {
                let literals = file.swift.literals
                for (index, entry) in literals.enumerated() where opensWords(entry.before) {
                    let key = entry.literal.outline
                    if key.wholeMatch(of: /[a-z-]+(\.[a-z0-9-]+)+/) == nil {
                        complaints.append(
                            file.complaint(
                                entry.literal.line, "the key “\(key)” is not like feature.what-it-says, in lower case.")
                        )
                    }
                    guard index + 1 < literals.count, literals[index + 1].before.trimmed == "," else { continue }
                    let sentence = signature(literals[index + 1].literal)
                    if let other = known[key], other.sentence != sentence {
                        complaints.append(
                            file.complaint(
                                entry.literal.line,
                                "the key “\(key)” says “\(sentence)” here and “\(other.sentence)” in \(other.path)."))
                    }
                    known[key] = known[key] ?? (sentence, file.path)
                }
            }
            return complaints
        })
    }

    private static func opensWords(_ code: String) -> Bool {
        let code = code.trimmed
        guard code.hasSuffix("Words(") else { return false }
        let preceding = code.dropLast("Words(".count).last
        return preceding.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }

    /// The sentence, whatever the values in its gaps are called; plurals in gaps count.
    private static func signature(_ literal: SwiftText.Literal) -> String {
        literal.parts.map { part in
            switch part {
            case .text(let text, _): return text
            case .gap(let tokens):
                let inner = SwiftText.literals(in: tokens).map { signature($0.literal) }
                return "{\(inner.joined(separator: "|"))}"
            }
        }
        .joined()
    }

    /// A value in an attribute stands in quotation marks, or it could bring attributes of its own.
    static var attributesAreQuoted: Rule {
        Rule { file in
            guard file.isInSources, file.imports.contains(where: { $0.module == "HTML" }) || file.target == "HTML"
            else { return [] }
            return file.swift.literals.flatMap { literal, _ -> [Complaint] in
                if let markup = Markup(literal) {
                    return markup.attributes.filter { !$0.isQuoted && $0.value.contains(SwiftText.gapMark) }.map {
                        file.complaint($0.line, "\($0.name)=\\(…) is not quoted. Write \($0.name)=\"\\(…)\".")
                    }
                }
                // A piece of a tag, as in `" href=\(url)"`.
                guard literal.outline.contains(/^ [a-z-]+=\u{FFFC}/) else { return [] }
                return [file.complaint(literal.line, "an attribute's value is not quoted. Write name=\"\\(…)\".")]
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
