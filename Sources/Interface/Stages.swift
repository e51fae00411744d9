package import Ground
package import HTML

/// Where something stands on a road of stages.
package struct Step: Sendable {
    package enum State: String, Sendable {
        case done, now, ahead
    }

    package let name: Words
    package let state: State
    package let note: HTML?

    package init(_ name: Words, _ state: State, note: HTML? = nil) {
        (self.name, self.state, self.note) = (name, state, note)
    }

    fileprivate var spoken: Words {
        switch state {
        case .done: InterfaceWords.stepDone
        case .now: InterfaceWords.stepNow
        case .ahead: InterfaceWords.stepAhead
        }
    }
}

/// The stages of a road, in order, with the one that is now.
package func steps(_ steps: [Step]) -> HTML { "<ol class=\"steps\">\n\(steps, line)</ol>\n" }

private func line(_ step: Step) -> HTML {
    """
    <li class="\(step.state.rawValue)"\(if: step.state == .now, " aria-current=\"step\"")>\
    <span class="name">\(step.name)</span> <span class="state">\(step.spoken)</span>\
    \(step.note.map { "<p class=\"note\">\($0)</p>" })</li>

    """
}

/// Something that happened, on a day, in a sentence.
package struct Happening: Sendable {
    package let day: Day
    package let sentence: HTML
    /// Why, in somebody's own words.
    package let reason: HTML?

    package init(on day: Day, _ sentence: HTML, reason: HTML? = nil) {
        (self.day, self.sentence, self.reason) = (day, sentence, reason)
    }
}

/// What happened, newest first as the caller gives it.
package func timeline(_ happenings: [Happening]) -> HTML { "<ol class=\"timeline\">\n\(happenings, line)</ol>\n" }

private func line(_ happening: Happening) -> HTML {
    """
    <li><time datetime="\(happening.day.description)">\(happening.day)</time><p>\(happening.sentence)</p>\
    \(happening.reason.map { "<blockquote>\($0)</blockquote>" })</li>

    """
}
