import App
import Foundation
import Ground
import Testing

@Suite struct `Files that a killed program left behind` {
    @Test func `are swept at the next start, once they are a day old`() throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "sightline-leftovers-\(UUID().uuidString)").path
        defer { try? files.removeItem(atPath: folder) }  // a folder that stays behind harms nobody
        let now = Instant(Date())
        func put(_ name: String, daysAgo: Int) throws {
            let path = "\(folder)/\(name)"
            try files.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            _ = files.createFile(atPath: path, contents: Data("x".utf8))
            try files.setAttributes([.modificationDate: now.adding(days: -daysAgo).date], ofItemAtPath: path)
        }
        #expect(Leftovers.sweep(folder, at: now) == 0)
        for name in ["uploads/old", "intakes/old", "packs/old"] { try put(name, daysAgo: 2) }
        for name in ["uploads/new", "intakes/new"] { try put(name, daysAgo: 0) }
        #expect(Leftovers.sweep(folder, at: now) == 2)
        #expect(try files.contentsOfDirectory(atPath: "\(folder)/uploads") == ["new"])
        #expect(try files.contentsOfDirectory(atPath: "\(folder)/intakes") == ["new"])
        #expect(try files.contentsOfDirectory(atPath: "\(folder)/packs") == ["old"])
    }
}
