package import Ground

/// Something in a pack's file that cannot be used: where it stands, what it is, and how to mend it.
package struct PackProblem: Sendable, Equatable {
    package let file: String
    package let place: Place
    package let words: Words

    package var line: Int { place.line }
    package var column: Int { place.column }

    /// As compilers write it, so that editors can jump there: `FILE:LINE:COLUMN: sentence`.
    package func rendered(in language: Language = .english) -> String {
        "\(file):\(line):\(column): \(words.text(in: language))"
    }

    package func report(in language: Language = .english) -> PackProblemReport {
        PackProblemReport(
            file: file, line: line, column: column, key: words.key, sentence: words.text(in: language)
        )
    }
}

extension [PackProblem] {
    /// One line for each problem, in the order of the file.
    package func rendered(in language: Language = .english) -> String {
        map { $0.rendered(in: language) }.joined(separator: "\n")
    }
}

/// A problem as a program may read it.
package struct PackProblemReport: Sendable, Equatable, Codable {
    package let file: String
    package let line: Int
    package let column: Int
    /// The key of the sentence, the same in every language.
    package let key: String
    package let sentence: String
}

/// A pack was asked for and its file has problems: all of them, in the order of the file.
package struct PackProblems: Error, Sendable, Equatable {
    package let all: [PackProblem]
}
