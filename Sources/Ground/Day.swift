import Foundation

/// A date of the calendar without a time: a birthday, a school day, the day an assessment was sat.
///
/// Stored as `2026-11-22`; text order is calendar order. Proleptic Gregorian, years 1 to 9999.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let dayOfMonth: Int

    package init?(year: Int, month: Int, dayOfMonth: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), dayOfMonth >= 1,
            dayOfMonth <= Day.length(ofMonth: month, year: year)
        else { return nil }
        (self.year, self.month, self.dayOfMonth) = (year, month, dayOfMonth)
    }

    /// The day from its stored form `2026-11-22`; `nil` if it is not one.
    package init?(text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, dayOfMonth: day)
    }

    /// Days counted from 1970-01-01, which is 0. After Hinnant, *chrono-compatible low-level date algorithms* (2013).
    package var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.dayOfMonth) < (right.year, right.month, right.dayOfMonth)
    }

    package func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

    /// The Monday of its week. 1 January 1970 was a Thursday.
    package var monday: Day {
        let sinceMonday = (daysSince1970 + 3) % 7
        return adding(days: -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
    }

    package var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// The day as people type it, day first: `3 Mar 2027`, `3/3/27`, `3.3.2027` or `2027-03-03`.
    ///
    /// Two-digit years lie in 2000 to 2099. `nil` when it cannot be a day.
    package init?(typed text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let day = Day(text: trimmed) {
            self = day
            return
        }
        let parts = trimmed.split { " /.-,".contains($0) }.map(String.init)
        guard parts.count == 3, let day = Int(parts[0]), let written = Int(parts[2]), written >= 0 else { return nil }
        let month = Int(parts[1]) ?? Day.month(named: parts[1])
        guard let month else { return nil }
        self.init(year: parts[2].count <= 2 ? 2000 + written : written, month: month, dayOfMonth: day)
    }

    /// English month names, in order; used where nothing is translated and to read what people type.
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func month(named text: String) -> Int? {
        let wanted = text.lowercased()
        guard wanted.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.lowercased().hasPrefix(wanted) }.map { $0 + 1 }
    }

    /// The day in words: `3 March 2027`.
    package var inWords: String { "\(dayOfMonth) \(Day.monthNames[month - 1]) \(year)" }
}
