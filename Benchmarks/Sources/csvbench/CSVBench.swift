import Foundation
import Ground
import Tables

/// The reader alone, for `bin/bench csv`: decodes and validates every column of a file of results, and says what it saw.
///
///     csvbench FILE
///
/// It keeps no rows; sums show that every cell was read, and are compared with those of the peers.
@main
struct CSVBench {
    private static let types: [String: ColumnType] = [
        "result": .integer, "learner": .integer, "name": .text, "school": .choice(limit: 5000), "level": .integer,
        "group": .choice(limit: 200), "assessed": .day(.yearFirst), "subject": .choice(limit: 200),
        "tool": .choice(limit: 200), "score": .decimal, "error": .decimal, "comment": .text,
    ]

    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: csvbench FILE\n".utf8))
            exit(2)
        }
        let clock = ContinuousClock()
        let (began, used) = (clock.now, processorSeconds)
        let sums = try Sums(reading: CommandLine.arguments[1], as: types)
        let seconds = (clock.now - began) / .seconds(1)
        let processor = processorSeconds - used
        let line = sums.byHeading.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        let times = "\"seconds\": \(seconds), \"processor\": \(processor)"
        print("{\(times), \"rows\": \(sums.rows), \"refused\": \(sums.refused), \"sums\": {\(line)}}")
    }

    /// What this process has used of the processor so far.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// One number for each column: the sum of its values, or how many bytes its texts have. Empty cells add nothing.
private struct Sums {
    var rows = 0
    /// Rows that were left out, and cells that were not what their column should hold.
    var refused = 0
    var byHeading: [(String, Double)] = []

    init(reading path: String, as types: [String: ColumnType]) throws {
        let columns = try ScannedColumns(.file(path: path)) { header in header.map { types[$0] ?? .ignored } }
        var whole = Array(repeating: 0, count: columns.types.count)
        var decimal = Array(repeating: 0.0, count: columns.types.count)
        while try columns.next() {
            rows += columns.rowCount
            refused += columns.refused.count
            for column in columns.types.indices {
                refused += columns.invalidCount(column)
                columns.withColumn(column) { values, states in
                    switch columns.types[column] {
                    case .integer, .day: whole[column] += values.reduce(0, &+)
                    case .decimal:
                        var sum = 0.0
                        for value in values { sum += Double(bitPattern: UInt64(bitPattern: Int64(value))) }
                        decimal[column] += sum
                    case .choice:
                        let lengths = columns.choices(column).map(\.utf8.count)
                        for index in values.indices {
                            if case .value = states[index] { whole[column] += lengths[values[index]] }
                        }
                    case .text: columns.withTexts(column) { texts, _ in whole[column] += texts.count }
                    case .ignored: break
                    }
                }
            }
        }
        byHeading = columns.header.enumerated().map { ($1, Double(whole[$0]) + decimal[$0]) }
    }
}
