import Foundation
import Ground

@testable import Tables

/// The bytes of a fixture, which lie beside the tests.
func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
}

/// A table read to its end: what a test looks at.
struct Reading: Equatable {
    var header: [String] = []
    var rows: [TableRow] = []
    var problems: [TableProblem] = []
    var warnings: [TableWarning] = []

    var fields: [[String]] { rows.map(\.fields) }
    var lines: [Int] { rows.map(\.line) }

    init(_ bytes: [UInt8], options: TableOptions = TableOptions(), blockSize: Int = RawBlocks.size) {
        do {
            let reader = try TableReader(.bytes(bytes), options: options, blockSize: blockSize)
            header = reader.header
            var isReading = true
            while isReading {
                do throws(TableProblem) {
                    if let row = try reader.next() { rows.append(row) } else { isReading = false }
                } catch {
                    problems.append(error)
                }
            }
            warnings = reader.warnings
        } catch {
            problems.append(error)
        }
    }

    init(_ text: String, options: TableOptions = TableOptions(), blockSize: Int = RawBlocks.size) {
        self.init(Array(text.utf8), options: options, blockSize: blockSize)
    }

    func warning(_ kind: TableWarning.Kind) -> TableWarning? { warnings.first { $0.kind == kind } }
}

/// Chance that is the same in every run (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
