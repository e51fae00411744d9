import Foundation
import Testing

/// Documents that name tests and files name ones that exist.
@Suite struct `A document` {
    @Test(arguments: ["docs/security/asvs.md", "SECURITY.md"]) func `names tests and files that are there`(
        _ path: String
    ) throws {
        let document = try #require(SourceFile.all.first { $0.path == path })
        let known = Self.sentences
        for row in document.text.split(separator: "\n") where row.hasPrefix("|") {
            for name in row.matches(of: #/"([^"]+)"/#).map({ String($0.1) }) {
                let isThere = known.contains(name)
                #expect(isThere, "\(path): no suite, test or journey is called “\(name)”")
            }
        }
        for place in document.text.matches(of: #/`((?:Sources|Tests|docs)/[^`]+)`/#).map({ String($0.1) }) {
            #expect(
                FileManager.default.fileExists(atPath: SourceFile.top.appending(path: place).path()),
                "\(path): there is no \(place)")
        }
        for link in document.text.matches(of: #/\]\(([^):#]+)\)/#).map({ String($0.1) }) {
            let folder = SourceFile.top.appending(path: path).deletingLastPathComponent()
            #expect(
                FileManager.default.fileExists(atPath: folder.appending(path: link).standardized.path()),
                "\(path): a link leads to \(link), which is not there")
        }
    }

    /// The names of all suites and tests, which stand between backticks, and of what the scripts under Tests look at.
    private static let sentences: Set<String> = {
        var found: Set<String> = []
        for file in SourceFile.all where file.path.hasPrefix("Tests/") {
            if file.path.hasSuffix(".swift") {
                for line in file.text.split(separator: "\n") where line.contains("func `") || line.contains("struct `")
                {
                    found.formUnion(line.split(separator: "`").map(String.init))
                }
            } else {
                for line in file.text.split(separator: "\n") where line.hasPrefix("@") {
                    found.formUnion(line.split(separator: "\"").map(String.init))
                }
            }
        }
        return found
    }()
}
