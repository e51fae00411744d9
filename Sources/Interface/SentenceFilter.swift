package import Ground
package import HTML

/// A filter that reads as a sentence: "Show *reading* for *Years 4 to 8*, *all learners*, *Term 4 2026*."
///
/// The sentence names its controls in braces, `{subject}`, so that another language may put them in another order. It
/// is a plain form: each filter is an address that can be kept and sent.
package struct SentenceFilter: Sendable {
    package struct Control: Sendable {
        let name: String
        let label: Words
        let choices: [Choice]
        let chosen: String?

        package init(_ name: String, _ label: Words, choices: [Choice], chosen: String?) {
            (self.name, self.label, self.choices, self.chosen) = (name, label, choices, chosen)
        }
    }

    package let action: String
    package let sentence: Words
    package let controls: [Control]
    /// What the address says besides and must not be lost.
    package let kept: [(String, String)]

    package init(to action: String, _ sentence: Words, controls: [Control], keeping kept: [(String, String)] = []) {
        (self.action, self.sentence, self.controls, self.kept) = (action, sentence, controls, kept)
    }

    package var html: HTML {
        """
        <form class="sentence-filter" method="get" action="\(action)" role="search" \
        aria-label="\(InterfaceWords.filter)" data-auto>\(kept, { hiddenField($0.0, $0.1) })
        <p>\(sentenceWithControls) <button class="button quiet">\(InterfaceWords.show)</button></p>
        </form>

        """
    }

    private var sentenceWithControls: HTML {
        var rest = Substring(sentence.text)
        var html = HTML()
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            html += HTML(text: String(rest[..<open]))
            let name = rest[rest.index(after: open)..<close]
            if let control = controls.first(where: { $0.name == name }) {
                html += markup(control)
            } else {
                html += HTML(text: String(rest[open...close]))
            }
            rest = rest[rest.index(after: close)...]
        }
        return html + HTML(text: String(rest))
    }

    private func markup(_ control: Control) -> HTML {
        """
        <label class="visually-hidden" for="filter-\(control.name)">\(control.label)</label>\
        <select id="filter-\(control.name)" name="\(control.name)">\
        \(options(control.choices, chosen: control.chosen))</select>
        """
    }
}
