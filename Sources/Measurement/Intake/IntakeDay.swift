import Ground

/// A date in a cell, before it is settled whether its day or its month comes first.
enum IntakeDay: Sendable, Hashable {
    case day(Day)
    /// Two numbers and a year, of which either may be the month.
    case numbers(first: Int, second: Int, year: Int)
    case none

    /// How the dates of a file are written.
    enum Order: Sendable, Hashable {
        case dayFirst, monthFirst
        /// Both ways occur: a date that can be read either way cannot be believed.
        case mixed
    }

    /// What became of a date.
    enum Reading: Sendable, Hashable {
        case day(Day)
        case notADay
        case ambiguous
    }

    /// A time of day behind the date is passed over. Months may be named, in English or in te reo Māori.
    init(_ text: String) {
        let parts = IntakeDay.parts(of: text)
        self = .none
        switch parts.count {
        case 1:
            let digits = parts[0]
            guard digits.count == 8, digits.allSatisfy(\.isNumber), let year = Int(digits.prefix(4)),
                let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2))
            else { return }
            settle(year, month, day)
        case 3:
            let numbers = parts.map { Int($0) }
            if let year = numbers[0], parts[0].count == 4, let month = numbers[1] ?? IntakeDay.month(parts[1]),
                let day = numbers[2]
            {
                settle(year, month, day)
            } else if let year = IntakeDay.year(parts[2]) {
                if let day = numbers[0], let month = IntakeDay.month(parts[1]) {
                    settle(year, month, day)
                } else if let day = numbers[1], let month = IntakeDay.month(parts[0]) {
                    settle(year, month, day)
                } else if let first = numbers[0], let second = numbers[1] {
                    self = .numbers(first: first, second: second, year: year)
                }
            }
        default: return
        }
    }

    private mutating func settle(_ year: Int, _ month: Int, _ day: Int) {
        if let day = Day(year: year, month: month, dayOfMonth: day) { self = .day(day) }
    }

    /// The day, given how the file writes its dates.
    func reading(_ order: Order) -> Reading {
        switch self {
        case .none: return .notADay
        case .day(let day): return .day(day)
        case .numbers(let first, let second, let year):
            let dayFirst = Day(year: year, month: second, dayOfMonth: first)
            let monthFirst = Day(year: year, month: first, dayOfMonth: second)
            switch order {
            case .dayFirst: return dayFirst.map(Reading.day) ?? .notADay
            case .monthFirst: return monthFirst.map(Reading.day) ?? .notADay
            case .mixed:
                if let dayFirst, let monthFirst, dayFirst != monthFirst { return .ambiguous }
                return (dayFirst ?? monthFirst).map(Reading.day) ?? .notADay
            }
        }
    }
}

extension IntakeDay {
    /// Counts what speaks for each order over a whole file.
    struct Evidence: Sendable {
        private(set) var dayFirst = 0
        private(set) var monthFirst = 0

        mutating func add(_ date: IntakeDay) {
            guard case .numbers(let first, let second, _) = date else { return }
            if first > 12, second <= 12 { dayFirst += 1 }
            if second > 12, first <= 12 { monthFirst += 1 }
        }

        /// Day first, as people here write, unless the file shows otherwise. A rare exception is taken for a slip.
        var order: Order {
            if monthFirst == 0 || monthFirst * 20 <= dayFirst { return .dayFirst }
            if dayFirst * 20 <= monthFirst { return .monthFirst }
            return .mixed
        }
    }

    private static func parts(of text: String) -> [Substring] {
        var date = text[...]
        // A time of day ends the date: `2026-11-04T00:00:00`, `4/11/2026 0:00`.
        if let colon = date.firstIndex(of: ":") {
            date = date[..<(date[..<colon].lastIndex { !$0.isNumber } ?? date.startIndex)]
        }
        return date.split { " /.-,\t".contains($0) }
    }

    /// Two digits mean this century.
    private static func year(_ text: Substring) -> Int? {
        guard text.count == 2 || text.count == 4, let year = Int(text), year >= 0 else { return nil }
        return text.count == 2 ? 2000 + year : year
    }

    private static let maoriMonths = [
        "hanuere", "pepuere", "maehe", "aperira", "mei", "hune", "hurae", "akuhata", "hepetema", "oketopa", "noema",
        "tihema",
    ]

    private static func month(_ text: Substring) -> Int? {
        let wanted = String(text).folded
        guard wanted.count >= 3, wanted.allSatisfy(\.isLetter) else { return nil }
        let english = Day.monthNames.firstIndex { $0.lowercased().hasPrefix(wanted) }
        return (english ?? maoriMonths.firstIndex { $0.hasPrefix(wanted) }).map { $0 + 1 }
    }
}
