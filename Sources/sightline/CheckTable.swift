import App
import ArgumentParser
import Foundation
import Ground
import Tables

struct CheckTable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Tell how a table is read: encoding, delimiter, headings, rows, and what is the matter with it.",
        discussion: """
            CSV, TSV and XLSX. Reads the whole file and keeps nothing. Exits with 0 when it can be read, with 1 when rows \
            of it cannot, with 2 when it cannot be read at all.
            """)

    @Argument(help: "The file.") var file: String
    @Option(help: "Of a workbook: the sheet to read.") var sheet: String?
    @Option(help: "How many rows to print.") var rows = 5
    @Flag(help: "Mend text that was garbled by a wrong encoding.") var mend = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        var options = TableOptions()
        (options.sheet, options.mendsGarbledText) = (sheet, mend)
        var report = TableReport()
        do throws(TableProblem) {
            let reader = try TableReader(.file(path: file), options: options)
            report.begin(reader)
            while true {
                do throws(TableProblem) {
                    guard let row = try reader.next() else { break }
                    if report.rows.count < rows { report.rows.append(row.fields) }
                    report.count += 1
                } catch {
                    guard error.concernsOneRow else { throw error }
                    report.problems.append(.init(error))
                }
            }
            report.end(reader)
        } catch {
            report.problems.append(.init(error))
            report.isReadable = false
        }
        try show(report)
        if !report.isReadable { throw ExitCode(2) }
        if !report.problems.isEmpty { throw ExitCode(1) }
    }

    private func show(_ report: TableReport) throws {
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            say(String(decoding: try encoder.encode(report), as: UTF8.self))
            return
        }
        if let encoding = report.encoding {
            say("\(encoding), \(report.count) rows, columns: \(report.headings.joined(separator: " · "))")
        }
        for row in report.rows { say(row.joined(separator: " · ")) }
        for warning in report.warnings { say(warning.sentence) }
        for problem in report.problems { say(problem.sentence) }
    }
}

/// How a table was read, for programs.
private struct TableReport: Encodable {
    struct Warning: Encodable {
        let kind: String
        let count: Int
        let line: Int
        let column: Int?
        let sample: String
        let mended: String
        let sentence: String
    }

    struct Problem: Encodable {
        let line: Int?
        let sentence: String

        init(_ problem: TableProblem) { (line, sentence) = (problem.line, problem.words.text) }
    }

    var isReadable = true
    var encoding: String?
    var delimiter: String?
    var sheet: String?
    var sheets: [String] = []
    var headings: [String] = []
    var headingLine: Int?
    var count = 0
    var rows: [[String]] = []
    var warnings: [Warning] = []
    var problems: [Problem] = []

    mutating func begin(_ reader: TableReader) {
        (encoding, delimiter) = (reader.encoding.name, reader.sheet == nil ? String(reader.delimiter) : nil)
        (sheet, sheets) = (reader.sheet, reader.sheets)
        (headings, headingLine) = (reader.header, reader.headerLine)
    }

    mutating func end(_ reader: TableReader) {
        warnings = reader.warnings.map {
            Warning(
                kind: $0.kind.rawValue, count: $0.count, line: $0.line, column: $0.column, sample: $0.sample,
                mended: $0.mended, sentence: $0.words.text)
        }
    }
}
