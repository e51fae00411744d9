import Foundation
import Ground
import Testing

@testable import Tables

@Suite struct `Reading a table` {
    @Test func `gives headings, and rows with the line they begin on`() {
        let reading = Reading("NSN,Name\r\n123,Tāne\r\n456,Āwhina\r\n")
        #expect(reading.header == ["NSN", "Name"])
        #expect(reading.fields == [["123", "Tāne"], ["456", "Āwhina"]])
        #expect(reading.lines == [2, 3])
        #expect(reading.problems.isEmpty)
        #expect(reading.warnings.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `knows every kind of line end, with or without a last one`(end: String) {
        let lines = ["a,b", "1,2", "3,4"].joined(separator: end)
        for text in [lines, lines + end, lines + end + end] {
            #expect(Reading(text).fields == [["1", "2"], ["3", "4"]])
            #expect(Reading(text).lines == [2, 3])
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `counts physical lines through fields that hold line breaks`(end: String) {
        let reading = Reading("a,b\(end)\"one\(end)two\(end)\(end)four\",x\(end)next,y\(end)")
        #expect(reading.fields == [["one\(end)two\(end)\(end)four", "x"], ["next", "y"]])
        #expect(reading.lines == [2, 6])
    }

    @Test func `takes what stands between quotes as it stands`() {
        let reading = Reading("name,place,says\n\"Doe, John\",\"Anytown, WW\",\"ha \"\"ha\"\" ha\"\n1,\"\",\"\"\"\"\n")
        #expect(reading.fields == [["Doe, John", "Anytown, WW", "ha \"ha\" ha"], ["1", "", "\""]])
    }

    @Test func `keeps JSON and line breaks with quotes in them`() {
        let reading = Reading("key,val\n1,\"{\"\"type\"\": [1.0, 2]}\"\n2,\"ha \n\"\"ha\"\" \nha\"")
        #expect(reading.fields == [["1", "{\"type\": [1.0, 2]}"], ["2", "ha \n\"ha\" \nha"]])
    }

    @Test func `takes a quote inside an unquoted field as an inch`() {
        #expect(Reading("size,of\n6\" ruler,wood\n").fields == [["6\" ruler", "wood"]])
    }

    @Test func `keeps text after a closing quote and says so`() {
        let reading = Reading("a,b\n\"x\"y,1\n")
        #expect(reading.fields == [["xy", "1"]])
        #expect(reading.warning(.strayQuotes)?.line == 2)
    }

    @Test func `passes over blank lines and rows of empty cells`() {
        let reading = Reading("a,b,c\n\n1,2,3\n,,\n \t \n4,5,6\n\n")
        #expect(reading.fields == [["1", "2", "3"], ["4", "5", "6"]])
        #expect(reading.lines == [3, 6])
        #expect(reading.warnings.isEmpty)
    }

    @Test func `fills up rows that are too short and says how many`() {
        let reading = Reading("a,b,c\n1\n2,3\n4,5,6\n")
        #expect(reading.fields == [["1", "", ""], ["2", "3", ""], ["4", "5", "6"]])
        #expect(reading.warning(.shortRows)?.count == 2)
        #expect(reading.warning(.shortRows)?.line == 2)
    }

    @Test func `refuses a row with more fields than headings and reads on behind it`() {
        let reading = Reading("a,b\n1,2\n\n3,4,5\n6,7\n")
        #expect(reading.fields == [["1", "2"], ["6", "7"]])
        #expect(reading.problems == [.tooManyFields(line: 4, fields: 3, headings: 2)])
        #expect(reading.problems[0].concernsOneRow)
    }

    @Test func `does not mind empty cells beyond the headings`() {
        let reading = Reading("a,b\n1,2,,\n3,4,\"\",\n")
        #expect(reading.fields == [["1", "2"], ["3", "4"]])
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: [
        ("a;b;c\n1,5;2;3\n2,5;3;4\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a,b\n1;2,3;4\n", ","), ("a\n1\n", ","),
    ])
    func `finds the delimiter that cuts rows alike`(text: String, delimiter: String) throws {
        #expect(try TableReader(.bytes(Array(text.utf8))).delimiter == Character(delimiter))
    }

    @Test func `does not count delimiters between quotes`() throws {
        let text = "name,note\nA,\"x;y;z\"\nB,\"x;y;z\"\n"
        #expect(try TableReader(.bytes(Array(text.utf8))).delimiter == ",")
    }

    @Test(arguments: ["sep=;\r\na;b,c\r\n1;2\r\n", "\u{FEFF}SEP=;\na;b,c\n1;2\n", "sep=;\ra;b,c\r1;2\r"])
    func `obeys the hint of a first line`(text: String) {
        let reading = Reading(text)
        #expect(reading.header == ["a", "b,c"])
        #expect(reading.fields == [["1", "2"]])
        #expect(reading.lines == [3])
    }

    @Test func `passes over titles above the headings and says so`() {
        let blank = Reading("Class list 2026\n\nNSN,Score\n1,2\n")
        #expect(blank.header == ["NSN", "Score"])
        #expect(blank.lines == [4])
        #expect(blank.warning(.linesAboveHeader)?.count == 2)
        #expect(blank.warning(.linesAboveHeader)?.sample == "Class list 2026")
        let beside = Reading("Class list,,\nRoom 5,,\nNSN,Name,Score\n1,A,2\n")
        #expect(beside.header == ["NSN", "Name", "Score"])
        #expect(beside.fields == [["1", "A", "2"]])
    }

    @Test func `takes a single column for what it is`() {
        let reading = Reading("Full name\nAroha\nTāne\nMere\n")
        #expect(reading.header == ["Full name"])
        #expect(reading.fields == [["Aroha"], ["Tāne"], ["Mere"]])
        #expect(reading.warnings.isEmpty)
    }

    @Test func `does not take a row of numbers for headings`() {
        let reading = Reading("name\n1,2\n")
        #expect(reading.problems == [.tooManyFields(line: 2, fields: 2, headings: 1)])
    }

    @Test func `tidies headings and warns of empty ones`() {
        let reading = Reading("  NSN ,,Name\n1,x,A\n")
        #expect(reading.header == ["NSN", "", "Name"])
        #expect(reading.fields == [["1", "x", "A"]])
        #expect(reading.warning(.emptyHeadings)?.column == 2)
    }

    @Test func `refuses headings that are there twice, whatever their case`() {
        #expect(Reading("NSN,Score,score\n").problems == [.duplicateHeading("score", columns: [2, 3], line: 1)])
        #expect(Reading("\"\",\"\"\n1,2\n").problems == [.noHeadings(line: 1)])
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\n\r\n", " , ,\n"])
    func `refuses a file with nothing in it`(text: String) {
        #expect(Reading(text).problems == [.empty])
    }

    @Test func `gives no rows below bare headings`() {
        let reading = Reading("a,b")
        #expect(reading.header == ["a", "b"])
        #expect(reading.rows.isEmpty && reading.problems.isEmpty)
    }

    @Test func `names the line on which a quote opens that is never closed`() {
        let reading = Reading("a,b\n1,2\n3,\"four\nfive\n6,7\n")
        #expect(reading.fields == [["1", "2"]])
        #expect(reading.problems == [.unclosedQuote(line: 3)])
        #expect(reading.problems[0].words.text.contains("line 3"))
    }

    @Test func `stops after a problem of the whole file`() throws {
        let reader = try TableReader(.bytes(Array("a\n\"x".utf8)))
        #expect(throws: TableProblem.unclosedQuote(line: 2)) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test func `keeps to its limits`() {
        var options = TableOptions()
        options.limits.columns = 3
        options.limits.rows = 2
        options.limits.bytesPerField = 5
        func problems(_ text: String) -> [TableProblem] { Reading(text, options: options).problems }
        #expect(problems("a,b,c\n1,2,3\n4,5,6\n").isEmpty)
        #expect(problems("a,b,c,d\n") == [.tooManyColumns(limit: 3)])
        #expect(problems("a\n1\n2\n3\n") == [.tooManyRows(limit: 2)])
        #expect(problems("a\n12345\n") == [])
        #expect(problems("a\n123456\n") == [.fieldTooLong(line: 2, column: 1, isQuoted: false)])
        #expect(problems("a,b\n1,\"12\n3456\"\n") == [.fieldTooLong(line: 2, column: 2, isQuoted: true)])
        options.limits.bytes = 4
        #expect(problems("a,b\n1\n") == [.tooLarge(megabytes: 0)])
    }

    @Test func `has generous limits that hold`() {
        let headings = (1...501).map { "h\($0)" }.joined(separator: ",")
        #expect(Reading(headings).problems == [.tooManyColumns(limit: 500)])
        let long = String(repeating: "x", count: (1 << 20) + 1)
        #expect(Reading("a,b\n1,\(long)\n").problems == [.fieldTooLong(line: 2, column: 2, isQuoted: false)])
        #expect(Reading("a,b\n1,\(long.dropLast())\n").rows.count == 1)
    }

    @Test func `gives the same whatever the size of its blocks`() throws {
        let texts = [
            "a,b\r\n\"x\r\ny\"\"z\",Āē\r\n\r\n1,2,3\r\n\"\",\"q\"r\r\n",
            "sep=;\r\na;b\r\n\"1;\"\"\";2\r\n", "\u{FEFF}a\r\n\"\r\n\r\n\"\r\n",
        ]
        for text in texts {
            let whole = Reading(text)
            #expect(!whole.rows.isEmpty)
            for size in 1...9 { #expect(Reading(text, blockSize: size) == whole) }
        }
        for name in ["utf16le-bom-tab.txt", "utf16be-bom-tab.txt", "cp1252-lossy.csv", "sep-line.csv"] {
            let bytes = try fixture("excel-encodings/\(name)")
            for size in [1, 2, 3, 7, 64] { #expect(Reading(bytes, blockSize: size) == Reading(bytes)) }
        }
    }

    @Test func `takes back the apostrophe of our own exports, and can be told not to`() {
        #expect(Reading("a\n'=1+1\n'plain\n''-2\n").fields == [["=1+1"], ["'plain"], ["'-2"]])
        var options = TableOptions()
        options.removesFormulaGuard = false
        #expect(Reading("a\n'=1+1\n", options: options).fields == [["'=1+1"]])
    }
}

@Suite struct `Reading a table from a file` {
    @Test func `gives its rows and says how far it has come`() throws {
        let path = NSTemporaryDirectory() + "tables-\(ProcessInfo.processInfo.processIdentifier).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }  // It may never have come to be.
        let row = "123456789,Ngāti-Pōtae,\"Reads \"\"aloud\"\"\nwith care\"\r\n"
        let text = "NSN,Name,Comment\r\n" + String(repeating: row, count: 20_000)
        try Data(text.utf8).write(to: URL(filePath: path))
        let reader = try TableReader(.file(path: path))
        #expect(reader.byteCount == text.utf8.count)
        var count = 0
        var last = 0
        while let row = try reader.next() {
            count += 1
            last = row.line
            guard row.fields == ["123456789", "Ngāti-Pōtae", "Reads \"aloud\"\nwith care"] else {
                Issue.record("line \(row.line): \(row.fields)")
                break
            }
            if count == 1 { #expect(reader.bytesRead < reader.byteCount) }
        }
        #expect(count == 20_000)
        #expect(last == 2 + 19_999 * 2)
        #expect(reader.bytesRead == reader.byteCount)
    }

    @Test func `says when there is no such file`() {
        #expect(throws: TableProblem.unreadable) { try TableReader(.file(path: "/nowhere/at all.csv")) }
    }
}
