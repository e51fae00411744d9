import Ground
import Testing
import World

/// The rows of a CSV file whose cells hold no line breaks.
private func rows(_ csv: String) -> [[String]] {
    csv.unicodeScalars.split(separator: "\n").map { line in
        var cells = [""]
        var isQuoted = false
        for scalar in line where scalar != "\r" {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        if isQuoted { Issue.record("a quotation does not end: \(String(line))") }
        return cells
    }
}

/// FNV-1a, to see whether a text is still the same.
private func checksum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}

@Suite struct `The exports` {
    @Test(arguments: World.schools + World.fiveSchools)
    func `hold the roll, a learner a row`(school: World.School) {
        let table = rows(World.learnersCSV(school))
        #expect(table.count == school.roll + 1)
        for row in table.dropFirst() {
            #expect(row.count == table[0].count)
            #expect(Int(row[0]) != nil && Int(row[4]) != nil && Day(typed: row[8]) != nil)
            #expect(!row[2].isEmpty && !row[3].isEmpty && World.Ethnicity(rawValue: row[5]) != nil)
            #expect(row[6].isEmpty || World.Ethnicity(rawValue: row[6]) != nil)
            #expect(World.Gender(rawValue: row[7]) != nil && row[11].isEmpty)
        }
        let everybody = rows(World.learnersCSV(school, years: 2025...2026))
        #expect(everybody.count == World.learners(of: school).count + 1)
        #expect(everybody.dropFirst(school.roll + 1).allSatisfy { $0[11] == "17/12/2025" })
    }

    @Test(arguments: World.schools + World.fiveSchools)
    func `hold every result once, in its tool's own shape`(school: World.School) {
        let results = World.results(of: school)
        for tool in World.Tool.allCases {
            let table = rows(World.resultsCSV(school, tool))
            #expect(table.count == results.count { $0.tool == tool } + 1)
            #expect(table[0].joined(separator: ",") == tool.header)
            for row in table.dropFirst() {
                #expect(row.count == table[0].count && row.allSatisfy { !$0.isEmpty })
                switch tool {
                case .harbourScale:
                    #expect(row[0].count == 10 && Int(row[1]) != nil && Int(row[7]) != nil)
                    #expect(row[5].wholeMatch(of: /\d\d\/\d\d\/202[56]/) != nil && Day(typed: row[5]) != nil)
                case .pipitTest:
                    #expect(row[1].contains(", ") && Int(row[5]) != nil && row[6] == "2021")
                    #expect(row[4].wholeMatch(of: /\d+-(Jun|Nov)-202[56]/) != nil && Day(typed: row[4]) != nil)
                case .teacherJudgement:
                    #expect(["Well below", "Below", "At", "Above"].contains(row[6]))
                    #expect(row[4].wholeMatch(of: /Term [24] 202[56]/) != nil && Day(text: row[5]) != nil)
                }
            }
        }
    }

    @Test func `differ in their headers`() {
        #expect(Set(World.Tool.allCases.map(\.header)).count == 3)
    }

    @Test func `find every learner of the results in the learners' file`() {
        for school in World.fiveSchools {
            let known = Set(rows(World.learnersCSV(school)).map { $0[0] })
            #expect(rows(World.resultsCSV(school, .teacherJudgement)).dropFirst().allSatisfy { known.contains($0[0]) })
        }
    }

    @Test func `are the same on every machine`() {
        // Changes whenever the generator does; the numbers that the story tells are then to be looked at again.
        #expect(checksum(World.learnersCSV(World.patikiFlat)) == 3_321_709_721_025_039_308)
        #expect(checksum(World.resultsCSV(World.patikiFlat, .harbourScale)) == 7_614_382_902_351_797_843)
    }

    @Test func `come once with blemishes, one of each`() {
        let table = rows(World.blemishedCSV)
        #expect(table.count == 1 + World.unblemishedRows + World.blemishes.count)
        #expect(Set(World.blemishes.map(\.kind)) == Set(World.Blemish.Kind.allCases))
        #expect(World.blemishes.map(\.line) == Array(14...19))
        let known = Set(rows(World.learnersCSV(World.fiveSchools[2])).map { $0[1] })
        for (number, row) in table.enumerated().dropFirst() {
            #expect(row.count == table[0].count)
            switch World.blemishes.first(where: { $0.line == number + 1 })?.kind {
            case .dayInTheFuture: #expect(Day(typed: row[5]).map { $0 > World.today } == true)
            case .scoreOutOfRange: #expect(Int(row[7]).map { $0 > 120 } == true)
            case .unknownLearner: #expect(!known.contains(row[0]))
            case .duplicate: #expect(row == table[1])
            case .notANumber: #expect(Int(row[7]) == nil)
            case .learnerMissing: #expect(row[0].isEmpty && row[1].isEmpty)
            case nil: #expect(known.contains(row[0]) && Int(row[7]).map { (20...120).contains($0) } == true)
            }
        }
        let good = table[1...World.unblemishedRows].map { [$0[0], $0[6]] }
        #expect(Set(good).count == good.count)
        #expect(!good.contains([table[14][0], table[14][6]]))
    }
}
