import Tables
import Testing

@testable import Rosters

@Suite struct `A damaged package` {
    /// The small package with some bytes changed, left out, or put in.
    private func damaged(by dice: inout Dice) -> [RosterFile] {
        let marks = Array("\",;\n\r{}:+-=@ \tx0".utf8) + [0, 0xC4, 0xFF]
        var files = TestPackage.harbour.texts.mapValues { Array($0.utf8) }
        for _ in 0...Int.random(in: 0...3, using: &dice) {
            guard let name = files.keys.sorted().randomElement(using: &dice), var bytes = files[name] else { continue }
            let place = Int.random(in: 0..<max(1, bytes.count), using: &dice)
            switch Int.random(in: 0...4, using: &dice) {
            case 0: bytes[place] = marks.randomElement(using: &dice) ?? 0
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(marks.randomElement(using: &dice) ?? 0, at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes += bytes[place...]
            }
            files[name] = bytes.isEmpty ? [0x0A] : bytes
        }
        return files.sorted { $0.key < $1.key }.map { RosterFile(name: $0.key, source: .bytes($0.value)) }
    }

    @Test(arguments: UInt64(1)...300)
    func `is never read further than the check allows`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let files = damaged(by: &dice)
        let check = OneRosterCheck(files)
        let strict = RosterReading(files, repairs: [])
        // What the check accepts loses nothing, and what loses something was not accepted.
        #expect(!check.isAccepted || strict.isUsable && strict.refusedRows == 0 && strict.refusedFiles == [])
        let lenient = RosterReading(files, repairs: Set(RosterRepair.allCases))
        #expect(lenient.offered == [])
        #expect(!strict.isUsable || lenient.isUsable)
    }

    @Test func `with a manifest that does not end is not searched to its end`() {
        var package = TestPackage.harbour
        package["manifest.csv"] += String(repeating: "file.x,bulk\n", count: 3)
        package["manifest.csv"] += (0..<1000).map { "file.x\($0),bulk\n" }.joined()
        let check = OneRosterCheck(package.files)
        #expect(check.departures.map(\.rule).contains(.fileUnreadable))
        #expect(check.occurrences[.propertyUnknown] ?? 0 < 200)
    }

    @Test func `removes nobody by a file that the manifest does not list`() {
        let package = TestPackage.harbour.changed("file.users,bulk\n", to: "file.users,absent\n", in: "manifest.csv")
        let reading = RosterReading(package.files)
        #expect(reading.used.map(\.repair) == [.manifestMismatch])
        let known = [RosterChange.Known(id: "gone", organisations: ["north"], yearLevel: 5)]
        #expect(RosterChange(from: known, to: reading.roster).toBeDeleted == [])
        #expect(RosterChange(from: known, to: RosterReading(TestPackage.harbour.files).roster).toBeDeleted == ["gone"])
    }
}
