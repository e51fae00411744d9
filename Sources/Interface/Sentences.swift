package import Ground
package import HTML

extension Words {
    /// The words, escaped, as a fragment.
    package var html: HTML { "\(self)" }
}

/// Text in another language than the page's, so that it is spoken and hyphenated rightly: `inLanguage("mi", "kāhui")`.
package func inLanguage(_ code: String, _ text: String) -> HTML { "<span lang=\"\(code)\">\(text)</span>" }

/// The big sentence: what is so, in words, with the number. One on every page, before anything else.
package func headline(_ sentence: HTML) -> HTML { "<h1 class=\"headline\">\(sentence)</h1>\n" }

package func headline(_ words: Words) -> HTML { headline(words.html) }

/// One or two sentences under the big one.
package func lead(_ sentences: HTML) -> HTML { "<p class=\"lead\">\(sentences)</p>\n" }

package func lead(_ words: Words) -> HTML { lead(words.html) }

/// What to do next: a sentence, and at most one primary action for this person.
package func nextStep(_ sentence: HTML, action: HTML = HTML(), takes time: Words? = nil) -> HTML {
    let waiting: HTML? = time.map { "<span class=\"time\">\($0)</span>" }
    return """
        <section class="next-step" aria-labelledby="next-step">
        <h2 id="next-step">\(InterfaceWords.nextStep)</h2>
        <p>\(sentence)</p>
        \(if: !action.isEmpty || time != nil, "<div class=\"actions\">\(action)\(waiting)</div>")
        </section>

        """
}

/// A part of a page under its own heading, which can be linked to.
package func section(_ title: Words, id: String, _ content: HTML) -> HTML {
    """
    <section aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(content)
    </section>

    """
}

/// What will be here, why it matters, and one way to begin.
package func emptyPage(_ what: Words, why: Words, begin: HTML = HTML()) -> HTML {
    """
    <div class="empty">
    <p class="what">\(what)</p>
    <p>\(why)</p>
    \(if: !begin.isEmpty, "<div class=\"actions\">\(begin)</div>")
    </div>

    """
}

/// Facts by name: a term and what it is, one under the other on phones.
package func facts(_ facts: [(name: Words, value: HTML)]) -> HTML {
    "<dl class=\"facts\">\(facts, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })</dl>\n"
}

/// How a label looks. The word carries the meaning; the shape only makes it quicker to find.
package enum TagKind: String, Sendable {
    case plain, strong, quiet
}

/// The state of a thing in a word or two, beside its name.
package func tag(_ words: Words, _ kind: TagKind = .plain) -> HTML {
    "<span class=\"tag tag-\(kind.rawValue)\">\(words)</span>"
}

/// How far something has come, as a bar and in words.
package func progress(_ done: Int, of all: Int, _ words: Words? = nil) -> HTML {
    """
    <p class="progress"><progress value="\(done)" max="\(max(all, 1))" aria-hidden="true"></progress> \
    \(words ?? InterfaceWords.progress(done, of: all))</p>

    """
}

/// Words that can be copied, such as an invitation link; without JavaScript they can be selected.
package func copyable(_ text: String, id: String, label: Words) -> HTML {
    """
    <p class="copyable"><label for="\(id)">\(label)</label>
    <span class="with-button"><input id="\(id)" value="\(text)" readonly>\
    <button type="button" class="button quiet" data-copy="\(id)" data-copied="\(InterfaceWords.copied)" hidden>\
    \(InterfaceWords.copy)</button></span></p>

    """
}
