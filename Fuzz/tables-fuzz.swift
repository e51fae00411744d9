// Feeds whatever libFuzzer invents to the readers of tables: they must end, never crash, and keep their promises. What
// the quick readers make of it must be what the careful one does.
//
// bin/fuzz builds it. By hand, with Ground and Tables as modules of the same package in a folder $OUT:
//
//     for module in Ground Tables; do
//         swiftc -O -sanitize=fuzzer,address -parse-as-library -package-name sightline -swift-version 6 \
//             -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility \
//             -wmo -emit-module -emit-module-path $OUT/$module.swiftmodule -emit-object -o $OUT/$module.o \
//             -module-name $module -I $OUT -I Sources/CScan Sources/$module/*.swift
//     done
//     swiftc -sanitize=fuzzer,address -parse-as-library -package-name sightline -swift-version 6 -I $OUT -I Sources/CScan \
//         Fuzz/tables-fuzz.swift $OUT/Ground.o $OUT/Tables.o -o $OUT/tables-fuzz

import Ground
import Tables

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var options = TableOptions()
    options.mendsGarbledText = count.isMultiple(of: 2)
    // Small limits let small inputs reach them.
    options.limits.columns = 20
    options.limits.bytesPerField = 300
    options.limits.rows = 50
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    read(bytes, options: options)
    options.mendsGarbledText = false
    // Every size of block, from one byte on, cuts rows elsewhere.
    let blockSize = bytes.last.map { Int($0) + 1 } ?? 1
    let careful = Seen(bytes, options: options)
    let rows = Seen(rowsOf: bytes, options: options, blockSize: blockSize)
    let columns = Seen(columnsOf: bytes, options: options, blockSize: blockSize)
    precondition(rows == careful, "rows of bytes are the same rows")
    precondition(columns == careful, "columns hold the same rows")
    return 0
}

private func read(_ bytes: [UInt8], options: TableOptions) {
    do {
        let reader = try TableReader(.bytes(bytes), options: options)
        var rows: [[String]] = []
        var line = reader.headerLine
        var isReading = true
        while isReading {
            do {
                guard let row = try reader.next() else { break }
                precondition(row.fields.count == reader.header.count, "a row has as many fields as there are headings")
                precondition(row.line > line, "lines go forward")
                line = row.line
                rows.append(row.fields)
            } catch {
                precondition(!error.words.text.isEmpty, "a problem has a sentence")
                isReading = error.concernsOneRow
            }
        }
        for warning in reader.warnings { precondition(!warning.words.text.isEmpty, "a warning has a sentence") }
        writeAndReadAgain(rows, header: reader.header)
    } catch {
        precondition(!error.words.text.isEmpty, "a problem has a sentence")
    }
}

/// What was read once can be written, and read again unchanged.
///
/// Two kinds of headings that we never write are left out: one without a name may pass for a title, and one that
/// begins with a tag for a web page.
private func writeAndReadAgain(_ rows: [[String]], header: [String]) {
    guard !header.contains(""), header.first?.hasPrefix("<") != true else { return }
    let bytes = CSVWriter.bytes(header: header, rows: rows.map { $0.map(CSVWriter.Cell.text) })
    do {
        let reader = try TableReader(.bytes(bytes))
        precondition(reader.header == header, "headings come back unchanged")
        for row in rows {
            let again = try reader.next()?.fields
            precondition(again?.map { Array($0.utf8) } == row.map { Array($0.utf8) }, "rows come back unchanged")
        }
        let beyond = try reader.next()
        precondition(beyond == nil, "no more rows come back than were written")
    } catch {
        preconditionFailure("our own export was refused: \(error.words.text)")
    }
}

/// What one way of reading saw: to be compared with another's.
private struct Seen: Equatable {
    private var header: [String] = []
    private var lines: [Int] = []
    /// Bytes, because Swift calls two strings equal that differ only in composition.
    private var fields: [[[UInt8]]] = []
    private var refused: [Int?] = []
    private var ending: TableProblem?

    init(_ bytes: [UInt8], options: TableOptions) {
        do {
            let reader = try TableReader(.bytes(bytes), options: options)
            header = reader.header
            while try goOn({ () throws(TableProblem) in
                guard let row = try reader.next() else { return nil }
                return (row.line, row.fields)
            }) {}
        } catch {
            ending = error
        }
    }

    init(rowsOf bytes: [UInt8], options: TableOptions, blockSize: Int) {
        do {
            let reader = try ScannedRows(.bytes(bytes), options: options, blockSize: blockSize)
            header = reader.header
            let columns = reader.header.indices
            while try goOn({ () throws(TableProblem) in
                guard try reader.next() else { return nil }
                for column in columns { _ = (reader.integer(column), reader.decimal(column)) }
                for column in columns { _ = (reader.day(column, .yearFirst), reader.day(column, .dayFirst)) }
                return (reader.line, columns.map(reader.text))
            }) {}
        } catch {
            ending = error
        }
    }

    init(columnsOf bytes: [UInt8], options: TableOptions, blockSize: Int) {
        let types: [ColumnType] = [
            .text, .choice(limit: 5), .integer, .decimal, .day(.yearFirst), .day(.dayFirst), .choice(limit: 1),
        ]
        do {
            let reader = try ScannedColumns(.bytes(bytes), options: options, blockSize: blockSize) { header in
                header.indices.map { types[($0 + blockSize) % types.count] }
            }
            header = reader.header
            while try reader.next() {
                refused += reader.refused.map(\.line)
                for row in 0..<reader.rowCount {
                    lines.append(reader.line(row))
                    fields.append(reader.header.indices.map { Array(reader.text(row, $0).utf8) })
                }
            }
        } catch {
            ending = error
        }
    }

    private mutating func goOn(
        _ next: () throws(TableProblem) -> (line: Int, fields: [String])?
    ) throws(TableProblem) -> Bool {
        do throws(TableProblem) {
            guard let row = try next() else { return false }
            lines.append(row.line)
            fields.append(row.fields.map { Array($0.utf8) })
        } catch {
            guard error.concernsOneRow else { throw error }
            refused.append(error.line)
        }
        return true
    }
}
