import Ground
import Testing

@testable import Tables

@Suite struct `The quick reader` {
    private static let pieces = [
        "a", "B", "7", " ", "\t", ",", ",", ";", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r\n", "\r", "'", "=1", "ā",
        "whānau", "🏫", "some longer text that fills more than one vector of bytes, and then some more of the same",
        "\"quoted, \r\n with all\n of it\"", "sep=;\n", "\u{FEFF}", "\0", "x\"y",
    ]

    /// What both readers make of the same bytes must be the same, row by row and problem by problem.
    private func expectAgreement(_ bytes: [UInt8], blockSize: Int, limits: TableLimits, _ comment: Comment) {
        var options = TableOptions()
        options.limits = limits
        let slow = Reading(bytes, options: options)
        let quick = QuickReading(bytes, options: options, blockSize: blockSize)
        let columns = QuickReading(columnsOf: bytes, options: options, blockSize: blockSize)
        for reading in [quick, columns] {
            #expect(reading.header == slow.header, comment)
            #expect(reading.rows.map(\.line) == slow.lines, comment)
            // Bytes, because Swift calls two strings equal that differ only in composition.
            let same =
                reading.rows.map { $0.fields.map { Array($0.utf8) } } == slow.fields.map { $0.map { Array($0.utf8) } }
            #expect(same, comment)
            #expect(reading.problems.map(Shape.init) == slow.problems.map(Shape.init), comment)
            for kind in [TableWarning.Kind.shortRows, .strayQuotes] where slow.problems.isEmpty {
                #expect(reading.warnings.first { $0.kind == kind } == slow.warning(kind), comment)
            }
        }
    }

    /// Which row, and how far it reaches: a row that is both too long and damaged may be refused for either.
    private struct Shape: Equatable {
        let line: Int?
        let concernsOneRow: Bool
        let fatal: TableProblem?

        init(_ problem: TableProblem) {
            (line, concernsOneRow) = (problem.line, problem.concernsOneRow)
            fatal = problem.concernsOneRow ? nil : problem
        }
    }

    @Test func `agrees with the careful one about invented tables, whatever the blocks`() {
        for seed in 0..<400 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            var text = Bool.random(using: &chance) ? "a,b,c\n" : ""
            for _ in 0..<Int.random(in: 0...60, using: &chance) {
                text += Self.pieces.randomElement(using: &chance) ?? ""
            }
            var limits = TableLimits()
            if seed.isMultiple(of: 5) { limits.bytesPerField = Int.random(in: 10...120, using: &chance) }
            if seed.isMultiple(of: 11) { limits.rows = 5 }
            for size in [1, Int.random(in: 2...80, using: &chance), 1 << 12] {
                expectAgreement(Array(text.utf8), blockSize: size, limits: limits, "seed \(seed), blocks of \(size)")
            }
        }
    }

    @Test func `agrees with the careful one about damaged bytes in every encoding`() {
        let alphabet = Array("abc,;\t\"\"\r\n\n ?'=\0".utf8) + [0xC4, 0x81, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xE2, 0x92]
        for seed in 0..<300 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            var bytes = (0..<Int.random(in: 0...300, using: &chance)).map { _ in
                alphabet.randomElement(using: &chance) ?? 0
            }
            if seed.isMultiple(of: 2) { bytes = Array("a,b,c\nā,ā,ā\n".utf8) + bytes }
            if seed.isMultiple(of: 7) { bytes = [0xFF, 0xFE] + bytes }
            for size in [1, 7, 64, 1 << 12] {
                expectAgreement(bytes, blockSize: size, limits: TableLimits(), "seed \(seed), blocks of \(size)")
            }
        }
    }

    @Test func `finds and mends the same damage as the careful one, in the same order, also the second time`() throws {
        let cells = [
            "1", "22", "Māori", "M?ori", "?whina", "KÄ“rero", "PÃ¢nui", "\0", "a\0b", "'=1", "'-Ä\u{81}", "ï»¿", "why?",
            "Åsa", "x\"y", "\"two\nlines?\"", "",
        ]
        var compared = 0
        for seed in 0..<200 as Range<UInt64> {
            var chance = SeededChance(seed: seed)
            var text = seed.isMultiple(of: 3) ? "a,M?ori,c\n" : "a,b,c\n"
            for _ in 0..<Int.random(in: 1...40, using: &chance) {
                let count = Int.random(in: 1...8, using: &chance) == 1 ? 2 : 3
                text += (0..<count).map { _ in cells.randomElement(using: &chance) ?? "" }.joined(separator: ",") + "\n"
            }
            var options = TableOptions()
            options.mendsGarbledText = !seed.isMultiple(of: 4)
            let slow = Reading(Array(text.utf8), options: options)
            // With many NULs it is no text.
            guard slow.problems.isEmpty else { continue }
            compared += 1
            let source = TableSource.bytes(Array(text.utf8))
            let first = try ScannedRows(
                source, below: TableReader(source, options: options), options, 64, watch: DamageWatch())
            for quick in [first, try first.again()] {
                var rows: [TableRow] = []
                while try quick.next() { rows.append(quick.whole) }
                #expect(rows == slow.rows, "seed \(seed)")
                #expect(quick.warnings == slow.warnings, "seed \(seed)")
            }
        }
        #expect(compared > 50)
    }

    @Test func `numbers the different texts of a column, each once`() throws {
        let rows = try ScannedRows(.bytes(Array("a,b\nx,1\ny,1\nx,2\n\"x\",1\n".utf8)))
        var found: [[Int?]] = []
        while try rows.next() { found.append([rows.choice(0), rows.choice(1)]) }
        #expect(found == [[0, 0], [1, 0], [0, 1], [0, 0]])
    }

    @Test func `agrees with the careful one about a long regular table with Windows line ends`() {
        var text = "id,name,note\r\n"
        for row in 1...1000 { text += "\(row),Aroha \(row % 7),\(row % 10 == 0 ? "\"late, \"\"ill\"\"\"" : "")\r\n" }
        for size in [63, 64, 65, 1000, 1 << 18] {
            expectAgreement(Array(text.utf8), blockSize: size, limits: TableLimits(), "blocks of \(size)")
        }
    }

    @Test func `reads a row that is longer than its blocks`() throws {
        let long = String(repeating: "kōrero, ", count: 50_000)
        let rows = try ScannedRows(
            .bytes(Array("a,b\n1,\"\(long)\"\n2,x\n".utf8)), options: TableOptions(), blockSize: 512)
        #expect(try rows.next())
        #expect(rows.text(1) == long)
        #expect(try rows.next())
        #expect(rows.integer(0) == .value(2) && rows.line == 3)
        #expect(try !rows.next())
    }

    @Test func `gives bytes without making text of them`() throws {
        let rows = try ScannedRows(.bytes(Array("a,b\n1,\"x \"\"y\"\" z\"\n".utf8)))
        #expect(try rows.next())
        #expect(rows.withField(1) { Array($0) } == Array("x \"y\" z".utf8))
    }
}

@Suite struct `Columns of typed values` {
    private func columns(_ text: String, _ types: [ColumnType], blockSize: Int = 1 << 16) throws -> ScannedColumns {
        try ScannedColumns(.bytes(Array(text.utf8)), options: TableOptions(), blockSize: blockSize) { _ in types }
    }

    @Test func `tell a value from nothing and from something else, with its line`() throws {
        let columns = try columns(
            "id,score,sat,subject,note\n1,57.3,2026-03-02,Maths,ok\n\nx,,02/03/2026, ,\"a\nb\"\n 3 ,-.5, ,Maths,\n",
            [.integer, .decimal, .day(.yearFirst), .choice(limit: 10), .text])
        #expect(try columns.next())
        #expect(columns.rowCount == 3 && (0..<3).map(columns.line) == [2, 4, 6])
        #expect((0..<3).map { columns.integer($0, 0) } == [.value(1), .invalid, .value(3)])
        #expect(columns.types.indices.map(columns.invalidCount) == [1, 0, 1, 0, 0])
        #expect((0..<3).map { columns.decimal($0, 1) } == [.value(57.3), .empty, .value(-0.5)])
        let day = try #require(Day(text: "2026-03-02"))
        #expect((0..<3).map { columns.day($0, 2) } == [.value(day), .invalid, .empty])
        #expect((0..<3).map { columns.choice($0, 3) } == [.value(0), .empty, .value(0)])
        #expect(columns.choices(3) == ["Maths"])
        #expect((0..<3).map { columns.text($0, 4) } == ["ok", "a\nb", ""])
        let texts = columns.withTexts(4) { bytes, ends in (String(decoding: bytes, as: UTF8.self), Array(ends)) }
        #expect(texts.0 == "oka\nb" && texts.1 == [2, 5, 5])
        #expect(try !columns.next())
    }

    @Test func `leave out a row with too many fields and say so`() throws {
        let columns = try columns("a,b\n1,2\n1,2,3\n4,5\n", [.integer, .integer])
        #expect(try columns.next())
        #expect(columns.refused == [.tooManyFields(line: 3, fields: 3, headings: 2)])
        #expect((0..<columns.rowCount).map { columns.integer($0, 0) } == [.value(1), .value(4)])
    }

    @Test func `number no more different texts than was asked for`() throws {
        let columns = try columns("a\nx\ny\nz\nx\n", [.choice(limit: 2)])
        #expect(try columns.next())
        #expect((0..<4).map { columns.choice($0, 0) } == [.value(0), .value(1), .invalid, .value(0)])
    }

    @Test func `tell long texts apart that begin and end alike`() throws {
        let columns = try columns(
            "a\nbeginning-one-ending--\nbeginning-two-ending--\nbeginning-one-ending--\n", [.choice(limit: 9)])
        #expect(try columns.next())
        #expect((0..<3).map { columns.choice($0, 0) } == [.value(0), .value(1), .value(0)])
    }
}

@Suite struct `A cell read as bytes` {
    /// Read in a table with other cells around it, so that what stands beside it must not matter.
    private func rows(_ text: String) throws -> ScannedRows {
        let table = Array("a,b,c\n99,\"\(text)\",99.9\n".utf8)
        let rows = try ScannedRows(.bytes(table), options: TableOptions(), blockSize: 64)
        #expect(try rows.next())
        return rows
    }

    @Test func `is the whole number that Swift reads`() throws {
        var chance = SeededChance(seed: 3)
        for _ in 0..<500 {
            let number = Int.random(in: .min ... .max, using: &chance) >> Int.random(in: 0...63, using: &chance)
            #expect(try rows("\(number)").integer(1) == .value(number))
        }
        #expect(try rows("\(Int.min)").integer(1) == .value(.min))
        for text in ["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "-", "+", "1 2", "１", "12a", "a"] {
            #expect(try rows(text).integer(1) == .invalid, "\(text)")
        }
        #expect(try rows("0007").integer(1) == .value(7))
        #expect(try rows("+7\t").integer(1) == .value(7))
        #expect(try rows("  ").integer(1) == .empty)
    }

    @Test func `is the decimal that Swift reads, to the last bit`() throws {
        var chance = SeededChance(seed: 4)
        for _ in 0..<1000 {
            let digits = (0..<Int.random(in: 1...24, using: &chance)).map { _ in
                "0123456789".randomElement(using: &chance) ?? "0"
            }
            var text = String(digits)
            if Bool.random(using: &chance) {
                text.insert(
                    ".", at: text.index(text.startIndex, offsetBy: Int.random(in: 0...digits.count, using: &chance)))
            }
            if Bool.random(using: &chance) { text = "-" + text }
            let expected = try #require(Double(text))
            #expect(try rows(text).decimal(1).value?.bitPattern == expected.bitPattern, "\(text)")
        }
        for text in [".", "-.", "1.2.3", "1,5", "1.23E+08", "nan", "inf", "0x1p3", "5 %", "１"] {
            #expect(try rows(text).decimal(1) == .invalid, "\(text)")
        }
        #expect(try rows(String(repeating: "9", count: 400)).decimal(1) == .invalid)
    }

    @Test func `is a day of the calendar in the order that was said`() throws {
        for number in stride(from: -719_162, to: 2_932_896, by: 4999) {
            let day = Day(daysSince1970: number)
            #expect(try rows(day.description).day(1, .yearFirst) == .value(day))
            let parts = day.description.split(separator: "-")
            #expect(try rows("\(parts[2])/\(parts[1])/\(parts[0])").day(1, .dayFirst) == .value(day))
            #expect(try rows("\(day.dayOfMonth).\(day.month).\(parts[0])").day(1, .dayFirst) == .value(day))
        }
        for text in [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026/01/01", "2026-1-1", "x",
        ] {
            #expect(try rows(text).day(1, .yearFirst) == .invalid, "\(text)")
        }
        for text in ["29/02/2026", "31/04/2026", "2026-01-01", "1/2-2026", "1/2/26", "01/13/2026", "//2026000"] {
            #expect(try rows(text).day(1, .dayFirst) == .invalid, "\(text)")
        }
        #expect(try rows("29/02/2024").day(1, .dayFirst).value?.description == "2024-02-29")
    }
}

/// A table read to its end by ``ScannedRows`` or by ``ScannedColumns``.
private struct QuickReading {
    var header: [String] = []
    var rows: [TableRow] = []
    var problems: [TableProblem] = []
    var warnings: [TableWarning] = []

    init(_ bytes: [UInt8], options: TableOptions, blockSize: Int) {
        do {
            let reader = try ScannedRows(.bytes(bytes), options: options, blockSize: blockSize)
            header = reader.header
            var isReading = true
            while isReading {
                do throws(TableProblem) {
                    isReading = try reader.next()
                    if isReading { rows.append(TableRow(line: reader.line, fields: header.indices.map(reader.text))) }
                } catch {
                    problems.append(error)
                }
            }
            warnings = reader.warnings
        } catch {
            problems.append(error)
        }
    }

    init(columnsOf bytes: [UInt8], options: TableOptions, blockSize: Int) {
        do {
            let columns = try ScannedColumns(.bytes(bytes), options: options, blockSize: blockSize) { header in
                header.indices.map { $0.isMultiple(of: 2) ? .text : .choice(limit: 3) }
            }
            header = columns.header
            while try columns.next() {
                problems += columns.refused
                for row in 0..<columns.rowCount {
                    let fields = header.indices.map { columns.text(row, $0) }
                    rows.append(TableRow(line: columns.line(row), fields: fields))
                }
            }
            warnings = columns.warnings
        } catch {
            problems.append(error)
        }
    }
}
