import Foundation
import Ground

/// A number in a cell as text: whole, without the trouble that comes of binary fractions, and a date as a date.
enum WorkbookNumber {
    static func text(_ written: ArraySlice<UInt8>, as format: NumberFormat, startsIn1904: Bool) -> String {
        // Most numbers are short and plain, and stand there as they should be read.
        if format == .general, written.count <= 15, written.allSatisfy({ (0x30...0x39).contains($0) }) {
            return String(decoding: written, as: UTF8.self)
        }
        let text = String(decoding: written, as: UTF8.self)
        guard let number = Double(text), number.isFinite else { return text }
        switch format {
        case .general: return plain(number)
        case .percent: return plain(number * 100) + "%"
        case .digits(let count):
            let digits = plain(number)
            guard number >= 0, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return digits }
            return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
        case .date, .time, .dateAndTime, .duration:
            return WorkbookMoment(number, as: format, startsIn1904: startsIn1904)?.text ?? plain(number)
        }
    }

    /// Fifteen digits, as spreadsheets count. A whole number has all of its digits while they are certain (up to 2⁵³);
    /// beyond, it is given in scientific notation, so that nobody takes it for an identifier.
    static func plain(_ number: Double) -> String {
        if number == number.rounded(), number.magnitude < 9_007_199_254_740_992 { return String(Int64(number)) }
        let text = String(format: "%.15g", number)
        guard let mark = text.firstIndex(of: "e") else { return text }
        let exponent = Int(text[text.index(after: mark)...]) ?? 0
        guard exponent < 0, exponent >= -15 else { return text.uppercased() }
        var decimal = String(format: "%.\(14 - exponent)f", number)
        while decimal.last == "0" { decimal.removeLast() }
        return decimal
    }
}

/// A date or a time of day, which a workbook keeps as a number of days.
private struct WorkbookMoment {
    let text: String

    /// `nil` when no date of the calendar has this number.
    init?(_ number: Double, as format: NumberFormat, startsIn1904: Bool) {
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        let (days, second) = (seconds / 86_400, seconds % 86_400)
        let clock = WorkbookMoment.clock(hour: second / 3600, second)
        switch format {
        case .duration:
            text = WorkbookMoment.clock(hour: seconds / 3600, second)
        case .time where number < 1:
            text = days == 0 ? clock : "23:59:59"
        default:
            guard let day = WorkbookMoment.day(days, startsIn1904: startsIn1904) else { return nil }
            let showsTime = format != .date && second != 0
            text = showsTime ? "\(day) \(clock)" : day
        }
    }

    /// Days from 1 January 1900, which is 1, or from 1 January 1904, which is 0. Excel took over from Lotus 1-2-3 that
    /// 1900 was a leap year: 60 is the day that never was, and is given as such.
    private static func day(_ days: Int, startsIn1904: Bool) -> String? {
        if startsIn1904 { return Day(daysSince1970: days - 24_107).description }
        switch days {
        case 0: return nil
        case 60: return "1900-02-29"
        default: return Day(daysSince1970: days - (days < 60 ? 25_568 : 25_569)).description
        }
    }

    private static func clock(hour: Int, _ second: Int) -> String {
        let (minute, rest) = (second / 60 % 60, second % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(hour)):\(two(minute))" + (rest == 0 ? "" : ":\(two(rest))")
    }
}
