import Foundation

/// A file of this repository, by its path from the top: `Sources/Gems/Gem.swift`.
struct SourceFile: Sendable {
    let path: String
    let text: String
    let swift: SwiftText

    init(_ path: String, _ text: String) {
        (self.path, self.text) = (path, text)
        swift = SwiftText(path.hasSuffix(".swift") ? text : "")
    }

    /// `Gem`, for `Sources/Gems/Gem.swift`.
    var name: String { String(path.split(separator: "/").last ?? "").replacing(".swift", with: "") }

    /// The folder under Sources, which is the target: `Gems`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : ""
    }

    var isInSources: Bool { path.hasPrefix("Sources/") }

    /// Features are the folders whose files end in doors; the plinth and the numeric libraries have no such rule.
    var isInFeature: Bool { SourceFile.features.contains(target) }

    var isDoor: Bool { SourceFile.doors.contains { name.hasSuffix($0) } }

    /// `Gems.swift` in `Gems`: what the feature is, and what it gives to App.
    var isFrontDoor: Bool { name == target }

    static let features: Set = [
        "Accounts", "Challenges", "Communication", "Communities", "FocusAreas", "Gems", "Governance", "Impact",
        "Measurement", "Overview", "Programmes", "Relationships", "Reports", "Resourcing", "Reviews",
    ]
    static let doors = ["Store", "Schema", "Form", "Pages", "Routes", "API", "Commands", "Jobs", "Words"]

    /// The modules the file imports, each with its line.
    var imports: [(module: String, line: Int)] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                words[..<position].allSatisfy({ SourceFile.wordsBeforeImport.contains($0) })
            else { return nil }
            // `import struct Foundation.Date` imports from Foundation.
            let isKind = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
                .contains(words[position + 1])
            guard let module = words[(position + (isKind ? 2 : 1))...].first?.split(separator: ".").first else {
                return nil
            }
            return (String(module), index + 1)
        }
    }

    private static let wordsBeforeImport: Set<Substring> = [
        "package", "public", "internal", "private", "fileprivate", "@testable", "@preconcurrency", "@_exported",
    ]
}

extension SourceFile {
    /// The top of the repository, found from this file's own place in it.
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every text file of the repository, in the order of their paths.
    static let all: [SourceFile] = {
        let folders = ["Sources", "Tests", "Packs", "Benchmarks", "bin", "docs", ".ci"]
        var files: [SourceFile] = []
        func add(_ path: String) {
            let url = top.appending(path: path)
            // A file that is no UTF-8 text, such as a picture, has nothing to be tidy about.
            guard let data = try? Data(contentsOf: url), data.count < 2_000_000,
                let text = String(data: data, encoding: .utf8)
            else { return }
            files.append(SourceFile(path, text))
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: top.path())) ?? [] where name.contains(".") {
            add(name)
        }
        for folder in folders {
            let url = top.appending(path: folder).resolvingSymlinksInPath()
            guard let walk = FileManager.default.enumerator(atPath: url.path()) else { continue }
            for case let path as String in walk
            where !path.contains("__pycache__") && !path.split(separator: "/").contains(where: { $0 == ".build" }) {
                add("\(folder)/\(path)")
            }
        }
        return files.sorted { $0.path < $1.path }
    }()

    static let sources = all.filter { $0.isInSources && $0.path.hasSuffix(".swift") }
}

/// What is not tidy, where, and what to do about it.
struct Complaint: CustomStringConvertible {
    let path: String
    let line: Int
    let sentence: String

    var description: String { "\(path):\(line): \(sentence)" }
}

extension SourceFile {
    func complaint(_ line: Int, _ sentence: String) -> Complaint {
        Complaint(path: path, line: line, sentence: sentence)
    }
}
