import Ground
import Testing

@testable import Measurement

@Suite struct `A date in a file` {
    private func day(_ text: String, _ order: IntakeDay.Order = .dayFirst) -> String {
        switch IntakeDay(text).reading(order) {
        case .day(let day): day.description
        case .notADay: "not a day"
        case .ambiguous: "ambiguous"
        }
    }

    @Test(arguments: [
        "2026-11-04", "4/11/2026", "04/11/26", "4.11.2026", "4-Nov-2026", "4 November 2026", "Nov 4, 2026",
        "2026/11/04", "20261104", "2026-11-04T00:00:00", "4/11/2026 0:00", "04/11/2026 10:15 am", "4 Noema 2026",
    ]) func `may be written in many ways`(_ text: String) {
        #expect(day(text) == "2026-11-04")
    }

    @Test(arguments: ["", "abs", "31/02/2026", "4/13/2026", "45964", "Term 4 2026", "2026", "4/11/20266"])
    func `may be none`(_ text: String) {
        #expect(day(text) == "not a day")
    }

    @Test func `is read by the order of its file`() {
        #expect(day("4/11/2026", .monthFirst) == "2026-04-11")
        #expect(day("4/11/2026", .mixed) == "ambiguous")
        #expect(day("4/4/2026", .mixed) == "2026-04-04")
        #expect(day("13/4/2026", .mixed) == "2026-04-13")
    }

    @Test func `has the day first, unless the file shows the contrary`() {
        func order(_ texts: [String]) -> IntakeDay.Order {
            var evidence = IntakeDay.Evidence()
            for text in texts { evidence.add(IntakeDay(text)) }
            return evidence.order
        }
        #expect(order(["4/11/2026", "5/11/2026"]) == .dayFirst)
        #expect(order(["11/14/2026", "5/11/2026"]) == .monthFirst)
        #expect(order(["11/14/2026", "14/11/2026"]) == .mixed)
        #expect(order((13...31).map { "\($0)/10/2026" } + ["20/5/2026", "5/20/2026"]) == .dayFirst)
    }
}

@Suite struct `A cell` {
    @Test func `holds a number as people and programs write it`() {
        #expect(IntakeCell.number("63") == 63)
        #expect(IntakeCell.number("-0.5") == -0.5)
        #expect(IntakeCell.number("1,234") == 1234)
        #expect(IntakeCell.number("1,234.5") == 1234.5)
        #expect(IntakeCell.number("63,5") == 63.5)
        for text in ["", "abs", "nan", "inf", "0x1F", "1e3", "6 3", "<20", "1.2.3", "85%", "-"] {
            #expect(IntakeCell.number(text) == nil, "\(text)")
        }
    }

    @Test func `holds a year level with or without the word`() {
        for text in ["5", "05", "Year 5", "Y5", "Yr 5", "Tau 5", "5.0"] {
            #expect(IntakeCell.yearLevel(text) == 5, "\(text)")
        }
        #expect(IntakeCell.yearLevel("Room 5") == nil)
        #expect(IntakeCell.yearLevel("2026") == nil)
    }

    @Test func `holds a national number, whatever a spreadsheet did to its zeros`() {
        #expect(IntakeCell.nationalID("0123 456 789") == IntakeCell.nationalID("123456789.0"))
    }
}
