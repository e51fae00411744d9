package import Ground

extension RosterWritingProblem {
    package var words: Words {
        switch self {
        case .missing(let id, let column, let file, let record):
            Words(
                "rosters.writing.missing",
                """
                "\(record)" in \(file) points to "\(id)" by \(column), and there is no such record. Bring it in first, \
                or leave "\(record)" out.
                """
            )
        case .empty(let column, let file, let record):
            Words(
                "rosters.writing.empty",
                "\"\(record)\" in \(file) has no \(column), which OneRoster asks for. Fill it in first.")
        case .unwritable(let value, let column, let file, let record):
            Words(
                "rosters.writing.unwritable",
                "\"\(value)\" cannot stand as \(column) of \"\(record)\" in \(file). Change it first.")
        case .twice(let id, let file):
            Words("rosters.writing.twice", "\"\(id)\" names two records of \(file). Give one of them another id.")
        }
    }
}

extension RosterChange {
    /// What would happen, in one sentence.
    package var words: Words {
        Words(
            "rosters.change.summary",
            """
            \(new.count, "learner", "learners") new, \(changed.count) changed, \(unchanged.count) unchanged, \
            \(toBeDeleted.count) to be deleted.
            """
        )
    }

    /// Asked before many learners go.
    package var question: Words? {
        guard mustAsk else { return nil }
        return Words(
            "rosters.change.must-ask",
            """
            \(toBeDeleted.count) of \(knownCount, "learner", "learners") are missing from the package and would be \
            marked as to be deleted. Is the package whole?
            """
        )
    }
}

extension OneRosterCheck {
    /// The verdict in one sentence.
    package var words: Words {
        let errors = occurrences.filter { $0.key.severity == .error }.values.reduce(0, +)
        let rest = occurrences.values.reduce(0, +) - errors
        return isAccepted
            ? Words(
                "rosters.check.accepted",
                "The package keeps to \(format.rawValue), with \(rest, "remark", "remarks").")
            : Words(
                "rosters.check.refused",
                """
                The package does not keep to \(format.rawValue): \(errors, "error", "errors"), \
                \(rest, "remark", "remarks").
                """
            )
    }
}

extension Departure {
    /// Everything about it, as one line of a list.
    package var asLine: Words {
        let place = [file, line.map(String.init), column].compactMap { $0 }.filter { !$0.isEmpty }
        return Words(
            "rosters.check.line",
            "\(rule.rawValue) \(severity.words), \(place.joined(separator: ":")): \(words) \(mend)")
    }
}

extension OneRosterRule.Severity {
    package var words: Words {
        switch self {
        case .error: Words("rosters.severity.error", "error")
        case .warning: Words("rosters.severity.warning", "warning")
        case .note: Words("rosters.severity.note", "note")
        }
    }
}
