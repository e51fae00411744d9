package import Ground
package import HTML

/// How far a practice has come in one place: fuller is further. The order of the cases is the order of the road.
package enum AdoptionMark: String, CaseIterable, Sendable {
    case heard, trying, using, adapted, embedded, dropped

    package var words: Words {
        switch self {
        case .heard: InterfaceWords.heard
        case .trying: InterfaceWords.trying
        case .using: InterfaceWords.using
        case .adapted: InterfaceWords.adapted
        case .embedded: InterfaceWords.embedded
        case .dropped: InterfaceWords.dropped
        }
    }

    /// Quarters of the circle that are filled; `nil` for the one that is crossed out.
    package var quarters: Int? {
        switch self {
        case .heard: 0
        case .trying: 1
        case .using: 2
        case .adapted: 3
        case .embedded: 4
        case .dropped: nil
        }
    }

    /// The letter beside the circle, for those who do not tell the fills apart.
    package var letter: String { quarters == nil ? "×" : words.text.prefix(1).uppercased() }
}

/// The circle of a state with its letter; the word is there for screen readers, or in sight when asked for.
package func adoptionMark(_ mark: AdoptionMark, showsWord: Bool = false) -> HTML {
    let word: HTML =
        showsWord ? "<span>\(mark.words)</span>" : "<span class=\"visually-hidden\">\(mark.words)</span>"
    // The cross is its own letter.
    let letter: HTML = mark.quarters == nil ? "" : "<b aria-hidden=\"true\">\(mark.letter)</b>"
    return """
        <span class="adoption">\(circle(mark))\(letter)\(word)</span>
        """
}

/// A cell of the diffusion board. With an address it can be pressed, and says what pressing it is about.
package func adoptionCell(_ mark: AdoptionMark?, about: Words? = nil, to url: String? = nil) -> HTML {
    let content = mark.map { adoptionMark($0) } ?? nothingYet
    let told: HTML? = about.map { "<span class=\"visually-hidden\">, \($0)</span>" }
    guard let url else { return "\(content)\(told)" }
    return "<a class=\"adoption-link\" href=\"\(url)\">\(content)\(told)</a>"
}

private var nothingYet: HTML {
    """
    <span class="adoption none"><i aria-hidden="true"></i>\
    <span class="visually-hidden">\(InterfaceWords.notHeard)</span></span>
    """
}

/// All states in order, with their words: the key under a board.
package func adoptionKey() -> HTML {
    "<ul class=\"adoption-key\">\(AdoptionMark.allCases, { "<li>\(adoptionMark($0, showsWord: true))</li>" })</ul>\n"
}

private func circle(_ mark: AdoptionMark) -> HTML {
    guard let quarters = mark.quarters else {
        return """
            <svg class="pie" viewBox="0 0 24 24" aria-hidden="true" focusable="false">\
            <path class="pie-cross" d="M6 6 18 18M18 6 6 18"/></svg>
            """
    }
    guard quarters < 4 else {
        return """
            <svg class="pie" viewBox="0 0 24 24" aria-hidden="true" focusable="false">\
            <circle class="pie-rim pie-full" cx="12" cy="12" r="9"/></svg>
            """
    }
    return """
        <svg class="pie" viewBox="0 0 24 24" aria-hidden="true" focusable="false">\
        <circle class="pie-rim" cx="12" cy="12" r="9"/>\(if: quarters > 0, """
            <path class="pie-slice" d="M12 12V3A9 9 0 \(quarters > 2 ? "1 1 3 12" : quarters > 1 ? "0 1 12 21" : "0 1 21 12")Z"/>
            """)</svg>
        """
}
