// Feeds whatever libFuzzer invents to the table reader: it must end, never crash, and keep its promises.
//
// bin/fuzz builds it. By hand, with Ground and Tables as modules of the same package in a folder $OUT:
//
//     for module in Ground Tables; do
//         swiftc -O -sanitize=fuzzer,address -parse-as-library -package-name sightline -swift-version 6 \
//             -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility \
//             -wmo -emit-module -emit-module-path $OUT/$module.swiftmodule -emit-object -o $OUT/$module.o \
//             -module-name $module -I $OUT Sources/$module/*.swift
//     done
//     swiftc -sanitize=fuzzer,address -parse-as-library -package-name sightline -swift-version 6 -I $OUT \
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
    read(Array(UnsafeBufferPointer(start: start, count: count)), options: options)
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
