import CSQLite
import Foundation

/// The peer of `bin/bench import`: the rows that an import left behind, put once more into the same tables and indexes
/// by a bare prepared insert, in one transaction, with the settings that Sightline uses.
///
///     importbench FROM.db INTO.db
///
/// The rows lie in memory before the clock starts; nothing is read, checked or compared.
@main
struct ImportBench {
    static func main() throws {
        let places = CommandLine.arguments.dropFirst()
        guard places.count == 2, let from = places.first, let into = places.last else {
            FileHandle.standardError.write(Data("usage: importbench FROM.db INTO.db\n".utf8))
            exit(2)
        }
        let source = try Connection(from)
        let last = "(SELECT max(intake) FROM intake WHERE kind = 'results')"
        let intake = try Rows(of: "intake", where: "intake = \(last)", in: source)
        let results = try Rows(of: "result", where: "intake = \(last)", in: source)
        let clock = ContinuousClock()
        let (began, used) = (clock.now, processorSeconds)
        let target = try Connection(into)
        try target.run("PRAGMA cache_size = -8192; PRAGMA foreign_keys = ON;")
        try target.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;")
        try intake.insert(into: target)
        try results.insert(into: target)
        try target.run("COMMIT")
        target.close()
        let seconds = (clock.now - began) / .seconds(1)
        let processor = processorSeconds - used
        print("{\"seconds\": \(seconds), \"processor\": \(processor), \"rows\": \(results.count)}")
    }
}

/// What this process has used of the processor so far.
private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

struct Failure: Error { let message: String }

/// A connection without any help.
final class Connection {
    fileprivate let pointer: OpaquePointer

    init(_ path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let opened
        else { throw Failure(message: "\(path) cannot be opened") }
        pointer = opened
    }

    func run(_ text: String) throws {
        guard sqlite3_exec(pointer, text, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    func prepare(_ text: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(pointer, text, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure }
        return statement
    }

    func close() { sqlite3_close_v2(pointer) }

    var failure: Failure { Failure(message: String(cString: sqlite3_errmsg(pointer))) }
}

/// Rows of one table in memory: cells side by side, texts in one heap.
struct Rows {
    private enum Cell {
        case null
        case int(Int64)
        case double(Double)
        case text(start: Int, count: Int32)
    }

    private let table: String
    private let columns: [String]
    private var cells: [Cell] = []
    private var heap: [UInt8] = []

    var count: Int { cells.count / columns.count }

    init(of table: String, where condition: String, in source: Connection) throws {
        self.table = table
        let statement = try source.prepare("SELECT * FROM \(table) WHERE \(condition)")
        defer { sqlite3_finalize(statement) }
        columns = (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) }
        while sqlite3_step(statement) == SQLITE_ROW {
            for column in 0..<Int32(columns.count) {
                switch sqlite3_column_type(statement, column) {
                case SQLITE_INTEGER: cells.append(.int(sqlite3_column_int64(statement, column)))
                case SQLITE_FLOAT: cells.append(.double(sqlite3_column_double(statement, column)))
                case SQLITE_NULL: cells.append(.null)
                default:
                    let count = sqlite3_column_bytes(statement, column)
                    let text = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: Int(count))
                    cells.append(.text(start: heap.count, count: count))
                    heap += text
                }
            }
        }
    }

    func insert(into target: Connection) throws {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let text = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        let statement = try target.prepare(text)
        defer { sqlite3_finalize(statement) }
        try heap.withUnsafeBytes { heap in
            let texts = heap.bindMemory(to: CChar.self)
            var position: Int32 = 0
            for cell in cells {
                position += 1
                switch cell {
                case .null: sqlite3_bind_null(statement, position)
                case .int(let value): sqlite3_bind_int64(statement, position, value)
                case .double(let value): sqlite3_bind_double(statement, position, value)
                case .text(let start, let count):
                    // The heap outlives the statement: nothing is copied.
                    sqlite3_bind_text(statement, position, texts.baseAddress.map { $0 + start }, count, nil)
                }
                guard position == columns.count else { continue }
                guard sqlite3_step(statement) == SQLITE_DONE else { throw target.failure }
                sqlite3_reset(statement)
                position = 0
            }
        }
    }
}
