import Foundation
import Ground
import Testing

@testable import Programmes

@Suite struct `The description of packs` {
    private let text: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        text = try String(contentsOf: root.appending(path: "docs/packs.md"), encoding: .utf8)
    }

    @Test func `shows a pack without problems`() throws {
        let start = try #require(text.firstRange(of: "```yaml\npack:"))
        let rest = text[start.lowerBound...].dropFirst("```yaml\n".count)
        let end = try #require(rest.firstRange(of: "```"))
        #expect(Pack.read(String(rest[..<end.lowerBound]), file: "docs/packs.md").problems.rendered() == "")
    }

    @Test func `has a heading for every part and names every noun, standing and choice`() {
        for part in Pack.Part.allCases { #expect(text.contains("### `\(part.rawValue)`"), "\(part)") }
        let choices =
            Pack.Noun.allCases.map(\.rawValue) + Standing.allCases.map(\.rawValue)
            + Pack.Instrument.Scale.allCases.map(\.rawValue) + Pack.Targets.allCases.map(\.rawValue)
            + Pack.Decisions.Method.allCases.map(\.rawValue)
        for choice in choices { #expect(text.contains("`\(choice)`"), "\(choice)") }
    }

    /// A key nobody knows makes each heading say which keys it does know.
    @Test(arguments: [
        "", "words/gem", "organisations/school", "memberships/member", "roles/lead", "components/governance",
        "decisions", "meetings/boards", "activities/inquiry", "elements/find", "outcomes/learners", "measures/reading",
        "instruments/scale", "gem-questions/where", "focus-areas/kindness", "floors",
    ])
    func `names every key that may stand under`(heading: String) throws {
        let lines = Sample.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let path = heading.split(separator: "/").map { "\($0):" }
        var index = 0
        for (depth, key) in path.enumerated() {
            let written = String(repeating: "  ", count: depth) + key
            index = try #require(lines[index...].firstIndex { $0.hasPrefix(written) })
        }
        var changed = lines
        if lines[index].contains("{ ") {
            changed[index] = lines[index].replacing("{ ", with: "{ qqqqqqqq: 1, ", maxReplacements: 1)
        } else {
            let indent = String(repeating: "  ", count: path.count)
            changed.insert(indent + "qqqqqqqq: 1", at: path.isEmpty ? 0 : index + 1)
        }
        let problems = Pack.read(changed.joined(separator: "\n"), file: "p").problems
        let said = try #require(problems.first { $0.words.key == "packs.unknown-key" }).words.text(in: .english)
        let keys = try #require(said.split(separator: "Choose from: ").last).dropLast().split(separator: ", ")
        #expect(keys.count > 1)
        for key in keys { #expect(text.contains("`\(key)`") || text.contains("`\(key):"), "\(key)") }
    }
}
