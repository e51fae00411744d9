package import Ground
package import HTML

/// Where the numbers of a page come from. Every number has this near it.
package struct Provenance: Sendable {
    package let source: HTML
    package let asOf: Day?
    /// Who is in it, and who is not: schools, learners assessed of those on the roll.
    package let coverage: HTML?
    /// What is counted, with the version of the definition.
    package let definition: HTML?
    package let protection: Words?

    package init(
        source: HTML, asOf: Day?, coverage: HTML? = nil, definition: HTML? = nil, protection: Words? = nil
    ) {
        (self.source, self.asOf, self.coverage) = (source, asOf, coverage)
        (self.definition, self.protection) = (definition, protection)
    }

    package var html: HTML {
        """
        <section class="provenance" aria-labelledby="provenance">
        <h2 id="provenance">\(InterfaceWords.provenance)</h2>
        <dl>\(lines, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
        </section>

        """
    }

    private var lines: [(Words, HTML)] {
        let all: [(Words, HTML?)] = [
            (InterfaceWords.source, source), (InterfaceWords.asOf, asOf.map { "\($0)" }),
            (InterfaceWords.coverage, coverage), (InterfaceWords.definition, definition),
            (InterfaceWords.protection, protection.map { "\($0)" }),
        ]
        return all.compactMap { line in line.1.map { (line.0, $0) } }
    }
}

/// The words in place of a number: "not shown, to protect learners". Hidden is said aloud, never left as a gap.
///
/// They are the same whatever the reason: who is told that a number is small, or that it would give another away, has
/// been told something of it.
package var protectedValue: HTML { "<span class=\"protected\">\(InterfaceWords.hiddenAndWhy)</span>" }

/// The same in few words, for a cell of a table; screen readers hear the whole.
package var protectedCell: HTML {
    """
    <span class="protected">\(InterfaceWords.hidden)<span class="visually-hidden">, \
    \(InterfaceWords.whyHidden)</span></span>
    """
}
