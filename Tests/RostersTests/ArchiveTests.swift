import Archives
import Foundation
import Testing

@testable import Rosters

@Suite struct `Packages as they come, in their archives` {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/gradebook")

    /// What expected.json says of each, as the check sees it: a preview's question is not a fault.
    private struct Expectations: Decodable {
        let files: [String: String]
    }

    @Test func `are accepted where expected.json says so, and only there`() throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("expected.json"))
        let expected = try JSONDecoder().decode(Expectations.self, from: data).files
        #expect(expected.count == 14)
        for (name, outcome) in expected {
            let unpacked = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(at: unpacked) }
            let path = Self.folder.appendingPathComponent("zips/\(name)").path
            let check = OneRosterCheck(
                try Archive(.file(path: path)).unpack(into: unpacked.path).map { RosterFile($0) }, file: name)
            let isGood = ["accept", "valid", "warn"].contains { outcome.hasPrefix($0) }
            #expect(check.isAccepted == isGood, "\(name): \(check.departures.map(\.place))")
            #expect(check.filesPresent.allSatisfy { $0.hasSuffix(".csv") })
        }
    }
}
