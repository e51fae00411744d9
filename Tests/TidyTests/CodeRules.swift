extension Rule {
    /// The words that mean the idea has not been found yet.
    static var typesAreIdeas: Rule {
        Rule { file in
            guard file.isInSources else { return [] }
            let named = file.swift.code.flatMap { line, text in
                text.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/).map {
                    (name: String($0.output.1), line: line + text[..<$0.range.lowerBound].count { $0.isNewline })
                }
            }
            return named.filter { type in
                ["Manager", "Helper", "Util", "Utils", "Utilities", "Utility", "Service"].contains {
                    type.name.hasSuffix($0)
                }
            }
            .map { file.complaint($0.line, "\($0.name) says what it is for, not what it is. Find the noun.") }
        }
    }

    /// What crashes, races or waits for a better day.
    static var nothingIsLeftLying: Rule {
        let drivers = ["DatabaseSQLite", "DatabasePostgres"]
        return Rule(files: { files in
            var exceptions: [String: Int] = [:]
            return files.filter(\.isInSources).flatMap { file -> [Complaint] in
                var complaints: [Complaint] = []
                for (line, text) in file.swift.code {
                    for match in text.matches(of: unsafeCode) {
                        let found = String(match.output)
                        if found.contains("@unchecked"), drivers.contains(file.target) {
                            exceptions[file.target, default: 0] += 1
                            if exceptions[file.target] == 1 { continue }
                        }
                        let at = line + text[..<match.range.lowerBound].count { $0.isNewline }
                        complaints.append(file.complaint(at, "\(found) has no place here; \(instead(of: found))"))
                    }
                }
                for (line, text) in file.swift.comments where text.contains(/\b(TODO|FIXME|XXX)\b/) {
                    complaints.append(file.complaint(line, "do it now, or write an issue."))
                }
                return complaints
            }
        })
    }

    private static var unsafeCode: Regex<Substring> {
        /\bfatalError\b|\btry!|@unchecked\s+Sendable|nonisolated\(unsafe\)|\bTask\.detached\b/
    }

    private static func instead(of found: String) -> String {
        switch found {
        case "fatalError": "use precondition for our own mistakes, and throw for the world's."
        case "try!": "throw, or say with precondition why it cannot fail."
        case "Task.detached": "background work is a job or a service with a lifetime."
        default: "make it a value, or confine it to one owner."
        }
    }

    /// Each table says for how long it keeps what it holds, in the line above it.
    static var tablesSayRetention: Rule {
        Rule { file in
            guard file.isInSources, file.name.hasSuffix("Schema") else { return [] }
            return file.swift.literals.flatMap { literal, _ -> [Complaint] in
                let lines = literal.outline.split(separator: "\n", omittingEmptySubsequences: false)
                return lines.indices.compactMap { index in
                    guard lines[index].contains(/(?i)\bCREATE\s+TABLE\b/) else { return nil }
                    let comments = lines[..<index].reversed().prefix { $0.drop(while: \.isWhitespace).hasPrefix("--") }
                    guard !comments.contains(where: { $0.contains(/--\s*retention:\s*\S/) }) else { return nil }
                    return file.complaint(
                        literal.line + index, "say in the line above it how long it is kept: -- retention: …")
                }
            }
        }
    }

    /// The repository stands alone: it names nothing of the machine it was written on.
    static var nothingOutsideIsNamed: Rule {
        // Put together here, so that this file does not name them either.
        let outside = ["/" + "work/", "/" + "farm/", "../" + "shared", "/." + "library", "." + "library/"]
        return Rule { file in
            guard outside.contains(where: file.text.contains) else { return [] }
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().compactMap { index, line in
                guard let named = outside.first(where: line.contains) else { return nil }
                return file.complaint(index + 1, "“\(named)” is outside the project, which must stand alone.")
            }
        }
    }
}
