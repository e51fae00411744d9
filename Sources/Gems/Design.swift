package import Ground

/// How a gem is to spread: for whom, what must stay, what may change, who can help, by when.
package struct Design: Sendable, Equatable {
    package var audience: String
    /// What must stay, or it is another idea.
    package var core: [String]
    /// What each place may change.
    package var adaptable: [String]
    package var help: String
    package var due: Day?
    /// When it was written or last changed.
    package let day: Day
    package let person: PersonID?
    package let by: String

    package init(
        audience: String, core: [String], adaptable: [String] = [], help: String = "", due: Day? = nil, day: Day,
        person: PersonID?, by: String = ""
    ) {
        (self.audience, self.core, self.adaptable, self.help) = (audience, core, adaptable, help)
        (self.due, self.day, self.person, self.by) = (due, day, person, by)
    }

    /// One part for each line that was typed, without the dots and dashes people put before them.
    static func parts(typed text: String) -> [String] {
        text.split(whereSeparator: \.isNewline)
            .map { $0.drop { $0.isWhitespace || "-*•·–".contains($0) } }
            .map { String($0).tidied }
            .filter { !$0.isEmpty }
    }
}

extension GemStory {
    /// Refuses to design the spread of what the leaders did not choose to spread.
    func requireChosen() throws(DesignRefusal) {
        guard answers.last?.kind == .spread else { throw .notChosen }
        guard stage != .stopped else { throw .stopped }
    }
}

enum DesignRefusal: Refusal {
    case notChosen
    case stopped

    var words: Words {
        switch self {
        case .notChosen: GemWords.refusedNotChosen
        case .stopped: GemWords.refusedStopped
        }
    }
}
