import Foundation
package import HTML
package import Testing

/// Compares a fragment with the one recorded beside the test, in `Snapshots/NAME.html`.
///
/// With `RECORD=1` in the environment the fragment is written instead: look at what changed before you commit it.
/// A fragment that was never recorded fails, so that none is forgotten.
package func expectSnapshot(
    _ html: HTML, _ name: String, file: StaticString = #filePath, at location: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Snapshots")
    let url = folder.appending(path: "\(name).html")
    let fragment = html.string + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(fragment.utf8).write(to: url)
        return
    }
    guard let recorded = try? Data(contentsOf: url) else {  // Not there, or not readable: either way not recorded.
        Issue.record("No snapshot “\(name)” yet: run with RECORD=1 and look at it.", sourceLocation: location)
        return
    }
    let expected = String(decoding: recorded, as: UTF8.self)
    guard fragment != expected else { return }
    Issue.record("\(difference(from: expected, to: fragment, named: name))", sourceLocation: location)
}

/// The first line that differs, recorded and new.
private func difference(from expected: String, to fragment: String, named name: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = fragment.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
        “\(name)” is no longer as recorded, from line \(line + 1) on.
        recorded: \(line < old.count ? old[line] : "(nothing)")
        now:      \(line < new.count ? new[line] : "(nothing)")
        """
}
